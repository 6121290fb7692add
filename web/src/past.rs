//! What was before this page was opened, as the history that the browser keeps tells it.

use crate::components::aside::ask;
use crate::dom::on_window;
use crate::reactive::prelude::*;
use crate::state::State;
use crate::storage::history;
use kumomori_core::assessment::Assessment;
use kumomori_wire::assessment::read_assessment;
use wasm_bindgen_futures::spawn_local;

/// The end of a field of what the worker answers.
pub(crate) const FIELD: char = '\u{1f}';

/// Everything that led to the assessment, as a file; `None` when it cannot be had.
pub(crate) async fn file() -> Option<String> {
    steps(false).await
}

async fn steps(is_recent: bool) -> Option<String> {
    history(is_recent).await.ok()?.as_string().filter(|it| it.contains("\"seq\":"))
}

/// Makes the steps of earlier visits ones that can be taken back, once the worker is there.
pub(crate) fn recall(state: State) {
    on_window("asideready", move |_| {
        if state.is_writer {
            spawn_local(async move { remember(state).await.unwrap_or_default() });
        }
    });
}

async fn remember(state: State) -> Option<()> {
    let is_fresh = |state: State| !state.history.read_untracked().has_past();
    let file = steps(true).await.filter(|_| is_fresh(state))?;
    let told = ask(state, format!("trail {file}")).await;
    let mut fields = told.split_terminator(FIELD);
    let n: usize = fields.next()?.parse().ok()?;
    let mut past: Vec<Assessment> = fields.filter_map(|it| read(state, it)).collect();
    let future = past.split_off(n.min(past.len()));
    state.history.update(|it| it.recall(past, future));
    Some(())
}

/// An assessment that was kept, or that the worker gave back.
pub(crate) fn read(state: State, text: &str) -> Option<Assessment> {
    Some(read_assessment(text.as_bytes(), state.library, state.today).ok()?.assessment)
}
