//! The core and the naive evaluator say the same.

use kumomori_core::assessment::Assessment;
use kumomori_core::date::Date;
use kumomori_core::evaluation::evaluate;
use kumomori_core::library::Library;
use kumomori_core::sample::{binomial_upper, hypergeometric_upper};
use kumomori_core::testimony::Hearing;
use kumomori_tests::naive::{self, binomial_bound, differences, hypergeometric_count, observed};
use kumomori_tests::random;
use proptest::prelude::*;

proptest! {
    #![proptest_config(random::cases(2_000, 50_000))]

    #[test]
    fn the_naive_evaluator_agrees((library, assessment, as_of) in random::case()) {
        assert_agreement(&library, &assessment, Hearing::default(), as_of)?;
    }

    #[test]
    fn the_naive_evaluator_agrees_with_evidence_documents(
        (library, assessment, documents, as_of) in random::case_with_documents(),
    ) {
        assert_agreement(&library, &assessment, documents.hearing(), as_of)?;
    }
}

fn assert_agreement(
    library: &Library,
    assessment: &Assessment,
    hearing: Hearing<'_>,
    as_of: Date,
) -> Result<(), TestCaseError> {
    let expected = naive::evaluate(library, assessment, hearing, as_of);
    let found = observed(&evaluate(library, assessment, hearing, as_of), assessment);
    let differences = differences(&found, &expected);
    prop_assert!(differences.is_empty(), "{}", differences.join("\n"));
    Ok(())
}

fn confidence() -> impl Strategy<Value = u32> {
    prop_oneof![Just(900_u32), Just(950), Just(500), Just(800), 1..=999_u32]
}

/// How far a bound in parts per million may lie from the naive one.
const SLACK: f64 = 1e-6;

proptest! {
    #![proptest_config(random::cases(1_000, 20_000))]

    #[test]
    fn the_bound_for_an_unknown_population_agrees(
        (n, k) in (1..=600_u32).prop_flat_map(|n| (Just(n), 0..=n.min(12))),
        confidence in confidence(),
    ) {
        let found = binomial_upper(n, k, confidence);
        let expected = binomial_bound(n, k, confidence) * 1e6;
        let above = f64::from(found) - expected;
        prop_assert!((-SLACK..=1.0 + SLACK).contains(&above), "{found} against {expected}");
    }

    #[test]
    fn the_bound_for_a_known_population_agrees(
        (all, n, k) in (1..=300_u32)
            .prop_flat_map(|all| (Just(all), 1..=all))
            .prop_flat_map(|(all, n)| (Just(all), Just(n), 0..=n.min(6))),
        confidence in confidence(),
    ) {
        let found = hypergeometric_upper(all, n, k, confidence);
        prop_assert_eq!(found, hypergeometric_count(all, n, k, confidence));
    }
}

#[test]
fn the_bound_for_a_known_population_agrees_where_probabilities_tie() {
    for confidence in [500, 800, 900] {
        for all in 1..=30 {
            for n in 1..=all {
                for k in 0..=n.min(3) {
                    let found = hypergeometric_upper(all, n, k, confidence);
                    let expected = hypergeometric_count(all, n, k, confidence);
                    assert_eq!(found, expected, "{k} of {n} from {all} at {confidence}");
                }
            }
        }
    }
}
