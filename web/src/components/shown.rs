//! What a script shows in an element of the page.

use crate::boot;
use crate::dom::{View, el, follow};
use crate::reactive::prelude::*;
use crate::state::State;
use crate::text;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// What goes by a name, in the language that is spoken.
pub(crate) fn shown(state: State, name: &'static str) -> View {
    let place = el("div");
    let element: Element = place.element();
    follow(move || show(state, name, &element, state.spoken.get().tag()));
    place.view()
}

/// Shows in an element what goes by a name, or says that it could not be had.
pub(crate) fn show(state: State, name: &'static str, place: &Element, tag: &'static str) {
    let place = place.clone();
    drop(place.set_attribute("aria-busy", "true"));
    spawn_local(async move {
        if boot::show(name, &place, tag).await.is_err() {
            place.set_text_content(Some(text::NO_TEXTS_HINT.of(state.lang.get_untracked())));
        }
        drop(place.remove_attribute("aria-busy"));
    });
}
