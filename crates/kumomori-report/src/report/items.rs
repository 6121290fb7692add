//! The work that gaps make, in an order in which it can be done.

use super::Case;
use crate::names::Names;
use crate::sentence;
use alloc::vec::Vec;
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::gap::Gap;
use kumomori_core::role::Role;

/// What there is to do about one control for one role.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    pub(super) control: &'a Control,
    pub(super) role: Role,
    /// Its gaps: design, operation or both, design first.
    pub(super) gaps: Vec<&'a Gap<'a>>,
}

impl Item<'_> {
    /// The gap of one dimension.
    pub(super) fn gap(&self, dimension: Dimension) -> Option<&Gap<'_>> {
        self.gaps.iter().find(|it| it.dimension == dimension).copied()
    }

    /// The person-days that it is.
    pub(super) fn days(&self, names: &Names<'_>) -> u32 {
        sentence::effort_days(names, self.control.effort)
    }
}

/// All gaps by control and role, the one most worth closing first.
pub(super) fn items<'a>(case: &Case<'a>) -> Vec<Item<'a>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    for gap in &case.evaluation.gaps {
        let is_it = |it: &&mut Item<'_>| it.control.id == gap.control.id && it.role == gap.role;
        match items.iter_mut().find(is_it) {
            Some(item) if gap.dimension == Dimension::Design => item.gaps.insert(0, gap),
            Some(item) => item.gaps.push(gap),
            None => {
                items.push(Item { control: gap.control, role: gap.role, gaps: Vec::from([gap]) });
            }
        }
    }
    items
}

/// The items of each step of the roadmap, in the step that works on them first, and then those of
/// none.
pub(super) fn by_step<'a>(case: &Case<'a>) -> Vec<Vec<Item<'a>>> {
    let mut rest = items(case);
    let mut steps = Vec::new();
    for step in &case.names.library.roadmap {
        let (here, others): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|it| step.first_due.contains(&it.control.id));
        steps.push(here);
        rest = others;
    }
    steps.push(rest);
    steps
}

/// The items in an order in which none stands before what it needs, the earlier ones first where
/// they may.
pub(super) fn ordered(mut waiting: Vec<Item<'_>>) -> Vec<Item<'_>> {
    let mut done = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let is_free = |it: &Item<'_>| !needs_any(it, &waiting);
        // Where controls need each other in a circle, the first of them begins.
        let place = waiting.iter().position(is_free).unwrap_or_default();
        done.push(waiting.remove(place));
    }
    done
}

fn needs_any(item: &Item<'_>, waiting: &[Item<'_>]) -> bool {
    let is_needed = |it: &Item<'_>| {
        it.control.id != item.control.id && item.control.depends_on.contains(&it.control.id)
    };
    waiting.iter().any(is_needed)
}
