//! Labeled fields for texts, dates and numbers.

use crate::state::use_state;
use kumomori_core::date::Date;
use kumomori_report::words::Words;
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

/// An id that no other element of the page has.
pub(crate) fn unique_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("field-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}


/// A field for one line of text, at most as long as the file format allows.
pub(crate) fn text_field(
    (label, longest): (Words, usize),
    value: impl Fn() -> String + Send + 'static,
    change: impl Fn(String) + 'static,
) -> AnyView {
    let state = use_state();
    let id = unique_id();
    view! {
        <div class="field">
            <label for=id.clone()>{state.say(label)}</label>
            <input
                id=id
                type="text"
                maxlength=longest.to_string()
                autocomplete="off"
                prop:value=value
                on:input:target=move |event| change(event.target().value())
            />
        </div>
    }
    .into_any()
}

/// A field for a longer text.
pub(crate) fn long_field(
    (label, longest): (Words, usize),
    value: impl Fn() -> String + Send + 'static,
    change: impl Fn(String) + 'static,
) -> AnyView {
    let state = use_state();
    let id = unique_id();
    view! {
        <div class="field wide">
            <label for=id.clone()>{state.say(label)}</label>
            <textarea
                id=id
                rows="3"
                maxlength=longest.to_string()
                prop:value=value
                on:input:target=move |event| change(event.target().value())
            ></textarea>
        </div>
    }
    .into_any()
}

/// A field for a day; a half-typed day is no day.
pub(crate) fn date_field(
    label: Words,
    value: impl Fn() -> Option<Date> + Send + 'static,
    change: impl Fn(Option<Date>) + 'static,
) -> AnyView {
    let state = use_state();
    let id = unique_id();
    let shown = move || value().map(|it| it.to_string()).unwrap_or_default();
    view! {
        <div class="field short">
            <label for=id.clone()>{state.say(label)}</label>
            <input
                id=id
                type="date"
                max="9999-12-31"
                prop:value=shown
                on:change:target=move |event| change(event.target().value().parse().ok())
            />
        </div>
    }
    .into_any()
}

/// A field for a whole number as text; whoever reads it decides what an empty one means.
pub(crate) fn number_field(
    label: Words,
    value: impl Fn() -> String + Send + 'static,
    change: impl Fn(String) + 'static,
) -> AnyView {
    let state = use_state();
    let id = unique_id();
    view! {
        <div class="field short">
            <label for=id.clone()>{state.say(label)}</label>
            <input
                id=id
                type="text"
                inputmode="numeric"
                pattern="[0-9]*"
                maxlength="5"
                autocomplete="off"
                prop:value=value
                on:input:target=move |event| change(event.target().value())
            />
        </div>
    }
    .into_any()
}
