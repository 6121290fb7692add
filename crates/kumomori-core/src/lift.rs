//! The few answers that would lift a group by one level.

use crate::figures::{Member, is_most};
use crate::id::ControlId;
use crate::ladder::Level;
use crate::role::Role;
use crate::settings::Settings;
use alloc::vec::Vec;

/// How many controls a lift names at most.
pub const MAX_NAMED: usize = 10;

/// The smallest set of controls that lifts a group level by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lift {
    /// The level that each must reach.
    pub to: Level,
    /// The controls, key ones first, then by weight per effort; at most [`MAX_NAMED`].
    pub controls: Vec<(ControlId, Role)>,
    /// How many there are in all.
    pub n_needed: usize,
}

/// What would lift a group from a level, by `docs/scoring.md` section 10.
///
/// Members come in the order of their names.
pub(crate) fn lift(members: &[Member<'_>], from: Level, settings: &Settings) -> Option<Lift> {
    let to = from.above()?;
    let last = last_chosen(members, to, settings);
    let mut n_needed = 0;
    let mut named: Vec<&Member<'_>> = Vec::with_capacity(MAX_NAMED + 1);
    for (idx, member) in members.iter().enumerate() {
        if member.reading.confirmed < to && (member.is_key || Some((place(member), idx)) <= last) {
            n_needed += 1;
            name(&mut named, member);
        }
    }
    let controls = named.into_iter().map(|it| (it.control.clone(), it.role)).collect();
    Some(Lift { to, controls, n_needed })
}

/// How many places there are: weights 3 to 1, each with efforts 1 to 5.
const PLACES: usize = 15;

/// The order in which controls that are not key are chosen: the heaviest first, then the least
/// effort, then by name.
fn place(member: &Member<'_>) -> usize {
    let weight = usize::try_from(member.weight).unwrap_or_default().clamp(1, 3);
    (3 - weight) * 5 + usize::from(member.effort.clamp(1, 5)) - 1
}

/// The place and the index of the last control that is needed beside the key ones; `None` when
/// none is.
fn last_chosen(members: &[Member<'_>], to: Level, settings: &Settings) -> Option<(usize, usize)> {
    let (mut total, mut reached) = (0, 0);
    let mut waiting = [0; PLACES];
    for member in members {
        total += member.weight;
        if member.is_key || member.reading.confirmed >= to {
            reached += member.weight;
        } else if let Some(weight) = waiting.get_mut(place(member)) {
            *weight += member.weight;
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
        let others = members.iter().enumerate();
        let others =
            others.filter(|(_, it)| !it.is_key && it.reading.confirmed < to && place(it) == at);
        for (idx, member) in others {
            reached += member.weight;
            last = Some((at, idx));
            if is_most(reached, total, settings) {
                break;
            }
        }
    }
    last
}

/// Puts a member where it belongs among the first that are named: key ones first, then by weight
/// per effort; of equals the one that came first.
fn name<'a, 'b>(named: &mut Vec<&'a Member<'b>>, member: &'a Member<'b>) {
    let comes_first = |it: &Member<'_>| {
        let per_effort =
            (it.weight * u32::from(member.effort)).cmp(&(member.weight * u32::from(it.effort)));
        it.is_key.cmp(&member.is_key).then(per_effort).is_ge()
    };
    let at = named.iter().rposition(|it| comes_first(it)).map_or(0, |idx| idx + 1);
    if at < MAX_NAMED {
        named.insert(at, member);
        named.truncate(MAX_NAMED);
    }
}
