//! The reasons of a figure, down to the answers.

use crate::components::aside::aside;
use crate::components::modal::modal;
use crate::components::piece::{block, button, run};
use crate::dom::{View, all, el, live, plain};
use crate::reactive::prelude::*;
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text;
use kumomori_core::id::ControlId;
use kumomori_report::table::Topic;

/// Explains what was asked for last, until it is closed.
pub(crate) fn why() -> View {
    let state = use_state();
    let is_open = move || state.question.read().is_some();
    let close = move || state.question.set(None);
    modal("why-title", state.say(text::result::EXPLANATION), is_open, close, move || body(state))
}

fn body(state: State) -> View {
    let question = move || state.question.get().as_ref().map(Topic::words);
    let content = aside(state, question, 3);
    let ways = all([
        live(move || state.question.get().and_then(|it| way_to_answers(state, &it))),
        button("", state.say(text::CLOSE), move || state.question.set(None)),
    ]);
    all([block("explanation", content), block("actions", ways)])
}

/// For a control: the way to its answers.
fn way_to_answers(state: State, topic: &Topic) -> Option<View> {
    let Topic::Control(id) = topic else { return None };
    let route = route_of(state, id)?;
    let label = state.say(text::result::TO_ANSWER);
    let close = move |_| state.question.set(None);
    let way = el("a").class("button primary").set("href", &route.href()).with(label);
    Some(way.on("click", close).view())
}

/// Where a control is answered.
fn route_of(state: State, id: &ControlId) -> Option<Route> {
    let control = state.library.control(id)?;
    Some(Route::Domain(control.domain.clone(), Some(id.clone())))
}

/// A button that asks for the reasons of something, named after it.
pub(crate) fn why_button(topic: Topic, about: View) -> View {
    let state = use_state();
    let label = all([state.say(text::WHY), run("unseen", all([plain(" "), about]))]);
    button("topic screen", label, move || state.question.set(Some(topic.clone())))
}
