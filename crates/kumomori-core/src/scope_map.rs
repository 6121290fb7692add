//! Which controls a scope brings in, and which of them attestations support there.

use crate::assessment::{Assessment, Target};
use crate::attestation::{Attestation, Support};
use crate::control::Control;
use crate::control_result::Backing;
use crate::date::Date;
use crate::framework::{Addressing, Framework, Requirement, RowControl};
use crate::library::Library;
use crate::role::{Role, Roles};
use alloc::vec;
use alloc::vec::Vec;

/// The attestations that count on the day, with what they support.
pub(crate) type Counting<'a> = Vec<(&'a Attestation, Support)>;

/// The attestations of an assessment that count.
pub(crate) fn counting<'a>(
    library: &Library,
    assessment: &'a Assessment,
    as_of: Date,
) -> Counting<'a> {
    let support = |it: &Attestation| it.support(as_of, &library.settings).ok();
    assessment.attestations.iter().filter_map(|it| Some((it, support(it)?))).collect()
}

/// One target with its framework and what it brings in.
#[derive(Debug)]
pub(crate) struct TargetMap<'a> {
    /// The framework.
    pub(crate) framework: &'a Framework,
    /// Its requirements in scope.
    pub(crate) requirements: Vec<&'a Requirement>,
    /// By control index: the roles that it brings in.
    pub(crate) roles: Vec<Roles>,
    /// By control index: what attestations support, provider only.
    pub(crate) support: Vec<Supported>,
}

/// What attestations support.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Supported {
    pub(crate) design: bool,
    pub(crate) operation: bool,
}

/// The roles for which a requirement is judged.
pub(crate) fn judged_roles(
    framework: &Framework,
    requirement: &Requirement,
    scope: Roles,
) -> Roles {
    match framework.addressing {
        Addressing::Each => requirement.addresses().and(scope),
        Addressing::Provider => Roles { customer: false, provider: true }.and(scope),
    }
}

/// What attestations support of one requirement.
pub(crate) fn supported(
    framework: &Framework,
    requirement: &Requirement,
    counting: &Counting<'_>,
) -> Supported {
    let mut supported = Supported::default();
    for (attestation, support) in counting {
        if attestation.speaks_about(framework, requirement) {
            supported.design = true;
            supported.operation |= support.operation;
        }
    }
    supported
}

/// Maps one target; `None` when the library does not have its framework.
pub(crate) fn target_map<'a>(
    library: &'a Library,
    assessment: &Assessment,
    target: &Target,
    counting: &Counting<'_>,
) -> Option<TargetMap<'a>> {
    let framework = library.framework(&target.framework)?;
    let requirements: Vec<&Requirement> = framework
        .requirements
        .iter()
        .filter(|it| framework.is_in_scope(it, &target.categories))
        .collect();
    let mut roles = vec![Roles::NONE; library.controls.len()];
    let mut support = vec![Supported::default(); library.controls.len()];
    for requirement in &requirements {
        let judged = judged_roles(framework, requirement, assessment.scope.roles);
        let backed = supported(framework, requirement, counting);
        for idx in known_controls(requirement) {
            let duties = library.controls.get(idx).map_or(Roles::NONE, Control::roles);
            if let Some(roles) = roles.get_mut(idx) {
                *roles = judged.and(duties).iter().fold(*roles, Roles::with);
            }
            if let Some(support) = support.get_mut(idx).filter(|_| judged.provider) {
                support.design |= backed.design;
                support.operation |= backed.operation;
            }
        }
    }
    Some(TargetMap { framework, requirements, roles, support })
}

/// The indices of the controls that a requirement's whole and part rows name.
pub(crate) fn known_controls(requirement: &Requirement) -> impl Iterator<Item = usize> {
    requirement.answering_rows().filter_map(|row| match row.control {
        RowControl::Known(idx) => Some(idx),
        RowControl::Planned(_) => None,
    })
}

/// The attestations that count, with the controls that each speaks for among the targets.
#[derive(Debug)]
pub(crate) struct Spoken<'a> {
    by_attestation: Vec<(&'a Attestation, Support, Vec<bool>)>,
}

impl<'a> Spoken<'a> {
    pub(crate) fn of(
        library: &Library,
        targets: &[TargetMap<'_>],
        counting: &Counting<'a>,
    ) -> Self {
        let controls = |attestation: &Attestation| {
            let mut controls = vec![false; library.controls.len()];
            for target in targets.iter().filter(|it| it.framework.id == attestation.framework) {
                mark_spoken_for(attestation, target, &mut controls);
            }
            controls
        };
        let with_controls =
            |(it, support): &(&'a Attestation, Support)| (*it, *support, controls(it));
        Self { by_attestation: counting.iter().map(with_controls).collect() }
    }

    /// What the attestations say about a control and role, seen from all targets together.
    pub(crate) fn backing(&self, control_idx: usize, control: &Control, role: Role) -> Backing {
        let mut backing = Backing::default();
        if role == Role::Customer {
            return backing;
        }
        for (attestation, support, controls) in &self.by_attestation {
            if controls.get(control_idx).copied().unwrap_or_default() {
                backing.design.push(attestation.id.clone());
                if support.operation {
                    backing.operation.push(attestation.id.clone());
                }
            }
            if backing.exception.is_none() && attestation.exceptions.contains(&control.id) {
                backing.exception = Some(attestation.id.clone());
            }
        }
        backing
    }
}

fn mark_spoken_for(attestation: &Attestation, target: &TargetMap<'_>, controls: &mut [bool]) {
    let provider = Roles { customer: false, provider: true };
    for requirement in &target.requirements {
        if judged_roles(target.framework, requirement, provider).provider
            && attestation.speaks_about(target.framework, requirement)
        {
            for idx in known_controls(requirement) {
                if let Some(is_spoken_for) = controls.get_mut(idx) {
                    *is_spoken_for = true;
                }
            }
        }
    }
}
