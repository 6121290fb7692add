//! The requirements of one framework edition and what is concluded about each.

use crate::components::piece::{facts, link, link_beside, paragraph, section};
use crate::components::table::table_under_heading;
use crate::dom::{View, all, live, text};
use crate::pages::with_work;
use crate::routes::{Route, reference_page};
use crate::state::{State, use_state};
use crate::text::result as words;
use kumomori_core::dimension::Status;
use kumomori_core::id::FrameworkRef;
use kumomori_core::requirement::RequirementStatus;
use kumomori_report::table as tables;
use kumomori_report::table::Shown;
use kumomori_report::words as terms;
use leptos::prelude::*;

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
        live(move || requirements(state, &id)),
        section(state.say(words::STATUS), statuses(state)),
    ])
}

fn requirements(state: State, id: &FrameworkRef) -> Option<View> {
    let evaluation = state.evaluation.get()?;
    let built = tables::requirements(&state.names(), &evaluation, id, Shown::All);
    let is_target = !built.rows.is_empty();
    let not_target = || paragraph("", state.say(words::NOT_TARGET));
    Some(if is_target { table_under_heading(&built) } else { not_target() })
}

/// What each status means.
fn statuses(state: State) -> View {
    let judged = [Status::Met, Status::Claimed, Status::Unknown, Status::Gap, Status::Contradicted];
    let others = [RequirementStatus::NotCovered, RequirementStatus::NotApplicable];
    let all = judged.map(RequirementStatus::Judged).into_iter().chain(others);
    let meaning = |it| {
        let name = state.say(terms::requirement_status(it));
        (name, state.say(terms::requirement_status_meaning(it)))
    };
    facts("facts", all.map(meaning).collect())
}
