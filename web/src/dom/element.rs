//! Elements with what is set on them.

use super::follow::{follow, listen};
use super::view::View;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create(name: &str) -> Element;
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    fn create_in(space: &str, name: &str) -> Element;

    /// Anything that a reader fills in.
    type Field;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Field) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &Field, value: &str);
    #[wasm_bindgen(method, getter)]
    fn checked(this: &Field) -> bool;
    #[wasm_bindgen(method, setter)]
    fn set_checked(this: &Field, is_checked: bool);
    #[wasm_bindgen(method, setter)]
    fn set_selected(this: &Field, is_selected: bool);
}

/// An element that is being made.
#[derive(Debug)]
pub(crate) struct Tag(Element);

/// An element of HTML.
pub(crate) fn el(name: &str) -> Tag {
    Tag(create(name))
}

/// An element of SVG.
pub(crate) fn svg(name: &str) -> Tag {
    Tag(create_in("http://www.w3.org/2000/svg", name))
}

impl Tag {
    /// Sets an attribute. Names are the program's own, so the browser accepts each of them.
    pub(crate) fn set(self, name: &str, value: &str) -> Self {
        self.0.set_attribute(name, value).unwrap_or_default();
        self
    }

    /// Sets an attribute if there is a value.
    pub(crate) fn set_some(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Sets an attribute that is there or not.
    pub(crate) fn set_if(self, name: &str, is_set: bool) -> Self {
        self.set_some(name, is_set.then_some(""))
    }

    /// Names the class, if any.
    pub(crate) fn class(self, class: &str) -> Self {
        self.set_some("class", Some(class).filter(|it| !it.is_empty()))
    }

    /// An attribute that follows what it reads; without a value it is not there.
    pub(crate) fn follow<T: AsRef<str>>(
        self,
        name: &'static str,
        value: impl Fn() -> Option<T> + 'static,
    ) -> Self {
        let element = self.0.clone();
        follow(move || attribute(&element, name, value().as_ref().map(AsRef::as_ref)));
        self
    }

    /// A typed or chosen value that follows what it reads.
    pub(crate) fn value(self, value: impl Fn() -> String + 'static) -> Self {
        let element = self.0.clone();
        follow(move || fill(element.unchecked_ref(), &value()));
        self
    }

    /// Whether a box or button is checked.
    pub(crate) fn checked(self, is_checked: impl Fn() -> bool + 'static) -> Self {
        let element = self.0.clone();
        follow(move || element.unchecked_ref::<Field>().set_checked(is_checked()));
        self
    }

    /// Whether an option of a list is the selected one.
    pub(crate) fn selected(self, is_selected: impl Fn() -> bool + 'static) -> Self {
        let element = self.0.clone();
        follow(move || element.unchecked_ref::<Field>().set_selected(is_selected()));
        self
    }

    /// What happens on an event.
    pub(crate) fn on(self, event: &'static str, act: impl Fn(Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// What happens when a value was typed or chosen.
    pub(crate) fn on_value(self, event: &'static str, act: impl Fn(String) + 'static) -> Self {
        let element = self.0.clone();
        self.on(event, move |_| act(element.unchecked_ref::<Field>().value()))
    }

    /// What happens when a box or button was checked or not.
    pub(crate) fn on_checked(self, act: impl Fn(bool) + 'static) -> Self {
        let element = self.0.clone();
        self.on("change", move |_| act(element.unchecked_ref::<Field>().checked()))
    }

    /// Puts a part into the element, after those that are there.
    pub(crate) fn with(self, View(part): View) -> Self {
        self.0.append_with_node_1(&part).unwrap_or_default();
        self
    }

    /// The element itself, for what only the browser can do with it.
    pub(crate) fn element<T: JsCast>(&self) -> T {
        self.0.clone().unchecked_into()
    }

    /// The element as a part of a page.
    pub(crate) fn view(self) -> View {
        View(self.0.unchecked_into())
    }
}

fn attribute(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    }
    .unwrap_or_default();
}

/// Writes a value where it is another one: the cursor of a reader who types stays.
fn fill(field: &Field, value: &str) {
    if field.value() != value {
        field.set_value(value);
    }
}
