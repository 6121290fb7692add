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

/// A value as text, and what to do with another one.
struct Bound {
    value: Signal<String>,
    change: Callback<String>,
}

impl Bound {
    fn new(
        value: impl Fn() -> String + Send + Sync + 'static,
        change: impl Fn(String) + Send + Sync + 'static,
    ) -> Self {
        Self { value: Signal::derive(value), change: Callback::new(change) }
    }
}

/// A field for one line of text, at most as long as the file format allows.
pub(crate) fn text_field(
    (label, longest): (Words, usize),
    value: impl Fn() -> String + Send + Sync + 'static,
    change: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    line_field("field", label, [longest.to_string(), "text".to_owned()], Bound::new(value, change))
}

/// A field for a whole number as text; whoever reads it decides what an empty one means.
pub(crate) fn number_field(
    label: Words,
    value: impl Fn() -> String + Send + Sync + 'static,
    change: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    let bound = Bound::new(value, change);
    line_field("field short", label, ["5".to_owned(), "numeric".to_owned()], bound)
}

fn line_field(
    class: &'static str,
    label: Words,
    [longest, mode]: [String; 2],
    Bound { value, change }: Bound,
) -> AnyView {
    let state = use_state();
    let id = unique_id();
    view! {
        <div class=class>
            <label for=id.clone()>{state.say(label)}</label>
            <input
                id=id
                type="text"
                inputmode=mode
                maxlength=longest
                autocomplete="off"
                prop:value=value
                on:input:target=move |event| change.run(event.target().value())
            />
        </div>
    }
    .into_any()
}

/// A field for a longer text.
pub(crate) fn long_field(
    (label, longest): (Words, usize),
    value: impl Fn() -> String + Send + Sync + 'static,
    change: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    area(label, longest.to_string(), Bound::new(value, change))
}

fn area(label: Words, longest: String, Bound { value, change }: Bound) -> AnyView {
    let state = use_state();
    let id = unique_id();
    view! {
        <div class="field wide">
            <label for=id.clone()>{state.say(label)}</label>
            <textarea
                id=id
                rows="3"
                maxlength=longest
                prop:value=value
                on:input:target=move |event| change.run(event.target().value())
            ></textarea>
        </div>
    }
    .into_any()
}

/// A field for a day; a half-typed day is no day.
pub(crate) fn date_field(
    label: Words,
    value: impl Fn() -> Option<Date> + Send + Sync + 'static,
    change: impl Fn(Option<Date>) + Send + Sync + 'static,
) -> AnyView {
    let shown = move || value().map(|it| it.to_string()).unwrap_or_default();
    day(label, Bound::new(shown, move |text| change(text.parse().ok())))
}

fn day(label: Words, Bound { value, change }: Bound) -> AnyView {
    let state = use_state();
    let id = unique_id();
    view! {
        <div class="field short">
            <label for=id.clone()>{state.say(label)}</label>
            <input
                id=id
                type="date"
                max="9999-12-31"
                prop:value=value
                on:change:target=move |event| change.run(event.target().value())
            />
        </div>
    }
    .into_any()
}
