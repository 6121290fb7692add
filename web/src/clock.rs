//! The only door to the clock.

use kumomori_core::date::Date;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A day set by a test before the program starts.
    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = kumomoriToday)]
    static TODAY: Option<String>;
}

const MILLISECONDS_PER_DAY: f64 = 86_400_000.0;

/// Today in UTC, the day on which the assessment is evaluated.
pub(crate) fn today() -> Option<Date> {
    TODAY.with(Clone::clone).and_then(|text| text.parse().ok()).or_else(current_day)
}

fn current_day() -> Option<Date> {
    let days = (js_sys::Date::now() / MILLISECONDS_PER_DAY).floor();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "days since 1970 fit; a clock beyond that saturates and gives no day"
    )]
    Date::from_unix_days(days as u32)
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
