//! Owner, due date and note of one answer.

use crate::components::field::{date_field, long_field, text_field};
use crate::state::use_state;
use crate::text::assess as words;
use kumomori_core::control::Control;
use kumomori_core::role::Role;
use kumomori_wire::assessment::limit;
use leptos::prelude::*;

/// The fields; an empty one is none.
pub(crate) fn notes(control: &'static Control, role: Role) -> AnyView {
    let state = use_state();
    let now = Memo::new(move |_| {
        let answer = state.answer(&control.id, role);
        (answer.owner, answer.due, answer.note)
    });
    let filled = |text: String| Some(text).filter(|it| !it.is_empty());
    let edit = move |change: &dyn Fn(&mut kumomori_core::assessment::Answer)| {
        state.edit_answer(&control.id, role, |it| change(it));
    };
    view! {
        <details>
            <summary>{state.say(words::NOTES)}</summary>
            <div class="row">
                {text_field(
                    (words::OWNER, limit::NAME),
                    move || now.get().0.unwrap_or_default(),
                    move |text| edit(&|it| it.owner = filled(text.clone())),
                )}
                {date_field(words::DUE, move || now.get().1, move |due| edit(&|it| it.due = due))}
            </div>
            {long_field(
                (words::NOTE, limit::NOTE),
                move || now.get().2.unwrap_or_default(),
                move |text| edit(&|it| it.note = filled(text.clone())),
            )}
        </details>
    }
    .into_any()
}
