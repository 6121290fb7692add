//! The place of a form for evidence; `form.js` shows what it asks.

use crate::dom::{View, el, live};
use crate::evidence::{open_form, replace};
use crate::reactive::prelude::*;
use crate::state::{Form, State};
use wasm_bindgen::JsCast;
use web_sys::CustomEvent;

/// The form that is open, if one is.
pub(crate) fn form(state: State) -> View {
    let last = StoredValue::new(None::<Form>);
    live(move || {
        let form = state.form.get();
        let is_new = form != last.get_value();
        last.set_value(form.clone());
        let place = el("section").class("entry");
        open_form(state, &form?, &place.element(), is_new);
        let made = move |event: web_sys::Event| {
            replace(state, event.unchecked_ref::<CustomEvent>().detail());
        };
        let place = place.on("made", made).on("closed", move |_| state.form.set(None));
        Some(place.view())
    })
}
