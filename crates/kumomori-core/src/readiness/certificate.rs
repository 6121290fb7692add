//! What a certification audit would write down.

use super::{Outlook, status, views};
use crate::dimension::Status;
use crate::evaluation::Evaluation;
use crate::framework::{Examination, Framework};
use crate::ladder::Level;
use crate::library::Library;
use crate::requirement::{RequirementResult, RequirementStatus};
use crate::role::View;
use alloc::vec::Vec;

/// Shortfalls in one clause that count as linked: this project's convention.
const LINKED: usize = 3;

/// What an auditor would write down about one requirement, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Finding {
    /// A requirement of a clause is not there at all.
    Absent,
    /// One of several shortfalls in one clause, which together put the system in doubt.
    Linked,
    /// It depends on what is unknown.
    Unknown,
    /// A shortfall by itself.
    Minor,
    /// Conforming by what is said; evidence is missing.
    Claimed,
    /// Conforming, and below the target of the assessment.
    Opportunity,
    /// Conforming.
    Conforming,
}

impl Finding {
    /// All of them, the worst first.
    pub const ALL: [Self; 7] = [
        Self::Absent,
        Self::Linked,
        Self::Unknown,
        Self::Minor,
        Self::Claimed,
        Self::Opportunity,
        Self::Conforming,
    ];

    fn outlook(self) -> Outlook {
        match self {
            Self::Absent | Self::Linked => Outlook::NotReady,
            Self::Unknown => Outlook::Unknown,
            Self::Minor => Outlook::Corrections,
            Self::Claimed => Outlook::Claimed,
            Self::Opportunity | Self::Conforming => Outlook::Ready,
        }
    }
}

/// A requirement with what would be written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item<'e, 'a> {
    /// What the controls say about it.
    pub result: &'e RequirementResult<'a>,
    /// The finding.
    pub finding: Finding,
}

/// Whether what an extension rests on is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// It rests on nothing, or what it rests on is judged throughout.
    Firm,
    /// No target is a management system.
    Missing,
    /// So many requirements of the management system depend on what is unknown.
    Open(usize),
}

impl Basis {
    /// What a framework rests on.
    pub fn of(library: &Library, evaluation: &Evaluation<'_>, framework: &Framework) -> Self {
        if framework.examination != Examination::Extension {
            return Self::Firm;
        }
        let is_system = |it: &&Framework| it.examination == Examination::ManagementSystem;
        let systems = library.frameworks.iter().filter(is_system);
        let judged: Vec<_> = systems.flat_map(|it| views(evaluation, it)).collect();
        if judged.is_empty() {
            return Self::Missing;
        }
        let is_open = |it: &&RequirementResult<'_>| {
            it.status == RequirementStatus::NotCovered
                || status(evaluation, it) == Some(Status::Unknown)
        };
        let n_open =
            judged.iter().flat_map(|(_, results)| results).filter(|it| is_open(it)).count();
        if n_open == 0 { Self::Firm } else { Self::Open(n_open) }
    }
}

/// What an audit would write down about each judged requirement, view by view, with the outlook.
pub fn certificate<'e, 'a>(
    evaluation: &'e Evaluation<'a>,
    framework: &Framework,
) -> Vec<(View, Vec<Item<'e, 'a>>, Outlook)> {
    let of_view = |(view, results): (View, Vec<&'e RequirementResult<'a>>)| {
        let item = |result: &&'e RequirementResult<'a>| {
            Some(Item { result, finding: finding(evaluation, framework, result)? })
        };
        let mut items: Vec<Item<'e, 'a>> = results.iter().filter_map(item).collect();
        link(framework, &mut items);
        let outlook = items.iter().map(|it| it.finding.outlook()).min()?;
        Some((view, items, outlook))
    };
    views(evaluation, framework).into_iter().filter_map(of_view).collect()
}

fn finding(
    evaluation: &Evaluation<'_>,
    framework: &Framework,
    result: &RequirementResult<'_>,
) -> Option<Finding> {
    let is_absent = || {
        let readings = result.design.into_iter().chain(result.operation);
        readings.map(|it| it.high).min() == Some(Level::ZERO)
    };
    Some(match status(evaluation, result)? {
        Status::Gap if framework.is_clause(result.requirement) && is_absent() => Finding::Absent,
        Status::Contradicted | Status::Gap => Finding::Minor,
        Status::Unknown => Finding::Unknown,
        Status::Claimed => Finding::Claimed,
        Status::Met if result.status == RequirementStatus::Judged(Status::Met) => {
            Finding::Conforming
        }
        Status::Met => Finding::Opportunity,
    })
}

/// Shortfalls that stand together in one clause become linked ones.
fn link(framework: &Framework, items: &mut [Item<'_, '_>]) {
    let is_linkable = |it: &Item<'_, '_>| {
        it.finding == Finding::Minor && framework.is_clause(it.result.requirement)
    };
    for group in &framework.groups {
        let is_in = |it: &Item<'_, '_>| is_linkable(it) && it.result.requirement.group == group.id;
        if items.iter().filter(|it| is_in(it)).count() >= LINKED {
            for item in items.iter_mut().filter(|it| is_in(it)) {
                item.finding = Finding::Linked;
            }
        }
    }
}
