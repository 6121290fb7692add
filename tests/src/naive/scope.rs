//! Section 6: what is in scope.

use super::Case;
use kumomori_core::control::{CallsFor, Control, ControlRef};
use kumomori_core::dimension::Aspects;
use kumomori_core::framework::{Addressing, Framework, Part, Requirement};
use kumomori_core::role::{Role, Roles};

pub(super) fn has(roles: Roles, role: Role) -> bool {
    match role {
        Role::Customer => roles.customer,
        Role::Provider => roles.provider,
    }
}

pub(super) fn has_duty(control: &Control, role: Role) -> bool {
    control.duties.iter().any(|duty| duty.role == role)
}

/// The frameworks of the library that are targets.
pub(super) fn targets(case: Case<'_>) -> Vec<&Framework> {
    let targets = &case.assessment.scope.targets;
    let mut frameworks = Vec::new();
    for framework in &case.library.frameworks {
        if targets.iter().any(|it| it.framework == framework.id) {
            frameworks.push(framework);
        }
    }
    frameworks
}

pub(super) fn is_requirement_in_scope(
    case: Case<'_>,
    framework: &Framework,
    requirement: &Requirement,
) -> bool {
    let targets = &case.assessment.scope.targets;
    let Some(target) = targets.iter().find(|it| it.framework == framework.id) else {
        return false;
    };
    let Some(category) = &requirement.category else { return true };
    let is_always_in = framework.categories.iter().any(|it| it.id == *category && it.is_always_in);
    is_always_in || target.categories.contains(category)
}

/// Whether a requirement is in scope and judged for a role.
pub(super) fn is_judged(
    case: Case<'_>,
    framework: &Framework,
    requirement: &Requirement,
    role: Role,
) -> bool {
    let is_addressed = match framework.addressing {
        Addressing::Each => requirement.asks.iter().any(|(asked, _)| *asked == role),
        Addressing::Provider => role == Role::Provider,
    };
    is_addressed
        && has(case.assessment.scope.roles, role)
        && is_requirement_in_scope(case, framework, requirement)
}

/// The aspects of the whole and part rows by which a requirement names a control.
pub(super) fn naming(case: Case<'_>, requirement: &Requirement, control: &Control) -> Vec<Aspects> {
    let mut aspects = Vec::new();
    for row in &requirement.rows {
        if let ControlRef::Known(idx) = row.control
            && case.library.controls[idx].id == control.id
            && row.part != Part::Related
        {
            aspects.push(row.aspects);
        }
    }
    aspects
}

pub(super) fn is_in_scope_through(
    case: Case<'_>,
    framework: &Framework,
    control: &Control,
    role: Role,
) -> bool {
    has_duty(control, role)
        && framework.requirements.iter().any(|requirement| {
            is_judged(case, framework, requirement, role)
                && !naming(case, requirement, control).is_empty()
        })
}

pub(super) fn is_in_scope(case: Case<'_>, control: &Control, role: Role) -> bool {
    let scope = &case.assessment.scope;
    let is_called_for = match control.calls_for {
        Some(CallsFor::Always) => true,
        Some(CallsFor::Ai) => scope.uses_ai,
        Some(CallsFor::PersonalData) => scope.personal_data,
        None => false,
    };
    let is_led_to =
        targets(case).into_iter().any(|it| is_in_scope_through(case, it, control, role));
    has_duty(control, role) && has(scope.roles, role) && (is_led_to || is_called_for)
}

/// Every control of the library with every role in scope that it asks something of.
pub(super) fn members(case: Case<'_>) -> Vec<(&Control, Role)> {
    let mut members = Vec::new();
    for control in &case.library.controls {
        for role in [Role::Customer, Role::Provider] {
            if has(case.assessment.scope.roles, role) && has_duty(control, role) {
                members.push((control, role));
            }
        }
    }
    members
}
