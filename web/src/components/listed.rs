//! One answer as a row of the list.

use crate::components::piece::{cell, head, link, row};
use crate::dom::{View, all, el, text};
use crate::filter::Filter;
use crate::reactive::prelude::*;
use crate::routes::Route;
use crate::state::State;
use crate::text::assess;
use crate::text::list as words;
use kumomori_core::control::Control;
use kumomori_core::control_result::{Applies, ControlResult};
use kumomori_core::dimension::Dimension;
use kumomori_core::ladder::{Ladder, Level};
use kumomori_core::requirement::RequirementStatus;
use kumomori_core::role::Role;
use kumomori_report::words as terms;
use kumomori_report::words::Words;
use std::sync::Arc;

/// A control with its levels for a role, which can be chosen in the row.
pub(crate) fn row_of(state: State, idx: usize, role: Role, filter: &Arc<Filter>) -> Option<View> {
    let control = state.library.controls.get(idx)?;
    let route = Route::Control(control.id.clone(), filter.clone());
    let title = link("", &route.href(), state.tell(control.title));
    let domain = state.library.domain(&control.domain).map(|it| state.tell(it.title));
    // One look at the result for each row; what is shown changes only where that does.
    let now = Memo::new(move |_| Now::of(state, idx, role));
    let [design, operation] =
        Dimension::ALL.map(|it| cell("", level_choice(state, control, now, (role, it))));
    Some(row([
        head("row", "", title),
        cell("", state.say(terms::role(role))),
        cell("", all(domain)),
        design,
        operation,
        cell(
            "",
            text(move || now.get().said.map(|it| state.word(it)).unwrap_or_default().to_owned()),
        ),
    ]))
}

/// What a row shows of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Now {
    design: Ladder,
    operation: Ladder,
    /// What the answer comes to, the worse of both dimensions.
    said: Option<Words>,
}

impl Now {
    fn of(state: State, idx: usize, role: Role) -> Self {
        let evaluation = state.evaluation.read();
        let evaluation = evaluation.as_ref();
        let result = evaluation.and_then(|it| it.control_at(idx, role));
        let ladder =
            |of| result.map_or(Ladder::UNKNOWN, |it: &ControlResult<'_>| it.dimension(of).ladder);
        let [design, operation] = Dimension::ALL.map(ladder);
        let said = result.zip(evaluation).and_then(|(it, all)| standing(it, all.target));
        Self { design, operation, said }
    }

    fn ladder(self, dimension: Dimension) -> Ladder {
        match dimension {
            Dimension::Design => self.design,
            Dimension::Operation => self.operation,
        }
    }
}

/// What an answer comes to, the worse of both dimensions.
fn standing(result: &ControlResult<'_>, target: Level) -> Option<Words> {
    let status = |it: Dimension| result.dimension(it).reading.status(target);
    let worst = Dimension::ALL.into_iter().map(status).min()?;
    Some(match result.applies {
        Applies::No => terms::applies(Applies::No),
        _ => terms::requirement_status(RequirementStatus::Judged(worst)),
    })
}

const UNKNOWN: &str = "-";
const MIXED: &str = "m";

/// The levels as a list to choose from; what was answered level by level shows as a range.
fn level_choice(
    state: State,
    control: &'static Control,
    now: Memo<Now>,
    (role, dimension): (Role, Dimension),
) -> View {
    let ladder = move || now.get().ladder(dimension);
    let value = move || {
        let ladder = ladder();
        match ladder.plain_level().filter(|_| ladder.is_answered()) {
            Some(level) => level.number().to_string(),
            None if ladder.is_answered() => MIXED.to_owned(),
            None => UNKNOWN.to_owned(),
        }
    };
    let option = |value: &str, label| el("option").set("value", value).with(label);
    let levels = Level::all().map(|it| it.number().to_string());
    let levels = levels.zip(Level::all()).map(|(value, level)| {
        option(
            &value,
            text(move || format!("{} {}", level.number(), state.word(terms::level_name(level)))),
        )
        .view()
    });
    let unknown = option(UNKNOWN, state.say(words::NO_ANSWER)).view();
    let range = text(move || {
        let [low, high] = [ladder().low(), ladder().high()].map(Level::number);
        words::by_rungs(state.lang.get(), low, high)
    });
    let mixed = option(MIXED, range).set("disabled", "").view();
    let name = move || {
        let [level, role] =
            [assess::level_of(dimension), terms::role(role)].map(|it| state.word(it));
        Some(format!("{level}: {} ({role})", state.names().control(&control.id)))
    };
    let choose = move |chosen: String| {
        let level = Level::all().find(|it| it.number().to_string() == chosen);
        state.set_level(&control.id, role, dimension, level);
    };
    let options = all([unknown].into_iter().chain(levels).chain([mixed]));
    let list = el("select").follow("aria-label", name).with(options);
    list.value(value).on_value("change", choose).view()
}
