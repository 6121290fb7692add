//! The rungs of one dimension, answered one by one.

use crate::components::ladder::Asked;
use crate::state::use_state;
use crate::text::assess as words;
use kumomori_core::ladder::{Ladder, Level, Rung};
use kumomori_report::words as terms;
use leptos::prelude::*;

/// The answers to a rung, the best first.
const ANSWERS: [Rung; 5] = [Rung::Full, Rung::Largely, Rung::Partial, Rung::No, Rung::Unknown];

/// A radio group for each rung, with what must hold and what would show it.
pub(crate) fn rungs(asked: Asked, ladder: Memo<Ladder>) -> AnyView {
    let state = use_state();
    let rungs = Level::all().skip(1).zip(0..).map(|(level, idx)| rung(asked, ladder, level, idx));
    view! {
        <p class="hint">{state.say(words::BY_RUNG_HINT)}</p>
        {rungs.collect_view()}
    }
    .into_any()
}

fn rung(asked: Asked, ladder: Memo<Ladder>, level: Level, idx: usize) -> AnyView {
    let state = use_state();
    let criterion = move || state.names().criterion(&asked.control.id, asked.dimension, level);
    let shown_by = move || {
        let names = state.names();
        let evidence = names.criterion_evidence(&asked.control.id, asked.dimension, level);
        format!("{}{evidence}", state.say(words::RUNG_SHOWN_BY)())
    };
    let answers = ANSWERS.into_iter().map(|value| {
        let is_checked = move || ladder.get().0.get(idx) == Some(&value);
        let choose = move |_| {
            let (control, role) = (&asked.control.id, asked.role);
            state.set_rung(control, role, asked.dimension, (level.number(), value));
        };
        view! {
            <label>
                <input
                    type="radio"
                    name=format!("{}-rung-{}", asked.name(), level.number())
                    prop:checked=is_checked
                    on:change=choose
                />
                <span>{state.say(terms::rung(value))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="rung">
            <legend>{state.say(terms::level(level))}</legend>
            <p>{criterion}</p>
            <p class="hint">{shown_by}</p>
            <div class="row">{answers.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
