//! Whether the order of two services hangs on the weight of a single control.

use crate::dimension::Dimension;
use crate::evaluation::Evaluation;
use crate::figures::GroupKey;
use alloc::collections::BTreeMap;
use core::cmp::Ordering;

/// The order of two confirmed weighted means, and how often it stays when one weight is another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stability {
    /// The later or second one against the other.
    pub order: Ordering,
    /// In how many of the changes the order is the same.
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

/// Both means of one group, control by control.
type Parts = BTreeMap<usize, [Part; 2]>;

/// How stable the order of two evaluations over one library is, in the widest view of each; `None`
/// where one of them has no such figure.
pub fn stability(
    before: &Evaluation<'_>,
    after: &Evaluation<'_>,
    key: &GroupKey,
    dimension: Dimension,
) -> Option<Stability> {
    let mut parts = Parts::new();
    for (side, evaluation) in [before, after].into_iter().enumerate() {
        for member in evaluation.members(key, evaluation.widest_view()?) {
            if !member.result.is_applicable() {
                continue;
            }
            let of_control = parts.entry(member.result.control_idx).or_default();
            let Some(part) = of_control.get_mut(side) else { continue };
            part.weight = u64::from(member.result.control.weight);
            part.roles += 1;
            part.levels += u64::from(member.seen.reading(dimension).confirmed.number());
        }
    }
    let order = order(&parts, None)?;
    let changes = parts.iter().flat_map(|(idx, of)| {
        let weight = of.iter().map(|it| it.weight).max().unwrap_or(0);
        [Some(weight + 1), weight.checked_sub(1).filter(|it| *it > 0)].map(|it| Some((*idx, it?)))
    });
    let (mut kept, mut tried) = (0, 0);
    for change in changes.flatten() {
        tried += 1;
        kept += u32::from(self::order(&parts, Some(change)) == Some(order));
    }
    Some(Stability { order, kept, tried })
}

/// The order of both means, one weight replaced.
fn order(parts: &Parts, change: Option<(usize, u64)>) -> Option<Ordering> {
    let mean = |side: usize| {
        let (mut sum, mut weight) = (0, 0);
        for (idx, of) in parts {
            let part = of.get(side).copied().unwrap_or_default();
            let other = change.filter(|it| it.0 == *idx).map(|it| it.1);
            let each = other.unwrap_or(part.weight);
            (sum, weight) = (sum + each * part.levels, weight + each * part.roles);
        }
        (weight > 0).then_some((sum, weight))
    };
    let ((before, of_before), (after, of_after)) = (mean(0)?, mean(1)?);
    Some((after * of_before).cmp(&(before * of_after)))
}
