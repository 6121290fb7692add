//! What an answer comes to, as it is being given.

use crate::components::piece::{block, cell, grid, head, paragraph, row};
use crate::components::why::why_button;
use crate::dom::{View, all, el, live, text};
use crate::reactive::prelude::*;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::control::Control;
use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::{Dimension, Reading};
use kumomori_core::ladder::Level;
use kumomori_core::role::Role;
use kumomori_report::table::Topic;
use kumomori_report::words as terms;
use kumomori_report::words::Sense;

/// Confirmed, claimed and possible levels of design, operation and both together.
pub(crate) fn outcome(control: &'static Control, role: Role) -> View {
    let state = use_state();
    let result = Memo::new(move |_| state.result(&control.id, role));
    let senses = [Sense::Confirmed, Sense::Claimed, Sense::Low, Sense::High].map(terms::sense);
    let titles = senses.into_iter().chain([words::CAP]);
    let titles = titles.map(|it| head("col", "", state.say(it)));
    let head = row([cell("", all([]))].into_iter().chain(titles));
    let flag = live(move || {
        let flag = result.get().and_then(|it| it.flag);
        flag.map(|it| paragraph("flag", state.say(terms::flag(it))))
    });
    let why = why_button(Topic::Control(control.id.clone()), state.tell(control.title));
    let body = el("tbody").set("aria-live", "polite").with(rows(state, result));
    let table = grid("", Some(state.say(words::OUTCOME)), head, body);
    block("outcome", all([table, flag, why]))
}

/// The rows stay and their numbers follow, so that only what changed is read out.
fn rows(state: State, result: Memo<Option<ControlResult<'static>>>) -> View {
    let dimensions = Dimension::ALL.map(|dimension| {
        let part = move |it: &ControlResult<'_>| {
            let part = it.dimension(dimension);
            (part.reading, Some(part.cap.number()))
        };
        numbers(state.say(terms::dimension(dimension)), result, part)
    });
    let assured = |it: &ControlResult<'_>| (it.assured, None);
    let assured = numbers(state.say(terms::assured_operation()), result, assured);
    all([all(dimensions), assured])
}

fn numbers(
    name: View,
    result: Memo<Option<ControlResult<'static>>>,
    part: impl Fn(&ControlResult<'_>) -> (Reading, Option<u8>) + Copy + 'static,
) -> View {
    let number = move |idx: usize| {
        let Some((reading, cap)) = result.read().as_ref().map(part) else { return String::new() };
        let Reading { low, confirmed, claimed, high, .. } = reading;
        let levels = [confirmed, claimed, low, high].map(Level::number);
        let number = levels.get(idx).copied().or(cap);
        number.map_or_else(|| "-".to_owned(), |it| it.to_string())
    };
    let cells = (0..5).map(|idx| cell("number", text(move || number(idx))));
    row([head("row", "", name)].into_iter().chain(cells))
}
