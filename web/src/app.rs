//! The frame of every page.

use crate::components::confirm::confirm_replace;
use crate::components::header::header;
use crate::components::notice::notices;
use crate::components::why::why;
use crate::dom::{View, all, el, live};
use crate::pages;
use crate::reactive::prelude::*;
use crate::routes::Route;
use crate::state::State;

/// Header, notices, the page of the address, and the dialogs.
pub(crate) fn app(state: State) -> View {
    let page = Memo::new(move |_| state.route.read().page());
    let content = all([notices(), live(move || Some(page_of(state, page.get())))]);
    let main = el("main").set("id", "main").with(content).view();
    all([header(), main, confirm_replace(), why()])
}

fn page_of(state: State, page: Route) -> View {
    provide_context(state.of_page());
    show(page)
}

fn show(page: Route) -> View {
    match page {
        Route::Start => pages::start::start_page(),
        Route::Scope => pages::scope::scope_page(),
        Route::Assess => pages::assess::assess_page(),
        Route::Domain(domain, _) => pages::domain::domain_page(domain),
        Route::List(_) => pages::list::list_page(),
        Route::Control(id, filter) => pages::control::control_page(id, filter),
        Route::Guide => pages::guide::guide_page(),
        Route::Evidence => pages::evidence::evidence_page(),
        Route::Result => pages::result::result_page(),
        Route::Plan => pages::plan::plan_page(),
        Route::Framework(framework) => pages::framework::framework_page(framework),
        Route::History => pages::past::history_page(),
        Route::Step(seq) => pages::past::step_page(seq),
        Route::About => pages::about::about_page(),
    }
}
