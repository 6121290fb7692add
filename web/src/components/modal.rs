//! A dialog that keeps focus until it is answered.

use crate::dom::{View, el, follow, live};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlDialogElement, HtmlElement};

/// A native dialog that shows `body` while `is_open`; Escape and closing call `close`.
pub(crate) fn modal(
    id: &'static str,
    title: View,
    is_open: impl Fn() -> bool + 'static,
    close: impl Fn() + 'static,
    body: impl Fn() -> View + 'static,
) -> View {
    let is_open: Rc<dyn Fn() -> bool> = Rc::new(is_open);
    let shown = Rc::clone(&is_open);
    let body = live(move || shown().then(&body));
    framed(id, title, is_open, Box::new(close), body)
}

fn framed(
    id: &'static str,
    title: View,
    is_open: Rc<dyn Fn() -> bool>,
    close: Box<dyn Fn()>,
    body: View,
) -> View {
    let heading = el("h2").set("id", id).set("tabindex", "-1").with(title);
    let title = heading.element();
    let dialog = el("dialog").set("aria-labelledby", id).on("close", move |_| close());
    let shown = dialog.element();
    follow(move || {
        let is_wanted = is_open();
        // Only an element of the page can be shown; this one is there a moment later.
        let (shown, title) = (HtmlDialogElement::clone(&shown), HtmlElement::clone(&title));
        spawn_local(async move { show(&shown, &title, is_wanted) });
    });
    dialog.with(heading.view()).with(body).view()
}

/// Shows or closes the dialog; showing and focusing fail only outside of the page.
fn show(dialog: &HtmlDialogElement, title: &HtmlElement, is_wanted: bool) {
    match (is_wanted, dialog.open()) {
        (true, false) => dialog.show_modal().unwrap_or_default(),
        (false, true) => dialog.close(),
        _ => {}
    }
    if is_wanted {
        title.focus().unwrap_or_default();
    }
}
