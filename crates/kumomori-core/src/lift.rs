//! The few answers that would lift a group by one level.

use crate::figures::{Member, is_most, weight};
use crate::id::ControlId;
use crate::ladder::Level;
use crate::order::sort_by;
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
pub(crate) fn lift(members: &[Member<'_>], from: Level, settings: &Settings) -> Option<Lift> {
    let to = from.above()?;
    let is_below = |it: &&Member<'_>| it.reading.confirmed < to;
    let mut chosen: Vec<&Member<'_>> =
        members.iter().filter(is_below).filter(|it| it.is_key).collect();
    let total = weight(members, |_| true);
    let mut reached = weight(members, |it| it.is_key || it.reading.confirmed >= to);
    let mut others: Vec<&Member<'_>> =
        members.iter().filter(is_below).filter(|it| !it.is_key).collect();
    sort_by(&mut others, |a, b| {
        let key = |it: &Member<'_>| (Reverse(it.weight), it.effort);
        let names = |a: &Member<'_>, b: &Member<'_>| (a.control, a.role).cmp(&(b.control, b.role));
        key(a).cmp(&key(b)).then_with(|| names(a, b))
    });
    for member in others {
        if is_most(reached, total, settings) {
            break;
        }
        reached += member.weight;
        chosen.push(member);
    }
    sort_by(&mut chosen, |a, b| {
        let per_effort = (b.weight * u32::from(a.effort)).cmp(&(a.weight * u32::from(b.effort)));
        let names = || (a.control, a.role).cmp(&(b.control, b.role));
        b.is_key.cmp(&a.is_key).then(per_effort).then_with(names)
    });
    let n_needed = chosen.len();
    let controls = chosen.iter().take(MAX_NAMED).map(|it| (it.control.clone(), it.role)).collect();
    Some(Lift { to, controls, n_needed })
}
