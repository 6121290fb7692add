//! What stands on top of every page.

use crate::components::piece::{all, block, button_while, list, text as live_text, toggle};
use crate::download::download;
use crate::language::speak;
use crate::routes::{Route, TITLE_ID};
use crate::state::{Saving, State, use_state};
use crate::text;
use crate::upload::open_file;
use kumomori_core::text::Lang;
use kumomori_report::words::Words;
use kumomori_wire::assessment::assessment_text;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Brand, pages, files, language, and whether everything is kept.
pub(crate) fn header() -> AnyView {
    let state = use_state();
    let has_work = Signal::derive(move || state.work.read().is_some());
    let save = button_while("", state.say(text::file::SAVE), has_work, move || save_file(state));
    let parts = all([
        brand(),
        languages(state),
        pages(state),
        block("files", all([open_button("button"), save, saving(state)])),
    ]);
    let header = view! { <header class="masthead">{parts}</header> };
    all([skip_link(state), header.into_any()])
}

fn brand() -> AnyView {
    view! {
        <p class="brand">
            <a href="#/">
                <b lang="ja">"雲守"</b>
                " "
                <span lang="en">"Kumomori"</span>
            </a>
        </p>
    }
    .into_any()
}

/// A link over everything that repeats; the address is for pages, so it moves the focus itself.
fn skip_link(state: State) -> AnyView {
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let title = document().get_element_by_id(TITLE_ID);
        if let Some(title) = title.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            title.focus().unwrap_or_default();
        }
    };
    view! { <a class="skip" href="#page-title" on:click=skip>{state.say(text::SKIP)}</a> }
        .into_any()
}

fn pages(state: State) -> AnyView {
    let pages = [
        (Route::Start, text::NAV_START),
        (Route::Scope, text::NAV_SCOPE),
        (Route::Assess, text::NAV_ASSESS),
        (Route::Result, text::NAV_RESULT),
        (Route::About, text::NAV_ABOUT),
    ];
    let items = list("", pages.into_iter().map(|(route, name)| page_link(state, route, name)));
    view! { <nav aria-label=state.word_signal(text::PAGES)>{items}</nav> }.into_any()
}

fn page_link(state: State, route: Route, name: Words) -> AnyView {
    let href = route.href();
    let current = Signal::derive(move || (state.route.read().section() == route).then_some("page"));
    view! { <a href=href aria-current=current>{state.say(name)}</a> }.into_any()
}

fn languages(state: State) -> AnyView {
    let choice = |lang: Lang, name: &'static str| {
        let is_shown = Signal::derive(move || state.lang.get() == lang);
        toggle(Some(lang.tag()), name.into_any(), is_shown, move || speak(state, lang))
    };
    let choices = all([choice(Lang::Ja, "日本語"), choice(Lang::En, "English")]);
    view! {
        <div class="languages" role="group" aria-label=state.word_signal(text::LANGUAGE)>
            {choices}
        </div>
    }
    .into_any()
}

/// A file input that looks like a button.
pub(crate) fn open_button(class: &'static str) -> AnyView {
    let state = use_state();
    view! {
        <label class=class class:file=true>
            <span>{state.say(text::file::OPEN)}</span>
            <input
                type="file"
                accept=".json,application/json"
                disabled=!state.is_writer
                on:change:target=move |event| {
                    let input = event.target();
                    if let Some(file) = input.files().and_then(|files| files.get(0)) {
                        open_file(state, file);
                    }
                    // The same file can be chosen again after it was corrected.
                    input.set_value("");
                }
            />
        </label>
    }
    .into_any()
}

/// Whether the assessment is kept, in words.
fn saving(state: State) -> AnyView {
    let said = live_text(move || match state.saving.get() {
        _ if !state.is_writer => state.word(text::READ_ONLY).to_owned(),
        Saving::Idle => String::new(),
        Saving::Busy => state.word(text::SAVING).to_owned(),
        Saving::Saved(None) => state.word(text::SAVED).to_owned(),
        Saving::Saved(Some(time)) => format!("{} {time}", state.word(text::SAVED)),
        Saving::Failed(reason) => {
            format!("{}({})", state.word(text::NOT_SAVED), state.word(reason))
        }
    });
    let has_failed = move || matches!(*state.saving.read(), Saving::Failed(_));
    let class = Signal::derive(move || if has_failed() { "problem" } else { "" });
    view! {
        <p class="saving" role="status">
            <span class=class>{said}</span>
        </p>
    }
    .into_any()
}

/// Offers the assessment as a file.
pub(crate) fn save_file(state: State) {
    let text = saved_text(state).or_else(|| state.unreadable.get_untracked());
    if let Some(text) = text {
        offer(state, "kumomori-assessment.json", &text);
    }
}

/// The assessment as its file, with the version of the policies.
pub(crate) fn saved_text(state: State) -> Option<String> {
    let mut assessment = state.work.get_untracked()?;
    assessment.library = Some(state.stamp.clone());
    Some(assessment_text(&assessment))
}

/// Offers a text as a file, or says that the browser cannot make one.
pub(crate) fn offer(state: State, name: &str, text: &str) {
    if download(name, text).is_err() {
        state.saving.set(Saving::Failed(text::REASON_CLOSED));
    }
}
