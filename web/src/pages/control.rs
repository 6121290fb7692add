//! One control alone, with the ways to the one before and after it.

use crate::components::answer::control_section;
use crate::components::piece::{block, link, paragraph, run};
use crate::dom::{View, all, live, plain, text};
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

/// The page.
pub(crate) fn control_page(id: ControlId) -> View {
    let state = use_state();
    let of = id.clone();
    let title = text(move || {
        let sequence = sequence(state);
        let place = sequence.iter().position(|(it, _)| *it == of).map_or(0, |it| it + 1);
        words::place(state.lang.get(), place, sequence.len())
    });
    // Whoever comes here by ear hears which control it is, too; its name is the next heading.
    let name = state.library.control(&id).map(|it| all([plain(": "), state.tell(it.title)]));
    let title = all([title, all(name.map(|it| run("unseen", it)))]);
    with_work(title, move || content(state, &id))
}

/// The controls in scope, domain by domain.
fn sequence(state: State) -> Vec<(ControlId, Roles)> {
    let evaluation = state.evaluation.read();
    evaluation.as_ref().map(|it| progress::sequence(state.library, it)).unwrap_or_default()
}

fn content(state: State, id: &ControlId) -> View {
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
    let id = id.clone();
    all([bar(state, total), fields(live(section)), live(move || Some(ways(state, &id)))])
}

/// To the control before, to the one after, to the next that is not answered, and to the lists.
fn ways(state: State, id: &ControlId) -> View {
    let sequence = sequence(state);
    let place = sequence.iter().position(|(it, _)| it == id);
    let at = |place: Option<usize>| place.and_then(|it| sequence.get(it)).map(|(it, _)| it.clone());
    let next = place.map_or(0, |it| it + 1);
    let is_open = |it: &ControlId| {
        let evaluation = state.evaluation.read();
        evaluation.as_ref().is_some_and(|all| progress::is_open(all, it))
    };
    let (before, after) = sequence.split_at(next.min(sequence.len()));
    let open = after.iter().chain(before).map(|(it, _)| it).find(|it| *it != id && is_open(it));
    let way = |class, to: Option<ControlId>, label: Words| {
        to.map(|to| link(class, &Route::Control(to).href(), state.say(label)))
    };
    let previous = way("button", at(place.and_then(|it| it.checked_sub(1))), words::PREVIOUS);
    let following = way("button primary", at(Some(next)), words::NEXT);
    let open = way("button", open.cloned(), words::NEXT_OPEN);
    let result = following
        .is_none()
        .then(|| link("button primary", &Route::Result.href(), state.say(assess::TO_RESULT)));
    let back = link("button", &Route::Assess.href(), state.say(assess::BACK));
    let ways = [previous, following, result, open, Some(back)].into_iter().flatten();
    block("actions", all(ways.flat_map(|it| [it, plain(" ")])))
}
