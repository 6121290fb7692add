//! Lengths of time, as CEL writes them.

/// The units, longer words before those that they begin with.
const UNITS: [(&str, i128); 7] = [
    ("h", 3_600_000_000_000),
    ("ms", 1_000_000),
    ("m", 60_000_000_000),
    ("s", 1_000_000_000),
    ("us", 1_000),
    ("µs", 1_000),
    ("ns", 1),
];

/// Nanoseconds of a text such as `1h30m`.
pub(crate) fn span(text: &str) -> Option<i128> {
    let (sign, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    if rest == "0" {
        return Some(0);
    }
    let mut total: i128 = 0;
    loop {
        let end = rest.find(|it: char| !it.is_ascii_digit() && it != '.')?;
        let (number, after) = rest.split_at(end);
        let (unit, nanos) = UNITS.into_iter().find(|(unit, _)| after.starts_with(unit))?;
        total = total.checked_add(decimal(number, nanos)?)?;
        rest = after.strip_prefix(unit)?;
        if rest.is_empty() {
            return Some(sign * total);
        }
    }
}

/// A decimal number of units, if it is a whole number of nanoseconds.
fn decimal(number: &str, unit: i128) -> Option<i128> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.len() > 12 || fraction.len() > 9 {
        return None;
    }
    let digits = format!("{whole}{fraction}");
    let nanos = digits.parse::<i128>().ok()?.checked_mul(unit)?;
    let scale = 10_i128.checked_pow(fraction.len().try_into().ok()?)?;
    (nanos % scale == 0).then_some(nanos / scale)
}
