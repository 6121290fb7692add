//! What the controls say about one requirement.

use crate::attestation::Supported;
use crate::dimension::{Aspects, Dimension, Packed, Reading, Status};
use crate::framework::{Framework, Requirement, RowControl};
use crate::ladder::Level;
use crate::role::{Role, View};
use crate::scope_map::Asked;
use crate::standing::Standings;

/// What the controls say about one requirement, for one view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequirementResult<'a> {
    /// Its framework edition.
    pub framework: &'a Framework,
    /// The requirement.
    pub requirement: &'a Requirement,
    /// Whose duties are judged; both means the lower of the two.
    pub view: View,
    /// What attestations support of it, for the provider.
    pub supported: Supported,
    /// Design, where a row asks for it: the minimum over the controls, reading by reading.
    pub design: Option<Reading>,
    /// Assured operation, where a row asks for it: the minimum over the controls.
    pub operation: Option<Reading>,
    /// The conclusion.
    pub status: RequirementStatus,
}

impl RequirementResult<'_> {
    /// The levels of one dimension, where a row asks for it.
    pub fn dimension(&self, dimension: Dimension) -> Option<Reading> {
        match dimension {
            Dimension::Design => self.design,
            Dimension::Operation => self.operation,
        }
    }
}

/// What is concluded about a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RequirementStatus {
    /// The library lacks a control that it needs.
    NotCovered,
    /// One of the statuses against the target.
    Judged(Status),
    /// All its controls are not applicable.
    NotApplicable,
}

impl RequirementStatus {
    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotCovered => "not-covered",
            Self::NotApplicable => "not-applicable",
            Self::Judged(status) => status.word(),
        }
    }
}

impl Status {
    /// All statuses, the worst first.
    pub const ALL: [Self; 5] =
        [Self::Contradicted, Self::Gap, Self::Unknown, Self::Claimed, Self::Met];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Contradicted => "contradicted",
            Self::Gap => "gap",
            Self::Unknown => "unknown",
            Self::Claimed => "claimed",
            Self::Met => "met",
        }
    }
}

/// Judges a requirement for one role.
pub(crate) fn requirement_result<'a>(
    framework: &'a Framework,
    asked: &Asked<'a>,
    role: Role,
    standings: &Standings,
    target: Level,
) -> RequirementResult<'a> {
    let Asked { requirement, supported, .. } = *asked;
    let (mut has_duty, mut is_planned) = (false, false);
    let (mut design, mut operation) = (Packed::HIGHEST, Packed::HIGHEST);
    let mut asks = Aspects { design: false, operation: false };
    for row in requirement.answering_rows() {
        let RowControl::Known(idx) = row.control else {
            is_planned = true;
            continue;
        };
        let Some(standing) = standings.find(idx, role) else { continue };
        has_duty = true;
        if !standing.is_applicable {
            continue;
        }
        let seen = standing.seen(supported.for_role(role));
        if row.aspects.design {
            asks.design = true;
            design = design.min(seen.design);
        }
        if row.aspects.operation {
            asks.operation = true;
            operation = operation.min(seen.assured);
        }
    }
    let is_covered = has_duty && !is_planned;
    let design = (is_covered && asks.design).then(|| design.reading());
    let operation = (is_covered && asks.operation).then(|| operation.reading());
    let of = |it: Option<Reading>| it.map(|it| it.status(target));
    let worst = of(design).into_iter().chain(of(operation)).min();
    let status = match worst {
        _ if !is_covered => RequirementStatus::NotCovered,
        None => RequirementStatus::NotApplicable,
        Some(status) => RequirementStatus::Judged(status),
    };
    let view = View::of(role);
    RequirementResult { framework, requirement, view, supported, design, operation, status }
}

/// The lower of two roles' results for one requirement.
pub(crate) fn lower_of<'a>(
    a: &RequirementResult<'a>,
    b: &RequirementResult<'a>,
) -> RequirementResult<'a> {
    let is_covered = ![a.status, b.status].contains(&RequirementStatus::NotCovered);
    RequirementResult {
        view: View::Both,
        design: lowest(a.design, b.design).filter(|_| is_covered),
        operation: lowest(a.operation, b.operation).filter(|_| is_covered),
        status: a.status.min(b.status),
        ..*a
    }
}

/// The lower of two readings, of which there may be only one.
fn lowest(a: Option<Reading>, b: Option<Reading>) -> Option<Reading> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}
