//! A pair of dates of which the second is not before the first.

use crate::components::field::checked_date_field;
use crate::components::piece::{announced, block, paragraph};
use crate::dom::{View, all, live};
use crate::reactive::prelude::*;
use crate::state::use_state;
use crate::text::scope as words;
use kumomori_core::date::Date;
use kumomori_report::words::Words;

/// Two dates, either of which may be missing.
pub(crate) type Dates = (Option<Date>, Option<Date>);

/// Two date fields; a pair in the wrong order is shown as such and not passed on.
pub(crate) fn period(
    (from, to): (Words, Words),
    value: impl Fn() -> Dates + Copy + 'static,
    change: impl Fn(Dates) + Copy + 'static,
) -> View {
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
    let problem = move || typed.get().map(|_| paragraph("problem", state.say(words::PERIOD_ORDER)));
    let is_wrong = move || typed.read().is_some();
    let change = move |it| enter((it, shown().1));
    let from = checked_date_field(from, is_wrong, move || shown().0, change);
    let change = move |it| enter((shown().0, it));
    let to = checked_date_field(to, is_wrong, move || shown().1, change);
    all([block("row", all([from, to])), announced(live(problem))])
}

fn is_ordered((from, to): Dates) -> bool {
    from.zip(to).is_none_or(|(from, to)| from <= to)
}
