//! Checks beside those of a library, compiled against it.

use super::{Check, Checks, PolicyThreshold};
use crate::id::CheckId;
use alloc::string::String;
use alloc::vec::Vec;

/// Checks and thresholds of a team, for programs that carry the library that they were compiled
/// against.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnChecks {
    /// The SHA-256 of that library, in lower-case hexadecimal.
    pub library: String,
    /// Thresholds, which follow those of the library.
    pub thresholds: Vec<PolicyThreshold>,
    /// Checks, sorted by id; kinds are those of the library, by place.
    pub checks: Vec<Check>,
}

/// The most operations within each other: what the stack of the smallest host has room for.
pub const MAX_LEVELS: usize = 16;

/// Why own checks cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// They were compiled against another library.
    OtherLibrary,
    /// One nests deeper than [`MAX_LEVELS`].
    TooDeep,
    /// They do not suit the kinds that they name, or names stand twice.
    Damaged,
}

impl OwnChecks {
    /// What is own among all checks: those with these ids, and the thresholds after the first ones.
    pub fn of(library: &str, all: &Checks, ids: &[CheckId], n_thresholds: usize) -> Self {
        let is_own = |it: &&Check| ids.contains(&it.id);
        Self {
            library: library.into(),
            thresholds: all.thresholds.iter().skip(n_thresholds).cloned().collect(),
            checks: all.checks.iter().filter(is_own).cloned().collect(),
        }
    }

    /// Puts them beside the checks of a library.
    ///
    /// # Errors
    ///
    /// Why they cannot be used; the checks are then as they were.
    pub fn join(self, library: &str, checks: &mut Checks) -> Result<(), Unusable> {
        if self.library != library {
            return Err(Unusable::OtherLibrary);
        }
        let is_deep = |it: &Check| it.programs().any(|it| it.levels() > MAX_LEVELS);
        if self.checks.iter().any(is_deep) {
            return Err(Unusable::TooDeep);
        }
        let is_taken = |it: &Check| checks.checks.iter().any(|known| known.id == it.id);
        let is_named =
            |it: &PolicyThreshold| checks.thresholds.iter().any(|known| known.name == it.name);
        if self.checks.iter().any(is_taken) || self.thresholds.iter().any(is_named) {
            return Err(Unusable::Damaged);
        }
        let (n_checks, n_thresholds) = (checks.checks.len(), checks.thresholds.len());
        checks.checks.extend(self.checks);
        checks.thresholds.extend(self.thresholds);
        if checks.are_sound() {
            crate::order::sort_by(&mut checks.checks, |a, b| a.id.cmp(&b.id));
            return Ok(());
        }
        checks.checks.truncate(n_checks);
        checks.thresholds.truncate(n_thresholds);
        Err(Unusable::Damaged)
    }
}
