//! The controls that an ISO/IEC standard lists, and what stands behind each of them.

use super::Case;
use crate::sentence;
use crate::words;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::assessment::Evidence;
use kumomori_core::attestation::Attestation;
use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::Dimension;
use kumomori_core::framework::{Examination, Framework, Requirement};
use kumomori_core::requirement::RequirementResult;
use kumomori_core::role::View;
use kumomori_core::testimony::{CheckUse, Verdict};
use kumomori_core::text::Lang;

/// The targets that list controls, in the order of the assessment.
pub(super) fn frameworks<'a>(case: &Case<'a>) -> Vec<&'a Framework> {
    let targets = case.assessment.scope.targets.iter();
    let known = targets.filter_map(|it| case.names.library.framework(&it.framework));
    known.filter(|it| it.examination != Examination::Report).collect()
}

/// What a standard lists to declare on; clauses bind as they are.
pub(super) fn requirements(framework: &Framework) -> impl Iterator<Item = &Requirement> {
    framework.requirements.iter().filter(|it| !framework.is_clause(it))
}

/// One item of a list: what is concluded about it and the duties behind that.
pub(super) struct Item<'a> {
    pub(super) requirement: &'a Requirement,
    /// In the widest view; `None` where no role in scope is addressed.
    pub(super) result: Option<&'a RequirementResult<'a>>,
    /// Those of the roles that are judged.
    pub(super) controls: Vec<&'a ControlResult<'a>>,
}

impl<'a> Item<'a> {
    pub(super) fn of(case: &Case<'a>, framework: &Framework, requirement: &'a Requirement) -> Self {
        let is_it = |it: &&RequirementResult<'_>| {
            it.framework.id == framework.id && it.requirement.id == requirement.id
        };
        let results = || case.evaluation.requirements.iter().filter(is_it);
        let is_judged =
            |it: &&ControlResult<'_>| results().any(|found| found.view == View::of(it.role));
        let of_control =
            |idx| case.evaluation.controls.iter().filter(move |it| it.control_idx == idx);
        let mut controls = Vec::new();
        for idx in requirement.known_controls() {
            let is_new = !controls.iter().any(|it: &&ControlResult<'_>| it.control_idx == idx);
            controls.extend(of_control(idx).filter(|_| is_new).filter(is_judged));
        }
        Self { requirement, result: results().max_by_key(|it| it.view), controls }
    }

    /// The titles of everything that counts as evidence, each once.
    pub(super) fn evidence(&self, case: &Case<'_>, framework: &Framework) -> String {
        let mut titles: Vec<String> = Vec::new();
        let all = self.controls.iter().filter(|it| it.is_applicable());
        for title in all.flat_map(|it| evidence(case, it, framework, self.requirement)) {
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        sentence::list(case.names, &titles)
    }
}

/// Entries of the answer, documents whose checks support it, and attestations that speak about
/// the requirement.
fn evidence(
    case: &Case<'_>,
    result: &ControlResult<'_>,
    framework: &Framework,
    requirement: &Requirement,
) -> Vec<String> {
    let answer = case.assessment.answer(&result.control.id, result.role);
    let entries = answer.map(|it| it.evidence.as_slice()).unwrap_or_default();
    let mut titles = Vec::new();
    for dimension in Dimension::ALL {
        let used = case.evaluation.evidence(case.assessment, result, dimension);
        let counted = used.iter().filter(|it| it.counted.is_some());
        titles.extend(counted.filter_map(|it| Some(entry(case, entries.get(it.idx)?))));
        let checks = result.dimension(dimension).checks.iter();
        titles.extend(checks.filter_map(|it| document(case, it)));
        let ids = case.evaluation.supporting(case.assessment, result, dimension);
        let all = case.assessment.attestations.iter().filter(|it| ids.contains(&&it.id));
        let speaking = all.filter(|it| it.speaks_about(framework, requirement));
        titles.extend(speaking.map(|it| attestation(case, it)));
    }
    titles
}

fn entry(case: &Case<'_>, entry: &Evidence) -> String {
    let title = case.names.quoted(entry.title.trim());
    dated(case, title, entry.date.map(|it| format!("{it}")))
}

fn document(case: &Case<'_>, used: &CheckUse) -> Option<String> {
    let found = case.evaluation.testimonies.get(used.usage.idx)?;
    let title = case.names.quoted(case.names.evidence_kind(&found.kind));
    let supports = used.verdict == Verdict::Supports;
    supports.then(|| dated(case, title, found.collected.map(|it| format!("{it}"))))
}

fn attestation(case: &Case<'_>, attestation: &Attestation) -> String {
    let kind = case.names.words(words::attestation_kind(attestation.kind));
    dated(case, case.names.quoted(kind), attestation.from.map(|it| format!("{it}")))
}

fn dated(case: &Case<'_>, title: String, date: Option<String>) -> String {
    match (case.names.lang, date) {
        (_, None) => title,
        (Lang::Ja, Some(date)) => format!("{title}({date})"),
        (Lang::En, Some(date)) => format!("{title} ({date})"),
    }
}
