//! Figures as people read them.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use kumomori_core::dimension::Reading;
use kumomori_core::figures::{Mean, Means, Share};
use kumomori_core::ladder::Level;
use kumomori_core::text::Lang;

/// A mean with one decimal, rounded half up.
pub(crate) fn mean(mean: Mean) -> String {
    let weight = u64::from(mean.weight.max(1));
    let tenths = (u64::from(mean.sum) * 20 + weight) / (2 * weight);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The confirmed mean with the interval from low to high, such as `2.5 [2.0-4.1]`.
pub(crate) fn means(means: &Means) -> String {
    interval(&mean(means.confirmed), &mean(means.low), &mean(means.high))
}

/// The confirmed level with the interval from low to high, such as `2 [1-4]`.
pub(crate) fn reading(reading: Reading) -> String {
    let number = |level: Level| level.number().to_string();
    interval(&number(reading.confirmed), &number(reading.low), &number(reading.high))
}

fn interval(confirmed: &str, low: &str, high: &str) -> String {
    if low == high { confirmed.to_owned() } else { format!("{confirmed} [{low}-{high}]") }
}

/// From one level to another.
pub(crate) fn rise(from: Level, to: Level) -> String {
    format!("{}→{}", from.number(), to.number())
}

/// A share in whole percent, rounded down.
pub(crate) fn percent(share: Share, lang: Lang) -> String {
    permille(share.permille(), lang)
}

/// A number of permille in whole percent, rounded down.
pub(crate) fn permille(permille: u32, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{}%", permille / 10),
        Lang::En => format!("{} %", permille / 10),
    }
}

/// A count with its noun in English, such as `1 item` or `2 items`.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kumomori_core::ladder::Level;

    #[test]
    fn a_mean_is_rounded_half_up() {
        assert_eq!(mean(Mean { sum: 5, weight: 4 }), "1.3");
        assert_eq!(mean(Mean { sum: 1, weight: 3 }), "0.3");
        assert_eq!(mean(Mean { sum: 10, weight: 2 }), "5.0");
    }

    #[test]
    fn an_interval_of_one_point_is_left_out() {
        let flat = Reading::flat(Level::ONE);
        assert_eq!(reading(flat), "1");
        assert_eq!(reading(Reading { high: Level::FIVE, ..flat }), "1 [1-5]");
    }

    #[test]
    fn percent_is_never_rounded_up() {
        assert_eq!(percent(Share { part: 799, of: 1000 }, Lang::En), "79 %");
        assert_eq!(percent(Share { part: 2, of: 3 }, Lang::Ja), "66%");
    }
}
