//! Requirements of a framework with what is concluded about each.

use super::{Cell, Table, Topic};
use crate::names::Names;
use crate::sentence;
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::dimension::{Dimension, Status};
use kumomori_core::evaluation::Evaluation;
use kumomori_core::framework::{Framework, Group};
use kumomori_core::id::{ControlId, FrameworkRef, RequirementId};
use kumomori_core::ladder::Level;
use kumomori_core::requirement::{RequirementResult, RequirementStatus};
use kumomori_core::role::{Role, View};

/// Which requirements a table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shown {
    /// All in scope.
    All,
    /// Those that have a status; those not covered are left out.
    Judged,
}

/// The requirements of a framework that are in scope: id, title, the status of each view, and the
/// controls that decide it or are missing.
pub fn requirements(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    framework: &FrameworkRef,
    shown: Shown,
) -> Table {
    let of_framework: Vec<_> = evaluation.results(framework).collect();
    let views: Vec<View> = evaluation
        .roles
        .views()
        .filter(|view| of_framework.iter().any(|it| it.view == *view))
        .collect();
    let head = [Words::new("番号", "Id"), Words::new("要求事項", "Requirement")];
    let head = head.into_iter().chain(views.iter().map(|it| words::view(*it)));
    let last = Words::new("決め手・未収録の管理策", "Decided by, or missing");
    let groups = of_framework.chunk_by(|a, b| a.requirement.id == b.requirement.id);
    let rows = groups.filter(|it| shown == Shown::All || is_judged(it));
    Table {
        caption: names.framework(framework),
        head: head.chain([last]).map(|it| names.words(it).to_owned()).collect(),
        rows: rows.map(|it| row(names, it, &views, evaluation)).collect(),
    }
}

/// The statuses that come up, the worst first.
pub(crate) fn present(results: &[&RequirementResult<'_>]) -> Vec<RequirementStatus> {
    let judged = Status::ALL.into_iter().map(RequirementStatus::Judged);
    let all = judged.chain([RequirementStatus::NotApplicable, RequirementStatus::NotCovered]);
    all.filter(|it| results.iter().any(|result| result.status == *it)).collect()
}

/// How many requirements under each heading of a framework have each status that comes up.
pub(crate) fn requirement_counts(
    names: &Names<'_>,
    framework: &Framework,
    results: &[&RequirementResult<'_>],
) -> Table {
    let statuses = present(results);
    let head = statuses.iter().map(|it| names.words(words::requirement_status(*it)).to_owned());
    let row = |group: &Group| {
        let of_group = || results.iter().filter(|it| it.requirement.group == group.id);
        let count = |status: &RequirementStatus| {
            Cell::end(of_group().filter(|it| it.status == *status).count().to_string())
        };
        let title = names.heading(group);
        let cells = core::iter::once(Cell::start(title)).chain(statuses.iter().map(count));
        (of_group().count() > 0).then(|| cells.collect())
    };
    Table {
        caption: names.words(Words::new("要求事項の件数", "Requirements by status")).to_owned(),
        head: core::iter::once(names.words(Words::new("見出し", "Heading")).to_owned())
            .chain(head)
            .collect(),
        rows: framework.groups.iter().filter_map(row).collect(),
    }
}

/// The result of one requirement in the widest view that it has.
pub(crate) fn widest<'a>(
    evaluation: &'a Evaluation<'a>,
    framework: &FrameworkRef,
    requirement: &RequirementId,
) -> Option<&'a RequirementResult<'a>> {
    let is_it = |it: &&RequirementResult<'_>| {
        it.framework.id == *framework && it.requirement.id == *requirement
    };
    evaluation.requirements.iter().filter(is_it).max_by_key(|it| it.view)
}

fn is_judged(views: &[&RequirementResult<'_>]) -> bool {
    views.iter().any(|it| it.status != RequirementStatus::NotCovered)
}

fn row(
    names: &Names<'_>,
    results: &[&RequirementResult<'_>],
    views: &[View],
    evaluation: &Evaluation<'_>,
) -> Vec<Cell> {
    let Some(widest) = results.iter().max_by_key(|it| it.view) else { return Vec::new() };
    let topic = Topic::Requirement(widest.framework.id.clone(), widest.requirement.id.clone());
    let status = |view: &View| {
        let found = results.iter().find(|it| it.view == *view);
        Cell::start(found.map_or("-", |it| names.words(words::requirement_status(it.status))))
    };
    let mut row = vec![
        Cell::start(widest.requirement.id.as_str()).about(topic),
        Cell::start(names.requirement(&widest.framework.id, &widest.requirement.id)),
    ];
    row.extend(views.iter().map(status));
    row.push(Cell::start(decided_by(names, evaluation, widest)));
    row
}

/// The controls that decide a requirement, or those that it lacks; nothing when it is met.
pub(crate) fn decided_by(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    result: &RequirementResult<'_>,
) -> String {
    match result.status {
        RequirementStatus::NotApplicable | RequirementStatus::Judged(Status::Met) => String::new(),
        RequirementStatus::NotCovered => {
            let planned = result.requirement.planned_controls();
            let ids: Vec<String> = planned.map(ToString::to_string).collect();
            sentence::list(names, &ids)
        }
        RequirementStatus::Judged(status) => {
            let at = (status, evaluation.target);
            sentence::first_controls(names, &deciding(evaluation, result, &Dimension::ALL, at), 3)
        }
    }
}

/// The deciding controls of those among some dimensions that have a status at a level.
pub(crate) fn deciding<'a>(
    evaluation: &Evaluation<'a>,
    result: &RequirementResult<'a>,
    dimensions: &[Dimension],
    (status, level): (Status, Level),
) -> Vec<(&'a ControlId, Role)> {
    let has_status =
        |it: &&Dimension| result.dimension(**it).is_some_and(|it| it.status(level) == status);
    let mut controls = Vec::new();
    for dimension in dimensions.iter().filter(has_status) {
        for control in evaluation.deciding(result, *dimension) {
            if !controls.contains(&control) {
                controls.push(control);
            }
        }
    }
    controls
}

/// How many requirements of a framework have each status, in the widest view of each.
pub fn status_counts(
    evaluation: &Evaluation<'_>,
    framework: &FrameworkRef,
) -> Vec<(RequirementStatus, usize)> {
    let widest = evaluation.widest_results(framework);
    let judged = Status::ALL.into_iter().rev().map(RequirementStatus::Judged);
    let others = [RequirementStatus::NotApplicable, RequirementStatus::NotCovered];
    let count = |status| widest.iter().filter(|it| it.status == status).count();
    judged.chain(others).map(|it| (it, count(it))).filter(|(_, n)| *n > 0).collect()
}
