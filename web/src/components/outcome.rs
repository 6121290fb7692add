//! What an answer comes to, as it is being given.

use crate::components::why::why_button;
use crate::state::{State, use_state};
use crate::text;
use crate::text::assess as words;
use kumomori_core::control::Control;
use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::{Dimension, Reading};
use kumomori_core::role::Role;
use kumomori_report::table::Topic;
use kumomori_report::words as terms;
use kumomori_report::words::Sense;
use leptos::prelude::*;

/// Claimed, confirmed and possible levels of design, operation and both together.
pub(crate) fn outcome(control: &'static Control, role: Role) -> AnyView {
    let state = use_state();
    let result = Memo::new(move |_| state.result(&control.id, role));
    let head = [Sense::Confirmed, Sense::Claimed, Sense::Low, Sense::High]
        .map(|it| view! { <th scope="col">{state.say(terms::sense(it))}</th> });
    let rows = move || result.get().map(|it| rows(state, &it));
    let flag = move || {
        let flag = result.read().as_ref().and_then(|it| it.flag);
        flag.map(|it| view! { <p class="flag">{state.say(terms::flag(it))}</p> })
    };
    let about = move || state.names().control(&control.id).to_owned();
    view! {
        <div class="outcome">
            <table>
                <caption>{state.say(words::OUTCOME)}</caption>
                <thead>
                    <tr>
                        <td></td>
                        {head.into_iter().collect_view()}
                        <th scope="col">{state.say(words::CAP)}</th>
                    </tr>
                </thead>
                <tbody aria-live="polite">{rows}</tbody>
            </table>
            {flag}
            {why_button(Topic::Control(control.id.clone()), text::WHY, about)}
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
    view! { {dimensions.into_iter().collect_view()}{assured} }.into_any()
}

fn row(state: State, name: terms::Words, reading: Reading, cap: Option<u8>) -> AnyView {
    let Reading { low, confirmed, claimed, high } = reading;
    let levels = [low, high].map(|it| view! { <td class="number">{it.number()}</td> });
    let cap = cap.map_or_else(|| "-".to_owned(), |it| it.to_string());
    view! {
        <tr>
            <th scope="row">{state.say(name)}</th>
            <td class="number"><b>{confirmed.number()}</b></td>
            <td class="number">{claimed.number()}</td>
            {levels.into_iter().collect_view()}
            <td class="number">{cap}</td>
        </tr>
    }
    .into_any()
}
