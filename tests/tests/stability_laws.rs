//! The stability of an order, against evaluations with other weights.

use kumomori_core::assessment::Assessment;
use kumomori_core::date::Date;
use kumomori_core::dimension::Dimension;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::figures::GroupKey;
use kumomori_core::library::Library;
use kumomori_core::stability::stability;
use kumomori_core::testimony::Hearing;
use kumomori_tests::random;
use proptest::prelude::*;
use std::cmp::Ordering;

/// A case, and the same with its answers shifted from control to control.
fn two() -> impl Strategy<Value = (Library, [Assessment; 2], Date)> {
    random::case().prop_map(|(library, assessment, day)| {
        let mut other = assessment.clone();
        let mut ladders: Vec<_> =
            other.answers.iter().map(|it| (it.design, it.operation)).collect();
        let n = ladders.len().min(1);
        ladders.rotate_left(n);
        for (answer, ladders) in other.answers.iter_mut().zip(ladders) {
            (answer.design, answer.operation) = ladders;
        }
        (library, [assessment, other], day)
    })
}

/// The order of the confirmed means of two evaluations.
fn order(
    [before, after]: &[Evaluation<'_>; 2],
    key: &GroupKey,
    dimension: Dimension,
) -> Option<Ordering> {
    let mean = |it: &Evaluation<'_>| {
        let group = it.group(key, it.widest_view()?)?;
        let mean = group.dimension(dimension)?.mean.confirmed;
        Some((u64::from(mean.sum), u64::from(mean.weight)))
    };
    let ((was, of_was), (is, of_is)) = (mean(before)?, mean(after)?);
    Some((is * of_was).cmp(&(was * of_is)))
}

fn judged<'a>(library: &'a Library, two: &[Assessment; 2], day: Date) -> [Evaluation<'a>; 2] {
    two.each_ref().map(|it| evaluate(library, it, Hearing::default(), day))
}

proptest! {
    #![proptest_config(random::cases(60, 2_000))]

    #[test]
    fn it_counts_the_evaluations_with_one_other_weight((library, two, day) in two()) {
        let both = judged(&library, &two, day);
        let keys: Vec<GroupKey> = both[0].groups.iter().map(|it| it.key.clone()).collect();
        for key in &keys {
            for dimension in Dimension::ALL {
                let found = stability(&both[0], &both[1], key, dimension);
                let expected = order(&both, key, dimension);
                prop_assert_eq!(found.map(|it| it.order), expected);
                let Some(found) = found else { continue };
                let members = both.iter().flat_map(|it| it.members(key, it.widest_view().unwrap()));
                let mut idxs: Vec<usize> = members
                    .filter(|it| it.result.is_applicable())
                    .map(|it| it.result.control_idx)
                    .collect();
                idxs.sort_unstable();
                idxs.dedup();
                let (mut kept, mut tried) = (0, 0);
                for idx in idxs {
                    for weight in [library.controls[idx].weight + 1, library.controls[idx].weight - 1] {
                        if weight > 0 {
                            let mut other = library.clone();
                            other.controls[idx].weight = weight;
                            tried += 1;
                            kept += u32::from(order(&judged(&other, &two, day), key, dimension) == expected);
                        }
                    }
                }
                prop_assert_eq!((found.kept, found.tried), (kept, tried));
            }
        }
    }
}
