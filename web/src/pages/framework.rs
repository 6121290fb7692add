//! The requirements of one framework edition and what is concluded about each.

use crate::components::table::table_under_heading;
use crate::pages::with_work;
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text::result as words;
use kumomori_core::id::FrameworkRef;
use kumomori_core::requirement::RequirementStatus;
use kumomori_report::table as tables;
use kumomori_report::table::Shown;
use kumomori_report::words as terms;
use leptos::prelude::*;

/// The page.
pub(crate) fn framework_page(framework: FrameworkRef) -> AnyView {
    let state = use_state();
    let id = framework.clone();
    let title = move || state.names().framework(&id);
    with_work(title, move || content(state, framework.clone()))
}

fn content(state: State, id: FrameworkRef) -> AnyView {
    let found = state.library.framework(&id);
    let title = found.map(|it| view! { <p class="lead">{state.tell(it.title)}</p> });
    let notice = found.map(|it| view! { <p class="notice">{state.tell(it.notice)}</p> });
    let rows = move || {
        let evaluation = state.evaluation.get()?;
        let built = tables::requirements(&state.names(), &evaluation, &id, Shown::All);
        let none = built.rows.is_empty();
        Some(if none { view! { <p>{state.say(words::NOT_TARGET)}</p> }.into_any() } else { table_under_heading(built) })
    };
    view! {
        <p><a href=Route::Result.href()>{state.say(words::BACK)}</a></p>
        {title}
        {notice}
        {rows}
        {statuses(state)}
    }
    .into_any()
}

/// What each status means.
fn statuses(state: State) -> AnyView {
    use kumomori_core::dimension::Status;
    let all = [
        RequirementStatus::Judged(Status::Met),
        RequirementStatus::Judged(Status::Claimed),
        RequirementStatus::Judged(Status::Unknown),
        RequirementStatus::Judged(Status::Gap),
        RequirementStatus::NotCovered,
        RequirementStatus::NotApplicable,
    ];
    let items = all.map(|it| {
        view! {
            <div>
                <dt>{state.say(terms::requirement_status(it))}</dt>
                <dd>{state.say(terms::requirement_status_meaning(it))}</dd>
            </div>
        }
    });
    view! {
        <h2>{state.say(words::STATUS)}</h2>
        <dl class="facts">{items.into_iter().collect_view()}</dl>
    }
    .into_any()
}
