//! The few answers that would lift a group by one level.

use crate::figures::{Member, is_most, weight};
use crate::id::ControlId;
use crate::ladder::Level;
use crate::role::Role;
use crate::settings::Settings;
use alloc::vec::Vec;
use core::cmp::Reverse;

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

/// The order in which controls that are not key are chosen: the heaviest first, then the least
/// effort, then by name.
fn place(member: &Member<'_>) -> (Reverse<u32>, u8) {
    (Reverse(member.weight), member.effort)
}

/// The place of the last control that is needed beside the key ones; `None` when none is.
fn last_chosen(
    members: &[Member<'_>],
    to: Level,
    settings: &Settings,
) -> Option<((Reverse<u32>, u8), usize)> {
    let total = weight(members, |_| true);
    let mut reached = weight(members, |it| it.is_key || it.reading.confirmed >= to);
    let others =
        || members.iter().enumerate().filter(|(_, it)| !it.is_key && it.reading.confirmed < to);
    let mut last = None;
    while !is_most(reached, total, settings) {
        // There are few places, and each holds several controls.
        let next =
            others().map(|(_, it)| place(it)).filter(|it| last.is_none_or(|(at, _)| at < *it));
        let Some(next) = next.min() else { break };
        for (idx, member) in others().filter(|(_, it)| place(it) == next) {
            if is_most(reached, total, settings) {
                break;
            }
            reached += member.weight;
            last = Some((next, idx));
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
