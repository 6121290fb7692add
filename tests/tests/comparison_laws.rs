//! What must hold of every comparison of two evaluations.

use kumomori_core::assessment::Assessment;
use kumomori_core::comparison::{Change, Comparison, Turn};
use kumomori_core::date::Date;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::library::Library;
use kumomori_core::testimony::Hearing;
use kumomori_tests::random;
use proptest::prelude::*;
use proptest::sample::Index;

/// A case, the same without some of its answers and targets, and two days.
fn two() -> impl Strategy<Value = (Library, [Assessment; 2], [Date; 2])> {
    let left_out = prop::collection::vec(any::<Index>(), 0..4);
    (random::case(), left_out, any::<bool>(), 0..14_i32).prop_map(
        |((library, assessment, day), left_out, has_all_targets, later)| {
            let mut less = assessment.clone();
            for index in left_out {
                if !less.answers.is_empty() {
                    less.answers.remove(index.index(less.answers.len()));
                }
            }
            if !has_all_targets {
                less.scope.targets.truncate(1);
            }
            let later = day.plus_months(later);
            (library, [assessment, less], [day, later])
        },
    )
}

fn evaluated<'a>(library: &'a Library, assessment: &Assessment, day: Date) -> Evaluation<'a> {
    evaluate(library, assessment, Hearing::default(), day)
}

/// The turns of controls, then of requirements.
fn turns(compared: &Comparison<'_, '_>) -> Vec<Turn> {
    let controls = compared.controls.iter().map(|it| it.turn);
    controls.chain(compared.requirements.iter().map(|it| it.turn)).collect()
}

/// How often each turn comes up.
fn counts(turns: &[Turn]) -> [usize; 6] {
    Turn::ALL.map(|turn| turns.iter().filter(|it| **it == turn).count())
}

fn has_cause<T>(change: &Change<T>) -> bool {
    change.turn == Turn::Same || change.by_time || change.by_file
}

proptest! {
    #![proptest_config(random::cases(500, 10_000))]

    #[test]
    fn nothing_differs_from_itself((library, [it, _], [day, _]) in two()) {
        let judged = evaluated(&library, &it, day);
        let compared = Comparison::of(&judged, &judged, &judged);
        prop_assert!(turns(&compared).iter().all(|it| *it == Turn::Same));
    }

    #[test]
    fn seen_from_the_other_end_better_is_worse_and_new_is_gone((library, [a, b], [day, _]) in two()) {
        let (a, b) = (evaluated(&library, &a, day), evaluated(&library, &b, day));
        let there = counts(&turns(&Comparison::of(&a, &a, &b)));
        let back = counts(&turns(&Comparison::of(&b, &b, &a)));
        let [worse, better, changed, new, gone, same] = there;
        prop_assert_eq!([better, worse, changed, gone, new, same], back);
    }

    #[test]
    fn every_change_has_a_cause_and_the_right_one((library, [a, b], [day, later]) in two()) {
        let (was, aged) = (evaluated(&library, &a, day), evaluated(&library, &a, later));
        let is = evaluated(&library, &b, later);
        let compared = Comparison::of(&was, &aged, &is);
        prop_assert!(compared.controls.iter().all(has_cause));
        prop_assert!(compared.requirements.iter().all(has_cause));
        let by_time = Comparison::of(&was, &aged, &aged);
        prop_assert!(by_time.controls.iter().all(|it| !it.by_file));
        let by_file = Comparison::of(&aged, &aged, &is);
        prop_assert!(by_file.controls.iter().all(|it| !it.by_time));
    }
}
