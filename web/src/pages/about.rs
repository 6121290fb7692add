//! Privacy, limits, the guides of the library and its glossary.

use crate::components::modal::modal;
use crate::components::piece::{
    all, announced, block, button, button_while, facts, live, paragraph, run, section,
};
use crate::pages::page_title;
use crate::state::{State, use_state};
use crate::storage::erase;
use crate::text;
use crate::text::about as words;
use kumomori_core::guide::Guide;
use kumomori_core::text::TextId;
use kumomori_report::words::Words;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The page.
pub(crate) fn about_page() -> AnyView {
    let state = use_state();
    let privacy = [words::PRIVACY_1, words::PRIVACY_2, words::PRIVACY_3, words::PRIVACY_4];
    let check = [words::CHECK_1, words::CHECK_2, words::CHECK_3];
    let limits = [words::LIMITS_1, words::LIMITS_2, words::LIMITS_3];
    all([
        page_title(state.say(words::TITLE)),
        section(state.say(words::PRIVACY), prose(state, &privacy)),
        section(state.say(words::CHECK), prose(state, &check)),
        section(state.say(words::FORGET_TITLE), forget(state)),
        section(state.say(words::LIMITS), prose(state, &limits)),
        all(state.library.guides.iter().map(|it| guide(state, it))),
        section(state.say(words::GLOSSARY), glossary(state)),
        section(state.say(words::SOURCES), sources(state)),
    ])
}

fn prose(state: State, paragraphs: &[Words]) -> AnyView {
    all(paragraphs.iter().map(|it| paragraph("", state.say(*it))))
}

fn forget(state: State) -> AnyView {
    let is_asking = RwSignal::new(false);
    let may = Signal::stored(state.is_writer);
    let ask = move || is_asking.set(true);
    let ask = button_while("danger", state.say(words::FORGET), may, ask);
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

fn sure(state: State, is_asking: RwSignal<bool>) -> AnyView {
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

/// A guide as a table: its rows down, its columns across.
fn guide(state: State, guide: &'static Guide) -> AnyView {
    let columns = guide.columns.iter().map(|(_, title)| head(state.tell(*title)));
    let head = all([head(state.say(words::ASPECT))].into_iter().chain(columns));
    let rows = all(guide.rows.iter().map(|(title, cells)| row(state, *title, cells)));
    let title = guide.title;
    let label = Signal::derive(move || state.names().prose(title));
    let table = view! {
        <div class="frame" role="group" tabindex="0" aria-label=label>
            <table class="guide">
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    let content = all([paragraph("", state.tell(guide.intro)), table.into_any()]);
    section(state.tell(guide.title), content)
}

fn head(title: AnyView) -> AnyView {
    view! { <th scope="col">{title}</th> }.into_any()
}

fn row(state: State, title: TextId, cells: &[TextId]) -> AnyView {
    let cells = all(cells.iter().map(|it| view! { <td>{state.tell(*it)}</td> }.into_any()));
    view! {
        <tr>
            <th scope="row">{state.tell(title)}</th>
            {cells}
        </tr>
    }
    .into_any()
}

fn glossary(state: State) -> AnyView {
    let terms = state.library.terms.iter().map(|it| (state.tell(it.term), state.tell(it.meaning)));
    facts("facts", terms.collect())
}

fn sources(state: State) -> AnyView {
    let frameworks = state.library.frameworks.iter();
    let sources = frameworks.map(|it| (it.name.clone().into_any(), state.tell(it.source)));
    let version = format!(" {} ", state.stamp.version).into_any();
    let hash = run("code", state.stamp.sha256.clone().into_any());
    all([
        facts("facts", sources.collect()),
        paragraph("", all([state.say(words::LIBRARY), version, hash])),
    ])
}
