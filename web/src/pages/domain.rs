//! The controls of one domain, with their questions.

use crate::components::answer::control_section;
use crate::components::piece::{block, link, paragraph};
use crate::dom::{View, all, live, plain};
use crate::pages::assess::bar;
use crate::pages::{fields, with_work};
use crate::progress;
use crate::reactive::prelude::*;
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::id::DomainId;

/// The page.
pub(crate) fn domain_page(domain: DomainId) -> View {
    let state = use_state();
    let found = state.library.domain(&domain);
    let title = found.map_or_else(|| state.say(words::TITLE), |it| state.tell(it.title));
    with_work(title, move || content(state, &domain))
}

fn content(state: State, domain: &DomainId) -> View {
    let of = domain.clone();
    let controls = Memo::new(move |_| {
        let evaluation = state.evaluation.read();
        evaluation.as_ref().map(|it| progress::controls(it, &of)).unwrap_or_default()
    });
    let of = domain.clone();
    let answered =
        Memo::new(move |_| state.evaluation.read().as_ref().map(|it| progress::of_domain(it, &of)));
    let sections = move || {
        let controls = controls.get();
        let found = controls
            .into_iter()
            .filter_map(|(id, roles)| Some((state.library.control(&id)?, roles)));
        let mut sections = found.map(|(control, roles)| control_section(control, roles)).peekable();
        let is_empty = sections.peek().is_none();
        Some(if is_empty { paragraph("", state.say(words::NO_DOMAIN)) } else { all(sections) })
    };
    let back = || link("", &Route::Assess.href(), state.say(words::BACK));
    let about =
        state.library.domain(domain).map(|it| paragraph("lead", state.tell(it.description)));
    let domain = domain.clone();
    all([
        paragraph("", back()),
        all(about),
        bar(state, answered),
        fields(live(sections)),
        live(move || onward(state, &domain)),
    ])
}

/// The way to the next domain with something in scope, or to the result after the last.
fn onward(state: State, domain: &DomainId) -> Option<View> {
    let evaluation = state.evaluation.get()?;
    let domains = progress::domains(state.library, &evaluation);
    let next = domains.iter().skip_while(|it| *it != domain).nth(1);
    let (route, label) = match next {
        Some(next) => {
            let label = format!("{}: {}", state.word(words::NEXT), state.names().domain(next));
            (Route::Domain(next.clone(), None), label)
        }
        None => (Route::Result, state.word(words::TO_RESULT).to_owned()),
    };
    let ways = all([
        link("button primary", &route.href(), plain(&label)),
        link("button", &Route::Assess.href(), state.say(words::BACK)),
    ]);
    Some(block("actions", ways))
}
