//! How far others could come to the same conclusion: what a certification audit or a SOC 2
//! examination would meet, read off the results. See `docs/scoring.md` section 12.

mod certificate;
mod examined;

pub use certificate::{Basis, Finding, Item, certificate};
pub use examined::{Criterion, ReportType, criteria, exceptions, outlook};

use crate::dimension::Status;
use crate::evaluation::Evaluation;
use crate::framework::{Examination, Framework};
use crate::requirement::{RequirementResult, RequirementStatus};
use crate::role::View;
use alloc::vec::Vec;

/// What all requirements together let expect of an examination, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outlook {
    /// Something known stands in the way.
    NotReady,
    /// It depends on what is unknown.
    Unknown,
    /// Only isolated shortfalls stand in the way, each to be corrected.
    Corrections,
    /// Ready by what is said; evidence is missing.
    Claimed,
    /// Ready, and evidence is there.
    Ready,
}

impl Outlook {
    /// All of them, the worst first.
    pub const ALL: [Self; 5] =
        [Self::NotReady, Self::Unknown, Self::Corrections, Self::Claimed, Self::Ready];

    /// What a status against the examined level lets expect.
    pub fn of(status: Status) -> Self {
        match status {
            Status::Contradicted | Status::Gap => Self::NotReady,
            Status::Unknown => Self::Unknown,
            Status::Claimed => Self::Claimed,
            Status::Met => Self::Ready,
        }
    }
}

/// How many requirements NIST SP 800-53A would call satisfied, and how many otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Satisfied {
    /// Both dimensions are confirmed at the examined level.
    pub satisfied: usize,
    /// Anything else that is judged.
    pub other: usize,
}

/// The results of a framework, view by view: an extension each role apart, others in the widest
/// view of each requirement.
pub fn views<'e, 'a>(
    evaluation: &'e Evaluation<'a>,
    framework: &Framework,
) -> Vec<(View, Vec<&'e RequirementResult<'a>>)> {
    if framework.examination == Examination::Extension {
        let of = |view: View| {
            let results = evaluation.results(&framework.id).filter(|it| it.view == view);
            let results = results.collect::<Vec<_>>();
            (!results.is_empty()).then_some((view, results))
        };
        return [View::Customer, View::Provider].into_iter().filter_map(of).collect();
    }
    let widest = evaluation.widest_results(&framework.id);
    let view = widest.iter().map(|it| it.view).max();
    view.map(|view| (view, widest)).into_iter().collect()
}

/// How many of some results NIST SP 800-53A would call satisfied.
pub fn satisfied(evaluation: &Evaluation<'_>, results: &[&RequirementResult<'_>]) -> Satisfied {
    let judged: Vec<Status> = results.iter().filter_map(|it| status(evaluation, it)).collect();
    let satisfied = judged.iter().filter(|it| **it == Status::Met).count();
    Satisfied { satisfied, other: judged.len() - satisfied }
}

/// The status of a requirement against the examined level; `None` where it is not judged.
fn status(evaluation: &Evaluation<'_>, result: &RequirementResult<'_>) -> Option<Status> {
    if !matches!(result.status, RequirementStatus::Judged(_)) {
        return None;
    }
    let level = evaluation.settings.examined_level;
    let readings = result.design.into_iter().chain(result.operation);
    readings.map(|it| it.status(level)).min()
}
