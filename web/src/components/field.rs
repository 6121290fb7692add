//! Labeled fields for texts, dates and numbers.

use crate::components::piece::block;
use crate::dom::{Tag, View, all, el};
use crate::state::use_state;
use kumomori_core::date::Date;
use kumomori_report::words::Words;
use std::sync::atomic::{AtomicU32, Ordering};

/// An id that no other element of the page has.
pub(crate) fn unique_id() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("field-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A field with the label before it that names it.
pub(crate) fn labeled(class: &'static str, label: Words, id: &str, field: Tag) -> View {
    let label = el("label").set("for", id).with(use_state().say(label)).view();
    block(class, all([label, field.view()]))
}

/// A field that the browser neither fills in nor sends to a service that checks or translates it.
fn private(name: &str, id: &str) -> Tag {
    let field = el(name).set("id", id).set("autocomplete", "off");
    field.set("spellcheck", "false").set("translate", "no")
}

/// A value as text, and what to do with another one.
struct Bound {
    value: Box<dyn Fn() -> String>,
    change: Box<dyn Fn(String)>,
}

impl Bound {
    fn new(value: impl Fn() -> String + 'static, change: impl Fn(String) + 'static) -> Self {
        Self { value: Box::new(value), change: Box::new(change) }
    }

    /// Shows the value in a field and takes up what is entered there.
    fn to(self, field: Tag, event: &'static str) -> Tag {
        field.value(self.value).on_value(event, self.change)
    }
}

/// A field for one line of text, at most as long as the file format allows.
pub(crate) fn text_field(
    (label, longest): (Words, usize),
    value: impl Fn() -> String + 'static,
    change: impl Fn(String) + 'static,
) -> View {
    let id = unique_id();
    let field = line(&id, [&longest.to_string(), "text"]);
    labeled("field", label, &id, Bound::new(value, change).to(field, "input"))
}

/// A field for a whole number as text, which says when what stands there cannot be meant; whoever
/// reads it decides what an empty one means.
pub(crate) fn number_field(
    label: Words,
    is_wrong: impl Fn() -> bool + 'static,
    value: impl Fn() -> String + 'static,
    change: impl Fn(String) + 'static,
) -> View {
    let id = unique_id();
    let field = line(&id, ["5", "numeric"]);
    let field = wrong_while(field, is_wrong);
    labeled("field short", label, &id, Bound::new(value, change).to(field, "input"))
}

fn line(id: &str, [longest, mode]: [&str; 2]) -> Tag {
    let field = private("input", id).set("type", "text").set("inputmode", mode);
    field.set("maxlength", longest)
}

/// Says of a field when what stands there cannot be meant.
fn wrong_while(field: Tag, is_wrong: impl Fn() -> bool + 'static) -> Tag {
    field.follow("aria-invalid", move || is_wrong().then_some("true"))
}

/// A field for a longer text.
pub(crate) fn long_field(
    (label, longest): (Words, usize),
    value: impl Fn() -> String + 'static,
    change: impl Fn(String) + 'static,
) -> View {
    let id = unique_id();
    let field = private("textarea", &id).set("rows", "3");
    let field = field.set("maxlength", &longest.to_string());
    labeled("field wide", label, &id, Bound::new(value, change).to(field, "input"))
}

/// A field for a day; a half-typed day is no day.
pub(crate) fn date_field(
    label: Words,
    value: impl Fn() -> Option<Date> + 'static,
    change: impl Fn(Option<Date>) + 'static,
) -> View {
    checked_date_field(label, || false, value, change)
}

/// A field for a day, which says when what stands there cannot be meant.
pub(crate) fn checked_date_field(
    label: Words,
    is_wrong: impl Fn() -> bool + 'static,
    value: impl Fn() -> Option<Date> + 'static,
    change: impl Fn(Option<Date>) + 'static,
) -> View {
    let shown = move || value().map(|it| it.to_string()).unwrap_or_default();
    let bound = Bound::new(shown, move |text| change(text.parse().ok()));
    let id = unique_id();
    let field = private("input", &id).set("type", "date").set("max", "9999-12-31");
    labeled("field short", label, &id, bound.to(wrong_while(field, is_wrong), "change"))
}
