//! A pair of dates of which the second is not before the first.

use crate::components::field::date_field;
use crate::state::use_state;
use crate::text::scope as words;
use kumomori_core::date::Date;
use kumomori_report::words::Words;
use leptos::prelude::*;

/// Two dates, either of which may be missing.
pub(crate) type Dates = (Option<Date>, Option<Date>);

/// Two date fields; a pair in the wrong order is shown as such and not passed on.
pub(crate) fn period(
    (from_label, to_label): (Words, Words),
    value: impl Fn() -> Dates + Copy + Send + 'static,
    change: impl Fn(Dates) + Copy + Send + 'static,
) -> AnyView {
    let state = use_state();
    let typed = RwSignal::new(None::<Dates>);
    let shown = move || typed.get().unwrap_or_else(value);
    let enter = move |dates: Dates| {
        if is_ordered(dates) {
            typed.set(None);
            change(dates);
        } else {
            typed.set(Some(dates));
        }
    };
    let problem = move || {
        let is_wrong = typed.get().is_some();
        is_wrong.then(|| view! { <p class="problem">{state.say(words::PERIOD_ORDER)}</p> })
    };
    view! {
        <div class="row">
            {date_field(from_label, move || shown().0, move |it| enter((it, shown().1)))}
            {date_field(to_label, move || shown().1, move |it| enter((shown().0, it)))}
        </div>
        <div role="status">{problem}</div>
    }
    .into_any()
}

fn is_ordered((from, to): Dates) -> bool {
    from.zip(to).is_none_or(|(from, to)| from <= to)
}
