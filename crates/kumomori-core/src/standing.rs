//! Where each control stands for each role, in the few bytes that requirements, groups and risks
//! ask for.

use crate::attestation::Supported;
use crate::control_result::ControlResult;
use crate::dimension::{Packed, Status};
use crate::ladder::Level;
use crate::role::{ByRole, Role};
use alloc::vec;
use alloc::vec::Vec;

/// Where one control stands for one role.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    /// Whether it applies.
    pub(crate) is_applicable: bool,
    alone: Levels,
    with_design: Levels,
    with_both: Levels,
}

/// Its levels as seen from one place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Levels {
    pub(crate) design: Packed,
    /// Of assured operation.
    pub(crate) assured: Packed,
}

impl Levels {
    /// The worse status of both; a contradicted one falls short as any other does.
    pub(crate) fn status(self, target: Level) -> Status {
        let of = |it: Packed| it.reading().status(target);
        of(self.design).min(of(self.assured)).max(Status::Gap)
    }
}

impl Standing {
    pub(crate) fn of(result: &ControlResult<'_>) -> Self {
        let with = |design, operation| {
            let design = Packed::of(result.design.seen(design));
            let operation = Packed::of(result.operation.seen(operation));
            Levels { design, assured: design.min(operation) }
        };
        let with_both = with(true, true);
        let is_supported = result.design.is_supported;
        Self {
            is_applicable: result.is_applicable(),
            alone: if is_supported { with(false, false) } else { with_both },
            with_design: if is_supported { with(true, false) } else { with_both },
            with_both,
        }
    }

    /// The levels as seen from a place where attestations support this much.
    pub(crate) fn seen(&self, supported: Supported) -> Levels {
        match supported {
            Supported { operation: true, .. } => self.with_both,
            Supported { design: true, .. } => self.with_design,
            Supported { design: false, .. } => self.alone,
        }
    }
}

/// Where all controls stand, by control index; `None` where a role has no duty or is not in scope.
#[derive(Debug)]
pub(crate) struct Standings(Vec<ByRole<Option<Standing>>>);

impl Standings {
    pub(crate) fn of(n_controls: usize, results: &[ControlResult<'_>]) -> Self {
        let mut standings = vec![ByRole::default(); n_controls];
        for result in results {
            if let Some(standing) = standings.get_mut(result.control_idx) {
                *standing.get_mut(result.role) = Some(Standing::of(result));
            }
        }
        Self(standings)
    }

    /// Where a control stands for each role.
    pub(crate) fn get(&self, control_idx: usize) -> Option<&ByRole<Option<Standing>>> {
        self.0.get(control_idx)
    }

    pub(crate) fn find(&self, control_idx: usize, role: Role) -> Option<&Standing> {
        self.get(control_idx)?.get(role).as_ref()
    }
}
