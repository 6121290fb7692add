//! Owner, due date and note of one answer.

use crate::components::choice::check_box;
use crate::components::field::{date_field, long_field, text_field};
use crate::components::piece::{block, details};
use crate::dom::{View, all};
use crate::reactive::prelude::*;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::control::Control;
use kumomori_core::role::Role;
use kumomori_wire::assessment::limit;

/// The fields; an empty one is none.
pub(crate) fn notes(control: &'static Control, role: Role) -> View {
    let state = use_state();
    details("", state.say(words::NOTES), move || fields(state, control, role))
}

/// The mark that says that somebody wants to look at the answer again.
pub(crate) fn mark(control: &'static Control, role: Role) -> View {
    let state = use_state();
    let is_marked = move || state.answer(&control.id, role).is_marked;
    let change = move |it| state.edit_answer(&control.id, role, |answer| answer.is_marked = it);
    check_box(state.say(words::MARK), None, is_marked, change)
}

fn fields(state: State, control: &'static Control, role: Role) -> View {
    let now = Memo::new(move |_| state.answer(&control.id, role).note);
    let note = long_field(
        (words::NOTE, limit::NOTE),
        move || now.get().unwrap_or_default(),
        move |text| state.edit_answer(&control.id, role, |it| it.note = filled(&text)),
    );
    all([owner_and_due(state, control, role), note])
}

/// Who answers for it, and until when.
pub(crate) fn owner_and_due(state: State, control: &'static Control, role: Role) -> View {
    let now = Memo::new(move |_| {
        let answer = state.answer(&control.id, role);
        (answer.owner, answer.due)
    });
    let owner = text_field(
        (words::OWNER, limit::NAME),
        move || now.get().0.unwrap_or_default(),
        move |text| state.edit_answer(&control.id, role, |it| it.owner = filled(&text)),
    );
    let due = date_field(
        words::DUE,
        move || now.get().1,
        move |due| state.edit_answer(&control.id, role, |it| it.due = due),
    );
    block("row", all([owner, due]))
}

fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|it| !it.is_empty())
}
