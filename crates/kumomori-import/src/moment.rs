//! Moments, from what tools print to RFC 3339.

use alloc::format;
use alloc::string::{String, ToString};
use kumomori_check::time;
use kumomori_core::date::Date;

/// Seconds in a day.
const DAY: u64 = 86_400;

/// The moment that is some seconds after 1970, up to year 9999.
pub(crate) fn from_unix(seconds: u64) -> Option<String> {
    let day = Date::from_unix_days(u32::try_from(seconds / DAY).ok()?)?;
    let rest = seconds % DAY;
    let (hours, minutes, seconds) = (rest / 3_600, rest / 60 % 60, rest % 60);
    Some(format!("{day}T{hours:02}:{minutes:02}:{seconds:02}Z"))
}

/// The moment of a text such as `2027-01-20 23:59`, in UTC.
pub(crate) fn from_minute(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches("UTC").trim_end();
    let (day, clock) = text.split_once(' ')?;
    let seconds = if clock.len() == 5 { ":00" } else { "" };
    checked(format!("{day}T{clock}{seconds}Z"))
}

/// A moment as people write it: RFC 3339, or a day, which means its beginning in UTC.
pub(crate) fn from_person(text: &str) -> Option<String> {
    match text.parse::<Date>() {
        Ok(day) => Some(format!("{day}T00:00:00Z")),
        Err(_) => checked(text.to_string()),
    }
}

/// A text of RFC 3339 as it stands.
pub(crate) fn checked(text: String) -> Option<String> {
    // The schemas of evidence want the letter T, which RFC 3339 lets one write otherwise.
    let has_letter = text.as_bytes().get(10) == Some(&b'T');
    (has_letter && time::moment(&text).is_some()).then_some(text)
}

/// The later of two moments.
pub(crate) fn later(left: Option<String>, right: Option<String>) -> Option<String> {
    let key = |it: &Option<String>| it.as_deref().and_then(time::moment);
    if key(&right) > key(&left) { right } else { left }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_since_1970_are_a_moment() {
        assert_eq!(from_unix(0).as_deref(), Some("1970-01-01T00:00:00Z"));
        assert_eq!(from_unix(1_793_491_445).as_deref(), Some("2026-11-01T00:04:05Z"));
        assert_eq!(from_unix(u64::MAX), None);
    }

    #[test]
    fn minutes_as_testssl_prints_them_are_a_moment() {
        for text in ["2027-01-20 23:59", "2027-01-20 23:59:00", "2027-01-20 23:59 UTC"] {
            assert_eq!(from_minute(text).as_deref(), Some("2027-01-20T23:59:00Z"), "{text}");
        }
        for bad in ["", "2027-01-20", "2027-02-30 00:00", "2027-01-20 23", "20 Jan 2027"] {
            assert_eq!(from_minute(bad), None, "{bad}");
        }
    }

    #[test]
    fn people_may_write_a_day() {
        assert_eq!(from_person("2026-11-01").as_deref(), Some("2026-11-01T00:00:00Z"));
        let jst = "2026-11-01T09:00:00+09:00";
        assert_eq!(from_person(jst).as_deref(), Some(jst));
        for bad in ["yesterday", "2026-11-01 09:00", "2026-11-01t00:00:00Z", "2026-13-01"] {
            assert_eq!(from_person(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_later_moment_counts_across_zones() {
        let [utc, jst] = ["2026-11-01T00:00:00Z", "2026-11-01T08:00:00+09:00"].map(String::from);
        assert_eq!(later(Some(jst.clone()), Some(utc.clone())), Some(utc.clone()));
        assert_eq!(later(Some(utc.clone()), Some(jst)), Some(utc.clone()));
        assert_eq!(later(None, Some(utc.clone())), Some(utc));
    }
}
