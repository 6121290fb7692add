//! What evidence is still missing.

use super::Verdict;
use crate::checks::Checks;
use crate::control_result::ControlResult;
use crate::dimension::Dimension;
use crate::id::{CheckId, ControlId};
use crate::role::Role;
use alloc::string::String;
use alloc::vec::Vec;

/// A check that could show what nothing shows yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The control.
    pub control: ControlId,
    /// Whose duty it is.
    pub role: Role,
    /// The dimension.
    pub dimension: Dimension,
    /// The check.
    pub check: CheckId,
    /// The kind of evidence that it asks.
    pub kind: String,
    /// Whether a document was asked and lacks what is needed; otherwise there is none.
    pub is_insufficient: bool,
}

impl ControlResult<'_> {
    /// The checks that could show what is claimed and not confirmed, and those whose documents
    /// lack something.
    pub(crate) fn wanted(&self, checks: &Checks) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        for dimension in Dimension::ALL {
            let part = self.dimension(dimension);
            let is_unproven = part.reading.confirmed < part.reading.claimed;
            for (check, kind) in checks.about(&self.control.id, dimension) {
                let mut uses = part.checks.iter().filter(|it| it.check == check.id).peekable();
                let is_insufficient =
                    uses.peek().is_some() && uses.all(|it| it.verdict == Verdict::Insufficient);
                let is_missing = is_unproven && !part.checks.iter().any(|it| it.check == check.id);
                if is_insufficient || is_missing {
                    wanted.push(Wanted {
                        control: self.control.id.clone(),
                        role: self.role,
                        dimension,
                        check: check.id.clone(),
                        kind: kind.into(),
                        is_insufficient,
                    });
                }
            }
        }
        wanted
    }
}
