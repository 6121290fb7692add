//! Where each control stands for each role, in the few bytes that requirements, groups and risks
//! ask for.

use crate::attestation::Supported;
use crate::control_result::{ControlResult, Seen};
use crate::role::{ByRole, Role};
use alloc::vec;
use alloc::vec::Vec;

/// Where one control stands for one role.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    /// Whether it applies.
    pub(crate) is_applicable: bool,
    alone: Seen,
    with_design: Seen,
    with_both: Seen,
}

impl Standing {
    fn of(result: &ControlResult<'_>) -> Self {
        let with = |design, operation| result.seen(Supported { design, operation });
        Self {
            is_applicable: result.is_applicable(),
            alone: with(false, false),
            with_design: with(true, false),
            with_both: with(true, true),
        }
    }

    /// The levels as seen from a place where attestations support this much.
    pub(crate) fn seen(&self, supported: Supported) -> Seen {
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

    pub(crate) fn find(&self, control_idx: usize, role: Role) -> Option<&Standing> {
        self.0.get(control_idx)?.get(role).as_ref()
    }
}
