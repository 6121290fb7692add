//! What stands on top of every page.

use crate::download::download;
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
    view! {
        {skip_link()}
        <header class="masthead">
            <p class="brand"><a href="#/"><b lang="ja">"雲守"</b>" "<span lang="en">"Kumomori"</span></a></p>
            {languages()}
            {pages()}
            <div class="files">
                {open_button("button")}
                <button
                    type="button"
                    class="button"
                    disabled=move || state.work.read().is_none()
                    on:click=move |_| save_file(state)
                >
                    {state.say(text::file::SAVE)}
                </button>
                {saving()}
            </div>
        </header>
    }
    .into_any()
}

/// A link over everything that repeats; the address is for pages, so it moves the focus itself.
fn skip_link() -> AnyView {
    let state = use_state();
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let title = document().get_element_by_id(TITLE_ID);
        if let Some(title) = title.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            title.focus().unwrap_or_default();
        }
    };
    view! { <a class="skip" href="#page-title" on:click=skip>{state.say(text::SKIP)}</a> }.into_any()
}

fn pages() -> AnyView {
    let state = use_state();
    let pages = [
        (Route::Start, text::NAV_START),
        (Route::Scope, text::NAV_SCOPE),
        (Route::Assess, text::NAV_ASSESS),
        (Route::Result, text::NAV_RESULT),
        (Route::About, text::NAV_ABOUT),
    ];
    let items = pages.map(|(route, name)| page_link(route, name)).into_iter().collect_view();
    view! {
        <nav aria-label=state.say(text::PAGES)>
            <ul>{items}</ul>
        </nav>
    }
    .into_any()
}

fn page_link(route: Route, name: Words) -> AnyView {
    let state = use_state();
    let href = route.href();
    let current = move || (state.route.read().section() == route).then_some("page");
    view! { <li><a href=href aria-current=current>{state.say(name)}</a></li> }.into_any()
}

fn languages() -> AnyView {
    let state = use_state();
    let button = |lang: Lang, name: &'static str| {
        view! {
            <button
                type="button"
                lang=lang.tag()
                aria-pressed=move || if state.lang.get() == lang { "true" } else { "false" }
                on:click=move |_| state.lang.set(lang)
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="languages" role="group" aria-label=state.say(text::LANGUAGE)>
            {button(Lang::Ja, "日本語")}
            {button(Lang::En, "English")}
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
fn saving() -> AnyView {
    let state = use_state();
    let said = move || match state.saving.get() {
        _ if !state.is_writer => state.say(text::READ_ONLY)().to_owned(),
        Saving::Idle => String::new(),
        Saving::Busy => state.say(text::SAVING)().to_owned(),
        Saving::Saved(None) => state.say(text::SAVED)().to_owned(),
        Saving::Saved(Some(time)) => format!("{} {time}", state.say(text::SAVED)()),
        Saving::Failed(reason) => {
            format!("{}({})", state.say(text::NOT_SAVED)(), state.say(reason)())
        }
    };
    let class = move || if matches!(*state.saving.read(), Saving::Failed(_)) { "problem" } else { "" };
    view! { <p class="saving" role="status"><span class=class>{said}</span></p> }.into_any()
}

/// Offers the assessment as a file.
pub(crate) fn save_file(state: State) {
    let text = state.work.with_untracked(|work| {
        work.as_ref().map(|it| {
            let mut stamped = it.clone();
            stamped.library = Some(state.stamp.clone());
            assessment_text(&stamped)
        })
    });
    let text = text.or_else(|| state.unreadable.get_untracked());
    if let Some(text) = text {
        offer(state, "kumomori-assessment.json", &text);
    }
}

/// Offers a text as a file; a browser that cannot make one says so in the console only.
pub(crate) fn offer(state: State, name: &str, text: &str) {
    if download(name, text).is_err() {
        state.saving.set(Saving::Failed(text::REASON_CLOSED));
    }
}
