//! What an answer comes to, as it is being given.

use crate::components::piece::{all, live, paragraph};
use crate::components::why::why_button;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::control::Control;
use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::{Dimension, Reading};
use kumomori_core::role::Role;
use kumomori_report::table::Topic;
use kumomori_report::words as terms;
use kumomori_report::words::{Sense, Words};
use leptos::prelude::*;

/// Confirmed, claimed and possible levels of design, operation and both together.
pub(crate) fn outcome(control: &'static Control, role: Role) -> AnyView {
    let state = use_state();
    let result = Memo::new(move |_| state.result(&control.id, role));
    let senses = [Sense::Confirmed, Sense::Claimed, Sense::Low, Sense::High].map(terms::sense);
    let head = senses.into_iter().chain([words::CAP]);
    let head = all(head.map(|it| view! { <th scope="col">{state.say(it)}</th> }.into_any()));
    let rows = live(move || result.get().map(|it| rows(state, &it)));
    let flag = live(move || {
        let flag = result.get().and_then(|it| it.flag);
        flag.map(|it| paragraph("flag", state.say(terms::flag(it))))
    });
    let why = why_button(Topic::Control(control.id.clone()), state.tell(control.title));
    view! {
        <div class="outcome">
            <table>
                <caption>{state.say(words::OUTCOME)}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {head}
                    </tr>
                </thead>
                <tbody aria-live="polite">{rows}</tbody>
            </table>
            {flag}
            {why}
        </div>
    }
    .into_any()
}

fn rows(state: State, result: &ControlResult) -> AnyView {
    let dimensions = Dimension::ALL.map(|dimension| {
        let part = result.dimension(dimension);
        row(state, terms::dimension(dimension), part.reading, Some(part.cap.number()))
    });
    let assured = row(state, terms::assured_operation(), result.assured, None);
    all([all(dimensions), assured])
}

fn row(state: State, name: Words, reading: Reading, cap: Option<u8>) -> AnyView {
    let Reading { low, confirmed, claimed, high } = reading;
    let levels = [confirmed, claimed, low, high].map(|it| it.number().to_string());
    let cap = cap.map_or_else(|| "-".to_owned(), |it| it.to_string());
    let cells = levels.into_iter().chain([cap]);
    let cells = all(cells.map(|it| view! { <td class="number">{it}</td> }.into_any()));
    view! {
        <tr>
            <th scope="row">{state.say(name)}</th>
            {cells}
        </tr>
    }
    .into_any()
}
