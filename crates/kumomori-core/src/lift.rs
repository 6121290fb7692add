//! The few answers that would lift a group by one level.

use crate::dimension::Dimension;
use crate::figures::is_most;
use crate::id::ControlId;
use crate::ladder::Level;
use crate::member::Member;
use crate::role::Role;
use crate::settings::Settings;
use alloc::vec::Vec;

/// How many controls a lift names at most.
pub const MAX_NAMED: usize = 10;

/// The smallest set of controls that lifts a group level by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lift<'a> {
    /// The level that each must reach.
    pub to: Level,
    /// The controls, key ones first, then by weight per effort; at most [`MAX_NAMED`].
    pub controls: Vec<(&'a ControlId, Role)>,
    /// How many there are in all.
    pub n_needed: usize,
}

/// What would lift a group from a level, by `docs/scoring.md` section 10; `None` from level 5.
///
/// Members come in the order of their names.
pub fn lift<'a>(
    members: &[Member<'_, 'a>],
    dimension: Dimension,
    from: Level,
    settings: &Settings,
) -> Option<Lift<'a>> {
    let to = from.above()?;
    let seen = |it: &Member<'_, 'a>| Candidate {
        control: &it.result.control.id,
        role: it.result.role,
        weight: it.result.control.weight.into(),
        effort: it.result.control.effort,
        is_key: it.result.is_key,
        is_below: it.seen.reading(dimension).confirmed < to,
    };
    let candidates: Vec<Candidate<'_>> =
        members.iter().filter(|it| it.result.is_applicable()).map(seen).collect();
    let last = last_chosen(&candidates, settings);
    let mut n_needed = 0;
    let mut named: Vec<&Candidate<'_>> = Vec::with_capacity(MAX_NAMED + 1);
    for (idx, it) in candidates.iter().enumerate() {
        if it.is_below && (it.is_key || Some((it.place(), idx)) <= last) {
            n_needed += 1;
            name(&mut named, it);
        }
    }
    let controls = named.into_iter().map(|it| (it.control, it.role)).collect();
    Some(Lift { to, controls, n_needed })
}

/// A member of the group that applies.
#[derive(Debug)]
struct Candidate<'a> {
    control: &'a ControlId,
    role: Role,
    weight: u32,
    effort: u8,
    is_key: bool,
    is_below: bool,
}

/// How many places there are: weights 3 to 1, each with efforts 1 to 5.
const PLACES: usize = 15;

impl Candidate<'_> {
    /// The order in which controls that are not key are chosen: the heaviest first, then the
    /// least effort, then by name.
    fn place(&self) -> usize {
        let weight = usize::try_from(self.weight).unwrap_or_default().clamp(1, 3);
        (3 - weight) * 5 + usize::from(self.effort.clamp(1, 5)) - 1
    }
}

/// The place and the index of the last control that is needed beside the key ones; `None` when
/// none is.
fn last_chosen(candidates: &[Candidate<'_>], settings: &Settings) -> Option<(usize, usize)> {
    let (mut total, mut reached) = (0, 0);
    let mut waiting = [0; PLACES];
    for it in candidates {
        total += it.weight;
        if it.is_key || !it.is_below {
            reached += it.weight;
        } else if let Some(weight) = waiting.get_mut(it.place()) {
            *weight += it.weight;
        }
    }
    let mut last = None;
    for (at, weight) in waiting.into_iter().enumerate().filter(|(_, weight)| *weight > 0) {
        if is_most(reached, total, settings) {
            break;
        }
        if !is_most(reached + weight, total, settings) {
            reached += weight;
            last = Some((at, usize::MAX));
            continue;
        }
        let others = candidates.iter().enumerate();
        for (idx, it) in others.filter(|(_, it)| !it.is_key && it.is_below && it.place() == at) {
            reached += it.weight;
            last = Some((at, idx));
            if is_most(reached, total, settings) {
                break;
            }
        }
    }
    last
}

/// Puts a candidate where it belongs among the first that are named: key ones first, then by
/// weight per effort; of equals the one that came first.
fn name<'a, 'b>(named: &mut Vec<&'a Candidate<'b>>, candidate: &'a Candidate<'b>) {
    let comes_first = |it: &Candidate<'_>| {
        let per_effort = (it.weight * u32::from(candidate.effort))
            .cmp(&(candidate.weight * u32::from(it.effort)));
        it.is_key.cmp(&candidate.is_key).then(per_effort).is_ge()
    };
    let at = named.iter().rposition(|it| comes_first(it)).map_or(0, |idx| idx + 1);
    if at < MAX_NAMED {
        named.insert(at, candidate);
        named.truncate(MAX_NAMED);
    }
}
