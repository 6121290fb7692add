//! Parts of a page.

use super::follow::follow;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{CharacterData, DocumentFragment, Element, Node, Text};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    fn text_node(text: &str) -> Text;
    #[wasm_bindgen(js_namespace = document, js_name = createDocumentFragment)]
    fn fragment() -> DocumentFragment;
}

/// Nodes that are not in the page yet, in order.
#[derive(Debug)]
pub(crate) struct View(pub(super) Node);

impl View {
    /// Puts the part into the page.
    pub(crate) fn put_into(&self, place: &Element) {
        place.append_with_node_1(&self.0).unwrap_or_default();
    }
}

/// A text that stays as it is.
pub(crate) fn plain(text: &str) -> View {
    View(text_node(text).unchecked_into())
}

/// A text that follows what it reads.
pub(crate) fn text(text: impl Fn() -> String + 'static) -> View {
    followed(Box::new(text))
}

fn followed(text: Box<dyn Fn() -> String>) -> View {
    let node = text_node("");
    let view = View(node.clone().unchecked_into());
    follow(move || write(&node, &text()));
    view
}

/// Writes a text where it is another one: an unchanged text is not read out again.
fn write(node: &CharacterData, text: &str) {
    if node.data() != text {
        node.set_data(text);
    }
}

/// Views side by side.
pub(crate) fn all(views: impl IntoIterator<Item = View>) -> View {
    let place = fragment();
    for view in views {
        put(&place, &view);
    }
    View(place.unchecked_into())
}

// A part is put into a place that was made for it, which no browser refuses.
fn put(place: &DocumentFragment, view: &View) {
    place.append_with_node_1(&view.0).unwrap_or_default();
}

/// A part that is made again when what it reads changes, or is not there.
pub(crate) fn live(part: impl Fn() -> Option<View> + 'static) -> View {
    between(Box::new(part))
}

/// Keeps a part between two empty texts that mark its place.
fn between(part: Box<dyn Fn() -> Option<View>>) -> View {
    let (start, end) = (text_node(""), text_node(""));
    let place = all([&start, &end].map(|it| View(it.clone().unchecked_into())));
    follow(move || {
        clear(&start, &end);
        if let Some(view) = part() {
            end.before_with_node_1(&view.0).unwrap_or_default();
        }
    });
    place
}

fn clear(start: &Node, end: &Node) {
    while let Some(next) = start.next_sibling().filter(|it| it != end) {
        next.unchecked_ref::<CharacterData>().remove();
    }
}
