//! One control alone, with the ways to the one before and after it.

use crate::components::answer::control_section;
use crate::components::piece::{block, link, paragraph, run};
use crate::dom::{View, all, live, plain, text};
use crate::filter::Filter;
use crate::pages::assess::bar;
use crate::pages::{fields, with_work};
use crate::progress;
use crate::reactive::prelude::*;
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text::assess;
use crate::text::list as words;
use kumomori_core::id::ControlId;
use kumomori_core::role::{Role, Roles};
use kumomori_report::words::Words;
use std::sync::Arc;

/// The page.
pub(crate) fn control_page(id: ControlId, filter: Arc<Filter>) -> View {
    let state = use_state();
    let (of, on) = (id.clone(), filter.clone());
    let title = text(move || {
        let tour = tour(state, &on, Some(&of));
        let place = tour.iter().position(|it| *it == of).map_or(0, |it| it + 1);
        words::place(state.lang.get(), place, tour.len())
    });
    // Whoever comes here by ear hears which control it is, too; its name is the next heading.
    let name = state.library.control(&id).map(|it| all([plain(": "), state.tell(it.title)]));
    let title = all([title, all(name.map(|it| run("unseen", it)))]);
    with_work(title, move || content(state, &id, &filter))
}

/// The controls that a filter leaves, domain by domain, and where one is, whatever became of it.
pub(crate) fn tour(state: State, filter: &Filter, here: Option<&ControlId>) -> Vec<ControlId> {
    let (work, evaluation) = (state.work.read(), state.evaluation.read());
    let Some((work, evaluation)) = work.as_ref().zip(evaluation.as_ref()) else {
        return Vec::new();
    };
    let left = filter.leaves(work, evaluation);
    let all = progress::sequence(state.library, evaluation).into_iter().map(|(it, _)| it);
    all.filter(|id| Some(id) == here || left.iter().any(|it| it.control.id == *id)).collect()
}

fn content(state: State, id: &ControlId, filter: &Arc<Filter>) -> View {
    let of = StoredValue::new(id.clone());
    let asked = Role::ALL.map(|role| {
        Memo::new(move |_| {
            let evaluation = state.evaluation.read();
            let result = evaluation.as_ref().and_then(|it| it.control(&of.read_value(), role));
            result.is_some_and(|it| it.is_in_scope)
        })
    });
    let total =
        Memo::new(move |_| state.evaluation.read().as_ref().map(|it| progress::overall(it)));
    let control = state.library.control(id);
    let section = move || {
        let asked = Role::ALL.into_iter().zip(asked).filter(|(_, is_asked)| is_asked.get());
        let roles = asked.fold(Roles::NONE, |roles, (role, _)| roles.with(role));
        Some(match control.filter(|_| roles != Roles::NONE) {
            Some(control) => control_section(control, roles),
            None => paragraph("", state.say(words::NOT_IN_SCOPE)),
        })
    };
    let (id, filter) = (id.clone(), filter.clone());
    all([bar(state, total), fields(live(section)), live(move || Some(ways(state, &id, &filter)))])
}

/// To the control before, to the one after, to the next that is not answered, and to the lists.
fn ways(state: State, id: &ControlId, filter: &Arc<Filter>) -> View {
    let tour = tour(state, filter, Some(id));
    let place = tour.iter().position(|it| it == id);
    let at = |place: Option<usize>| place.and_then(|it| tour.get(it)).cloned();
    let next = place.map_or(0, |it| it + 1);
    let is_open = |it: &ControlId| {
        let evaluation = state.evaluation.read();
        evaluation.as_ref().is_some_and(|all| progress::is_open(all, it))
    };
    let (before, after) = tour.split_at(next.min(tour.len()));
    let open = after.iter().chain(before).find(|it| *it != id && is_open(it));
    let way = |class, to: Option<ControlId>, label: Words| {
        to.map(|to| link(class, &Route::Control(to, filter.clone()).href(), state.say(label)))
    };
    let previous = way("button", at(place.and_then(|it| it.checked_sub(1))), words::PREVIOUS);
    let following = way("button primary", at(Some(next)), words::NEXT);
    let open = way("button", open.cloned(), words::NEXT_OPEN);
    let result = following
        .is_none()
        .then(|| link("button primary", &Route::Result.href(), state.say(assess::TO_RESULT)));
    let list = (**filter != Filter::default()).then(|| {
        link("button", &Route::List(Filter::clone(filter)).href(), state.say(words::TITLE))
    });
    let back = link("button", &Route::Assess.href(), state.say(assess::BACK));
    let ways = [previous, following, result, open, list, Some(back)].into_iter().flatten();
    block("actions", all(ways.flat_map(|it| [it, plain(" ")])))
}
