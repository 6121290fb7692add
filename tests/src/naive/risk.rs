//! Section 11: risks.

use super::attestation::Place;
use super::level::{assured, member, status, worst};
use super::{Case, RiskOutcome, answer, scope};
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::risk::Risk;
use kumomori_core::role::Role;
use std::collections::BTreeSet;

pub(super) fn risks(case: Case<'_>) -> Vec<RiskOutcome> {
    case.library.risks.iter().map(|it| risk(case, it)).collect()
}

fn risk(case: Case<'_>, risk: &Risk) -> RiskOutcome {
    let mut planned = BTreeSet::new();
    for id in &risk.controls {
        if !case.library.controls.iter().any(|it| it.id == *id) {
            planned.insert(id.to_string());
        }
    }
    let there: Vec<(&Control, Role)> = scope::members(case)
        .into_iter()
        .filter(|(control, _)| risk.controls.contains(&control.id))
        .collect();
    let applicable: Vec<(&Control, Role)> = there
        .iter()
        .copied()
        .filter(|(control, role)| answer::is_applicable(case, control, *role))
        .collect();
    let (conclusion, deciding) = if there.is_empty() {
        ("not-covered", BTreeSet::new())
    } else if applicable.is_empty() {
        ("not-applicable", BTreeSet::new())
    } else {
        judged(case, &applicable, !planned.is_empty())
    };
    RiskOutcome { risk: risk.id.to_string(), status: conclusion.into(), deciding, planned }
}

fn judged(
    case: Case<'_>,
    applicable: &[(&Control, Role)],
    is_any_missing: bool,
) -> (&'static str, BTreeSet<super::Member>) {
    let all: Vec<&'static str> =
        applicable.iter().map(|(control, role)| one(case, control, *role)).collect();
    let worst = worst(&all);
    let mut deciding = BTreeSet::new();
    for (control, role) in applicable {
        if worst != "met" && one(case, control, *role) == worst {
            deciding.insert(member(control, *role));
        }
    }
    let conclusion = match worst {
        "met" if is_any_missing => "partly-covered",
        "met" => "covered",
        "gap" => "open",
        other => other,
    };
    (conclusion, deciding)
}

fn one(case: Case<'_>, control: &Control, role: Role) -> &'static str {
    let target = case.assessment.scope.target_level.number();
    let design = assured(case, control, role, Dimension::Design, Place::Anywhere);
    let operation = assured(case, control, role, Dimension::Operation, Place::Anywhere);
    worst(&[status(design, target), status(operation, target)])
}
