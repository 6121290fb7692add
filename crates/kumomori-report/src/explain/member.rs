//! The controls behind the figures of a group.

use alloc::vec::Vec;
use kumomori_core::control_result::{ControlResult, DimensionResult};
use kumomori_core::dimension::{Dimension, Reading};
use kumomori_core::id::ControlId;
use kumomori_core::member;
use kumomori_core::role::Role;

/// One control and role in a group, seen in one dimension; operation is assured operation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member<'a> {
    pub(super) result: &'a ControlResult<'a>,
    pub(super) dimension: Dimension,
    pub(super) reading: Reading,
}

impl<'a> Member<'a> {
    pub(super) fn part(&self) -> &DimensionResult {
        self.result.dimension(self.dimension)
    }

    pub(super) fn name(&self) -> (&'a ControlId, Role) {
        self.result.name()
    }
}

/// The applicable controls of a group, seen in one dimension.
pub(super) fn applicable<'a>(
    members: &[member::Member<'a, 'a>],
    dimension: Dimension,
) -> Vec<Member<'a>> {
    let seen = |it: &member::Member<'a, 'a>| Member {
        result: it.result,
        dimension,
        reading: it.seen.reading(dimension),
    };
    members.iter().filter(|it| it.result.is_applicable()).map(seen).collect()
}
