//! The domains and how far each is answered.

use crate::components::piece::{block, facts, link, list, paragraph, run, section};
use crate::dom::{View, all, el, live, plain, text};
use crate::filter::{Filter, Show};
use crate::pages::control::tour;
use crate::pages::with_work;
use crate::progress::{self, Progress};
use crate::reactive::prelude::*;
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text::assess as words;
use crate::text::list as more;
use kumomori_core::id::DomainId;
use std::sync::Arc;

/// The page.
pub(crate) fn assess_page() -> View {
    let state = use_state();
    with_work(state.say(words::TITLE), move || content(state))
}

fn content(state: State) -> View {
    let domains = Memo::new(move |_| {
        let evaluation = state.evaluation.read();
        evaluation.as_ref().map(|it| progress::domains(state.library, it)).unwrap_or_default()
    });
    let total =
        Memo::new(move |_| state.evaluation.read().as_ref().map(|it| progress::overall(it)));
    let tasks = move || {
        let domains = domains.get();
        let none = || paragraph("", state.say(words::NO_SCOPE));
        let tasks = || list("tasks", domains.iter().map(|it| task(state, it)));
        Some(if domains.is_empty() { none() } else { tasks() })
    };
    let result = link("button", &Route::Result.href(), state.say(words::TO_RESULT));
    all([
        paragraph("lead", state.say(words::LEAD)),
        bar(state, total),
        facts("ideas ways", ways(state)),
        live(tasks),
        live(move || marked(state)),
        block("actions", result),
        live(move || strangers(state)),
    ])
}

/// The ways to answer beside domain by domain.
fn ways(state: State) -> Vec<(View, View)> {
    let tour = |filter: Arc<Filter>, name| {
        live(move || {
            let evaluation = state.evaluation.get()?;
            let all = tour(state, &filter, None);
            let open = all.iter().find(|it| progress::is_open(&evaluation, it));
            let route = Route::Control(open.or(all.first())?.clone(), filter.clone());
            Some(link("", &route.href(), state.say(name)))
        })
    };
    let key = Arc::new(Filter { show: Show::Key, ..Filter::default() });
    let list = Route::List(Filter::default()).href();
    vec![
        (tour(key, more::QUICK), state.say(more::QUICK_TEXT)),
        (tour(Arc::default(), more::ONE_BY_ONE), state.say(more::ONE_BY_ONE_TEXT)),
        (link("", &list, state.say(more::TITLE)), state.say(more::LIST_TEXT)),
    ]
}

/// How far something is answered, as a bar and in words.
pub(crate) fn bar(state: State, progress: Memo<Option<Progress>>) -> View {
    let part = move || progress.get().filter(|it| it.all > 0).map(|it| filled(state, it));
    live(part)
}

fn filled(state: State, progress: Progress) -> View {
    let Progress { answered, all, .. } = progress;
    let said = words::answered(state.lang.get(), answered, all);
    let bar = el("progress").set("max", &all.to_string()).set("value", &answered.to_string());
    let bar = bar.set("aria-label", &said).view();
    el("p").class("progress").with(bar).with(run("", plain(&said))).view()
}

fn task(state: State, domain: &DomainId) -> View {
    let href = Route::Domain(domain.clone(), None).href();
    let found = state.library.domain(domain);
    let title = found.map(|it| link("", &href, state.tell(it.title)));
    let about = found.map(|it| run("hint", state.tell(it.description)));
    let domain = domain.clone();
    let progress = Memo::new(move |_| {
        state.evaluation.read().as_ref().map(|it| progress::of_domain(it, &domain))
    });
    let status = live(move || progress.get().map(|it| status(state, it)));
    all([run("task", all(title.into_iter().chain(about))), status])
}

fn status(state: State, progress: Progress) -> View {
    let Progress { answered, touched, all: n } = progress;
    let (class, word) = match (answered == n, touched) {
        (true, _) => ("state done", words::DONE),
        (false, 0) => ("state", words::NOT_BEGUN),
        (false, _) => ("state", words::PARTLY),
    };
    let count = run("count", plain(&format!("{answered}/{n}")));
    run(class, all([state.say(word), plain(" "), count]))
}

/// The way to the answers that are marked, and how many these are.
fn marked(state: State) -> Option<View> {
    let n = state.of_work(|it| it.answers.iter().filter(|it| it.is_marked).count())?;
    let filter = Filter { show: Show::Marked, ..Filter::default() };
    let label = text(move || words::marked(state.lang.get(), n));
    (n > 0).then(|| paragraph("", link("", &Route::List(filter).href(), label)))
}

/// Answers about controls that the library does not have.
fn strangers(state: State) -> Option<View> {
    let found = state.evaluation.read().as_ref().map(|it| progress::strangers(it))?;
    if found.is_empty() {
        return None;
    }
    let ids = list("", found.iter().map(|it| run("code", plain(it.as_str()))));
    let title = text(move || state.word(words::NOT_IN_LIBRARY).to_owned());
    Some(section(title, ids))
}
