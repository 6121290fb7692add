//! How the assessment came about, and what it was at each step.

use crate::components::aside::ask;
use crate::components::choice::select;
use crate::components::field::text_field;
use crate::components::header::offer;
use crate::components::past::{Kept, file, told};
use crate::components::piece::{
    block, button, button_while, cell, details, frame, grid, head, link, paragraph, row, section,
    toggle,
};
use crate::dom::{View, all, el, follow, live, plain, text};
use crate::pages::{page_title, with_texts};
use crate::past::{FIELD, read};
use crate::reactive::prelude::*;
use crate::routes::Route;
use crate::state::{Notice, Saving, State, use_state};
use crate::storage::{Naming, erase_steps};
use crate::text::past as words;
use kumomori_wire::assessment::limit::NAME;
use wasm_bindgen_futures::spawn_local;

/// The page of all steps.
pub(crate) fn history_page() -> View {
    let state = use_state();
    all([page_title(state.say(words::TITLE)), with_texts(move || history(state))])
}

fn history(state: State) -> View {
    let file = file(state);
    let save = move || {
        if let Kept::File(text) = file.get_untracked() {
            offer(state, "kumomori-history.json", &text);
        }
    };
    // What led to an assessment that cannot be read may be all that is left of it.
    let has_work = has_work(state);
    // Only what is kept can be the end of what led to it.
    let whole_subject = move || {
        let is_kept = state.is_writer && matches!(*state.saving.read(), Saving::Saved(_));
        if is_kept { "history" } else { "chain" }.to_owned()
    };
    let whole = move || {
        all([
            told(state, file, whole_subject, 3),
            paragraph("hint", state.say(words::SAVE_HINT)),
            block("actions", button("", state.say(words::SAVE), save)),
            live(move || {
                has_work
                    .get()
                    .then(|| details("", state.say(words::ERASE), move || erase(state, file)))
            }),
        ])
    };
    all([
        paragraph("lead", state.say(words::LEAD)),
        live(move || has_work.get().then(|| naming(state))),
        section(state.say(words::STEPS), steps(state, file)),
        section(state.say(words::WHOLE), whole()),
    ])
}

/// The way to give the present state a name.
fn naming(state: State) -> View {
    let Naming(naming) = expect_context();
    let name = RwSignal::new(String::new());
    let has_name = move || state.is_writer && !name.read().trim().is_empty();
    let keep = move || {
        naming.set(Some(name.get_untracked().trim().to_owned()));
        name.set(String::new());
    };
    let field = text_field((words::NAME, NAME), move || name.get(), move |it| name.set(it));
    block("naming", all([field, button_while("primary", state.say(words::KEEP), has_name, keep)]))
}

/// The steps as the worker lists them, each four fields: number, time, name and what changed.
fn listed(state: State, file: RwSignal<Kept>) -> RwSignal<Vec<String>> {
    let lines = RwSignal::new(Vec::<String>::new());
    follow(move || {
        state.lang.track();
        let Kept::File(file) = file.get() else { return };
        spawn_local(async move {
            let told = ask(state, format!("steps {file}")).await;
            lines.try_set(told.split_terminator(FIELD).map(str::to_owned).collect());
        });
    });
    lines
}

fn steps(state: State, file: RwSignal<Kept>) -> View {
    let lines = listed(state, file);
    let is_named_only = RwSignal::new(false);
    let only_named = toggle(
        None,
        state.say(words::ONLY_NAMED),
        move || is_named_only.get(),
        move || is_named_only.update(|it| *it = !*it),
    );
    let table = move || {
        let lines = lines.read();
        let is_shown =
            |it: &&[String]| !is_named_only.get() || it.get(2).is_some_and(|it| !it.is_empty());
        let rows = all(lines.chunks(4).filter(is_shown).map(line));
        let heads =
            [words::WHEN, words::NAMED, words::WHAT].map(|it| head("col", "", state.say(it)));
        let heads = row([head("col", "end", state.say(words::STEP))].into_iter().chain(heads));
        let table = grid("", None, heads, el("tbody").with(rows));
        Some(frame(move || state.word(words::STEPS).to_owned(), table))
    };
    all([block("actions", only_named), live(table)])
}

fn line(fields: &[String]) -> View {
    let [seq, at, name, what] = fields else { return all([]) };
    let step = seq.parse().map_or(Route::History, Route::Step);
    row([
        head("row", "number", link("", &step.href(), plain(seq))),
        cell("brief", plain(at)),
        cell("", plain(name)),
        cell("prose", plain(what)),
    ])
}

fn erase(state: State, file: RwSignal<Kept>) -> View {
    let act = move || {
        spawn_local(async move {
            match erase_steps(state).await {
                Ok(()) => drop(file.try_set(Kept::read().await)),
                Err(_) => state.refuse(Notice::NotRead),
            }
        });
    };
    let is_writer = move || state.is_writer;
    let act = button_while("danger", state.say(words::ERASE_DO), is_writer, act);
    all([paragraph("", state.say(words::ERASE_TEXT)), block("actions", act)])
}

/// The page of what is different since a step.
pub(crate) fn step_page(seq: u32) -> View {
    let state = use_state();
    let title = text(move || words::step(state.lang.get(), seq));
    all([page_title(title), with_texts(move || since(state, seq))])
}

fn since(state: State, seq: u32) -> View {
    let has_work = has_work(state);
    let file = file(state);
    let with_state = move |act: fn(State, &str)| {
        spawn_local(async move {
            let Kept::File(file) = file.get_untracked() else { return };
            match ask(state, format!("state {seq} {file}")).await {
                text if text.is_empty() => state.refuse(Notice::NoTexts),
                text => act(state, &text),
            }
        });
    };
    let other = RwSignal::new(None::<u32>);
    let lines = listed(state, file);
    let subject = move || {
        other.get().map_or_else(|| format!("since {seq}"), |it| format!("between {seq}-{it}"))
    };
    let is_writer = move || state.is_writer;
    let ways = all([
        button_while("primary", state.say(words::RESTORE), is_writer, move || with_state(restore)),
        button("", state.say(words::SAVE_STATE), move || with_state(save)),
    ]);
    all([
        paragraph("", link("", &Route::History.href(), state.say(words::ALL))),
        block("actions", ways),
        paragraph("hint", state.say(words::RESTORE_HINT)),
        live(move || others(state, seq, &lines.read(), other)),
        live(move || has_work.get().then(|| told(state, file, subject, 1))),
    ])
}

/// The choice of what a state is compared with: the present assessment, or another state that was given
/// a name, if there is one.
fn others(state: State, seq: u32, lines: &[String], other: RwSignal<Option<u32>>) -> Option<View> {
    let named = lines.chunks(4).filter_map(|line| {
        let [other, at, name, _] = line else { return None };
        let other = other.parse().ok().filter(|it| *it != seq && !name.is_empty())?;
        Some((Some(other), plain(&format!("{name} ({at})"))))
    });
    let present = (None, state.say(words::PRESENT));
    let choices: Vec<_> = [present].into_iter().chain(named).collect();
    (choices.len() > 1)
        .then(|| select(words::BESIDE, choices, move || other.get(), move |it| other.set(it)))
}

fn restore(state: State, text: &str) {
    let Some(earlier) = read(state, text) else { return };
    if state.work.read_untracked().is_some() {
        state.edit(|it| *it = earlier);
    } else {
        state.recover(earlier);
    }
}

fn has_work(state: State) -> Memo<bool> {
    Memo::new(move |_| state.work.read().is_some())
}

fn save(state: State, text: &str) {
    offer(state, "kumomori-assessment.json", text);
}
