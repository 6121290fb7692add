//! What must hold of evidence documents, whatever they say.

#![expect(clippy::indexing_slicing, reason = "a law that cannot be stated should fail")]

use kumomori_core::assessment::Assessment;
use kumomori_core::checks::Checks;
use kumomori_core::date::Date;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::library::Library;
use kumomori_core::testimony::{LeftOut, Statement, Testimony, Verdict};
use kumomori_tests::naive::{DimensionOutcome, Outcome, differences, observed};
use kumomori_tests::random::{self, documents::Documents};
use kumomori_tests::readings::{compare, readings};
use proptest::prelude::*;
use proptest::sample::Index;

/// A case with documents.
type Case = (Library, Assessment, Documents, Date);

fn judged((library, assessment, documents, as_of): &Case) -> Evaluation<'_> {
    evaluate(library, assessment, documents.hearing(), *as_of)
}

/// The case with one more document.
fn with(case: &Case, document: Testimony) -> Case {
    let mut case = case.clone();
    case.2.testimonies.push(document);
    case
}

/// A case, and one more document for it.
fn case_and_document() -> impl Strategy<Value = (Case, Testimony)> {
    random::case_with_documents().prop_flat_map(|case| {
        let another = random::documents::another(&case.1, &case.2.checks, case.3);
        (Just(case), another)
    })
}

/// A case, and its documents in another order, as places in it.
fn shuffled() -> impl Strategy<Value = (Case, Vec<usize>)> {
    random::case_with_documents().prop_flat_map(|case| {
        let places: Vec<usize> = (0..case.2.testimonies.len()).collect();
        (Just(case), Just(places).prop_shuffle())
    })
}

/// A document of no other's series, with one verdict on everything.
fn apart(document: Testimony, verdict: Verdict) -> Testimony {
    let mut document = Testimony { source: "a source of its own".into(), ..document };
    document.statements.iter_mut().for_each(|it| it.verdict = verdict);
    document
}

/// A document with one verdict on every check of its kind.
fn throughout(document: Testimony, checks: &Checks, verdict: Verdict) -> Testimony {
    let of_kind = checks.checks.iter().filter(|it| checks.kinds[it.kind].kind.id == document.kind);
    let statement = |it: &kumomori_core::checks::Check| Statement {
        check: it.id.clone(),
        severity: it.severity,
        verdict,
        controls: it.controls.clone(),
    };
    Testimony { statements: of_kind.map(statement).collect(), ..document }
}

/// The places of the documents of which something holds.
fn places(
    case: &Case,
    before: &Evaluation<'_>,
    holds: impl Fn(&Testimony, Option<LeftOut>) -> bool,
) -> Vec<usize> {
    let documents = case.2.testimonies.iter().zip(&before.testimonies).enumerate();
    let those = documents.filter(|(_, (it, result))| holds(it, result.outcome.err()));
    those.map(|(idx, _)| idx).collect()
}

/// The documents that count and have a date before the day of the evaluation.
fn datable(case: &Case, before: &Evaluation<'_>) -> Vec<usize> {
    places(case, before, |it, left_out| {
        left_out.is_none() && it.collected.is_some_and(|day| day < case.3)
    })
}

/// The same outcome for documents of which each stood at a place before.
fn placed(mut outcome: Outcome, place_before: &[usize]) -> Outcome {
    let rename = |dimension: &mut DimensionOutcome| {
        let checks = std::mem::take(&mut dimension.checks).into_iter();
        dimension.checks =
            checks.map(|((check, idx), it)| ((check, place_before[idx]), it)).collect();
    };
    for (design, operation, ..) in outcome.controls.values_mut().flat_map(|it| &mut it.judged) {
        rename(design);
        rename(operation);
    }
    outcome
}

/// The case with the documents at some places, in that order.
fn picked(case: &Case, places: &[usize]) -> Case {
    let mut picked = case.clone();
    picked.2.testimonies = places.iter().map(|it| case.2.testimonies[*it].clone()).collect();
    picked
}

/// Asserts that the documents at some places, in that order, give what all give.
fn assert_same_with(
    case: &Case,
    before: &Evaluation<'_>,
    kept: &[usize],
) -> Result<(), TestCaseError> {
    let mut before = observed(before, &case.1);
    before.documents = kept.iter().map(|it| before.documents[*it].clone()).collect();
    let after = placed(observed(&judged(&picked(case, kept)), &case.1), kept);
    let differences = differences(&after, &before);
    prop_assert!(differences.is_empty(), "{}", differences.join("\n"));
    Ok(())
}

fn never_lower(before: [u32; 4], after: [u32; 4]) -> bool {
    before[0] <= after[0] && before[1] <= after[1] && before[2..] == after[2..]
}

proptest! {
    #![proptest_config(random::cases(300, 20_000))]

    #[test]
    fn what_is_confirmed_is_at_most_claimed_and_at_most_possible(
        case in random::case_with_documents(),
    ) {
        for (name, [low, confirmed, claimed, high]) in readings(&judged(&case)) {
            let is_in_order = low <= confirmed && confirmed <= claimed && confirmed <= high;
            prop_assert!(is_in_order, "{name}: {low} {confirmed} {claimed} {high}");
        }
    }

    #[test]
    fn a_supporting_document_of_its_own_series_never_lowers_what_is_confirmed(
        (case, document) in case_and_document(),
    ) {
        let after = with(&case, apart(document, Verdict::Supports));
        compare(&judged(&case), &judged(&after), never_lower)?;
    }

    #[test]
    fn a_supporting_document_no_newer_than_its_series_never_lowers_what_is_confirmed(
        case in random::case_with_documents(),
        place in any::<Index>(),
        (months, days) in (0..=9_i32, 0..=1_u8),
    ) {
        let before = judged(&case);
        let datable = datable(&case, &before);
        prop_assume!(!datable.is_empty());
        let newest = case.2.testimonies[*place.get(&datable)].clone();
        let mut document = throughout(newest.clone(), &case.2.checks, Verdict::Supports);
        document.collected = newest.collected.map(|newest| {
            let day = newest.plus_months(-months);
            if days > 0 { day.next().min(newest) } else { day }
        });
        compare(&before, &judged(&with(&case, document)), never_lower)?;
    }

    #[test]
    fn a_document_that_contradicts_every_check_of_its_kind_never_raises_anything(
        (case, document) in case_and_document(),
    ) {
        let document = throughout(document, &case.2.checks, Verdict::Contradicts);
        compare(&judged(&case), &judged(&with(&case, document)), |before, after| {
            [0, 1, 3].into_iter().all(|it| after[it] <= before[it]) && after[2] == before[2]
        })?;
    }

    #[test]
    fn a_document_of_its_own_series_that_decides_nothing_changes_no_level(
        (case, document) in case_and_document(),
        verdict in prop_oneof![Just(Verdict::Insufficient), Just(Verdict::NotApplicable)],
    ) {
        let after = with(&case, apart(document, verdict));
        compare(&judged(&case), &judged(&after), |before, after| before == after)?;
    }

    #[test]
    fn the_order_of_documents_changes_nothing_but_their_places((case, places) in shuffled()) {
        assert_same_with(&case, &judged(&case), &places)?;
    }

    #[test]
    fn a_document_left_out_changes_nothing_unless_its_series_needs_it(
        case in random::case_with_documents(),
        place in any::<Index>(),
    ) {
        let before = judged(&case);
        let is_in_window = |it: &Testimony| match (it.collected, case.1.window) {
            (Some(day), Some(window)) => window.from <= day && day <= window.to,
            _ => false,
        };
        let idle = places(&case, &before, |it, left_out| match left_out {
            None => false,
            Some(LeftOut::InFuture | LeftOut::NoRole | LeftOut::RoleOutOfScope) => true,
            Some(LeftOut::Superseded) => !is_in_window(it),
        });
        prop_assume!(!idle.is_empty());
        let removed = *place.get(&idle);
        let kept: Vec<usize> =
            (0..case.2.testimonies.len()).filter(|it| *it != removed).collect();
        assert_same_with(&case, &before, &kept)?;
    }

    #[test]
    fn of_a_superseded_document_only_its_support_counts(
        case in random::case_with_documents(),
        verdicts in proptest::collection::vec(
            prop_oneof![
                Just(Verdict::Contradicts),
                Just(Verdict::Insufficient),
                Just(Verdict::NotApplicable),
            ],
            6,
        ),
    ) {
        let before = judged(&case);
        let superseded =
            places(&case, &before, |_, left_out| left_out == Some(LeftOut::Superseded));
        let mut other = case.clone();
        for place in superseded {
            let statements = &mut other.2.testimonies[place].statements;
            for (statement, verdict) in statements.iter_mut().zip(&verdicts) {
                if statement.verdict != Verdict::Supports {
                    statement.verdict = *verdict;
                }
            }
        }
        prop_assert_eq!(before, judged(&other));
    }

    #[test]
    fn a_newer_day_of_a_series_replaces_the_older(
        case in random::case_with_documents(),
        place in any::<Index>(),
    ) {
        let before = judged(&case);
        let datable = datable(&case, &before);
        prop_assume!(!datable.is_empty());
        let place = *place.get(&datable);
        let mut newer = case.2.testimonies[place].clone();
        newer.collected = newer.collected.map(Date::next);
        newer.tool = newer.tool.map(|it| format!("{it} and newer"));
        let case_after = with(&case, newer);
        let after = judged(&case_after);
        prop_assert_eq!(after.testimonies[place].outcome, Err(LeftOut::Superseded));
        prop_assert!(after.testimonies[case.2.testimonies.len()].outcome.is_ok());
        let checks = after.controls.iter().flat_map(|it| [&it.design, &it.operation]);
        prop_assert!(checks.flat_map(|it| &it.checks).all(|it| it.usage.idx != place));
    }
}
