//! The domains and how far each is answered.

use crate::pages::with_work;
use crate::progress::{self, Progress};
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::id::DomainId;
use leptos::prelude::*;

/// The page.
pub(crate) fn assess_page() -> AnyView {
    let state = use_state();
    with_work(move || state.say(words::TITLE)().to_owned(), move || list(state))
}

fn list(state: State) -> AnyView {
    let domains = Memo::new(move |_| {
        let evaluation = state.evaluation.read();
        evaluation.as_ref().map(|it| progress::domains(state.library, it)).unwrap_or_default()
    });
    let total = Memo::new(move |_| state.evaluation.read().as_ref().map(|it| progress::overall(it)));
    let none = move || {
        domains.read().is_empty().then(|| view! { <p>{state.say(words::NO_SCOPE)}</p> })
    };
    view! {
        <p class="lead">{state.say(words::LEAD)}</p>
        {move || total.get().filter(|it| it.all > 0).map(|it| bar(state, it))}
        {none}
        <ul class="tasks">
            <For each=move || domains.get() key=Clone::clone children=move |it| task(state, it) />
        </ul>
        <p class="actions">
            <a class="button" href=Route::Result.href()>{state.say(words::TO_RESULT)}</a>
        </p>
        {move || strangers(state)}
    }
    .into_any()
}

/// How far something is answered, as a bar and in words.
pub(crate) fn bar(state: State, progress: Progress) -> AnyView {
    let said = move || words::answered(state.lang.get(), progress.answered, progress.all);
    view! {
        <p class="progress">
            <progress max=progress.all.to_string() value=progress.answered.to_string() aria-label=said></progress>
            " "
            <span>{said}</span>
        </p>
    }
    .into_any()
}

fn task(state: State, domain: DomainId) -> AnyView {
    let href = Route::Domain(domain.clone(), None).href();
    let found = state.library.domain(&domain);
    let title = found.map(|it| state.tell(it.title));
    let about = found.map(|it| state.tell(it.description));
    let progress = Memo::new(move |_| {
        state.evaluation.read().as_ref().map(|it| progress::of_domain(it, &domain))
    });
    let status = move || {
        let progress = progress.get()?;
        let word = match progress {
            Progress { answered, all, .. } if answered == all => words::DONE,
            Progress { touched: 0, .. } => words::TODO,
            _ => words::PARTLY,
        };
        let count = format!("{}/{}", progress.answered, progress.all);
        let class = if word == words::DONE { "state done" } else { "state" };
        Some(view! { <span class=class>{state.say(word)}" "<span class="count">{count}</span></span> })
    };
    view! {
        <li>
            <span class="task">
                <a href=href>{title}</a>
                <span class="hint">{about}</span>
            </span>
            {status}
        </li>
    }
    .into_any()
}

fn strangers(state: State) -> Option<AnyView> {
    let evaluation = state.evaluation.get()?;
    let found = progress::strangers(&evaluation);
    if found.is_empty() {
        return None;
    }
    let items = found.iter().map(|it| view! { <li><code>{it.to_string()}</code></li> });
    let view = view! {
        <section aria-labelledby="strangers">
            <h2 id="strangers">{state.say(words::NOT_IN_LIBRARY)}</h2>
            <ul>{items.collect_view()}</ul>
        </section>
    };
    Some(view.into_any())
}
