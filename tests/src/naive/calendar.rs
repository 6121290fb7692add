//! Calendar months, counted one by one.

use kumomori_core::date::Date;

/// The same day `months` earlier, or the last day of that month.
pub(super) fn months_before(date: Date, months: i32) -> Date {
    let (mut year, mut month, day) = date.parts();
    for _ in 0..months {
        if month == 1 {
            year -= 1;
            month = 12;
        } else {
            month -= 1;
        }
    }
    day_or_last(year, month, day)
}

/// The same day `months` later, or the last day of that month.
pub(super) fn months_after(date: Date, months: i32) -> Date {
    let (mut year, mut month, day) = date.parts();
    for _ in 0..months {
        if month == 12 {
            year += 1;
            month = 1;
        } else {
            month += 1;
        }
    }
    day_or_last(year, month, day)
}

/// Whether `date` is on or before the day after `end`.
pub(super) fn is_by_the_day_after(date: Date, end: Date) -> bool {
    let (year, month, day) = date.parts();
    let day_before = match (month, day) {
        (1, 1) => day_or_last(year - 1, 12, 31),
        (_, 1) => day_or_last(year, month - 1, 31),
        _ => day_or_last(year, month, day - 1),
    };
    day_before <= end
}

fn day_or_last(year: u16, month: u8, day: u8) -> Date {
    (1..=day).rev().find_map(|it| Date::new(year, month, it)).unwrap()
}
