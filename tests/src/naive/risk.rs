//! Section 11: risks.

use super::level::{assured_status, member, worst};
use super::{Case, RiskOutcome, answer, scope};
use kumomori_core::control::{Control, ControlRef};
use kumomori_core::dimension::Dimension;
use kumomori_core::risk::Risk;
use kumomori_core::role::Role;
use std::collections::BTreeSet;

pub(super) fn risks(case: Case<'_>) -> Vec<RiskOutcome> {
    case.library.risks.iter().map(|it| risk(case, it)).collect()
}

fn risk(case: Case<'_>, risk: &Risk) -> RiskOutcome {
    let mut planned = BTreeSet::new();
    let mut known = Vec::new();
    for control in &risk.controls {
        match control {
            ControlRef::Known(idx) => known.push(&case.library.controls[*idx].id),
            ControlRef::Planned(id) => {
                planned.insert(id.to_string());
            }
        }
    }
    let there: Vec<(&Control, Role)> = scope::members(case)
        .into_iter()
        .filter(|(control, _)| known.contains(&&control.id))
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
    let order = ["open", "unknown", "claimed", "covered"];
    let worst = order.into_iter().find(|it| all.contains(it)).unwrap();
    let mut deciding = BTreeSet::new();
    for (control, role) in applicable {
        if worst != "covered" && one(case, control, *role) == worst {
            deciding.insert(member(control, *role));
        }
    }
    let conclusion = if worst == "covered" && is_any_missing { "partly-covered" } else { worst };
    (conclusion, deciding)
}

fn one(case: Case<'_>, control: &Control, role: Role) -> &'static str {
    let design = assured_status(case, control, role, Dimension::Design);
    let operation = assured_status(case, control, role, Dimension::Operation);
    match worst(&[design, operation]) {
        "contradicted" | "gap" => "open",
        "met" => "covered",
        other => other,
    }
}
