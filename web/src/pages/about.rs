//! Privacy, limits, the guides of the library and its glossary.

use crate::components::aside::aside;
use crate::components::modal::modal;
use crate::components::piece::{
    announced, block, button, button_while, cell, facts, frame, grid, head, link_beside, paragraph,
    row, run, section,
};
use crate::components::shown::{show, shown};
use crate::dom::{View, all, el, live, plain};
use crate::pages::{page_title, with_texts};
use crate::reactive::prelude::*;
use crate::routes::{reference_index, statement};
use crate::state::{State, use_state};
use crate::storage::erase;
use crate::text;
use crate::text::about as words;
use kumomori_core::guide::Guide;
use kumomori_core::text::TextId;
use wasm_bindgen_futures::spawn_local;

/// The page.
pub(crate) fn about_page() -> View {
    let state = use_state();
    all([
        page_title(state.say(words::TITLE)),
        section(state.say(words::PRIVACY), prose(state, "privacy")),
        section(state.say(words::CHECK), all([prose(state, "check"), probe(state)])),
        section(state.say(words::LOCK), shown(state, "lock")),
        section(state.say(words::KEPT), all([shown(state, "keeping"), forget(state)])),
        section(state.say(words::LIMITS), prose(state, "limits")),
        section(state.say(words::REFERENCE), reference(state)),
        with_texts(move || all(state.library.guides.iter().map(|it| guide(state, it)))),
        section(state.say(words::GLOSSARY), with_texts(move || glossary(state))),
        section(state.say(words::SOURCES), sources(state)),
    ])
}

fn prose(state: State, part: &'static str) -> View {
    aside(state, move || Some(format!("about {part}")), 2)
}

/// The ways out, tried in this browser.
fn probe(state: State) -> View {
    let place = el("div").set("role", "status");
    let element: web_sys::Element = place.element();
    let act = move || show(state, "probe", &element, state.spoken.get_untracked().tag());
    let ask = button("", state.say(words::PROBE), act);
    all([paragraph("", state.say(words::PROBE_TEXT)), block("actions screen", ask), place.view()])
}

fn forget(state: State) -> View {
    let is_asking = RwSignal::new(false);
    let ask = move || is_asking.set(true);
    let ask = button_while("danger", state.say(words::FORGET), move || state.is_writer, ask);
    let close = move || is_asking.set(false);
    let title = state.say(words::FORGET_SURE);
    all([
        paragraph("", state.say(words::FORGET_TEXT)),
        block("actions", ask),
        modal(
            "forget-title",
            title,
            move || is_asking.get(),
            close,
            move || sure(state, is_asking),
        ),
    ])
}

fn sure(state: State, is_asking: RwSignal<bool>) -> View {
    let has_failed = RwSignal::new(false);
    let act = move || {
        spawn_local(async move {
            if erase(state).await.is_err() {
                has_failed.set(true);
            }
        });
    };
    let failed =
        move || has_failed.get().then(|| paragraph("problem", state.say(words::FORGET_FAILED)));
    let answers = all([
        button("primary", state.say(text::CANCEL), move || is_asking.set(false)),
        button("danger", state.say(words::FORGET_DO), act),
    ]);
    all([
        paragraph("", state.say(words::FORGET_TEXT)),
        announced(live(failed)),
        block("actions", answers),
    ])
}

/// Where everything can be read and printed.
fn reference(state: State) -> View {
    let href = move || reference_index(state.lang.get());
    let link = link_beside(href, state.say(words::REFERENCE_LINK));
    let statement =
        link_beside(move || statement(state.lang.get()), state.say(words::STATEMENT_LINK));
    let links = [link, statement].map(|it| paragraph("", it));
    all([paragraph("", state.say(words::REFERENCE_TEXT)), all(links)])
}

/// A guide as a table: its rows down, its columns across.
fn guide(state: State, guide: &'static Guide) -> View {
    let columns = guide.columns.iter().map(|(_, title)| head("col", "", state.tell(*title)));
    let columns = row([head("col", "", state.say(words::ASPECT))].into_iter().chain(columns));
    let rows = all(guide.rows.iter().map(|(title, cells)| aspect(state, *title, cells)));
    let title = guide.title;
    let table = grid("guide", None, columns, el("tbody").with(rows));
    let frame = frame(move || state.names().prose(title), table);
    section(state.tell(guide.title), all([paragraph("", state.tell(guide.intro)), frame]))
}

fn aspect(state: State, title: TextId, cells: &[TextId]) -> View {
    let cells = cells.iter().map(|it| cell("", state.tell(*it)));
    row([head("row", "", state.tell(title))].into_iter().chain(cells))
}

fn glossary(state: State) -> View {
    let terms = state.library.terms.iter().map(|it| (state.tell(it.term), state.tell(it.meaning)));
    facts("facts", terms.collect())
}

fn sources(state: State) -> View {
    let frameworks = state.library.frameworks.iter();
    let sources = frameworks.map(|it| (plain(&it.name), state.tell(it.source)));
    let version = plain(&format!(" {} ", state.stamp.version));
    let hash = run("code", plain(&state.stamp.sha256));
    all([
        facts("facts", sources.collect()),
        paragraph("", all([state.say(words::LIBRARY), version, hash])),
    ])
}
