//! The question before the present assessment is given up.

use crate::components::header::save_file;
use crate::components::modal::modal;
use crate::components::piece::{block, button, paragraph, run};
use crate::dom::{View, all, plain, text};
use crate::state::{State, use_state};
use crate::text::file as words;
use leptos::prelude::*;

/// Asks whether an assessment may replace the present one, and offers to save that first.
pub(crate) fn confirm_replace() -> View {
    let state = use_state();
    let is_open = move || state.incoming.read().is_some();
    let close = move || state.incoming.set(None);
    modal("replace-title", state.say(words::REPLACE), is_open, close, move || question(state))
}

fn question(state: State) -> View {
    let name =
        text(move || state.incoming.read().as_ref().map(|it| it.name.clone()).unwrap_or_default());
    let replace = move || {
        if let Some(incoming) = state.incoming.get_untracked() {
            state.replace(incoming);
        }
    };
    let answers = all([
        button("", state.say(words::REPLACE_SAVE), move || save_file(state)),
        button("primary", state.say(words::REPLACE_KEEP), move || state.incoming.set(None)),
        button("danger", state.say(words::REPLACE_DO), replace),
    ]);
    all([
        paragraph("", all([state.say(words::REPLACE_TEXT), plain(" "), run("strong", name)])),
        paragraph("", state.say(words::REPLACE_WARNING)),
        block("actions", answers),
    ])
}
