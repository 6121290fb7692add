//! What must hold of every evaluation, whatever was answered.

use kumomori_core::assessment::{Answer, Applicability, Assessment, Exclusion, ExclusionReason};
use kumomori_core::control_result::ControlResult;
use kumomori_core::date::Date;
use kumomori_core::evaluation::evaluate;
use kumomori_core::ladder::{Ladder, Rung};
use kumomori_core::library::Library;
use kumomori_core::testimony::Hearing;
use kumomori_tests::naive::{differences, observed};
use kumomori_tests::random::{self, documents::Documents};
use kumomori_tests::readings::{compare, readings};
use proptest::prelude::*;
use proptest::sample::Index;

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
fn shuffled() -> impl Strategy<Value = (Library, [Assessment; 2], Documents, Date)> {
    random::case_with_documents().prop_flat_map(|(library, assessment, documents, as_of)| {
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
            (library.clone(), [assessment.clone(), reordered], documents.clone(), as_of)
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
        (library, mut assessment, documents, as_of) in random::case_with_documents(),
        place in any::<Index>(),
        better in any::<Index>(),
    ) {
        let before = evaluate(&library, &assessment, documents.hearing(), as_of);
        let mut raisable = rungs(&mut assessment, |rung| rung != Rung::Full);
        prop_assume!(!raisable.is_empty());
        let place = place.index(raisable.len());
        let rung = &mut *raisable[place];
        let all = [Rung::No, Rung::Partial, Rung::Largely, Rung::Full];
        let above: Vec<Rung> = all.into_iter().filter(|it| *it > *rung).collect();
        *rung = *better.get(&above);
        let after = evaluate(&library, &assessment, documents.hearing(), as_of);
        compare(&before, &after, |before, after| (0..4).all(|it| before[it] <= after[it]))?;
    }

    #[test]
    fn forgetting_a_rung_only_widens(
        (library, mut assessment, documents, as_of) in random::case_with_documents(),
        place in any::<Index>(),
    ) {
        let before = evaluate(&library, &assessment, documents.hearing(), as_of);
        let mut known = rungs(&mut assessment, |_| true);
        prop_assume!(!known.is_empty());
        let place = place.index(known.len());
        *known[place] = Rung::Unknown;
        let after = evaluate(&library, &assessment, documents.hearing(), as_of);
        compare(&before, &after, |before, after| after[0] <= before[0] && before[3] <= after[3])?;
    }

    #[test]
    fn more_evidence_never_lowers_what_is_confirmed(
        ((library, mut assessment, documents, as_of), entry) in
            random::case_with_documents().prop_flat_map(|case| {
                let entry = random::assessment::evidence(case.3);
                (Just(case), entry)
            }),
        place in any::<Index>(),
    ) {
        prop_assume!(!assessment.answers.is_empty());
        let before = evaluate(&library, &assessment, documents.hearing(), as_of);
        place.get_mut(&mut assessment.answers).evidence.push(entry);
        let after = evaluate(&library, &assessment, documents.hearing(), as_of);
        compare(&before, &after, |before, after| before[0] <= after[0] && before[1] <= after[1])?;
    }

    #[test]
    fn what_does_not_apply_changes_nothing_else(
        (library, mut assessment, documents, as_of) in random::case_with_documents(),
        place in any::<Index>(),
    ) {
        let before = evaluate(&library, &assessment, documents.hearing(), as_of);
        prop_assume!(!before.controls.is_empty());
        let left_out = place.get(&before.controls);
        let is_left_out = |control: &_, role| left_out.control.id == *control && left_out.role == role;
        let exclusion = Exclusion {
            reason: ExclusionReason::OutOfScope,
            justification: "not used".into(),
            by: "owner".into(),
        };
        assessment.answers.retain(|it| !is_left_out(&it.control, it.role));
        assessment.answers.push(Answer {
            applicability: Applicability::NotApplicable(exclusion),
            ..Answer::blank(left_out.control.id.clone(), left_out.role)
        });
        let after = evaluate(&library, &assessment, documents.hearing(), as_of);
        let is_other = |it: &&ControlResult<'_>| !is_left_out(&it.control.id, it.role);
        let others = |all| Iterator::filter(all, is_other).collect::<Vec<_>>();
        prop_assert_eq!(others(before.controls.iter()), others(after.controls.iter()));
    }

    #[test]
    fn the_order_of_lists_never_changes_the_figures(
        (library, [assessment, reordered], documents, as_of) in shuffled(),
    ) {
        let before = observed(&evaluate(&library, &assessment, documents.hearing(), as_of), &assessment);
        let after = observed(&evaluate(&library, &reordered, documents.hearing(), as_of), &reordered);
        let differences = differences(&after, &before);
        prop_assert!(differences.is_empty(), "{}", differences.join("\n"));
    }
}
