//! Section 8: a requirement from its controls.

use super::attestation::Place;
use super::level::{assured, lower, member, status, worst};
use super::testimony::is_assured_contradicted;
use super::{BearingOutcome, Case, RequirementOutcome, answer, scope};
use kumomori_core::control::{Control, ControlRef};
use kumomori_core::dimension::{Aspects, Dimension};
use kumomori_core::framework::{Framework, Part, Requirement};
use kumomori_core::role::Role;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn requirements(
    case: Case<'_>,
) -> BTreeMap<(String, String, String), RequirementOutcome> {
    let mut outcomes = BTreeMap::new();
    for framework in scope::targets(case) {
        for requirement in &framework.requirements {
            let key = |view: &str| {
                (framework.id.to_string(), requirement.id.to_string(), String::from(view))
            };
            let customer = for_role(case, framework, requirement, Role::Customer);
            let provider = for_role(case, framework, requirement, Role::Provider);
            if let (Some(customer), Some(provider)) = (&customer, &provider) {
                outcomes.insert(key("both"), lower_of(customer, provider));
            }
            outcomes.extend(customer.map(|it| (key("customer"), it)));
            outcomes.extend(provider.map(|it| (key("provider"), it)));
        }
    }
    outcomes
}

/// The outcome for one role; `None` when it is not judged for it.
pub(super) fn for_role(
    case: Case<'_>,
    framework: &Framework,
    requirement: &Requirement,
    role: Role,
) -> Option<RequirementOutcome> {
    if !scope::is_judged(case, framework, requirement, role) {
        return None;
    }
    let mut planned = BTreeSet::new();
    let mut with_duty: Vec<(&Control, Aspects)> = Vec::new();
    for row in requirement.rows.iter().filter(|row| row.part != Part::Related) {
        match &row.control {
            ControlRef::Planned(id) => {
                planned.insert(id.to_string());
            }
            ControlRef::Known(idx) => {
                let control = &case.library.controls[*idx];
                if scope::has_duty(control, role) {
                    with_duty.push((control, row.aspects));
                }
            }
        }
    }
    if !planned.is_empty() || with_duty.is_empty() {
        return Some(without_figures("not-covered", planned));
    }
    let applicable: Vec<(&Control, Aspects)> = with_duty
        .into_iter()
        .filter(|(control, _)| answer::is_applicable(case, control, role))
        .collect();
    if applicable.is_empty() {
        return Some(without_figures("not-applicable", planned));
    }
    let place = Place::Requirement(framework, requirement);
    let design: Vec<&Control> =
        applicable.iter().filter(|(_, it)| it.design).map(|(control, _)| *control).collect();
    let operation: Vec<&Control> =
        applicable.iter().filter(|(_, it)| it.operation).map(|(control, _)| *control).collect();
    let design = minimum(case, &design, role, Dimension::Design, place);
    let operation = minimum(case, &operation, role, Dimension::Operation, place);
    let target = case.assessment.scope.target_level.number();
    let mut statuses = Vec::new();
    for bearing in [&design, &operation].into_iter().flatten() {
        statuses.push(status(bearing.levels, bearing.is_contradicted, target));
    }
    Some(RequirementOutcome { design, operation, status: worst(&statuses).into(), planned })
}

fn without_figures(status: &str, planned: BTreeSet<String>) -> RequirementOutcome {
    RequirementOutcome { design: None, operation: None, status: status.into(), planned }
}

fn minimum(
    case: Case<'_>,
    controls: &[&Control],
    role: Role,
    dimension: Dimension,
    place: Place<'_>,
) -> Option<BearingOutcome> {
    let mut minimum = [5; 4];
    for control in controls {
        minimum = lower(minimum, assured(case, control, role, dimension, place));
    }
    let (mut contradicted, mut lowest) = (BTreeSet::new(), BTreeSet::new());
    for control in controls {
        if is_assured_contradicted(case, control, role, dimension) {
            contradicted.insert(member(control, role));
        }
        if assured(case, control, role, dimension, place)[1] == minimum[1] {
            lowest.insert(member(control, role));
        }
    }
    let is_contradicted = !contradicted.is_empty();
    let deciding = if is_contradicted { contradicted } else { lowest };
    let bearing = BearingOutcome { levels: minimum, is_contradicted, deciding };
    (!controls.is_empty()).then_some(bearing)
}

fn lower_of(a: &RequirementOutcome, b: &RequirementOutcome) -> RequirementOutcome {
    let statuses = [a.status.as_str(), b.status.as_str()];
    if statuses.contains(&"not-covered") {
        let planned = a.planned.union(&b.planned).cloned().collect();
        return without_figures("not-covered", planned);
    }
    if a.status == "not-applicable" {
        return b.clone();
    }
    if b.status == "not-applicable" {
        return a.clone();
    }
    RequirementOutcome {
        design: lower_dimension(a.design.as_ref(), b.design.as_ref()),
        operation: lower_dimension(a.operation.as_ref(), b.operation.as_ref()),
        status: worst(&statuses).into(),
        planned: BTreeSet::new(),
    }
}

fn lower_dimension(
    a: Option<&BearingOutcome>,
    b: Option<&BearingOutcome>,
) -> Option<BearingOutcome> {
    let (Some(a), Some(b)) = (a, b) else { return a.or(b).cloned() };
    let levels = lower(a.levels, b.levels);
    let is_contradicted = a.is_contradicted || b.is_contradicted;
    let mut deciding = BTreeSet::new();
    for one in [a, b] {
        let decides =
            if is_contradicted { one.is_contradicted } else { one.levels[1] == levels[1] };
        if decides {
            deciding.extend(one.deciding.iter().cloned());
        }
    }
    Some(BearingOutcome { levels, is_contradicted, deciding })
}
