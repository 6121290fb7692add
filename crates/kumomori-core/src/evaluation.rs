//! Everything that follows from a library, an assessment and a date.

use crate::assessment::{Answer, Applicability, Assessment};
use crate::attestation::Refusal;
use crate::control_result::{ControlResult, control_result};
use crate::date::Date;
use crate::dimension::{Dimension, Reading};
use crate::evidence::Discount;
use crate::figures::{GroupKey, GroupResult, Member, Share, figures, is_thin};
use crate::gap::{Gap, Reaches, gap, sort};
use crate::id::{AttestationId, ControlId, FrameworkRef};
use crate::ladder::Level;
use crate::library::Library;
use crate::order::{sort_by, sort_by_key};
use crate::requirement::{RequirementResult, RequirementStatus, lower_of, requirement_result};
use crate::risk::{RiskResult, risk_result};
use crate::role::{Role, Roles, View};
use crate::scope_map::{
    Counting, Spoken, Supported, TargetMap, counting, judged_roles, supported, target_map,
};
use crate::testimony::{Hearing, Said, TestimonyResult, Wanted, testimony_results};
use alloc::vec;
use alloc::vec::Vec;

/// The result of an assessment on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The day.
    pub as_of: Date,
    /// The level to reach.
    pub target: Level,
    /// The roles that are judged.
    pub roles: Roles,
    /// Every control of the library for every role in scope that has a duty, in the library's
    /// order, the customer first.
    pub controls: Vec<ControlResult>,
    /// Every requirement in scope, by target, in the framework's order, role by role.
    pub requirements: Vec<RequirementResult>,
    /// Figures: overall, then by target, then by domain; view by view.
    pub groups: Vec<GroupResult>,
    /// Gaps, the one most worth closing first.
    pub gaps: Vec<Gap>,
    /// Risks, in the library's order.
    pub risks: Vec<RiskResult>,
    /// What each attestation gives, in the assessment's order.
    pub attestations: Vec<AttestationResult>,
    /// What each evidence document counts for, in their order.
    pub testimonies: Vec<TestimonyResult>,
    /// What evidence is still missing, by control; empty when no checks were given.
    pub wanted: Vec<Wanted>,
    /// What was left out and why.
    pub warnings: Vec<Warning>,
}

impl Evaluation {
    /// The result of one control and role.
    pub fn control(&self, control: &ControlId, role: Role) -> Option<&ControlResult> {
        self.controls.iter().find(|it| it.control == *control && it.role == role)
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
pub fn evaluate(
    library: &Library,
    assessment: &Assessment,
    hearing: Hearing<'_>,
    as_of: Date,
) -> Evaluation {
    let counting = counting(library, assessment, as_of);
    let scope = &assessment.scope;
    let targets: Vec<TargetMap<'_>> = scope
        .targets
        .iter()
        .filter_map(|target| target_map(library, assessment, target, &counting))
        .collect();
    let (heard, window) = (hearing.testimonies, assessment.window);
    let testimonies = testimony_results(heard, scope.roles, as_of, window, &library.settings);
    let said = Said::of(heard, &testimonies, scope.roles, window, as_of, &library.settings);
    let results = Results::of(library, assessment, as_of, &targets, &counting, &said);
    let mut reaches = Reaches::new(library.controls.len());
    let requirements =
        requirements(library, assessment, &targets, &counting, &results, &mut reaches);
    let gaps = gaps(library, scope.target_level, &results, &reaches);
    Evaluation {
        as_of,
        target: scope.target_level,
        roles: scope.roles,
        groups: groups(library, scope.roles, &targets, &results),
        gaps,
        risks: risks(library, scope.target_level, &results),
        attestations: attestations(library, assessment, as_of),
        wanted: wanted(hearing, &results),
        testimonies,
        warnings: warnings(library, assessment, &results),
        requirements,
        controls: results.all,
    }
}

/// Results with their places by control index and role.
struct Results {
    all: Vec<ControlResult>,
    places: Vec<[Option<usize>; 2]>,
}

impl Results {
    fn of(
        library: &Library,
        assessment: &Assessment,
        as_of: Date,
        targets: &[TargetMap<'_>],
        counting: &Counting<'_>,
        said: &Said<'_>,
    ) -> Self {
        let n_controls = library.controls.len();
        let mut results = Self {
            all: Vec::with_capacity(2 * n_controls),
            places: Vec::with_capacity(n_controls),
        };
        let spoken = Spoken::of(library, targets, counting);
        let answers = answers(library, assessment);
        for (idx, control) in library.controls.iter().enumerate() {
            let mut places = [None; 2];
            for role in control.roles().and(assessment.scope.roles).iter() {
                let is_called =
                    control.calls_for.is_some_and(|flag| assessment.scope.calls_for(flag));
                let brings = |it: &TargetMap<'_>| {
                    it.roles.get(idx).is_some_and(|roles| roles.contains(role))
                };
                let is_in_scope = is_called || targets.iter().any(brings);
                let backing = spoken.backing(idx, control, role);
                let answer = answers.get(idx).and_then(|[customer, provider]| match role {
                    Role::Customer => *customer,
                    Role::Provider => *provider,
                });
                let is_key = library.is_key(control);
                let case = (answer, assessment.window, as_of, &library.settings);
                let result =
                    control_result((idx, control), role, is_key, is_in_scope, backing, said, case);
                let [customer, provider] = &mut places;
                let place = if role == Role::Customer { customer } else { provider };
                *place = Some(results.all.len());
                results.all.push(result);
            }
            results.places.push(places);
        }
        results
    }

    fn find(&self, control_idx: usize, role: Role) -> Option<&ControlResult> {
        let [customer, provider] = *self.places.get(control_idx)?;
        self.all.get(if role == Role::Customer { customer? } else { provider? })
    }
}

/// The answers by control index, the customer's first; the first of several counts.
fn answers<'a>(library: &Library, assessment: &'a Assessment) -> Vec<[Option<&'a Answer>; 2]> {
    let mut answers = vec![[None; 2]; library.controls.len()];
    let mut last = 0;
    for answer in &assessment.answers {
        let idx = library.control_idx_near(&answer.control, last);
        last = idx.unwrap_or(last);
        if let Some([customer, provider]) = idx.and_then(|idx| answers.get_mut(idx)) {
            let place = if answer.role == Role::Customer { customer } else { provider };
            place.get_or_insert(answer);
        }
    }
    answers
}

fn requirements(
    library: &Library,
    assessment: &Assessment,
    targets: &[TargetMap<'_>],
    counting: &Counting<'_>,
    results: &Results,
    reaches: &mut Reaches,
) -> Vec<RequirementResult> {
    let mut all = Vec::new();
    let measure = (assessment.scope.target_level, &library.settings);
    for target in targets {
        for requirement in &target.requirements {
            let backed = supported(target.framework, requirement, counting);
            let roles = judged_roles(target.framework, requirement, assessment.scope.roles);
            let start = all.len();
            for role in roles.iter() {
                let find = |idx| results.find(idx, role);
                let framework = target.framework;
                let result =
                    requirement_result(framework, requirement, role, backed, find, measure);
                if let RequirementStatus::Judged(status) = result.status {
                    reaches.add(requirement, role, status);
                }
                all.push(result);
            }
            if let Some([customer, provider]) = all.get(start..) {
                let both = lower_of(customer, provider);
                all.push(both);
            }
        }
    }
    all
}

fn groups(
    library: &Library,
    roles: Roles,
    targets: &[TargetMap<'_>],
    results: &Results,
) -> Vec<GroupResult> {
    let seen: Vec<Seen<'_>> = results
        .all
        .iter()
        .filter(|it| it.is_in_scope)
        .map(|it| Seen::new(library, it, it.design.reading, it.operation.reading))
        .collect();
    let mut groups = Vec::new();
    for view in roles.views() {
        groups.push(group_result(library, GroupKey::Overall, view, seen.iter()));
    }
    for target in targets {
        let seen: Vec<Seen<'_>> =
            results.all.iter().filter_map(|it| Seen::in_target(it, target, library)).collect();
        for view in roles.views() {
            let key = GroupKey::Framework(target.framework.id.clone());
            groups.push(group_result(library, key, view, seen.iter()));
        }
    }
    let places = domain_places(library);
    for (idx, domain) in library.domains.iter().enumerate() {
        let is_here = |it: &&Seen<'_>| places.get(it.result.control_idx) == Some(&idx);
        let seen: Vec<&Seen<'_>> = seen.iter().filter(is_here).collect();
        for view in roles.views() {
            let key = GroupKey::Domain(domain.id.clone());
            groups.push(group_result(library, key, view, seen.iter().copied()));
        }
    }
    groups
}

/// The place of each control's domain; beyond the last one where the library does not have it.
fn domain_places(library: &Library) -> Vec<usize> {
    let place = |control: &crate::control::Control| {
        let found = library.domains.iter().position(|it| it.id == control.domain);
        found.unwrap_or(library.domains.len())
    };
    library.controls.iter().map(place).collect()
}

/// A result as seen from one place, in both dimensions.
struct Seen<'a> {
    result: &'a ControlResult,
    design: Member<'a>,
    operation: Member<'a>,
}

impl<'a> Seen<'a> {
    fn new(
        library: &Library,
        result: &'a ControlResult,
        design: Reading,
        operation: Reading,
    ) -> Self {
        let effort = effort(library, result);
        let member = |dimension, reading| {
            let part = result.dimension(dimension);
            Member {
                control: &result.control,
                role: result.role,
                weight: u32::from(result.weight),
                effort,
                is_key: result.is_key,
                is_answered: part.is_answered,
                is_strong: part.strength.is_strong,
                reading,
            }
        };
        Self {
            result,
            design: member(Dimension::Design, design),
            operation: member(Dimension::Operation, design.min(operation)),
        }
    }

    fn in_target(
        result: &'a ControlResult,
        target: &TargetMap<'_>,
        library: &Library,
    ) -> Option<Self> {
        target.roles.get(result.control_idx).filter(|roles| roles.contains(result.role))?;
        let provider = result.role == Role::Provider;
        let backed: Supported = target
            .support
            .get(result.control_idx)
            .copied()
            .filter(|_| provider)
            .unwrap_or_default();
        let design = result.design.reading_with(backed.design, &library.settings);
        let operation = result.operation.reading_with(backed.operation, &library.settings);
        Some(Self::new(library, result, design, operation))
    }
}

fn group_result<'a>(
    library: &Library,
    key: GroupKey,
    view: View,
    seen: impl Iterator<Item = &'a Seen<'a>>,
) -> GroupResult {
    let expected = seen.size_hint().1.unwrap_or_default();
    let (mut design, mut operation) = (Vec::with_capacity(expected), Vec::with_capacity(expected));
    let mut not_applicable = Share { part: 0, of: 0 };
    for it in seen.filter(|it| view.includes(it.result.role)) {
        not_applicable.of += it.design.weight;
        if it.result.is_applicable() {
            design.push(it.design);
            operation.push(it.operation);
        } else {
            not_applicable.part += it.design.weight;
        }
    }
    GroupResult {
        key,
        view,
        design: figures(&design, &library.settings),
        operation: figures(&operation, &library.settings),
        is_thin: is_thin(not_applicable, &library.settings),
        not_applicable,
    }
}

fn effort(library: &Library, result: &ControlResult) -> u8 {
    library.controls.get(result.control_idx).map_or(1, |it| it.effort)
}

fn gaps(library: &Library, target: Level, results: &Results, reaches: &Reaches) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for result in results.all.iter().filter(|it| it.is_in_scope && it.is_applicable()) {
        for dimension in Dimension::ALL {
            let reach = |reading: Reading| {
                reaches.of(result.control_idx, result.role, dimension, reading.status(target))
            };
            gaps.extend(gap(result, dimension, effort(library, result), target, reach));
        }
    }
    sort(&mut gaps);
    gaps
}

fn risks(library: &Library, target: Level, results: &Results) -> Vec<RiskResult> {
    let judge = |risk: &crate::risk::Risk| {
        let (mut found, mut planned) = (Vec::new(), Vec::new());
        for id in &risk.controls {
            match library.control_idx(id) {
                Some(idx) => {
                    found.extend(Role::ALL.into_iter().filter_map(|role| results.find(idx, role)));
                }
                None => planned.push(id.clone()),
            }
        }
        risk_result(risk, &found, planned, target)
    };
    library.risks.iter().map(judge).collect()
}

fn wanted(hearing: Hearing<'_>, results: &Results) -> Vec<Wanted> {
    let Some(checks) = hearing.checks else { return Vec::new() };
    let in_scope = results.all.iter().filter(|it| it.is_in_scope && it.is_applicable());
    in_scope.flat_map(|it| it.wanted(checks)).collect()
}

fn attestations(library: &Library, assessment: &Assessment, as_of: Date) -> Vec<AttestationResult> {
    let targets = &assessment.scope.targets;
    let judge = |it: &crate::attestation::Attestation| AttestationResult {
        attestation: it.id.clone(),
        outcome: it.support(as_of, &library.settings).map(|support| AttestationUse {
            operation: support.operation,
            is_target: targets.iter().any(|target| target.framework == it.framework),
        }),
    };
    assessment.attestations.iter().map(judge).collect()
}

fn warnings(library: &Library, assessment: &Assessment, results: &Results) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for target in &assessment.scope.targets {
        if library.framework(&target.framework).is_none() {
            warnings.push(Warning::UnknownTarget { framework: target.framework.clone() });
        }
    }
    let mut answers: Vec<&Answer> = assessment.answers.iter().collect();
    if !answers.is_sorted_by_key(|it| (&it.control, it.role)) {
        sort_by(&mut answers, |a, b| (&a.control, a.role).cmp(&(&b.control, b.role)));
    }
    let mut last = 0;
    for answer in answers {
        let (control, role) = (&answer.control, answer.role);
        let Some(idx) = library.control_idx_near(control, last) else {
            warnings.push(Warning::UnknownControl { control: control.clone() });
            continue;
        };
        last = idx;
        match results.find(idx, role) {
            Some(result) => warnings.extend(answer_warnings(assessment, answer, result)),
            None if assessment.scope.roles.contains(role) => {
                warnings.push(Warning::NoDuty { control: control.clone(), role });
            }
            None => warnings.push(Warning::RoleOutOfScope { control: control.clone(), role }),
        }
    }
    warnings
}

fn answer_warnings(
    assessment: &Assessment,
    answer: &Answer,
    result: &ControlResult,
) -> Vec<Warning> {
    let (control, role) = (&answer.control, answer.role);
    let mut warnings = Vec::new();
    if let Applicability::NotApplicable(exclusion) = &answer.applicability
        && !exclusion.is_complete()
    {
        warnings.push(Warning::Unjustified { control: control.clone(), role });
    }
    let mut uses: Vec<_> =
        result.design.strength.uses.iter().chain(&result.operation.strength.uses).collect();
    sort_by_key(&mut uses, |it| it.idx);
    uses.dedup();
    for it in uses {
        if let Some(because) = it.because {
            let control = control.clone();
            warnings.push(Warning::Discounted { control, role, idx: it.idx, because });
        }
    }
    if let Some(attestation) = &answer.inherited_from
        && !assessment.attestations.iter().any(|it| it.id == *attestation)
    {
        let (control, attestation) = (control.clone(), attestation.clone());
        warnings.push(Warning::UnknownAttestation { control, role, attestation });
    }
    warnings
}
