//! Section 4: what certificates and reports support.

use super::{Case, answer, calendar, scope};
use kumomori_core::attestation::{Attestation, AttestationKind, AttestationState};
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::framework::{Framework, Requirement};
use kumomori_core::role::Role;
use std::collections::{BTreeMap, BTreeSet};

/// Where a control is seen from.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    Requirement(&'a Framework, &'a Requirement),
    Framework(&'a Framework),
    /// A domain, the overall figures, the list of controls.
    Anywhere,
}

fn counts(case: Case<'_>, attestation: &Attestation) -> bool {
    attestation.state == AttestationState::Held
        && attestation.names_service
        && is_in_date(case, attestation)
}

fn is_in_date(case: Case<'_>, attestation: &Attestation) -> bool {
    let Some(to) = attestation.to else { return false };
    match attestation.kind {
        AttestationKind::IsoCertificate => {
            attestation.from.is_none_or(|from| from <= case.as_of) && case.as_of <= to
        }
        AttestationKind::Soc2Type1 | AttestationKind::Soc2Type2 => {
            let age = case.library.settings.report_age;
            to <= case.as_of && to >= calendar::months_before(case.as_of, age)
        }
    }
}

fn supports_operation(case: Case<'_>, attestation: &Attestation) -> bool {
    let (Some(from), Some(to)) = (attestation.from, attestation.to) else { return false };
    let period = case.library.settings.report_period;
    attestation.kind == AttestationKind::Soc2Type2
        && calendar::is_by_the_day_after(calendar::months_after(from, period), to)
}

fn supports(attestation: &Attestation, framework: &Framework, requirement: &Requirement) -> bool {
    if attestation.framework != framework.id {
        return false;
    }
    let Some(category) = &requirement.category else { return true };
    let is_always_in = framework.categories.iter().any(|it| it.id == *category && it.is_always_in);
    is_always_in || attestation.categories.contains(category)
}

fn reaches(
    case: Case<'_>,
    attestation: &Attestation,
    framework: &Framework,
    control: &Control,
) -> bool {
    framework.requirements.iter().any(|requirement| {
        supports(attestation, framework, requirement)
            && scope::is_judged(case, framework, requirement, Role::Provider)
            && !scope::naming(case, requirement, control).is_empty()
    })
}

/// The attestations that support a dimension of a control, seen from a place.
pub(super) fn supporting(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
    place: Place<'_>,
) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for attestation in &case.assessment.attestations {
        let reaches = match place {
            Place::Requirement(framework, requirement) => {
                supports(attestation, framework, requirement)
            }
            Place::Framework(framework) => reaches(case, attestation, framework, control),
            Place::Anywhere => scope::targets(case)
                .into_iter()
                .any(|framework| reaches(case, attestation, framework, control)),
        };
        let is_about_dimension =
            dimension == Dimension::Design || supports_operation(case, attestation);
        if role == Role::Provider && counts(case, attestation) && reaches && is_about_dimension {
            ids.insert(attestation.id.to_string());
        }
    }
    ids
}

/// Whether an exception holds the operation of a control.
pub(super) fn is_held(case: Case<'_>, control: &Control, role: Role) -> bool {
    let is_named = case
        .assessment
        .attestations
        .iter()
        .any(|it| counts(case, it) && it.exceptions.contains(&control.id));
    let is_resolved = answer::is_answered(case, control, role, Dimension::Operation)
        && answer::grade(case, control, role, Dimension::Operation) >= 2;
    role == Role::Provider && is_named && !is_resolved
}

pub(super) fn attestations(case: Case<'_>) -> BTreeMap<String, Option<(bool, bool)>> {
    let mut outcomes = BTreeMap::new();
    for attestation in &case.assessment.attestations {
        let targets = &case.assessment.scope.targets;
        let is_target = targets.iter().any(|it| it.framework == attestation.framework);
        let outcome =
            counts(case, attestation).then(|| (supports_operation(case, attestation), is_target));
        outcomes.insert(attestation.id.to_string(), outcome);
    }
    outcomes
}
