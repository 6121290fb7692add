//! What stands on top of every page.

use crate::boot::encrypted;
use crate::components::piece::{block, button_while, link, list, paragraph, run, toggle};
use crate::dom::{View, all, document, el, plain, text as live_text};
use crate::download::{download, download_bytes};
use crate::language::speak;
use crate::reactive::prelude::*;
use crate::routes::{Route, TITLE_ID};
use crate::state::{Saving, State, use_state};
use crate::storage::note_file;
use crate::text;
use crate::upload::open_file;
use kumomori_core::text::Lang;
use kumomori_report::words::Words;
use kumomori_wire::assessment::assessment_text;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

/// What files of assessments are.
pub(crate) const ASSESSMENTS: &str = ".json,.age,application/json";

/// Brand, pages, files, language, and whether everything is kept.
pub(crate) fn header() -> View {
    let state = use_state();
    let has_work = move || state.work.read().is_some();
    let save = button_while("", state.say(text::file::SAVE), has_work, move || save_file(state));
    let encrypt = move || spawn_local(save_encrypted(state));
    let encrypt = button_while("", state.say(text::file::SAVE_ENCRYPTED), has_work, encrypt);
    let parts = all([
        brand(),
        languages(state),
        pages(state),
        block("files", all([open_button(), save, encrypt, steps(state), saving(state)])),
    ]);
    all([skip_link(state), el("header").class("masthead").with(parts).view()])
}

fn brand() -> View {
    let ja = el("b").set("lang", "ja").with(plain("雲守")).view();
    let en = el("span").set("lang", "en").with(plain("Kumomori")).view();
    paragraph("brand", link("", "#/", all([ja, plain(" "), en])))
}

/// A link over everything that repeats; the address is for pages, so it moves the focus itself.
fn skip_link(state: State) -> View {
    let skip = move |event: web_sys::Event| {
        event.prevent_default();
        let title = document().get_element_by_id(TITLE_ID);
        if let Some(title) = title.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            title.focus().unwrap_or_default();
        }
    };
    let skip = el("a").class("skip").set("href", "#page-title").on("click", skip);
    skip.with(state.say(text::SKIP)).view()
}

fn pages(state: State) -> View {
    let pages = [
        (Route::Start, text::NAV_START),
        (Route::Scope, text::NAV_SCOPE),
        (Route::Assess, text::NAV_ASSESS),
        (Route::Evidence, text::NAV_EVIDENCE),
        (Route::Result, text::NAV_RESULT),
        (Route::Plan, text::NAV_PLAN),
        (Route::About, text::NAV_ABOUT),
    ];
    let items = list("", pages.into_iter().map(|(route, name)| page_link(state, route, name)));
    el("nav").follow("aria-label", move || Some(state.word(text::PAGES))).with(items).view()
}

fn page_link(state: State, route: Route, name: Words) -> View {
    let href = route.href();
    let current = move || (state.route.read().section() == route).then_some("page");
    el("a").set("href", &href).follow("aria-current", current).with(state.say(name)).view()
}

fn languages(state: State) -> View {
    let choice = |lang: Lang, name: &'static str| {
        let is_shown = move || state.lang.get() == lang;
        toggle(Some(lang.tag()), plain(name), is_shown, move || speak(state, lang))
    };
    let choices = all([choice(Lang::Ja, "日本語"), choice(Lang::En, "English")]);
    let group = el("div").class("languages").set("role", "group");
    group.follow("aria-label", move || Some(state.word(text::LANGUAGE))).with(choices).view()
}

/// The way to open a file in place of what is there.
pub(crate) fn open_button() -> View {
    let state = use_state();
    let open = move |it| open_file(state, it);
    file_button(state.say(text::file::OPEN), ASSESSMENTS, !state.is_writer, open)
}

/// A file input that looks like a button.
pub(crate) fn file_button(
    label: View,
    accepted: &'static str,
    is_off: bool,
    take: impl Fn(File) + 'static,
) -> View {
    let input = el("input").set("type", "file").set("accept", accepted);
    let chosen: web_sys::HtmlInputElement = input.element();
    let open = move |_| {
        if let Some(file) = chosen.files().and_then(|files| files.get(0)) {
            take(file);
        }
        // The same file can be chosen again after it was corrected.
        chosen.set_value("");
    };
    let input = input.set_if("disabled", is_off).on("change", open).view();
    el("label").class("button file").with(run("", label)).with(input).view()
}

/// The ways to take a change back and to do it again.
fn steps(state: State) -> View {
    let has_past = move || state.history.read().has_past();
    let has_future = move || state.history.read().has_future();
    all([
        button_while("", state.say(text::UNDO), has_past, move || state.undo()),
        button_while("", state.say(text::REDO), has_future, move || state.redo()),
        link("button", &Route::History.href(), state.say(text::past::TITLE)),
    ])
}

/// Whether the assessment is kept, in words.
fn saving(state: State) -> View {
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
    let class = move || has_failed().then_some("problem");
    let said = el("span").follow("class", class).with(said).view();
    el("p").class("saving").set("role", "status").with(said).view()
}

/// Offers the assessment as a file.
pub(crate) fn save_file(state: State) {
    let unreadable = || state.unreadable.get_untracked().filter(|it| !it.is_empty());
    let Some(text) = saved_text(state).or_else(unreadable) else { return };
    if is_offered(state, "kumomori-assessment.json", &text) {
        note_file();
    }
}

/// Offers the assessment as a file that opens with a passphrase.
async fn save_encrypted(state: State) {
    let Some(text) = saved_text(state) else { return };
    let offered = match encrypted(state.spoken.get_untracked(), &text).await {
        Ok(Some(file)) => {
            download_bytes("kumomori-assessment.json.age", &file).inspect(|()| note_file())
        }
        other => other.map(drop),
    };
    if offered.is_err() {
        state.saving.set(Saving::Failed(text::REASON_CLOSED));
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
    is_offered(state, name, text);
}

fn is_offered(state: State, name: &str, text: &str) -> bool {
    let is_offered = download(name, text).is_ok();
    if !is_offered {
        state.saving.set(Saving::Failed(text::REASON_CLOSED));
    }
    is_offered
}
