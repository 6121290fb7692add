//! Random single values, from few enough that equal ones meet.

use super::choices::Choices;

const INTS: [i64; 14] =
    [0, 1, 2, 3, -1, -2, 7, 10, 100, i64::MAX, i64::MIN, i64::MAX - 1, 1 << 53, (1 << 53) + 1];

const DOUBLES: [f64; 14] = [
    0.0,
    1.0,
    0.5,
    2.0,
    -1.0,
    -2.5,
    3.0,
    0.1,
    10.0,
    1e308,
    -1e308,
    9_007_199_254_740_992.0,
    9_223_372_036_854_775_808.0,
    5e-324,
];

const TEXTS: [&str; 12] =
    ["", "a", "ab", "abc", "b", "é", "日本", "日", "it's \"so\"\n", "\\", "\u{1f511}", "B"];

const TIMES: [&str; 25] = [
    "2026-06-30T00:00:00Z",
    "2026-06-30T09:00:00+09:00",
    "2026-06-29T23:59:59.999999999Z",
    "2026-06-30T00:00:00.5Z",
    "2024-02-29T12:30:00-05:30",
    "1969-12-31T23:59:59Z",
    "1970-01-01T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "2000-02-29T00:00:00Z",
    "2026-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2026-06-31T00:00:00Z",
    "2026-06-30T24:00:00Z",
    "2026-06-30T00:60:00Z",
    "2026-13-01T00:00:00Z",
    "2026-06-30",
    "2026-06-30T00:00:00",
    "2026-6-30T00:00:00Z",
    "soon",
    "2026-06-29T23:59:60Z",
    "2026-06-30 00:00:00z",
    "2026-06-30T00:00:00.0000000001Z",
    "2026-06-30T00:00:00+24:00",
    "2026-06-30T00:00Z",
];

const SPANS: [&str; 24] = [
    "24h",
    "1h30m",
    "90m",
    "0.5s",
    "1s",
    "0s",
    "-1h",
    "86400s",
    "1.5h",
    "100ms",
    "250us",
    "5ns",
    "8784h",
    "0",
    "720h",
    "2h-1m",
    "1d",
    "24",
    "",
    "1h 30m",
    "0.5ns",
    "+1h",
    "1.2.3s",
    "99999999999999h",
];

const VERSIONS: [&str; 25] = [
    "TLS1.2",
    "TLSv1.2",
    "TLS1.3",
    "TLS1.0",
    "TLS1",
    "SSL3",
    "SSLv2",
    "1.2",
    "1.10",
    "1.2.0",
    "5.15.0-91",
    "5.15.1",
    "v2",
    "2.0+build",
    "0",
    "",
    "none",
    "1..2",
    "1.x",
    "1.2 ",
    " TLS 1.2",
    "1.2.3.4.5.6.7",
    "1.2.3.4.5.6",
    "99999999999",
    "版1.2",
];

/// A whole number, also at the ends of what there is.
pub fn int(choices: &mut Choices<'_>) -> i64 {
    *choices.one(&INTS)
}

/// A number, also one beside which whole ones are lost.
pub fn double(choices: &mut Choices<'_>) -> f64 {
    *choices.one(&DOUBLES)
}

/// A text.
pub fn text(choices: &mut Choices<'_>) -> String {
    (*choices.one(&TEXTS)).to_owned()
}

/// A moment, in two of three cases one that can be read.
pub fn time(choices: &mut Choices<'_>) -> String {
    mostly(choices, &TIMES, 10)
}

/// A length of time, often one that can be read.
pub fn span(choices: &mut Choices<'_>) -> String {
    mostly(choices, &SPANS, 15)
}

/// A version, often one that can be read.
pub fn version(choices: &mut Choices<'_>) -> String {
    mostly(choices, &VERSIONS, 15)
}

/// One of several texts, seldom one beyond the first so many.
fn mostly(choices: &mut Choices<'_>, texts: &[&str], n_good: usize) -> String {
    let n = if choices.is(15) { texts.len() } else { n_good };
    texts[choices.below(n)].to_owned()
}
