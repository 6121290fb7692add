//! The levels of an evaluation by name, to state laws about.

use kumomori_core::dimension::Reading;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::Figures;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Low, confirmed, claimed and high of everything that has them, by a name.
///
/// The name of a mean has its denominator, so that means of one name compare by numerator.
pub fn readings(evaluation: &Evaluation<'_>) -> BTreeMap<String, [u32; 4]> {
    let mut all = BTreeMap::new();
    for it in &evaluation.controls {
        let name = format!("{} {}", it.control.id, it.role);
        all.insert(format!("{name} design"), numbers(it.design.reading));
        all.insert(format!("{name} operation"), numbers(it.operation.reading));
        all.insert(format!("{name} assured"), numbers(it.assured));
    }
    for it in &evaluation.requirements {
        let name = format!("{} {} {}", it.framework.id, it.requirement.id, it.view.word());
        all.extend(it.design.iter().map(|it| (format!("{name} design"), numbers(*it))));
        all.extend(it.operation.iter().map(|it| (format!("{name} operation"), numbers(*it))));
    }
    for it in &evaluation.groups {
        let name = format!("{:?} {}", it.key, it.view.word());
        all.extend(it.design.iter().flat_map(|it| of_group(&format!("{name} design"), it)));
        all.extend(it.operation.iter().flat_map(|it| of_group(&format!("{name} operation"), it)));
    }
    all
}

fn numbers(reading: Reading) -> [u32; 4] {
    [reading.low, reading.confirmed, reading.claimed, reading.high].map(|it| it.number().into())
}

fn of_group(name: &str, figures: &Figures) -> [(String, [u32; 4]); 2] {
    let mean = figures.mean;
    let sums = [mean.low, mean.confirmed, mean.claimed, mean.high].map(|it| it.sum);
    let weight = mean.low.weight;
    [
        (format!("{name} level"), numbers(figures.group_level)),
        (format!("{name} mean over {weight}"), sums),
    ]
}

/// Asserts that two evaluations have the same things, and a law of each thing's readings.
///
/// # Errors
///
/// The first thing of which the law does not hold.
pub fn compare(
    before: &Evaluation<'_>,
    after: &Evaluation<'_>,
    holds: impl Fn([u32; 4], [u32; 4]) -> bool,
) -> Result<(), TestCaseError> {
    let (before, after) = (readings(before), readings(after));
    let names = |all: &BTreeMap<String, [u32; 4]>| all.keys().cloned().collect::<Vec<_>>();
    prop_assert_eq!(names(&before), names(&after));
    for (name, before) in before {
        let after = after[&name];
        prop_assert!(holds(before, after), "{name}: {before:?} became {after:?}");
    }
    Ok(())
}
