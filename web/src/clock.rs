//! The only door to the clock.

use kumomori_core::date::Date;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A day set by a test before the program starts.
    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = kumomoriToday)]
    static TODAY: Option<String>;
}

/// Today where the reader is, the day on which the assessment is evaluated.
pub(crate) fn today() -> Option<Date> {
    TODAY.with(Clone::clone).and_then(|text| text.parse().ok()).or_else(current_day)
}

fn current_day() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    let [month, day] = [now.get_month() + 1, now.get_date()].map(u8::try_from);
    Date::new(year, month.ok()?, day.ok()?)
}

/// Milliseconds since the last midnight in UTC.
pub(crate) fn moment() -> u32 {
    const DAY: f64 = 86_400_000.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "less than a day, and not negative"
    )]
    let moment = milliseconds().rem_euclid(DAY) as u32;
    moment
}

/// Milliseconds, for telling how long ago something was.
pub(crate) fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// The time of day here, such as `12:04`.
pub(crate) fn time_of_day() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}
