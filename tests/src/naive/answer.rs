//! Sections 1 and 2: what was answered, and what the evidence is worth.

use super::{Case, calendar, sampling, testimony};
use kumomori_core::assessment::{Answer, Applicability, Evidence};
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::ladder::Rung;
use kumomori_core::role::Role;
use kumomori_core::testimony::Verdict;

fn given<'a>(case: Case<'a>, control: &Control, role: Role) -> Option<&'a Answer> {
    case.assessment.answers.iter().find(|it| it.control == control.id && it.role == role)
}

pub(super) fn applies(case: Case<'_>, control: &Control, role: Role) -> &'static str {
    let Some(answer) = given(case, control, role) else { return "yes" };
    match &answer.applicability {
        Applicability::Applicable => "yes",
        Applicability::NotApplicable(exclusion) => {
            let is_complete =
                !exclusion.justification.trim().is_empty() && !exclusion.by.trim().is_empty();
            if is_complete { "no" } else { "unjustified" }
        }
    }
}

/// The answer, unless it says not applicable; without a reason that is no answer at all, its
/// evidence and sample included.
fn answer<'a>(case: Case<'a>, control: &Control, role: Role) -> Option<&'a Answer> {
    given(case, control, role).filter(|_| applies(case, control, role) == "yes")
}

pub(super) fn is_applicable(case: Case<'_>, control: &Control, role: Role) -> bool {
    applies(case, control, role) != "no"
}

fn rungs(case: Case<'_>, control: &Control, role: Role, dimension: Dimension) -> [Rung; 5] {
    match (answer(case, control, role), dimension) {
        (None, _) => [Rung::Unknown; 5],
        (Some(answer), Dimension::Design) => answer.design.0,
        (Some(answer), Dimension::Operation) => answer.operation.0,
    }
}

pub(super) fn is_answered(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
) -> bool {
    rungs(case, control, role, dimension).iter().any(|rung| *rung != Rung::Unknown)
}

/// The level of the ladder when unknown rungs are read as `unknown`.
pub(super) fn level(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
    unknown: Rung,
) -> u8 {
    let rungs = rungs(case, control, role, dimension).map(|rung| match rung {
        Rung::Unknown => unknown,
        known => known,
    });
    let mut level = 0;
    for candidate in 1..=5 {
        let top = rungs[candidate - 1];
        let below = &rungs[..candidate - 1];
        if (top == Rung::Largely || top == Rung::Full) && below.iter().all(|it| *it == Rung::Full) {
            level = candidate;
        }
    }
    u8::try_from(level).unwrap()
}

/// The grade that an entry keeps, and whether it is fresh; `None` when it is left out.
fn counted(case: Case<'_>, entry: &Evidence) -> Option<(u8, bool)> {
    let limit = calendar::months_before(case.as_of, case.library.settings.evidence_fresh);
    match entry.date {
        Some(date) if date > case.as_of => None,
        Some(date) if date < limit => Some((entry.grade.saturating_sub(1), false)),
        Some(_) => Some((entry.grade, true)),
        None if entry.grade >= 2 => Some((1, false)),
        None => Some((entry.grade, false)),
    }
}

/// Grade and freshness of every entry and supporting check that counts for a dimension.
fn counted_evidence(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
) -> Vec<(u8, bool)> {
    let mut all = Vec::new();
    for entry in answer(case, control, role).map_or(&[][..], |it| &it.evidence) {
        let is_named = match dimension {
            Dimension::Design => entry.aspects.design,
            Dimension::Operation => entry.aspects.operation,
        };
        if is_named {
            all.extend(counted(case, entry));
        }
    }
    for saying in testimony::about(case, control, role, dimension) {
        if saying.verdict == Verdict::Supports {
            all.push((saying.grade, saying.is_fresh));
        }
    }
    all
}

pub(super) fn grade(case: Case<'_>, control: &Control, role: Role, dimension: Dimension) -> u8 {
    let all = counted_evidence(case, control, role, dimension);
    all.iter().map(|(grade, _)| *grade).max().unwrap_or(0)
}

pub(super) fn is_strong(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
) -> bool {
    let all = counted_evidence(case, control, role, dimension);
    all.iter().any(|(grade, is_fresh)| *is_fresh && *grade >= 3)
}

pub(super) fn sample_passed(case: Case<'_>, control: &Control, role: Role) -> Option<bool> {
    let sample = answer(case, control, role)?.sample?;
    let settings = &case.library.settings;
    let is_key = control.weight >= settings.key_weight;
    let tolerance = if is_key { settings.sample_key } else { settings.sample_normal };
    Some(sampling::passes(sample, tolerance, case.assessment.window, settings.sample_all_below))
}

pub(super) fn cap(case: Case<'_>, control: &Control, role: Role, dimension: Dimension) -> u8 {
    let settings = &case.library.settings;
    let grade = grade(case, control, role, dimension);
    let cap = match dimension {
        Dimension::Design => settings.design_caps[usize::from(grade)],
        Dimension::Operation if grade == 3 && sample_passed(case, control, role) == Some(true) => {
            settings.operation_cap_sampled
        }
        Dimension::Operation => settings.operation_caps[usize::from(grade)],
    };
    cap.number()
}
