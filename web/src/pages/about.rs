//! Privacy, limits, the guides of the library and its glossary.

use crate::components::modal::modal;
use crate::pages::page_title;
use crate::state::{State, use_state};
use crate::storage::erase;
use crate::text;
use crate::text::about as words;
use kumomori_core::guide::Guide;
use kumomori_report::words::Words;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The page.
pub(crate) fn about_page() -> AnyView {
    let state = use_state();
    let guides = state.library.guides.iter().map(|it| guide(state, it)).collect_view();
    view! {
        {page_title(move || state.say(words::TITLE)().to_owned())}
        {prose(words::PRIVACY, &[words::PRIVACY_1, words::PRIVACY_2, words::PRIVACY_3, words::PRIVACY_4])}
        {prose(words::CHECK, &[words::CHECK_1, words::CHECK_2, words::CHECK_3])}
        {forget(state)}
        {prose(words::LIMITS, &[words::LIMITS_1, words::LIMITS_2, words::LIMITS_3])}
        {guides}
        {glossary(state)}
        {sources(state)}
    }
    .into_any()
}

fn prose(title: Words, paragraphs: &[Words]) -> AnyView {
    let state = use_state();
    let text = paragraphs.iter().map(|it| view! { <p>{state.say(*it)}</p> }).collect_view();
    view! { <section><h2>{state.say(title)}</h2>{text}</section> }.into_any()
}

fn forget(state: State) -> AnyView {
    let is_asking = RwSignal::new(false);
    let has_failed = RwSignal::new(false);
    let close = move || is_asking.set(false);
    let act = move |_| {
        spawn_local(async move {
            if erase(state).await.is_err() {
                has_failed.set(true);
            }
        });
    };
    let failed = move || {
        has_failed.get().then(|| view! { <p class="problem">{state.say(words::FORGET_FAILED)}</p> })
    };
    let body = move || {
        view! {
            <p>{state.say(words::FORGET_TEXT)}</p>
            <div role="alert">{failed}</div>
            <div class="actions">
                <button type="button" class="primary" on:click=move |_| close()>
                    {state.say(text::CANCEL)}
                </button>
                <button type="button" class="danger" on:click=act>
                    {state.say(words::FORGET_DO)}
                </button>
            </div>
        }
        .into_any()
    };
    let title = move || state.say(words::FORGET_SURE)().to_owned();
    view! {
        <section>
            <h2>{state.say(words::FORGET_TITLE)}</h2>
            <p>{state.say(words::FORGET_TEXT)}</p>
            <p class="actions">
                <button type="button" class="danger" disabled=!state.is_writer on:click=move |_| is_asking.set(true)>
                    {state.say(words::FORGET)}
                </button>
            </p>
        </section>
        {modal("forget-title", title, move || is_asking.get(), close, body)}
    }
    .into_any()
}

/// A guide as a table: its rows down, its columns across.
fn guide(state: State, guide: &'static Guide) -> AnyView {
    let columns = guide.columns.iter().map(|(_, title)| {
        view! { <th scope="col">{state.tell(*title)}</th> }
    });
    let rows = guide.rows.iter().map(|(title, cells)| {
        let cells = cells.iter().map(|it| view! { <td>{state.tell(*it)}</td> });
        view! { <tr><th scope="row">{state.tell(*title)}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <section>
            <h2>{state.tell(guide.title)}</h2>
            <p>{state.tell(guide.intro)}</p>
            <div class="frame" role="region" tabindex="0" aria-label=state.tell(guide.title)>
                <table class="guide">
                    <thead><tr><th scope="col">{state.say(words::ASPECT)}</th>{columns.collect_view()}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn glossary(state: State) -> AnyView {
    let terms = state.library.terms.iter().map(|it| {
        view! { <div><dt>{state.tell(it.term)}</dt><dd>{state.tell(it.meaning)}</dd></div> }
    });
    view! {
        <section>
            <h2>{state.say(words::GLOSSARY)}</h2>
            <dl class="facts">{terms.collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn sources(state: State) -> AnyView {
    let frameworks = state.library.frameworks.iter().map(|it| {
        view! {
            <div>
                <dt>{it.name.clone()}</dt>
                <dd>{state.tell(it.source)}</dd>
            </div>
        }
    });
    view! {
        <section>
            <h2>{state.say(words::SOURCES)}</h2>
            <dl class="facts">{frameworks.collect_view()}</dl>
            <p>{state.say(words::LIBRARY)}" "{state.stamp.version.clone()}" "<code>{state.stamp.sha256.clone()}</code></p>
        </section>
    }
    .into_any()
}
