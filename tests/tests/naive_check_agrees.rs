//! The check engine and the naive evaluator give the same verdict.

use kumomori_tests::random;
use kumomori_tests::random::question::question;
use proptest::prelude::*;

proptest! {
    #![proptest_config(random::cases(6_000, 300_000))]

    #[test]
    fn the_naive_evaluator_agrees(question in question(prop_oneof![Just(0), Just(8), Just(30)])) {
        prop_assume!(question.is_short());
        prop_assert_eq!(question.found(), question.expected());
    }
}
