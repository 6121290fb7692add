//! The pages of the site, one for each route.

use crate::routes::TITLE_ID;
use crate::state::use_state;
use crate::text;
use leptos::prelude::*;

pub(crate) mod about;
pub(crate) mod assess;
pub(crate) mod domain;
pub(crate) mod framework;
pub(crate) mod result;
pub(crate) mod scope;
pub(crate) mod start;

/// The first heading of a page, which takes the focus when the page is entered.
pub(crate) fn page_title(title: impl Fn() -> String + Send + 'static) -> AnyView {
    view! { <h1 id=TITLE_ID tabindex="-1">{title}</h1> }.into_any()
}

/// Shows `page` when there is an assessment, and the way to one otherwise.
pub(crate) fn with_work(
    title: impl Fn() -> String + Send + 'static,
    page: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let state = use_state();
    let has_work = Memo::new(move |_| state.work.read().is_some());
    let content = move || if has_work.get() { page() } else { nothing_yet() };
    view! {
        {page_title(title)}
        {content}
    }
    .into_any()
}

fn nothing_yet() -> AnyView {
    let state = use_state();
    view! {
        <p>{state.say(text::NOTHING_YET)}</p>
        <p>
            {state.say(text::NOTHING_YET_HINT)}" "
            <a href="#/">{state.say(text::TO_START)}</a>
        </p>
    }
    .into_any()
}
