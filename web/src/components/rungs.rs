//! The rungs of one dimension, answered one by one.

use crate::components::choice::radio;
use crate::components::ladder::Asked;
use crate::components::piece::{block, group, paragraph};
use crate::dom::{View, all, text};
use crate::reactive::prelude::*;
use crate::state::use_state;
use crate::text::assess as words;
use kumomori_core::ladder::{Ladder, Level, Rung};
use kumomori_report::words as terms;

/// The answers to a rung, the best first.
const ANSWERS: [Rung; 5] = [Rung::Full, Rung::Largely, Rung::Partial, Rung::No, Rung::Unknown];

/// A radio group for each rung, with what must hold and what would show it.
pub(crate) fn rungs(asked: Asked, ladder: Memo<Ladder>) -> View {
    let state = use_state();
    let rungs = Level::all().skip(1).zip(0..).map(|(level, idx)| rung(asked, ladder, level, idx));
    all([paragraph("hint", state.say(words::BY_RUNG_HINT)), all(rungs)])
}

fn rung(asked: Asked, ladder: Memo<Ladder>, level: Level, idx: usize) -> View {
    let state = use_state();
    let control = &asked.control.id;
    let criterion = text(move || state.names().criterion(control, asked.dimension, level));
    let shown_by = text(move || {
        let evidence = state.names().criterion_evidence(control, asked.dimension, level);
        format!("{}{evidence}", state.word(words::RUNG_SHOWN_BY))
    });
    let answer = |value: Rung| {
        let name = format!("{}-rung-{}", asked.name(), level.number());
        let is_chosen = move || ladder.get().0.get(idx) == Some(&value);
        let answer = (level.number(), value);
        let choose = move || state.set_rung(control, asked.role, asked.dimension, answer);
        radio(&name, (terms::rung(value), None), is_chosen, choose)
    };
    let content = all([
        paragraph("", criterion),
        paragraph("hint", shown_by),
        block("row", all(ANSWERS.map(answer))),
    ]);
    group("rung", state.say(terms::level(level)), content)
}
