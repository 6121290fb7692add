//! The controls of one domain, with their questions.

use crate::components::answer::control_section;
use crate::pages::assess::bar;
use crate::pages::with_work;
use crate::progress;
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::id::DomainId;
use leptos::prelude::*;

/// The page.
pub(crate) fn domain_page(domain: DomainId) -> AnyView {
    let state = use_state();
    let title = state.library.domain(&domain).map(|it| state.tell(it.title));
    let title = move || title.map_or_else(|| state.say(words::TITLE)().to_owned(), |it| it());
    with_work(title, move || content(state, domain.clone()))
}

fn content(state: State, domain: DomainId) -> AnyView {
    let about = state.library.domain(&domain).map(|it| state.tell(it.description));
    let of = domain.clone();
    let controls = Memo::new(move |_| {
        let evaluation = state.evaluation.read();
        evaluation.as_ref().map(|it| progress::controls(it, &of)).unwrap_or_default()
    });
    let of = domain.clone();
    let answered =
        Memo::new(move |_| state.evaluation.read().as_ref().map(|it| progress::of_domain(it, &of)));
    let none = move || {
        controls.read().is_empty().then(|| view! { <p>{state.say(words::NO_DOMAIN)}</p> })
    };
    view! {
        <p><a href=Route::Assess.href()>{state.say(words::BACK)}</a></p>
        <p class="lead">{about}</p>
        {move || answered.get().filter(|it| it.all > 0).map(|it| bar(state, it))}
        {none}
        <fieldset class="page" disabled=!state.is_writer>
            <For
                each=move || controls.get()
                key=|(id, roles)| (id.clone(), roles.customer, roles.provider)
                children=move |(id, roles)| {
                    state.library.control(&id).map(|it| control_section(it, roles))
                }
            />
        </fieldset>
        {move || onward(state, &domain)}
    }
    .into_any()
}

/// The way to the next domain with something in scope, or to the result after the last.
fn onward(state: State, domain: &DomainId) -> Option<AnyView> {
    let evaluation = state.evaluation.get()?;
    let domains = progress::domains(state.library, &evaluation);
    let next = domains.iter().skip_while(|it| *it != domain).nth(1);
    let href = next.map_or(Route::Result, |it| Route::Domain(it.clone(), None)).href();
    let label = if next.is_some() { words::NEXT } else { words::TO_RESULT };
    let title = next.map(|it| format!(": {}", state.names().domain(it)));
    let view = view! {
        <p class="actions">
            <a class="button primary" href=href>{state.say(label)}{title}</a>
            <a class="button" href=Route::Assess.href()>{state.say(words::BACK)}</a>
        </p>
    };
    Some(view.into_any())
}
