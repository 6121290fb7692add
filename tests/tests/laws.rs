//! What must hold of every evaluation, whatever was answered.

#![expect(clippy::indexing_slicing, reason = "a law that cannot be stated should fail")]

use kumomori_core::assessment::{Answer, Applicability, Assessment, Exclusion, ExclusionReason};
use kumomori_core::control_result::ControlResult;
use kumomori_core::date::Date;
use kumomori_core::dimension::Reading;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::figures::Figures;
use kumomori_core::ladder::{Ladder, Rung};
use kumomori_core::library::Library;
use kumomori_core::testimony::Hearing;
use kumomori_tests::naive::{differences, observed};
use kumomori_tests::random;
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeMap;

/// Low, confirmed, claimed and high of everything that has them, by a name.
///
/// The name of a mean has its denominator, so that means of one name compare by numerator.
fn readings(evaluation: &Evaluation) -> BTreeMap<String, [u32; 4]> {
    let mut all = BTreeMap::new();
    for it in &evaluation.controls {
        let name = format!("{} {}", it.control, it.role);
        all.insert(format!("{name} design"), numbers(it.design.reading));
        all.insert(format!("{name} operation"), numbers(it.operation.reading));
        all.insert(format!("{name} assured"), numbers(it.assured));
    }
    for it in &evaluation.requirements {
        let name = format!("{} {} {}", it.framework, it.requirement, it.view.word());
        all.extend(it.design.iter().map(|it| (format!("{name} design"), numbers(it.reading))));
        all.extend(
            it.operation.iter().map(|it| (format!("{name} operation"), numbers(it.reading))),
        );
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
fn compare(
    before: &Evaluation,
    after: &Evaluation,
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

fn ladders(answer: &mut Answer) -> [&mut Ladder; 2] {
    [&mut answer.design, &mut answer.operation]
}

/// The known rungs of applicable answers that satisfy a condition.
fn rungs(assessment: &mut Assessment, wanted: impl Fn(Rung) -> bool) -> Vec<&mut Rung> {
    let answers = assessment.answers.iter_mut();
    answers
        .filter(|it| it.applicability == Applicability::Applicable)
        .flat_map(ladders)
        .flat_map(|ladder| &mut ladder.0)
        .filter(|rung| **rung != Rung::Unknown && wanted(**rung))
        .collect()
}

/// A case and the same one with answers, evidence, attestations and targets in another order.
fn shuffled() -> impl Strategy<Value = (Library, Assessment, Assessment, Date)> {
    random::case().prop_flat_map(|(library, assessment, as_of)| {
        let answers: Vec<_> =
            assessment.answers.iter().cloned().map(with_shuffled_evidence).collect();
        let lists = (
            answers.prop_shuffle(),
            Just(assessment.attestations.clone()).prop_shuffle(),
            Just(assessment.scope.targets.clone()).prop_shuffle(),
        );
        lists.prop_map(move |(answers, attestations, targets)| {
            let mut reordered = Assessment { answers, attestations, ..assessment.clone() };
            reordered.scope.targets = targets;
            (library.clone(), assessment.clone(), reordered, as_of)
        })
    })
}

fn with_shuffled_evidence(answer: Answer) -> impl Strategy<Value = Answer> {
    Just(answer.evidence.clone())
        .prop_shuffle()
        .prop_map(move |evidence| Answer { evidence, ..answer.clone() })
}

proptest! {
    #![proptest_config(random::cases(1_000, 20_000))]

    #[test]
    fn low_confirmed_claimed_and_high_never_cross((library, assessment, as_of) in random::case()) {
        for (name, levels) in readings(&evaluate(&library, &assessment, Hearing::default(), as_of)) {
            prop_assert!(levels.is_sorted(), "{name}: {levels:?}");
        }
    }

    #[test]
    fn a_better_rung_never_lowers_anything(
        (library, mut assessment, as_of) in random::case(),
        place in any::<Index>(),
        better in any::<Index>(),
    ) {
        let before = evaluate(&library, &assessment, Hearing::default(), as_of);
        let mut raisable = rungs(&mut assessment, |rung| rung != Rung::Full);
        prop_assume!(!raisable.is_empty());
        let place = place.index(raisable.len());
        let rung = &mut *raisable[place];
        let all = [Rung::No, Rung::Partial, Rung::Largely, Rung::Full];
        let above: Vec<Rung> = all.into_iter().filter(|it| *it > *rung).collect();
        *rung = *better.get(&above);
        let after = evaluate(&library, &assessment, Hearing::default(), as_of);
        compare(&before, &after, |before, after| (0..4).all(|it| before[it] <= after[it]))?;
    }

    #[test]
    fn forgetting_a_rung_only_widens(
        (library, mut assessment, as_of) in random::case(),
        place in any::<Index>(),
    ) {
        let before = evaluate(&library, &assessment, Hearing::default(), as_of);
        let mut known = rungs(&mut assessment, |_| true);
        prop_assume!(!known.is_empty());
        let place = place.index(known.len());
        *known[place] = Rung::Unknown;
        let after = evaluate(&library, &assessment, Hearing::default(), as_of);
        compare(&before, &after, |before, after| after[0] <= before[0] && before[3] <= after[3])?;
    }

    #[test]
    fn more_evidence_never_lowers_what_is_confirmed(
        (library, mut assessment, as_of, entry) in random::case().prop_flat_map(
            |(library, assessment, as_of)| {
                let entry = random::assessment::evidence(as_of);
                (Just(library), Just(assessment), Just(as_of), entry)
            }
        ),
        place in any::<Index>(),
    ) {
        prop_assume!(!assessment.answers.is_empty());
        let before = evaluate(&library, &assessment, Hearing::default(), as_of);
        place.get_mut(&mut assessment.answers).evidence.push(entry);
        let after = evaluate(&library, &assessment, Hearing::default(), as_of);
        compare(&before, &after, |before, after| before[0] <= after[0] && before[1] <= after[1])?;
    }

    #[test]
    fn what_does_not_apply_changes_nothing_else(
        (library, mut assessment, as_of) in random::case(),
        place in any::<Index>(),
    ) {
        let before = evaluate(&library, &assessment, Hearing::default(), as_of);
        prop_assume!(!before.controls.is_empty());
        let left_out = place.get(&before.controls);
        let is_left_out = |control: &_, role| left_out.control == *control && left_out.role == role;
        let exclusion = Exclusion {
            reason: ExclusionReason::OutOfScope,
            justification: "not used".into(),
            by: "owner".into(),
        };
        assessment.answers.retain(|it| !is_left_out(&it.control, it.role));
        assessment.answers.push(Answer {
            applicability: Applicability::NotApplicable(exclusion),
            ..Answer::blank(left_out.control.clone(), left_out.role)
        });
        let after = evaluate(&library, &assessment, Hearing::default(), as_of);
        let others = |all: &[ControlResult]| -> Vec<ControlResult> {
            all.iter().filter(|it| !is_left_out(&it.control, it.role)).cloned().collect()
        };
        prop_assert_eq!(others(&before.controls), others(&after.controls));
    }

    #[test]
    fn the_order_of_lists_never_changes_the_figures(
        (library, assessment, reordered, as_of) in shuffled(),
    ) {
        let before = observed(&evaluate(&library, &assessment, Hearing::default(), as_of));
        let after = observed(&evaluate(&library, &reordered, Hearing::default(), as_of));
        let differences = differences(&after, &before);
        prop_assert!(differences.is_empty(), "{}", differences.join("\n"));
    }
}
