//! Moments and lengths of time, as CEL writes them.

use alloc::format;
use alloc::string::String;

/// Nanoseconds in a second.
const SECOND: i128 = 1_000_000_000;

/// A moment in nanoseconds since 1970 from a text of RFC 3339; `None` for anything else.
pub fn moment(text: &str) -> Option<i128> {
    let (date, rest) = text.as_bytes().split_first_chunk()?;
    let days = days(*date)?;
    let (clock, rest) = rest.split_first_chunk()?;
    let [b'T' | b't' | b' ', h1, h2, b':', m1, m2, b':', s1, s2] = *clock else { return None };
    let (hour, minute, second) = (two(h1, h2)?, two(m1, m2)?, two(s1, s2)?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let (nanos, zone) = fraction(rest)?;
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset(zone)?;
    Some(i128::from(seconds) * SECOND + i128::from(nanos))
}

/// Days since 1970 of a date such as `2026-06-30`, or of a moment of RFC 3339 in UTC; `None` for
/// anything else.
pub fn day(text: &str) -> Option<i64> {
    if let Ok(date) = text.as_bytes().try_into() {
        return days(date);
    }
    i64::try_from(moment(text)?.div_euclid(86_400 * SECOND)).ok()
}

/// Days since 1970 of a date such as `2026-06-30`.
fn days(date: [u8; 10]) -> Option<i64> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = date else { return None };
    let (year, month, day) = (two(y1, y2)? * 100 + two(y3, y4)?, two(m1, m2)?, two(d1, d2)?);
    if !(1..=12).contains(&month) || day == 0 || day > length(year, month) {
        return None;
    }
    // Days from March on, so that the leap day comes last (H. Hinnant, "chrono-compatible
    // low-level date algorithms").
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

fn length(year: i64, month: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn two(tens: u8, ones: u8) -> Option<i64> {
    Some(digit(tens)? * 10 + digit(ones)?)
}

fn digit(byte: u8) -> Option<i64> {
    byte.is_ascii_digit().then(|| i64::from(byte - b'0'))
}

/// The number that digits write, 0 without any; 18 of them at most.
fn number(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0, |value, it| Some(value * 10 + digit(*it)?))
}

/// Nanoseconds of a fraction such as `.25`, and the rest.
fn fraction(text: &[u8]) -> Option<(i64, &[u8])> {
    let Some((b'.', rest)) = text.split_first() else { return Some((0, text)) };
    let end = rest.iter().position(|it| !it.is_ascii_digit())?;
    let (digits, zone) = rest.split_at_checked(end)?;
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    let scale = u32::try_from(9 - digits.len()).ok()?;
    Some((number(digits)? * 10_i64.pow(scale), zone))
}

/// Seconds that a zone such as `+09:00` is ahead.
fn offset(zone: &[u8]) -> Option<i64> {
    let (sign, hours, minutes) = match *zone {
        [b'Z' | b'z'] => return Some(0),
        [b'+', h1, h2, b':', m1, m2] => (1, two(h1, h2)?, two(m1, m2)?),
        [b'-', h1, h2, b':', m1, m2] => (-1, two(h1, h2)?, two(m1, m2)?),
        _ => return None,
    };
    (hours <= 23 && minutes <= 59).then(|| sign * (hours * 3_600 + minutes * 60))
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
fn scaled(text: &str, unit: i128) -> Option<i128> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if whole.len() > 12 || part.len() > 9 || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    let whole = i128::from(number(whole.as_bytes())?) * unit;
    if part.is_empty() {
        return Some(whole);
    }
    let scale = 10_i128.pow(u32::try_from(part.len()).ok()?);
    let tail = i128::from(number(part.as_bytes())?) * unit;
    (tail % scale == 0).then_some(whole + tail / scale)
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
