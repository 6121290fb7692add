//! What the controls say about one requirement.

use crate::control_result::ControlResult;
use crate::dimension::{Dimension, Reading, Status};
use crate::framework::{Framework, Requirement, RowControl};
use crate::id::{ControlId, FrameworkRef, RequirementId};
use crate::ladder::Level;
use crate::role::{Role, View};
use crate::scope_map::Supported;
use crate::settings::Settings;
use alloc::vec::Vec;

/// What the controls say about one requirement, for one view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementResult {
    /// Its framework edition.
    pub framework: FrameworkRef,
    /// The requirement.
    pub requirement: RequirementId,
    /// Whose duties are judged; both means the lower of the two.
    pub view: View,
    /// Design, where a row asks for it.
    pub design: Option<Bearing>,
    /// Assured operation, where a row asks for it.
    pub operation: Option<Bearing>,
    /// The conclusion.
    pub status: RequirementStatus,
    /// Controls that it needs and the library does not have yet.
    pub planned: Vec<ControlId>,
}

/// The levels of one dimension of a requirement, and the controls that decide it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearing {
    /// The minimum over the controls, reading by reading.
    pub reading: Reading,
    /// The contradicted controls, or where there are none those whose confirmed level is that
    /// minimum.
    pub deciding: Vec<(ControlId, Role)>,
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

/// Judges a requirement for one role; `find` gives a control's result for the role.
pub(crate) fn requirement_result<'a>(
    framework: &Framework,
    requirement: &Requirement,
    role: Role,
    supported: Supported,
    find: impl Fn(usize) -> Option<&'a ControlResult>,
    (target, settings): (Level, &Settings),
) -> RequirementResult {
    let mut result = RequirementResult {
        framework: framework.id.clone(),
        requirement: requirement.id.clone(),
        view: View::of(role),
        design: None,
        operation: None,
        status: RequirementStatus::NotCovered,
        planned: requirement.planned_controls().cloned().collect(),
    };
    let rows = || {
        requirement.answering_rows().filter_map(|row| match row.control {
            RowControl::Known(idx) => Some((row.aspects, find(idx)?)),
            RowControl::Planned(_) => None,
        })
    };
    if rows().next().is_none() || !result.planned.is_empty() {
        return result;
    }
    for (aspects, control) in rows().filter(|(_, control)| control.is_applicable()) {
        let backed = if role == Role::Provider { supported } else { Supported::default() };
        let design = control.design.reading_with(backed.design, settings);
        let operation = control.operation.reading_with(backed.operation, settings);
        if aspects.contains(Dimension::Design) {
            add(&mut result.design, design, control);
        }
        if aspects.contains(Dimension::Operation) {
            add(&mut result.operation, design.min(operation), control);
        }
    }
    result.status = status(&result, target);
    result
}

fn add(bearing: &mut Option<Bearing>, reading: Reading, control: &ControlResult) {
    let name = (control.control.clone(), control.role);
    match bearing {
        None => *bearing = Some(Bearing { reading, deciding: [name].into() }),
        Some(bearing) => {
            let order = reading.deciding_order(bearing.reading);
            if order.is_lt() {
                bearing.deciding.clear();
            }
            if order.is_le() {
                bearing.deciding.push(name);
            }
            bearing.reading = bearing.reading.min(reading);
        }
    }
}

fn status(result: &RequirementResult, target: Level) -> RequirementStatus {
    let of = |bearing: &Option<Bearing>| bearing.as_ref().map(|it| it.reading.status(target));
    [of(&result.design), of(&result.operation)]
        .into_iter()
        .flatten()
        .min()
        .map_or(RequirementStatus::NotApplicable, RequirementStatus::Judged)
}

/// The lower of two roles' results for one requirement.
pub(crate) fn lower_of(a: &RequirementResult, b: &RequirementResult) -> RequirementResult {
    let lower = |a: &Option<Bearing>, b: &Option<Bearing>| match (a, b) {
        (Some(a), Some(b)) => Some(lower_bearing(a, b)),
        (one, other) => one.as_ref().or(other.as_ref()).cloned(),
    };
    let is_covered = ![a.status, b.status].contains(&RequirementStatus::NotCovered);
    RequirementResult {
        framework: a.framework.clone(),
        requirement: a.requirement.clone(),
        view: View::Both,
        design: lower(&a.design, &b.design).filter(|_| is_covered),
        operation: lower(&a.operation, &b.operation).filter(|_| is_covered),
        status: a.status.min(b.status),
        planned: a.planned.clone(),
    }
}

fn lower_bearing(a: &Bearing, b: &Bearing) -> Bearing {
    let deciding = match a.reading.deciding_order(b.reading) {
        core::cmp::Ordering::Less => a.deciding.clone(),
        core::cmp::Ordering::Greater => b.deciding.clone(),
        core::cmp::Ordering::Equal => a.deciding.iter().chain(&b.deciding).cloned().collect(),
    };
    Bearing { reading: a.reading.min(b.reading), deciding }
}
