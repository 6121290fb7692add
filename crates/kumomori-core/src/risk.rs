//! Risks and whether the controls that answer them hold.

use crate::control_result::ControlResult;
use crate::dimension::Status;
use crate::id::{ControlId, RiskId};
use crate::ladder::Level;
use crate::role::Role;
use crate::text::TextId;
use alloc::vec::Vec;

/// One risk of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    /// Its name.
    pub id: RiskId,
    /// Where it comes from.
    pub kind: RiskKind,
    /// Its title.
    pub title: TextId,
    /// What may happen.
    pub description: TextId,
    /// The controls that answer it; they may be planned ones.
    pub controls: Vec<ControlId>,
}

/// Where a risk comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RiskKind {
    /// The use of AI services.
    Ai,
    /// The use of cloud services.
    Cloud,
}

impl RiskKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Ai, Self::Cloud];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ai => "ai",
            Self::Cloud => "cloud",
        }
    }
}

/// Whether the controls that answer a risk hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskResult {
    /// The risk.
    pub risk: RiskId,
    /// The conclusion.
    pub status: RiskStatus,
    /// The controls whose status is the conclusion, when it is not covered.
    pub deciding: Vec<(ControlId, Role)>,
    /// Controls that it names and the library does not have yet.
    pub planned: Vec<ControlId>,
}

/// What is concluded about a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RiskStatus {
    /// No control that answers it is in the library.
    NotCovered,
    /// A control that answers it falls short.
    Open,
    /// It depends on what is unknown.
    Unknown,
    /// The controls are said to hold, and evidence is missing.
    Claimed,
    /// The controls there are hold; others that answer it are not in the library yet.
    PartlyCovered,
    /// All controls that answer it hold.
    Covered,
    /// None of its controls applies.
    NotApplicable,
}

impl RiskStatus {
    /// All statuses, the worst first.
    pub const ALL: [Self; 7] = [
        Self::NotCovered,
        Self::Open,
        Self::Unknown,
        Self::Claimed,
        Self::PartlyCovered,
        Self::Covered,
        Self::NotApplicable,
    ];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotCovered => "not-covered",
            Self::Open => "open",
            Self::Unknown => "unknown",
            Self::Claimed => "claimed",
            Self::PartlyCovered => "partly-covered",
            Self::Covered => "covered",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// Judges a risk over the results of its controls.
pub(crate) fn risk_result(
    risk: &Risk,
    results: &[&ControlResult],
    planned: Vec<ControlId>,
    target: Level,
) -> RiskResult {
    let standing = |it: &ControlResult| {
        // A contradicted control falls short as any other does.
        it.design.reading.status(target).min(it.assured.status(target)).max(Status::Gap)
    };
    let applicable = || results.iter().filter(|it| it.is_applicable());
    let worst = applicable().map(|it| standing(it)).min();
    let status = match worst {
        None if results.is_empty() => RiskStatus::NotCovered,
        None => RiskStatus::NotApplicable,
        Some(Status::Contradicted | Status::Gap) => RiskStatus::Open,
        Some(Status::Unknown) => RiskStatus::Unknown,
        Some(Status::Claimed) => RiskStatus::Claimed,
        Some(Status::Met) if planned.is_empty() => RiskStatus::Covered,
        Some(Status::Met) => RiskStatus::PartlyCovered,
    };
    let deciding = applicable()
        .filter(|it| worst != Some(Status::Met) && Some(standing(it)) == worst)
        .map(|it| (it.control.clone(), it.role))
        .collect();
    RiskResult { risk: risk.id.clone(), status, deciding, planned }
}
