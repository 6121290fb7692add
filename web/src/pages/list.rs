//! All answers in one table: filtered, searched, sorted, and given in place.

use crate::components::bulk::bulk;
use crate::components::choice::select;
use crate::components::field::text_field;
use crate::components::listed::row_of;
use crate::components::piece::{
    announced, block, details, frame, grid, head, link, paragraph, row,
};
use crate::components::sheet::sheet;
use crate::dom::{View, all, el, live, plain, text};
use crate::filter::{Filter, Show};
use crate::pages::{fields, with_work};
use crate::progress;
use crate::reactive::prelude::*;
use crate::routes::{Route, go};
use crate::state::{State, use_state};
use crate::text::assess;
use crate::text::list as words;
use kumomori_core::assessment::Assessment;
use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::Dimension;
use kumomori_core::order::sort_by_key;
use kumomori_core::role::Role;
use kumomori_report::words as terms;
use kumomori_report::words::Words;
use std::sync::Arc;

/// The most characters of a search.
const LONGEST: usize = 100;

/// A control by its place in the library, and the role that it is answered for.
pub(crate) type Listed = Vec<(usize, Role)>;

/// The page.
pub(crate) fn list_page() -> View {
    let state = use_state();
    with_work(state.say(words::TITLE), move || content(state))
}

fn content(state: State) -> View {
    let query = RwSignal::new(String::new());
    let by_gaps = RwSignal::new(false);
    let owner = RwSignal::new(None::<String>);
    let in_scope = Memo::new(move |_| {
        let evaluation = state.evaluation.read();
        evaluation.as_ref().map_or(0, |it| progress::overall(it).all)
    });
    // Whoever goes to another page leaves the filter as it was.
    let chosen = Memo::new(move |before: Option<&Arc<Filter>>| match &*state.route.read() {
        Route::List(filter) => Arc::new(filter.clone()),
        _ => before.cloned().unwrap_or_default(),
    });
    // Answers do not take rows away while somebody works on them.
    let listed = Memo::new(move |_| {
        in_scope.track();
        listed(state, &chosen.read(), (&query.get(), owner.get().as_deref()), by_gaps.get())
    });
    let found = text(move || words::count(state.lang.get(), listed.read().len()));
    all([
        paragraph("lead", state.say(words::LEAD)),
        paragraph("", link("", &Route::Assess.href(), state.say(assess::BACK))),
        block("filters", filters(state, query, owner, by_gaps)),
        announced(paragraph("strong", found)),
        fields(all([
            details("", state.say(words::BULK), move || bulk(listed)),
            details("", state.say(words::SHEET), move || sheet(state)),
            live(move || Some(table(state, &listed.get(), &chosen.read()))),
        ])),
    ])
}

/// The filter of the address.
fn filter(state: State) -> Filter {
    match &*state.route.read() {
        Route::List(filter) => filter.clone(),
        _ => Filter::default(),
    }
}

fn listed(
    state: State,
    filter: &Filter,
    (query, owner): (&str, Option<&str>),
    by_gaps: bool,
) -> Listed {
    let evaluation = state.evaluation.get_untracked();
    let work = state.work.read_untracked();
    let Some((evaluation, work)) = evaluation.as_ref().zip(work.as_ref()) else {
        return Listed::new();
    };
    let query = lower(query.trim());
    let mut found = filter.leaves(work, evaluation);
    found.retain(|it| query.is_empty() || says(state, it, &query));
    found.retain(|it| owner.is_none_or(|owner| owner_of(work, it) == owner));
    let gap = |it: &ControlResult<'_>| {
        evaluation.gaps.iter().position(|gap| (&gap.control.id, gap.role) == it.name())
    };
    let domain = |it: &ControlResult<'_>| {
        state.library.domains.iter().position(|domain| domain.id == it.control.domain)
    };
    sort_by_key(&mut found, |it| {
        let place = if by_gaps { gap(it) } else { domain(it) };
        place.unwrap_or(usize::MAX)
    });
    found.into_iter().map(|it| (it.control_idx, it.role)).collect()
}

/// Who answers for a control; empty for nobody.
fn owner_of<'a>(work: &'a Assessment, it: &ControlResult<'_>) -> &'a str {
    let answer = work.answer(&it.control.id, it.role);
    answer.and_then(|it| it.owner.as_deref()).unwrap_or_default()
}

/// All owners in the order of their answers, and nobody.
fn owners(state: State) -> Vec<(Option<String>, View)> {
    let mut named: Vec<(Option<String>, View)> = any_or(state, []);
    state.work.with_untracked(|work| {
        for owner in work.iter().flat_map(|it| &it.answers).filter_map(|it| it.owner.as_ref()) {
            if named.iter().all(|(it, _)| it.as_ref() != Some(owner)) {
                named.push((Some(owner.clone()), plain(owner)));
            }
        }
    });
    named.push((Some(String::new()), state.say(words::NO_OWNER)));
    named
}

/// Whether the name, the objective, the owner or the note of an answer has some words in it.
fn says(state: State, it: &ControlResult<'_>, query: &str) -> bool {
    let names = state.names();
    let has = |text: &str| lower(text).contains(query);
    let written = state.work.with_untracked(|work| {
        let answer = work.as_ref().and_then(|work| work.answer(&it.control.id, it.role));
        answer.is_some_and(|it| it.owner.iter().chain(&it.note).any(|it| has(it)))
    });
    written
        || has(it.control.id.as_str())
        || has(names.control(&it.control.id))
        || has(&names.prose(it.control.objective))
}

/// A text in small letters, as the browser has them.
fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

fn filters(
    state: State,
    query: RwSignal<String>,
    owner: RwSignal<Option<String>>,
    by_gaps: RwSignal<bool>,
) -> View {
    let shows = Show::ALL.map(|it| (it, state.say(words::show(it))));
    let roles = Role::ALL.map(|it| (Some(it), state.say(terms::role(it))));
    let domains = state.library.domains.iter();
    let domains = domains.map(|it| (Some(it.id.clone()), state.tell(it.title)));
    let targets = state.work.with_untracked(|it| it.as_ref().map(|it| it.scope.targets.clone()));
    let targets = targets.unwrap_or_default().into_iter().map(|it| it.framework);
    let frameworks = targets.map(|it| {
        let name = it.clone();
        (Some(it), text(move || state.names().framework(&name)))
    });
    let risks = state.library.risks.iter().map(|it| (Some(it.id.clone()), state.tell(it.title)));
    let orders = [(false, words::ORDER_LIBRARY), (true, words::ORDER_GAPS)]
        .map(|(it, name)| (it, state.say(name)));
    all([
        text_field((words::SEARCH, LONGEST), move || query.get(), move |it| query.set(it)),
        choice(state, words::STATE, shows.into(), |it| &mut it.show),
        choice(state, words::ROLE, any_or(state, roles), |it| &mut it.role),
        choice(state, words::DOMAIN, any_or(state, domains), |it| &mut it.domain),
        choice(state, words::FRAMEWORK, any_or(state, frameworks), |it| &mut it.framework),
        choice(state, words::RISK, any_or(state, risks), |it| &mut it.risk),
        // Who answers for what is nothing for an address, which others may see.
        select(words::OWNER, owners(state), move || owner.get(), move |it| owner.set(it)),
        select(words::ORDER, orders.into(), move || by_gaps.get(), move |it| by_gaps.set(it)),
    ])
}

/// The choice of one part of the filter, which stands in the address.
fn choice<T: Clone + PartialEq + 'static>(
    state: State,
    label: Words,
    options: Vec<(T, View)>,
    part: fn(&mut Filter) -> &mut T,
) -> View {
    let value = move || part(&mut filter(state)).clone();
    select(label, options, value, move |chosen| {
        let mut changed = untrack(|| filter(state));
        *part(&mut changed) = chosen;
        go(&Route::List(changed));
    })
}

/// Options with one before them that leaves everything in.
fn any_or<T>(
    state: State,
    options: impl IntoIterator<Item = (Option<T>, View)>,
) -> Vec<(Option<T>, View)> {
    [(None, state.say(words::ANY))].into_iter().chain(options).collect()
}

fn table(state: State, listed: &Listed, filter: &Arc<Filter>) -> View {
    if listed.is_empty() {
        return paragraph("", state.say(words::NONE));
    }
    let column = |name: Words| head("col", "", state.say(name));
    let [design, operation] = Dimension::ALL.map(|it| column(assess::level_of(it)));
    let heads = row([
        column(words::CONTROL),
        column(words::ROLE),
        column(words::DOMAIN),
        design,
        operation,
        column(words::RESULT),
    ]);
    let rows = all(listed.iter().filter_map(|(idx, role)| row_of(state, *idx, *role, filter)));
    let table = grid("answers", None, heads, el("tbody").with(rows));
    frame(move || state.word(words::TITLE).to_owned(), table)
}
