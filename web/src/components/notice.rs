//! What to tell about the file that was opened last, above the page.

use crate::components::diagnostics::diagnostics;
use crate::components::header::save_file;
use crate::components::piece::{block, button, details, heading, paragraph, run};
use crate::dom::{View, all, el, live, plain};
use crate::language::speak;
use crate::reactive::prelude::*;
use crate::state::{Notice, State, use_state};
use crate::storage::take_over;
use crate::text;
use crate::text::file as words;
use kumomori_report::words::Words;

/// The notice, and that this tab is read only if it is.
pub(crate) fn notices() -> View {
    let state = use_state();
    let read_only = (!state.is_writer).then(|| {
        let take = button("", state.say(text::TAKE_OVER), take_over);
        block("notice", all([paragraph("", state.say(text::OTHER_TAB)), take]))
    });
    let notice = live(move || state.notice.get().map(|it| notice(state, it)));
    let alert = el("div").set("role", "alert").with(notice).view();
    all(read_only.into_iter().chain([alert]))
}

fn notice(state: State, notice: Notice) -> View {
    match notice {
        Notice::NoTexts => {
            let hint = paragraph("", state.say(text::NO_TEXTS_HINT));
            let again = move || speak(state, state.wanted.get_value());
            let again = paragraph("", button("", state.say(text::NO_TEXTS_AGAIN), again));
            framed(state, text::NO_TEXTS, [hint, again])
        }
        Notice::NotRead => {
            framed(state, words::REFUSED, [paragraph("", state.say(words::UNREADABLE))])
        }
        Notice::Refused { file, told } => {
            let file = paragraph("", run("code", plain(&file)));
            let keeps = paragraph("", state.say(words::REFUSED_KEEPS));
            framed(state, words::REFUSED, [file, keeps, diagnostics(state, &told)])
        }
        Notice::StoredRefused { told } => {
            let keeps = paragraph("", state.say(words::STORED_KEEPS));
            let save = button("", state.say(words::SAVE_RAW), move || save_file(state));
            framed(
                state,
                words::STORED_REFUSED,
                [keeps, paragraph("", save), diagnostics(state, &told)],
            )
        }
        Notice::Opened { warnings, told } => {
            let count = plain(&format!(" ({warnings})"));
            let summary = all([state.say(words::WARNINGS), count]);
            details("notice", summary, move || all([diagnostics(state, &told), close(state)]))
        }
    }
}

fn framed<const N: usize>(state: State, title: Words, parts: [View; N]) -> View {
    let parts = all([heading(2, state.say(title)), all(parts), close(state)]);
    el("section").class("notice").with(parts).view()
}

fn close(state: State) -> View {
    button("", state.say(text::CLOSE), move || state.notice.set(None))
}
