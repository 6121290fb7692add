//! Whether the order of services hangs on the weight of a single control.

use crate::dimension::Dimension;
use crate::evaluation::Evaluation;
use crate::figures::GroupKey;
use crate::role::View;
use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

/// The order of some confirmed weighted means, and how often it stays when one weight is another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stability {
    /// The place of each, 0 for the highest mean; equal means share one.
    pub places: Vec<usize>,
    /// In how many of the changes the order as a whole is the same.
    pub kept: u32,
    /// How many changes there are: each weight one more, and one less where something is left of it.
    pub tried: u32,
}

/// What one control gives to a mean.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    /// Its weight.
    weight: u64,
    /// For how many roles it counts.
    roles: u64,
    /// Its levels for these roles, added up.
    levels: u64,
}

/// All means of one group, control by control.
type Parts = BTreeMap<usize, Vec<Part>>;

/// How stable the order of evaluations over one library is, each in a view of its own; `None` where
/// one of them has no such figure.
pub fn stability(
    evaluations: &[(&Evaluation<'_>, View)],
    key: &GroupKey,
    dimension: Dimension,
) -> Option<Stability> {
    let n = evaluations.len();
    let mut parts = Parts::new();
    for (side, (evaluation, view)) in evaluations.iter().enumerate() {
        for member in evaluation.members(key, *view) {
            if !member.result.is_applicable() {
                continue;
            }
            let of_control = parts.entry(member.result.control_idx);
            let of_control = of_control.or_insert_with(|| vec![Part::default(); n]);
            let Some(part) = of_control.get_mut(side) else { continue };
            part.weight = u64::from(member.result.control.weight);
            part.roles += 1;
            part.levels += u64::from(member.seen.reading(dimension).confirmed.number());
        }
    }
    let places = places(&parts, n, None)?;
    let changes = parts.iter().flat_map(|(idx, of)| {
        let weight = of.iter().map(|it| it.weight).max().unwrap_or(0);
        [Some(weight + 1), weight.checked_sub(1).filter(|it| *it > 0)].map(|it| Some((*idx, it?)))
    });
    let (mut kept, mut tried) = (0, 0);
    for change in changes.flatten() {
        tried += 1;
        let is_kept = self::places(&parts, n, Some(change)).is_some_and(|it| it == places);
        kept += u32::from(is_kept);
    }
    Some(Stability { places, kept, tried })
}

/// The place of each mean, one weight replaced.
fn places(parts: &Parts, n: usize, change: Option<(usize, u64)>) -> Option<Vec<usize>> {
    let means = (0..n).map(|side| mean(parts, side, change)).collect::<Option<Vec<_>>>()?;
    let is_higher = |a: (u64, u64), b: (u64, u64)| a.0 * b.1 > b.0 * a.1;
    let place = |it: &(u64, u64)| means.iter().filter(|other| is_higher(**other, *it)).count();
    Some(means.iter().map(place).collect())
}

/// The mean of one side as a fraction, one weight replaced; `None` where it has none.
fn mean(parts: &Parts, side: usize, change: Option<(usize, u64)>) -> Option<(u64, u64)> {
    let (mut sum, mut weight) = (0, 0);
    for (idx, of) in parts {
        let part = of.get(side).copied().unwrap_or_default();
        let other = change.filter(|it| it.0 == *idx).map(|it| it.1);
        let each = other.unwrap_or(part.weight);
        (sum, weight) = (sum + each * part.levels, weight + each * part.roles);
    }
    (weight > 0).then_some((sum, weight))
}
