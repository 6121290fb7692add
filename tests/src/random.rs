//! Random small libraries, assessments and evidence documents over them, random checks.

pub mod assessment;
pub mod checks;
pub mod choices;
pub mod document;
pub mod documents;
pub mod kind;
pub mod library;
pub mod program;
pub mod question;
pub mod respelled;
pub mod scalar;

use documents::Documents;
use kumomori_core::assessment::Assessment;
use kumomori_core::date::Date;
use kumomori_core::library::Library;
use proptest::prelude::*;
use proptest::test_runner::Config;

/// A library, an assessment over it, and the day of the evaluation.
pub fn case() -> BoxedStrategy<(Library, Assessment, Date)> {
    (library::library(), day())
        .prop_flat_map(|(library, as_of)| {
            let assessment = assessment::assessment(&library, as_of);
            (Just(library), assessment, Just(as_of))
        })
        .boxed()
}

/// A case, with evidence documents.
pub fn case_with_documents() -> BoxedStrategy<(Library, Assessment, Documents, Date)> {
    case()
        .prop_flat_map(|(library, assessment, as_of)| {
            let checks = checks::checks(&library);
            (Just((library, assessment, as_of)), checks)
        })
        .prop_flat_map(|((library, assessment, as_of), checks)| {
            let documents = documents::documents(&library, &assessment, checks, as_of);
            (Just(library), Just(assessment), documents, Just(as_of))
        })
        .boxed()
}

/// How many cases a suite tries: `full` with `KUMOMORI_FULL=1`, else `usual`.
pub fn cases(usual: u32, full: u32) -> Config {
    let is_full = std::env::var_os("KUMOMORI_FULL").is_some_and(|it| it == "1");
    let cases = if is_full { full } else { usual };
    Config { cases, failure_persistence: None, max_global_rejects: cases, ..Config::default() }
}

/// Days around the ends of months, where calendar arithmetic is hardest.
fn day() -> impl Strategy<Value = Date> {
    prop_oneof![
        Just((2026, 6, 30)),
        Just((2024, 2, 29)),
        Just((2025, 2, 28)),
        Just((2025, 8, 31)),
        Just((2026, 1, 1)),
        Just((2025, 3, 1)),
    ]
    .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

/// Days up to 14 months before and 7 months after a day, often exactly some months away, or a
/// few days beside that.
fn day_near(day: Date) -> impl Strategy<Value = Date> {
    let months = prop_oneof![
        4 => -14..=7_i32,
        2 => Just(-12),
        2 => Just(-6),
        2 => Just(0),
    ];
    (months, 0..=3_u8, any::<bool>()).prop_map(move |(months, days, is_before)| {
        let mut near = day.plus_months(months);
        for _ in 0..days {
            near = if is_before { day_before(near) } else { near.next() };
        }
        near
    })
}

fn day_before(day: Date) -> Date {
    let (year, month, number) = day.parts();
    let (last_year, last_month, _) = day.plus_months(-1).parts();
    Date::new(year, month, number - 1).unwrap_or_else(|| {
        (28..=31).rev().find_map(|it| Date::new(last_year, last_month, it)).unwrap()
    })
}
