//! Owner, due date and note of one answer.

use crate::components::choice::check_box;
use crate::components::field::{date_field, long_field, text_field};
use crate::components::piece::{block, details};
use crate::dom::{View, all};
use crate::reactive::prelude::*;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::assessment::Answer;
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
    let now = Memo::new(move |_| state.answer(&control.id, role));
    let filled = |text: &str| Some(text.to_owned()).filter(|it| !it.is_empty());
    let edit = move |change: &dyn Fn(&mut Answer)| {
        state.edit_answer(&control.id, role, |it| change(it));
    };
    let owner = text_field(
        (words::OWNER, limit::NAME),
        move || now.get().owner.unwrap_or_default(),
        move |text| edit(&|it| it.owner = filled(&text)),
    );
    let due = date_field(words::DUE, move || now.get().due, move |due| edit(&|it| it.due = due));
    let note = long_field(
        (words::NOTE, limit::NOTE),
        move || now.get().note.unwrap_or_default(),
        move |text| edit(&|it| it.note = filled(&text)),
    );
    all([block("row", all([owner, due])), note])
}
