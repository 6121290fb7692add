//! Calendar dates without a clock.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

/// A day of the Gregorian calendar, from year 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    // INVARIANT: a day that exists; the field order makes the derived order chronological.
    year: u16,
    month: u8,
    day: u8,
}

/// A text or triple that is not a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// The text that was given.
    pub text: String,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a date: write year-month-day, such as 2026-06-30", self.text)
    }
}

impl core::error::Error for DateError {}

impl Date {
    /// The first day there is.
    pub const FIRST: Self = Self { year: 1, month: 1, day: 1 };

    /// The day with these numbers, if there is one.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Year, month and day.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The same day `months` later, or the last day of that month when it has no such day.
    ///
    /// Stays within the years 1 to 9999.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let index = i32::from(self.year) * 12 + i32::from(self.month) - 1;
        let moved = index.saturating_add(months).clamp(12, 9999 * 12 + 11);
        let year = u16::try_from(moved / 12).unwrap_or(9999);
        let month = u8::try_from(moved % 12 + 1).unwrap_or(12);
        Self { year, month, day: self.day.min(days_in_month(year, month)) }
    }

    /// The next day; the last day of year 9999 stays.
    #[must_use]
    pub fn next(self) -> Self {
        Self::new(self.year, self.month, self.day + 1)
            .or_else(|| Self::new(self.year, self.month + 1, 1))
            .or_else(|| Self::new(self.year + 1, 1, 1))
            .unwrap_or(self)
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        // Tomohiko Sakamoto's day of the week: 0 is a Sunday.
        let (month, day) = (u32::from(self.month), u32::from(self.day));
        let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let shift = shift.get(usize::from(self.month) - 1).copied().unwrap_or(0);
        let year = u32::from(self.year) - u32::from(month < 3);
        let weekday = (year + year / 4 - year / 100 + year / 400 + shift + day) % 7;
        weekday == 0 || weekday == 6
    }

    /// The day itself, or the Monday after it on a weekend, and then so many workdays later: Monday
    /// to Friday, without regard to holidays.
    #[must_use]
    pub fn plus_workdays(self, days: u32) -> Self {
        let mut day = self;
        let mut left = days;
        while left > 0 || day.is_weekend() {
            if !day.is_weekend() {
                left -= 1;
            }
            if day.next() == day {
                return day;
            }
            day = day.next();
        }
        day
    }

    /// The day that is `days` after 1970-01-01, up to year 9999.
    pub fn from_unix_days(days: u32) -> Option<Self> {
        // Howard Hinnant, "chrono-compatible low-level date algorithms": civil_from_days.
        let z = u64::from(days) + 719_468;
        let era = z / 146_097;
        let day_of_era = z % 146_097;
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        Self::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        parse(text).ok_or_else(|| DateError { text: text.into() })
    }
}

fn parse(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped = parts.next().is_none()
        && (year.len(), month.len(), day.len()) == (4, 2, 2)
        && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if !shaped {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn workdays_pass_over_weekends() {
        assert!(date("2026-11-22").is_weekend() && date("2024-02-24").is_weekend());
        assert!(!date("2026-11-23").is_weekend() && !date("2000-02-29").is_weekend());
        let later = |from: &str, days| date(from).plus_workdays(days).to_string();
        assert_eq!(later("2026-11-20", 0), "2026-11-20");
        assert_eq!(later("2026-11-20", 1), "2026-11-23");
        assert_eq!(later("2026-11-21", 0), "2026-11-23");
        assert_eq!(later("2026-11-21", 5), "2026-11-30");
        assert_eq!(later("9999-12-31", 9), "9999-12-31");
    }

    #[test]
    fn a_date_must_exist() {
        assert_eq!(date("2024-02-29").to_string(), "2024-02-29");
        for bad in [
            "2026-02-29",
            "2026-13-01",
            "2026-6-1",
            "0000-01-01",
            "2026-06-31",
            "soon",
            "+026-01-01",
        ] {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_missing_day_becomes_the_last_of_its_month() {
        assert_eq!(date("2024-02-29").plus_months(-12), date("2023-02-28"));
        assert_eq!(date("2026-01-31").plus_months(1), date("2026-02-28"));
        assert_eq!(date("2026-01-31").plus_months(-1), date("2025-12-31"));
    }

    #[test]
    fn the_next_day_crosses_month_and_year() {
        assert_eq!(date("2025-12-31").next(), date("2026-01-01"));
        assert_eq!(date("2026-02-28").next(), date("2026-03-01"));
    }

    #[test]
    fn unix_days_count_from_1970() {
        assert_eq!(Date::from_unix_days(0), Some(date("1970-01-01")));
        assert_eq!(Date::from_unix_days(20_778), Some(date("2026-11-21")));
    }
}
