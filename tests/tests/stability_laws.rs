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

/// A case, and twice the same with its answers shifted from control to control.
fn three() -> impl Strategy<Value = (Library, [Assessment; 3], Date)> {
    random::case().prop_map(|(library, assessment, day)| {
        let shifted = [0, 1, 2].map(|n| shifted(&assessment, n));
        (library, shifted, day)
    })
}

fn shifted(assessment: &Assessment, n: usize) -> Assessment {
    let mut other = assessment.clone();
    let mut ladders: Vec<_> = other.answers.iter().map(|it| (it.design, it.operation)).collect();
    let n = ladders.len().min(n);
    ladders.rotate_left(n);
    for (answer, ladders) in other.answers.iter_mut().zip(ladders) {
        (answer.design, answer.operation) = ladders;
    }
    other
}

/// The places of the confirmed means of some evaluations.
fn places(of: &[Evaluation<'_>], key: &GroupKey, dimension: Dimension) -> Option<Vec<usize>> {
    let mean = |it: &Evaluation<'_>| {
        let group = it.group(key, it.widest_view()?)?;
        let mean = group.dimension(dimension)?.mean.confirmed;
        Some((u64::from(mean.sum), u64::from(mean.weight)))
    };
    let means = of.iter().map(mean).collect::<Option<Vec<_>>>()?;
    let ahead =
        |(sum, weight): (u64, u64)| means.iter().filter(|it| it.0 * weight > sum * it.1).count();
    Some(means.iter().map(|it| ahead(*it)).collect())
}

fn judged<'a>(library: &'a Library, all: &[Assessment], day: Date) -> Vec<Evaluation<'a>> {
    all.iter().map(|it| evaluate(library, it, Hearing::default(), day)).collect()
}

proptest! {
    #![proptest_config(random::cases(60, 2_000))]

    #[test]
    fn it_counts_the_evaluations_with_one_other_weight((library, three, day) in three(), n in 2..=3_usize) {
        let some = &three[..n];
        let all = judged(&library, some, day);
        let viewed = all.iter().map(|it| Some((it, it.widest_view()?)));
        let Some(viewed) = viewed.collect::<Option<Vec<_>>>() else { return Ok(()) };
        let keys: Vec<GroupKey> = all[0].groups.iter().map(|it| it.key.clone()).collect();
        for key in &keys {
            for dimension in Dimension::ALL {
                let found = stability(&viewed, key, dimension);
                let expected = places(&all, key, dimension);
                prop_assert_eq!(found.as_ref().map(|it| &it.places), expected.as_ref());
                let Some(found) = found else { continue };
                let members = all.iter().flat_map(|it| it.members(key, it.widest_view().unwrap()));
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
                            kept += u32::from(places(&judged(&other, some, day), key, dimension) == expected);
                        }
                    }
                }
                prop_assert_eq!((found.kept, found.tried), (kept, tried));
            }
        }
    }
}
