//! What the controls say about one requirement.

use crate::attestation::Supported;
use crate::dimension::{Aspects, Dimension, Packed, Reading, Status};
use crate::framework::{Framework, Requirement};
use crate::ladder::Level;
use crate::role::{ByRole, Role, View};
use crate::scope_map::Asked;
use crate::standing::{Standing, Standings};

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

/// Judges a requirement for one role or both, in one pass over its rows.
pub(crate) fn requirement_results<'a>(
    framework: &'a Framework,
    asked: &Asked<'a>,
    standings: &Standings,
    target: Level,
) -> ByRole<RequirementResult<'a>> {
    let Asked { requirement, supported, .. } = *asked;
    let mut minima = ByRole { customer: Minimum::OF_NONE, provider: Minimum::OF_NONE };
    let mut is_planned = false;
    for row in requirement.answering_rows() {
        let Some(idx) = row.control.known() else {
            is_planned = true;
            continue;
        };
        let Some(standing) = standings.get(idx) else { continue };
        minima.customer.add(row.aspects, standing.customer.as_ref(), Supported::NOTHING);
        minima.provider.add(row.aspects, standing.provider.as_ref(), supported);
    }
    let result = |role, minimum: Minimum| {
        let is_covered = minimum.has_duty && !is_planned;
        let design = minimum.design.filter(|_| is_covered).map(Packed::reading);
        let operation = minimum.operation.filter(|_| is_covered).map(Packed::reading);
        let of = |it: Option<Reading>| it.map(|it| it.status(target));
        let worst = of(design).into_iter().chain(of(operation)).min();
        let status = match worst {
            _ if !is_covered => RequirementStatus::NotCovered,
            None => RequirementStatus::NotApplicable,
            Some(status) => RequirementStatus::Judged(status),
        };
        let view = View::of(role);
        RequirementResult { framework, requirement, view, supported, design, operation, status }
    };
    ByRole {
        customer: result(Role::Customer, minima.customer),
        provider: result(Role::Provider, minima.provider),
    }
}

/// The lowest readings of the controls of a requirement, for one role.
#[derive(Debug, Clone, Copy)]
struct Minimum {
    has_duty: bool,
    design: Option<Packed>,
    operation: Option<Packed>,
}

impl Minimum {
    const OF_NONE: Self = Self { has_duty: false, design: None, operation: None };

    fn add(&mut self, aspects: Aspects, standing: Option<&Standing>, supported: Supported) {
        let Some(standing) = standing else { return };
        self.has_duty = true;
        if !standing.is_applicable {
            return;
        }
        let seen = standing.seen(supported);
        let lower = |it: Option<Packed>, other| Some(it.map_or(other, |it| it.min(other)));
        if aspects.design {
            self.design = lower(self.design, seen.design);
        }
        if aspects.operation {
            self.operation = lower(self.operation, seen.assured);
        }
    }
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
