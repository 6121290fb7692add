//! The pages of the site, one for each route.

use crate::components::piece::{link, loading, paragraph};
use crate::dom::{View, all, el, live};
use crate::reactive::prelude::*;
use crate::routes::{Route, TITLE_ID};
use crate::state::use_state;
use crate::text;

pub(crate) mod about;
pub(crate) mod assess;
pub(crate) mod control;
pub(crate) mod domain;
pub(crate) mod evidence;
pub(crate) mod framework;
pub(crate) mod guide;
pub(crate) mod list;
pub(crate) mod past;
pub(crate) mod plan;
pub(crate) mod result;
pub(crate) mod scope;
pub(crate) mod start;

/// The first heading of a page, which takes the focus when the page is entered.
pub(crate) fn page_title(title: View) -> View {
    el("h1").set("id", TITLE_ID).set("tabindex", "-1").with(title).view()
}

/// Shows `page` when there is an assessment, and the way to one otherwise.
pub(crate) fn with_work(title: View, page: impl Fn() -> View + 'static) -> View {
    let state = use_state();
    let has_work = Memo::new(move |_| state.work.read().is_some());
    let content = move || if has_work.get() { page() } else { nothing_yet() };
    all([page_title(title), with_texts(content)])
}

/// Shows a part once all texts are here.
pub(crate) fn with_texts(part: impl Fn() -> View + 'static) -> View {
    let state = use_state();
    let is_ready = Memo::new(move |_| state.has_texts(state.lang.get()));
    live(move || Some(if is_ready.get() { part() } else { loading(state) }))
}

fn nothing_yet() -> View {
    let state = use_state();
    all([
        paragraph("", state.say(text::NOTHING_YET)),
        paragraph("", state.say(text::NOTHING_YET_HINT)),
        paragraph("", link("", &Route::Start.href(), state.say(text::TO_START))),
    ])
}

/// The fields of a page, which can be used where this tab may change what is kept.
fn fields(content: View) -> View {
    let is_writer = use_state().is_writer;
    el("fieldset")
        .class("page")
        .set("aria-labelledby", TITLE_ID)
        .set_if("disabled", !is_writer)
        .with(content)
        .view()
}
