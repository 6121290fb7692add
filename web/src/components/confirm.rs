//! The question before the present assessment is given up.

use crate::components::aside::{aside, ask};
use crate::components::header::save_file;
use crate::components::modal::modal;
use crate::components::piece::{block, button, paragraph, run};
use crate::dom::{View, all, plain, text};
use crate::past::{file, read};
use crate::reactive::prelude::*;
use crate::state::{Incoming, State, use_state};
use crate::text::file as words;
use kumomori_wire::assessment::assessment_text;
use wasm_bindgen_futures::spawn_local;

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
    let same = state.incoming.get_untracked().filter(|it| is_same(state, it));
    all([
        paragraph("", all([state.say(words::REPLACE_TEXT), plain(" "), run("strong", name)])),
        paragraph("", state.say(words::REPLACE_WARNING)),
        block("actions", answers),
        all(same.map(|it| merging(state, assessment_text(&it.assessment)))),
    ])
}

/// Whether a file is one of the present assessment, and says something else.
fn is_same(state: State, incoming: &Incoming) -> bool {
    let work = state.work.read_untracked();
    work.as_ref().is_some_and(|it| it.id == incoming.assessment.id && *it != incoming.assessment)
}

/// Where the present assessment and the file contradict each other, and the ways to have both in one.
fn merging(state: State, theirs: String) -> View {
    let both = RwSignal::new(None::<String>);
    spawn_local(async move {
        let history = file().await.unwrap_or_default();
        both.set(Some(format!("{theirs}\u{1e}{history}")));
    });
    let take = move |side: &'static str| {
        spawn_local(async move {
            let subject = format!("merge {side} {}", both.get_untracked().unwrap_or_default());
            let told = ask(state, subject).await;
            let Some(merged) = read(state, &told) else { return };
            state.incoming.set(None);
            if state.work.read_untracked().as_ref() != Some(&merged) {
                state.edit(|it| *it = merged);
            }
        });
    };
    let ways = all([
        button("", state.say(words::MERGE_FIRST), move || take("first")),
        button("", state.say(words::MERGE_SECOND), move || take("second")),
    ]);
    all([
        paragraph("", state.say(words::MERGE_TEXT)),
        aside(state, move || both.get().map(|it| format!("contradictions {it}")), 2),
        block("actions", ways),
    ])
}
