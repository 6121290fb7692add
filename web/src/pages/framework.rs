//! The requirements of one framework edition and what is concluded about each.

use crate::components::aside::aside;
use crate::components::piece::{link, link_beside, paragraph};
use crate::dom::{View, all, text};
use crate::pages::with_work;
use crate::reactive::prelude::*;
use crate::routes::{Route, reference_page};
use crate::state::{State, use_state};
use crate::text::result as words;
use kumomori_core::id::FrameworkRef;

/// The page.
pub(crate) fn framework_page(framework: FrameworkRef) -> View {
    let state = use_state();
    let id = framework.clone();
    let title = text(move || state.names().framework(&id));
    with_work(title, move || content(state, &framework))
}

fn content(state: State, id: &FrameworkRef) -> View {
    let found = state.library.framework(id);
    let title = found.map(|it| paragraph("lead", state.tell(it.title)));
    let notice = found.map(|it| paragraph("notice", state.tell(it.notice)));
    let id = id.clone();
    let page = id.clone();
    let href = move || reference_page(&page, state.lang.get());
    let reference = found.map(|_| paragraph("", link_beside(href, state.say(words::REFERENCE))));
    all([
        paragraph("", link("", &Route::Result.href(), state.say(words::BACK))),
        all(title.into_iter().chain(notice).chain(reference)),
        aside(state, move || Some(format!("requirements {} {}", id.framework, id.edition)), 1),
    ])
}
