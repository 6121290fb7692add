//! What an examination for a SOC 2 report would meet.

use super::{Outlook, status, views};
use crate::control_result::ControlResult;
use crate::dimension::Status;
use crate::evaluation::Evaluation;
use crate::framework::Framework;
use crate::requirement::RequirementResult;
use crate::role::Role;
use alloc::vec::Vec;

/// The two types of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReportType {
    /// Design, on a day.
    One,
    /// Design and operation, over a period.
    Two,
}

impl ReportType {
    /// Both.
    pub const ALL: [Self; 2] = [Self::One, Self::Two];
}

/// A criterion with what each type of report would meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion<'e, 'a> {
    /// What the controls say about it.
    pub result: &'e RequirementResult<'a>,
    /// Design against the examined level.
    pub design: Status,
    /// Design and operation against it, with the samples of key controls.
    pub both: Status,
    /// Key controls whose sample does not pass, or that have none.
    pub unsampled: Vec<&'e ControlResult<'a>>,
}

impl Criterion<'_, '_> {
    /// What a type of report would meet.
    pub fn status(&self, report: ReportType) -> Status {
        match report {
            ReportType::One => self.design,
            ReportType::Two => self.both,
        }
    }
}

/// The judged criteria of a framework, each with what both types of report would meet.
pub fn criteria<'e, 'a>(
    evaluation: &'e Evaluation<'a>,
    framework: &Framework,
    has_window: bool,
) -> Vec<Criterion<'e, 'a>> {
    let results = views(evaluation, framework).into_iter().flat_map(|(_, results)| results);
    results.filter_map(|it| criterion(evaluation, it, has_window)).collect()
}

/// What all criteria together let expect of a type of report; `None` where none is judged.
pub fn outlook(criteria: &[Criterion<'_, '_>], report: ReportType) -> Option<Outlook> {
    criteria.iter().map(|it| Outlook::of(it.status(report))).min()
}

fn criterion<'e, 'a>(
    evaluation: &'e Evaluation<'a>,
    result: &'e RequirementResult<'a>,
    has_window: bool,
) -> Option<Criterion<'e, 'a>> {
    let judged = status(evaluation, result)?;
    let level = evaluation.settings.examined_level;
    let design = result.design.map_or(Status::Met, |it| it.status(level));
    let unsampled = unsampled(evaluation, result);
    let period = if has_window { Status::Met } else { Status::Unknown };
    let samples = unsampled.iter().map(|it| sampled(it)).fold(period, Ord::min);
    let both = judged.min(samples);
    Some(Criterion { result, design, both, unsampled })
}

/// The key controls behind the operation of a criterion whose sample is missing or does not pass.
fn unsampled<'e, 'a>(
    evaluation: &'e Evaluation<'a>,
    result: &RequirementResult<'a>,
) -> Vec<&'e ControlResult<'a>> {
    // A report that covers the period has had its own samples drawn.
    if result.supported.operation {
        return Vec::new();
    }
    let rows = result.requirement.answering_rows().filter(|it| it.aspects.operation);
    let known = rows.filter_map(|it| it.control.known());
    let roles = Role::ALL.into_iter().filter(|it| result.view.includes(*it));
    let pairs = known.flat_map(|idx| roles.clone().map(move |role| (idx, role)));
    let controls = pairs.filter_map(|(idx, role)| evaluation.control_at(idx, role));
    let keys = controls.filter(|it| it.is_key && it.is_applicable());
    keys.filter(|it| sampled(it) != Status::Met).collect()
}

fn sampled(control: &ControlResult<'_>) -> Status {
    match control.sample {
        None => Status::Claimed,
        Some(sample) if sample.is_passed => Status::Met,
        Some(_) => Status::Gap,
    }
}

/// The controls in scope whose sample has deviations; those that do not pass come first.
pub fn exceptions<'e, 'a>(evaluation: &'e Evaluation<'a>) -> Vec<&'e ControlResult<'a>> {
    let deviates = |it: &&ControlResult<'_>| {
        it.is_in_scope && it.sample.is_some_and(|it| it.sample.deviations > 0)
    };
    let all = evaluation.controls.iter().filter(deviates);
    let (passed, failed): (Vec<_>, Vec<_>) =
        all.partition(|it| it.sample.is_some_and(|it| it.is_passed));
    failed.into_iter().chain(passed).collect()
}
