//! What is wrong with a file: the same messages as on the command line.

use crate::components::aside::ask;
use crate::components::piece::{in_order, loading, paragraph, run};
use crate::dom::{View, all, el, follow, live, plain};
use crate::past::FIELD;
use crate::reactive::prelude::*;
use crate::state::State;
use crate::text;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// How many fields the worker tells of each problem.
const FIELDS: usize = 7;

/// Every problem of a file with its place, the line underlined, and what to do.
pub(crate) fn diagnostics(state: State, file: &Arc<str>) -> View {
    let (file, told) = (Arc::clone(file), RwSignal::new(None::<Vec<String>>));
    follow(move || {
        state.lang.track();
        let subject = format!("problems {file}");
        spawn_local(async move {
            let answer = ask(state, subject).await;
            told.try_set(Some(answer.split_terminator(FIELD).map(str::to_owned).collect()));
        });
    });
    live(move || {
        Some(match told.read().as_deref() {
            None => loading(state),
            Some([]) => paragraph("problem", state.say(text::NO_TEXTS_HINT)),
            Some(fields) => in_order("diagnostics", fields.chunks(FIELDS).map(item)),
        })
    })
}

fn item(fields: &[String]) -> View {
    let [code, said, help, at, line @ ..] = fields else { return all([]) };
    let said = paragraph("", all([plain(said), plain(" "), run("code", plain(code))]));
    let place = (!at.is_empty()).then(|| excerpt(at, line));
    let help = (!help.is_empty()).then(|| paragraph("help", plain(help)));
    all([said].into_iter().chain(place).chain(help))
}

/// The line of a place with the part that is meant marked.
fn excerpt(at: &str, line: &[String]) -> View {
    let [before, marked, after] = line else { return all([]) };
    let at = run("place", plain(at));
    let mark = el("mark").with(plain(marked)).view();
    let line = [at, plain(" "), plain(before), mark, plain(after)];
    el("pre").class("excerpt").with(all(line)).view()
}
