//! What to tell about the file that was opened last, above the page.

use crate::components::diagnostics::diagnostics;
use crate::components::header::offer;
use crate::state::{Notice, State, use_state};
use crate::text;
use kumomori_report::words::Words;
use leptos::prelude::*;

/// The notice, and that this tab is read only if it is.
pub(crate) fn notices() -> AnyView {
    let state = use_state();
    let read_only = (!state.is_writer)
        .then(|| view! { <p class="notice" role="note">{state.say(text::OTHER_TAB)}</p> });
    view! {
        {read_only}
        <div role="alert">{move || state.notice.get().map(|it| notice(state, it))}</div>
    }
    .into_any()
}

fn notice(state: State, notice: Notice) -> AnyView {
    use text::file as words;
    match notice {
        Notice::NotRead => framed(state, words::REFUSED, None, view! { <p>{state.say(words::UNREADABLE)}</p> }.into_any()),
        Notice::Refused { file, diagnostics: all } => {
            let body = view! {
                <p>{state.say(words::REFUSED_KEEPS)}</p>
                {diagnostics(all)}
            };
            framed(state, words::REFUSED, Some(file), body.into_any())
        }
        Notice::StoredRefused { diagnostics: all } => {
            let save = move |_| {
                if let Some(text) = state.unreadable.get_untracked() {
                    offer(state, "kumomori-assessment.json", &text);
                }
            };
            let body = view! {
                <p>{state.say(words::STORED_KEEPS)}</p>
                <p>
                    <button type="button" on:click=save>{state.say(words::SAVE_RAW)}</button>
                </p>
                {diagnostics(all)}
            };
            framed(state, words::STORED_REFUSED, None, body.into_any())
        }
        Notice::Opened { warnings } => {
            let count = warnings.len();
            view! {
                <details class="notice">
                    <summary>{state.say(words::WARNINGS)}" ("{count}")"</summary>
                    {diagnostics(warnings)}
                    {close(state)}
                </details>
            }
            .into_any()
        }
    }
}

fn framed(state: State, title: Words, file: Option<String>, body: AnyView) -> AnyView {
    let file = file.filter(|it| !it.is_empty()).map(|it| view! { <p><code>{it}</code></p> });
    view! {
        <section class="notice">
            <h2>{state.say(title)}</h2>
            {file}
            {body}
            {close(state)}
        </section>
    }
    .into_any()
}

fn close(state: State) -> AnyView {
    view! {
        <button type="button" on:click=move |_| state.notice.set(None)>
            {state.say(text::CLOSE)}
        </button>
    }
    .into_any()
}
