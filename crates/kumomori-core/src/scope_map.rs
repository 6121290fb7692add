//! Which controls a scope brings in, and which of them attestations support there.

use crate::assessment::{Assessment, Scope, Target};
use crate::attestation::{Attestation, Support, Supported};
use crate::date::Date;
use crate::framework::{Addressing, Framework, Requirement};
use crate::id::{AttestationId, ControlId};
use crate::library::Library;
use crate::role::{Role, Roles};
use alloc::vec;
use alloc::vec::Vec;

/// The attestations that count on a day, with what they support.
#[derive(Debug)]
pub(crate) struct Counting<'a>(Vec<(&'a Attestation, Support)>);

impl<'a> Counting<'a> {
    /// The attestations of an assessment that count.
    pub(crate) fn of(library: &Library, assessment: &'a Assessment, as_of: Date) -> Self {
        let support = |it: &Attestation| it.support(as_of, &library.settings).ok();
        Self(assessment.attestations.iter().filter_map(|it| Some((it, support(it)?))).collect())
    }

    /// Those about a framework.
    fn about(&self, framework: &Framework) -> Self {
        Self(self.0.iter().filter(|(it, _)| it.framework == framework.id).copied().collect())
    }

    /// What they support of one requirement.
    fn supported(&self, framework: &Framework, requirement: &Requirement) -> Supported {
        let mut supported = Supported::NOTHING;
        for (attestation, support) in &self.0 {
            if attestation.speaks_about(framework, requirement) {
                supported.design = true;
                supported.operation |= support.operation;
            }
        }
        supported
    }

    /// The first that notes an exception for a control.
    pub(crate) fn exception(&self, control: &ControlId) -> Option<&'a AttestationId> {
        let found = self.0.iter().find(|(it, _)| it.exceptions.contains(control));
        found.map(|(it, _)| &it.id)
    }
}

/// One target with its framework and what it brings in.
#[derive(Debug)]
pub(crate) struct TargetMap<'a> {
    /// The framework.
    pub(crate) framework: &'a Framework,
    /// Its requirements in scope.
    pub(crate) requirements: Vec<Asked<'a>>,
    // By control index.
    controls: Vec<Brought>,
}

/// A requirement in scope.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// The requirement.
    pub(crate) requirement: &'a Requirement,
    /// The roles for which it is judged.
    pub(crate) roles: Roles,
    /// What attestations support of it, for the provider.
    pub(crate) supported: Supported,
}

/// What a target brings in of one control.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Brought {
    /// The roles.
    pub(crate) roles: Roles,
    supported: Supported,
}

impl Brought {
    /// Nothing.
    pub(crate) const NOTHING: Self = Self { roles: Roles::NONE, supported: Supported::NOTHING };

    /// With what another target brings in.
    pub(crate) fn or(self, other: Self) -> Self {
        Self { roles: self.roles.or(other.roles), supported: self.supported.or(other.supported) }
    }

    /// What attestations support for a role.
    pub(crate) fn supported(self, role: Role) -> Supported {
        self.supported.for_role(role)
    }
}

impl<'a> TargetMap<'a> {
    /// What a target asks and brings in, with the roles that have a duty by control index; `None`
    /// when the library does not have its framework.
    pub(crate) fn of(
        library: &'a Library,
        scope: &Scope,
        target: &Target,
        duties: &[Roles],
        counting: &Counting<'_>,
    ) -> Option<Self> {
        let framework = library.framework(&target.framework)?;
        let counting = counting.about(framework);
        let ask = |requirement| Asked {
            requirement,
            roles: judged_roles(framework, requirement, scope.roles),
            supported: counting.supported(framework, requirement),
        };
        let in_scope = framework
            .requirements
            .iter()
            .filter(|it| framework.is_in_scope(it, &target.categories));
        let mut requirements = Vec::with_capacity(framework.requirements.len());
        requirements.extend(in_scope.map(ask));
        let controls = brought(&requirements, duties);
        Some(Self { framework, requirements, controls })
    }

    /// What it brings in of the control at an index.
    pub(crate) fn brought(&self, control_idx: usize) -> Brought {
        self.controls.get(control_idx).copied().unwrap_or(Brought::NOTHING)
    }
}

/// What requirements bring in, by control index.
fn brought(requirements: &[Asked<'_>], duties: &[Roles]) -> Vec<Brought> {
    let mut controls = vec![Brought::NOTHING; duties.len()];
    for Asked { requirement, roles, supported } in requirements {
        for idx in requirement.known_controls() {
            let Some((brought, duties)) = controls.get_mut(idx).zip(duties.get(idx)) else {
                continue;
            };
            brought.roles = brought.roles.or(roles.and(*duties));
            if roles.provider {
                brought.supported = brought.supported.or(*supported);
            }
        }
    }
    controls
}

/// The roles for which a requirement is judged.
fn judged_roles(framework: &Framework, requirement: &Requirement, scope: Roles) -> Roles {
    match framework.addressing {
        Addressing::Each => requirement.addresses().and(scope),
        Addressing::Provider => Roles { customer: false, provider: true }.and(scope),
    }
}
