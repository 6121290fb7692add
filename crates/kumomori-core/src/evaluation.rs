//! Everything that follows from a library, an assessment and a date.

mod answers;
mod groups;

use crate::assessment::{Assessment, Scope};
use crate::attestation::{Attestation, Refusal};
use crate::control::Control;
use crate::control_result::{Backing, ControlResult, Rules, control_result};
use crate::date::Date;
use crate::dimension::Status;
use crate::evidence::{Discount, Freshness};
use crate::figures::{GroupKey, GroupResult};
use crate::gap::{Gap, Reaches, gaps};
use crate::id::{AttestationId, ControlId, FrameworkRef};
use crate::ladder::Level;
use crate::library::Library;
use crate::requirement::{RequirementResult, RequirementStatus, lower_of, requirement_results};
use crate::risk::{RiskResult, risk_result};
use crate::role::{ByRole, Role, Roles, View};
use crate::scope_map::{Brought, Counting, TargetMap};
use crate::settings::Settings;
use crate::standing::Standings;
use crate::testimony::{Hearing, Said, TestimonyResult, Wanted, testimony_results};
use alloc::vec::Vec;
use answers::{Answers, warnings};
use groups::groups;

/// The result of an assessment on a day; what decided each part is found when it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation<'a> {
    /// The day.
    pub as_of: Date,
    /// The settings of the library.
    pub settings: &'a Settings,
    /// The level to reach.
    pub target: Level,
    /// The roles that are judged.
    pub roles: Roles,
    /// Every control of the library for every role in scope that has a duty, in the library's
    /// order, the customer first.
    pub controls: Vec<ControlResult<'a>>,
    /// Every requirement in scope, by target, in the framework's order, role by role.
    pub requirements: Vec<RequirementResult<'a>>,
    /// Figures: overall, then by target, then by domain; view by view.
    pub groups: Vec<GroupResult>,
    /// Gaps, the one most worth closing first.
    pub gaps: Vec<Gap<'a>>,
    /// Risks, in the library's order.
    pub risks: Vec<RiskResult<'a>>,
    /// What each attestation gives, in the assessment's order.
    pub attestations: Vec<AttestationResult>,
    /// What each evidence document counts for, in their order.
    pub testimonies: Vec<TestimonyResult>,
    /// What evidence is still missing, by control; empty when no checks were given.
    pub wanted: Vec<Wanted>,
    /// What was left out and why.
    pub warnings: Vec<Warning>,
}

impl<'a> Evaluation<'a> {
    /// The result of one control and role.
    pub fn control(&self, control: &ControlId, role: Role) -> Option<&ControlResult<'a>> {
        self.controls.iter().find(|it| it.control.id == *control && it.role == role)
    }

    /// The result of the control at an index of the library, for one role.
    pub fn control_at(&self, idx: usize, role: Role) -> Option<&ControlResult<'a>> {
        let place =
            self.controls.binary_search_by_key(&(idx, role), |it| (it.control_idx, it.role));
        self.controls.get(place.ok()?)
    }

    /// The results of one framework, requirement by requirement.
    pub fn results(
        &self,
        framework: &FrameworkRef,
    ) -> impl Iterator<Item = &RequirementResult<'a>> {
        self.requirements.iter().filter(|it| it.framework.id == *framework)
    }

    /// The results of one framework, each requirement in the widest view that it has.
    pub fn widest_results(&self, framework: &FrameworkRef) -> Vec<&RequirementResult<'a>> {
        let all: Vec<_> = self.results(framework).collect();
        let same = all.chunk_by(|a, b| a.requirement.id == b.requirement.id);
        same.filter_map(|it| it.iter().max_by_key(|it| it.view).copied()).collect()
    }

    /// The figures of one group and view.
    pub fn group(&self, key: &GroupKey, view: View) -> Option<&GroupResult> {
        self.groups.iter().find(|it| it.key == *key && it.view == view)
    }

    /// The widest view that the roles in scope allow.
    pub fn widest_view(&self) -> Option<View> {
        self.roles.views().last()
    }
}

/// What one attestation gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttestationResult {
    /// The attestation.
    pub attestation: AttestationId,
    /// What it supports, or why it gives nothing.
    pub outcome: Result<AttestationUse, Refusal>,
}

/// What an attestation that counts is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AttestationUse {
    /// Whether it supports operation beside design.
    pub operation: bool,
    /// Whether its framework is among the targets; otherwise it is only reusable evidence.
    pub is_target: bool,
}

/// Something in an assessment that was left out of the figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The library does not have the control.
    UnknownControl {
        /// The control.
        control: ControlId,
    },
    /// The role is not in scope.
    RoleOutOfScope {
        /// The control.
        control: ControlId,
        /// The role.
        role: Role,
    },
    /// The control asks nothing of the role.
    NoDuty {
        /// The control.
        control: ControlId,
        /// The role.
        role: Role,
    },
    /// Not applicable without a justification or a name.
    Unjustified {
        /// The control.
        control: ControlId,
        /// The role.
        role: Role,
    },
    /// An entry of evidence counts for less than its grade.
    Discounted {
        /// The control.
        control: ControlId,
        /// The role.
        role: Role,
        /// Its place in the answer, from 0.
        idx: usize,
        /// Why.
        because: Discount,
    },
    /// The answer names an attestation that the assessment does not have.
    UnknownAttestation {
        /// The control.
        control: ControlId,
        /// The role.
        role: Role,
        /// The name.
        attestation: AttestationId,
    },
    /// The library does not have the framework.
    UnknownTarget {
        /// The framework edition.
        framework: FrameworkRef,
    },
}

/// Evaluates an assessment on a day, with what evidence documents say.
///
/// Never fails: what cannot be judged is named in the warnings. The cost grows with the library
/// (controls, requirements, mapping rows), not with the length of texts.
pub fn evaluate<'a>(
    library: &'a Library,
    assessment: &Assessment,
    hearing: Hearing<'_>,
    as_of: Date,
) -> Evaluation<'a> {
    let (scope, settings) = (&assessment.scope, &library.settings);
    let (target, window, heard) = (scope.target_level, assessment.window, hearing.testimonies);
    let counting = Counting::of(library, assessment, as_of);
    let targets = targets(library, scope, &counting);
    let testimonies = testimony_results(heard, scope.roles, as_of, window, settings);
    let said = Said::of(heard, &testimonies, scope.roles, window, as_of, settings);
    let freshness = Freshness::new(as_of, settings.evidence_fresh);
    let rules = Rules { settings, window, freshness, said: &said };
    let answers = Answers::of(library, assessment);
    let controls = controls(library, scope, &targets, &counting, &answers, &rules);
    let standings = Standings::of(library.controls.len(), &controls);
    let mut reaches = Reaches::new(library.controls.len());
    let requirements = requirements(&targets, &standings, target, &mut reaches);
    Evaluation {
        as_of,
        settings,
        target,
        roles: scope.roles,
        requirements,
        groups: groups(library, scope.roles, &targets, &controls, &standings),
        gaps: gaps(&controls, target, &reaches),
        risks: library.risks.iter().map(|it| risk_result(it, &standings, target)).collect(),
        attestations: attestations(library, assessment, as_of),
        wanted: wanted(hearing, &controls),
        testimonies,
        warnings: warnings(library, assessment, &answers, &standings, freshness),
        controls,
    }
}

fn targets<'a>(library: &'a Library, scope: &Scope, counting: &Counting<'_>) -> Vec<TargetMap<'a>> {
    let duties: Vec<Roles> = library.controls.iter().map(Control::roles).collect();
    let map = |it| TargetMap::of(library, scope, it, &duties, counting);
    scope.targets.iter().filter_map(map).collect()
}

fn controls<'a>(
    library: &'a Library,
    scope: &Scope,
    targets: &[TargetMap<'_>],
    counting: &Counting<'_>,
    answers: &Answers<'_>,
    rules: &Rules<'_>,
) -> Vec<ControlResult<'a>> {
    let mut results = Vec::with_capacity(2 * library.controls.len());
    for (idx, control) in library.controls.iter().enumerate() {
        let is_called = control.calls_for.is_some_and(|flag| scope.calls_for(flag));
        let brought = targets.iter().map(|it| it.brought(idx)).fold(Brought::NOTHING, Brought::or);
        for role in control.roles().and(scope.roles).iter() {
            let is_in_scope = is_called || brought.roles.contains(role);
            let supported = brought.supported(role);
            let exception = match role {
                Role::Customer => None,
                Role::Provider => counting.exception(&control.id).cloned(),
            };
            let backing = Backing { supported, exception };
            let answer = answers.find(idx, role);
            results.push(control_result((idx, control), role, is_in_scope, backing, answer, rules));
        }
    }
    results
}

fn requirements<'a>(
    targets: &[TargetMap<'a>],
    standings: &Standings,
    target: Level,
    reaches: &mut Reaches,
) -> Vec<RequirementResult<'a>> {
    let n_asked: usize = targets.iter().map(|it| it.requirements.len()).sum();
    let mut all = Vec::with_capacity(3 * n_asked);
    for TargetMap { framework, requirements, .. } in targets {
        for asked in requirements {
            let results = requirement_results(framework, asked, standings, target);
            reaches.add(asked.requirement, judged(asked.roles, &results));
            all.extend(asked.roles.iter().map(|role| *results.get(role)));
            if asked.roles == Roles::BOTH {
                all.push(lower_of(&results.customer, &results.provider));
            }
        }
    }
    all
}

/// The statuses of a requirement for the roles for which it is judged.
fn judged(roles: Roles, results: &ByRole<RequirementResult<'_>>) -> ByRole<Option<Status>> {
    let status = |role| match results.get(role).status {
        RequirementStatus::Judged(status) if roles.contains(role) => Some(status),
        _ => None,
    };
    ByRole { customer: status(Role::Customer), provider: status(Role::Provider) }
}

fn wanted(hearing: Hearing<'_>, controls: &[ControlResult<'_>]) -> Vec<Wanted> {
    let Some(checks) = hearing.checks else { return Vec::new() };
    let in_scope = controls.iter().filter(|it| it.is_in_scope && it.is_applicable());
    in_scope.flat_map(|it| it.wanted(checks)).collect()
}

fn attestations(library: &Library, assessment: &Assessment, as_of: Date) -> Vec<AttestationResult> {
    let targets = &assessment.scope.targets;
    let judge = |it: &Attestation| AttestationResult {
        attestation: it.id.clone(),
        outcome: it.support(as_of, &library.settings).map(|support| AttestationUse {
            operation: support.operation,
            is_target: targets.iter().any(|target| target.framework == it.framework),
        }),
    };
    assessment.attestations.iter().map(judge).collect()
}
