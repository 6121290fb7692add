//! Moments and lengths of time, as CEL writes them.

use alloc::format;
use alloc::string::String;

/// Nanoseconds in a second.
const SECOND: i128 = 1_000_000_000;

/// A moment in nanoseconds since 1970 from a text of RFC 3339; `None` for anything else.
pub fn moment(text: &str) -> Option<i128> {
    let (date, rest) = text.split_at_checked(10)?;
    let days = days(date)?;
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, rest) = rest.split_at_checked(8)?;
    let (hour, minute, second) = (two(clock, 0)?, two(clock, 3)?, two(clock, 6)?);
    let colons = [2, 5].into_iter().all(|at| clock.as_bytes().get(at) == Some(&b':'));
    if !colons || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let (nanos, zone) = fraction(rest)?;
    let seconds = i128::from(days) * 86_400 + i128::from(hour * 3_600 + minute * 60 + second);
    Some((seconds - offset(zone)?) * SECOND + nanos)
}

/// Days since 1970 of a date such as `2026-06-30`, or of a moment of RFC 3339 in UTC; `None` for
/// anything else.
pub fn day(text: &str) -> Option<i64> {
    if text.len() == 10 {
        return days(text);
    }
    i64::try_from(moment(text)?.div_euclid(86_400 * SECOND)).ok()
}

/// Days since 1970 of a date such as `2026-06-30`.
fn days(date: &str) -> Option<i64> {
    let dashes = [4, 7].into_iter().all(|at| date.as_bytes().get(at) == Some(&b'-'));
    let year = i64::from(two(date, 0)?) * 100 + i64::from(two(date, 2)?);
    let (month, day) = (two(date, 5)?, two(date, 8)?);
    if !dashes || !(1..=12).contains(&month) || day == 0 || day > length(year, month) {
        return None;
    }
    // Days from March on, so that the leap day comes last (H. Hinnant, "chrono-compatible
    // low-level date algorithms").
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

fn length(year: i64, month: u32) -> u32 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn two(text: &str, at: usize) -> Option<u32> {
    let digit = |at: usize| {
        let byte = text.as_bytes().get(at).filter(|it| it.is_ascii_digit())?;
        Some(u32::from(byte - b'0'))
    };
    Some(digit(at)? * 10 + digit(at + 1)?)
}

/// Nanoseconds of a fraction such as `.25`, and the rest.
fn fraction(text: &str) -> Option<(i128, &str)> {
    let Some(rest) = text.strip_prefix('.') else { return Some((0, text)) };
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    let (digits, zone) = rest.split_at_checked(end)?;
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    let scale = u32::try_from(9 - digits.len()).ok()?;
    Some((digits.parse::<i128>().ok()? * 10_i128.pow(scale), zone))
}

/// Seconds that a zone such as `+09:00` is ahead.
fn offset(zone: &str) -> Option<i128> {
    if matches!(zone, "Z" | "z") {
        return Some(0);
    }
    let (sign, clock) = match zone.split_at_checked(1)? {
        ("+", clock) => (1, clock),
        ("-", clock) => (-1, clock),
        _ => return None,
    };
    let (hours, minutes) = (two(clock, 0)?, two(clock, 3)?);
    let is_clock = clock.len() == 5 && clock.as_bytes().get(2) == Some(&b':');
    (is_clock && hours <= 23 && minutes <= 59)
        .then(|| sign * i128::from(hours * 3_600 + minutes * 60))
}

/// A length of time in nanoseconds from a text such as `1h30m` or `0.5s`; `None` for anything
/// else.
pub fn span(text: &str) -> Option<i128> {
    let (sign, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    if rest == "0" {
        return Some(0);
    }
    let mut total: i128 = 0;
    loop {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, after) = rest.split_at_checked(end)?;
        let (unit, after) = unit(after)?;
        total = total.checked_add(scaled(number, unit)?)?;
        rest = after;
        if rest.is_empty() {
            return Some(sign * total);
        }
    }
}

fn unit(text: &str) -> Option<(i128, &str)> {
    const UNITS: [(&str, i128); 7] = [
        ("ns", 1),
        ("us", 1_000),
        ("µs", 1_000),
        ("ms", 1_000_000),
        ("s", SECOND),
        ("m", 60 * SECOND),
        ("h", 3_600 * SECOND),
    ];
    UNITS.into_iter().find_map(|(name, unit)| Some((unit, text.strip_prefix(name)?)))
}

/// A decimal number of units, exactly.
fn scaled(number: &str, unit: i128) -> Option<i128> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    if whole.len() > 12 || part.len() > 9 || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    let value = |digits: &str| if digits.is_empty() { Some(0) } else { digits.parse().ok() };
    let (whole, tail): (i128, i128) = (value(whole)?, value(part)?);
    let scale = 10_i128.pow(u32::try_from(part.len()).ok()?);
    (tail * unit % scale == 0).then_some(whole * unit + tail * unit / scale)
}

/// A moment as RFC 3339 writes it, without what is beyond seconds.
pub(crate) fn moment_text(nanos: i128) -> String {
    let seconds = nanos.div_euclid(SECOND);
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = date(days);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The date so many days after 1970, the reverse of [`days`].
fn date(days: i128) -> (i128, i128, i128) {
    let shifted = days + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (era * 400 + year + i128::from(month <= 2), month, day)
}

/// A length of time in the largest unit that leaves no rest.
pub(crate) fn span_text(nanos: i128) -> String {
    const UNITS: [(&str, i128); 5] = [
        ("h", 3_600 * SECOND),
        ("m", 60 * SECOND),
        ("s", SECOND),
        ("ms", 1_000_000),
        ("us", 1_000),
    ];
    let unit = UNITS.into_iter().find(|(_, unit)| nanos % unit == 0);
    let (name, unit) = unit.unwrap_or(("ns", 1));
    format!("{}{name}", nanos / unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_count_from_1970_in_every_zone() {
        assert_eq!(moment("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(moment("2026-11-01T09:00:00+09:00"), moment("2026-11-01T00:00:00Z"));
        assert_eq!(moment("2000-03-01T00:00:00Z"), Some(951_868_800 * SECOND));
        assert_eq!(moment("1970-01-01T00:00:00.25Z"), Some(SECOND / 4));
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for bad in [
            "",
            "2026-11-01",
            "2026-02-29T00:00:00Z",
            "2026-11-01T24:00:00Z",
            "2026-11-01T00:00:00",
            "昨日",
        ] {
            assert_eq!(moment(bad), None, "{bad}");
        }
    }

    #[test]
    fn spans_add_their_parts() {
        assert_eq!(span("1h30m"), Some(5_400 * SECOND));
        assert_eq!(span("0.5s"), Some(SECOND / 2));
        assert_eq!(span("-90m"), Some(-5_400 * SECOND));
        for bad in ["", "1d", "h", "1", "1h2", "9999999999999h", "0.5ns"] {
            assert_eq!(span(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_written_is_read_as_the_same() {
        for text in ["1970-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "1899-12-31T12:00:00Z"] {
            assert_eq!(moment(text).map(moment_text).as_deref(), Some(text));
        }
        for text in ["24h", "90m", "-30s", "250ms", "1001us", "7ns", "0h"] {
            assert_eq!(span(text).map(span_text).as_deref(), Some(text));
        }
    }
}
