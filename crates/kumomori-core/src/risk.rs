//! Risks and whether the controls that answer them hold.

use crate::attestation::Supported;
use crate::control::ControlRef;
use crate::dimension::Status;
use crate::id::{ControlId, RiskId};
use crate::ladder::Level;
use crate::role::Role;
use crate::standing::Standings;
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
    /// The controls that answer it.
    pub controls: Vec<ControlRef>,
}

impl Risk {
    /// The controls that answer it and that the library does not have yet.
    pub fn planned_controls(&self) -> impl Iterator<Item = &ControlId> {
        self.controls.iter().filter_map(ControlRef::planned)
    }
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
pub struct RiskResult<'a> {
    /// The risk.
    pub risk: &'a Risk,
    /// The conclusion.
    pub status: RiskStatus,
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

/// Judges a risk over the controls that answer it.
pub(crate) fn risk_result<'a>(
    risk: &'a Risk,
    standings: &Standings,
    target: Level,
) -> RiskResult<'a> {
    let (mut is_answered, mut worst) = (false, None);
    for idx in risk.controls.iter().filter_map(ControlRef::known) {
        for standing in Role::ALL.into_iter().filter_map(|role| standings.find(idx, role)) {
            is_answered = true;
            if standing.is_applicable {
                let status = standing.seen(Supported::BOTH).status(target);
                worst = Some(worst.map_or(status, |worst: Status| worst.min(status)));
            }
        }
    }
    let status = match worst {
        None if is_answered => RiskStatus::NotApplicable,
        None => RiskStatus::NotCovered,
        Some(Status::Contradicted | Status::Gap) => RiskStatus::Open,
        Some(Status::Unknown) => RiskStatus::Unknown,
        Some(Status::Claimed) => RiskStatus::Claimed,
        Some(Status::Met) if risk.planned_controls().next().is_none() => RiskStatus::Covered,
        Some(Status::Met) => RiskStatus::PartlyCovered,
    };
    RiskResult { risk, status }
}
