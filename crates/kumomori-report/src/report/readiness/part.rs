//! One examination of one target.

use super::super::Case;
use crate::sentence;
use crate::table::deciding;
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::dimension::{Dimension, Status};
use kumomori_core::framework::{Examination, Framework, Requirement};
use kumomori_core::readiness::{
    Criterion, Finding, Item, Outlook, ReportType, certificate, criteria, outlook,
};
use kumomori_core::requirement::RequirementResult;
use kumomori_core::role::{Roles, View};
use kumomori_core::text::Lang;

/// How many controls a line names.
const FIRST: usize = 3;

/// One examination of one target, for one view.
pub(super) struct Part<'a> {
    pub(super) framework: &'a Framework,
    pub(super) examination: Words,
    pub(super) view: View,
    pub(super) outlook: Outlook,
    /// What can be said of a requirement, the worst first.
    pub(super) kinds: Vec<Tally>,
    pub(super) lines: Vec<Line<'a>>,
    is_over_a_period: bool,
}

/// What is said of requirements, and of how many.
pub(super) struct Tally {
    pub(super) said: Words,
    pub(super) is_fine: bool,
    n: usize,
}

/// What is said of one requirement, and why.
pub(super) struct Line<'a> {
    pub(super) requirement: &'a Requirement,
    pub(super) said: Words,
    pub(super) why: String,
}

/// The examinations of a target.
pub(super) fn parts<'a>(case: &Case<'a>, framework: &'a Framework) -> Vec<Part<'a>> {
    match framework.examination {
        Examination::Report => {
            let criteria = criteria(case.evaluation, framework, case.assessment.window.is_some());
            ReportType::ALL
                .iter()
                .filter_map(|it| of_report(case, framework, &criteria, *it))
                .collect()
        }
        Examination::ManagementSystem | Examination::Extension => {
            let views = certificate(case.evaluation, framework).into_iter();
            views
                .map(|(view, items, outlook)| of_audit(case, framework, view, &items, outlook))
                .collect()
        }
    }
}

fn of_audit<'a>(
    case: &Case<'a>,
    framework: &'a Framework,
    view: View,
    items: &[Item<'a, 'a>],
    outlook: Outlook,
) -> Part<'a> {
    let line = |it: &Item<'a, 'a>| {
        let why = decided_by(case, it.result, &Dimension::ALL);
        Line { requirement: it.result.requirement, said: words::finding(it.finding), why }
    };
    let lines: Vec<Line<'a>> = items.iter().map(line).collect();
    let kinds = Finding::ALL.map(|it| (words::finding(it), it >= Finding::Opportunity));
    Part {
        framework,
        examination: Words::new("認証審査", "Certification audit"),
        view,
        outlook,
        kinds: tallied(kinds, &lines),
        lines,
        is_over_a_period: false,
    }
}

fn of_report<'a>(
    case: &Case<'a>,
    framework: &'a Framework,
    criteria: &[Criterion<'a, 'a>],
    report: ReportType,
) -> Option<Part<'a>> {
    let line = |it: &Criterion<'a, 'a>| {
        let status = it.status(report);
        let said = words::status(status);
        Line { requirement: it.result.requirement, said, why: why(case, it, report) }
    };
    let lines: Vec<Line<'a>> = criteria.iter().map(line).collect();
    let kinds = Status::ALL.map(|it| (words::status(it), it == Status::Met));
    Some(Part {
        framework,
        examination: words::report_type(report),
        view: criteria.iter().map(|it| it.result.view).max()?,
        outlook: outlook(criteria, report)?,
        kinds: tallied(kinds, &lines),
        lines,
        is_over_a_period: report == ReportType::Two,
    })
}

fn tallied<const N: usize>(kinds: [(Words, bool); N], lines: &[Line<'_>]) -> Vec<Tally> {
    let count = |said| lines.iter().filter(|it| it.said == said).count();
    let tally = |(said, is_fine)| Tally { said, is_fine, n: count(said) };
    kinds.map(tally).into_iter().filter(|it| it.n > 0).collect()
}

/// The controls that decide a criterion, and the key controls that lack a sample that passes.
fn why(case: &Case<'_>, criterion: &Criterion<'_, '_>, report: ReportType) -> String {
    let (dimensions, unsampled) = match report {
        ReportType::One => (&[Dimension::Design][..], &[][..]),
        ReportType::Two => (&Dimension::ALL[..], criterion.unsampled.as_slice()),
    };
    let mut reasons = Vec::new();
    let by = decided_by(case, criterion.result, dimensions);
    reasons.extend((!by.is_empty()).then_some(by));
    let controls: Vec<_> = unsampled.iter().map(|it| it.name()).collect();
    if !controls.is_empty() {
        let listed = sentence::first_controls(case.names, &controls, FIRST);
        reasons.push(match case.names.lang {
            Lang::Ja => format!("サンプルテストを通っていない: {listed}"),
            Lang::En => format!("no sample that passes: {listed}"),
        });
    }
    reasons.join(&case.word("。", "; "))
}

/// The controls that decide the worst of some dimensions at the examined level.
fn decided_by(case: &Case<'_>, result: &RequirementResult<'_>, dimensions: &[Dimension]) -> String {
    let level = case.evaluation.settings.examined_level;
    let readings = dimensions.iter().filter_map(|it| result.dimension(*it));
    let Some(worst) = readings.map(|it| it.status(level)).min() else { return String::new() };
    if worst == Status::Met {
        return String::new();
    }
    let controls = deciding(case.evaluation, result, dimensions, (worst, level));
    sentence::first_controls(case.names, &controls, FIRST)
}

impl Part<'_> {
    /// The examination, with the role where several are judged.
    pub(super) fn title(&self, case: &Case<'_>) -> String {
        let name = case.names.words(self.examination);
        let view = case.names.words(words::view(self.view));
        match (case.evaluation.roles == Roles::BOTH, case.names.lang) {
            (false, _) => name.to_owned(),
            (true, Lang::Ja) => format!("{name}({view})"),
            (true, Lang::En) => format!("{name} ({})", view.to_lowercase()),
        }
    }

    /// Whether it is about a period that nobody has set.
    pub(super) fn needs_window(&self, case: &Case<'_>) -> bool {
        self.is_over_a_period && case.assessment.window.is_none()
    }

    /// The outlook, and of how many requirements what is said.
    pub(super) fn facts(&self, case: &Case<'_>) -> Vec<(String, String)> {
        let count = |it: &Tally| {
            let (said, n) = (case.names.words(it.said), it.n);
            if case.names.lang == Lang::Ja {
                format!("{said} {n}件")
            } else {
                format!("{said} {n}")
            }
        };
        let counts: Vec<String> = self.kinds.iter().map(count).collect();
        let outlook = case.names.words(words::outlook(self.outlook)).to_owned();
        Vec::from([
            (case.word("見込み", "Outlook"), outlook),
            (case.word("要求事項", "Requirements"), counts.join(&case.word("、", ", "))),
        ])
    }
}
