//! Answers by control and role, and what was left out of them.

use super::Warning;
use crate::assessment::{Answer, Applicability, Assessment};
use crate::dimension::Aspects;
use crate::evidence::{Freshness, uses};
use crate::library::Library;
use crate::order::sort_by;
use crate::role::{ByRole, Role};
use crate::standing::Standings;
use alloc::vec;
use alloc::vec::Vec;

/// The answers with the indices of their controls.
#[derive(Debug)]
pub(super) struct Answers<'a> {
    // By control and role.
    ordered: Vec<(&'a Answer, Option<usize>)>,
    // By control index; the first of several counts.
    counted: Vec<ByRole<Option<&'a Answer>>>,
}

impl<'a> Answers<'a> {
    pub(super) fn of(library: &Library, assessment: &'a Assessment) -> Self {
        let mut ordered = Vec::with_capacity(assessment.answers.len());
        let mut counted = vec![ByRole::<Option<&Answer>>::default(); library.controls.len()];
        let mut last = 0;
        for answer in &assessment.answers {
            let idx = library.control_idx_near(&answer.control, last);
            last = idx.unwrap_or(last);
            if let Some(place) = idx.and_then(|idx| counted.get_mut(idx)) {
                place.get_mut(answer.role).get_or_insert(answer);
            }
            ordered.push((answer, idx));
        }
        if !ordered.is_sorted_by_key(|(it, _)| (&it.control, it.role)) {
            sort_by(&mut ordered, |(a, _), (b, _)| (&a.control, a.role).cmp(&(&b.control, b.role)));
        }
        Self { ordered, counted }
    }

    pub(super) fn find(&self, control_idx: usize, role: Role) -> Option<&'a Answer> {
        *self.counted.get(control_idx)?.get(role)
    }
}

/// What was left out of the figures and why: targets, then answers by control and role.
pub(super) fn warnings(
    library: &Library,
    assessment: &Assessment,
    answers: &Answers<'_>,
    standings: &Standings,
    freshness: Freshness,
) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for target in &assessment.scope.targets {
        if library.framework(&target.framework).is_none() {
            warnings.push(Warning::UnknownTarget { framework: target.framework.clone() });
        }
    }
    for &(answer, idx) in &answers.ordered {
        let (control, role) = (&answer.control, answer.role);
        let Some(idx) = idx else {
            warnings.push(Warning::UnknownControl { control: control.clone() });
            continue;
        };
        if standings.find(idx, role).is_some() {
            let counted = answers.find(idx, role).unwrap_or(answer);
            of_answer(assessment, answer, counted, freshness, &mut warnings);
        } else if assessment.scope.roles.contains(role) {
            warnings.push(Warning::NoDuty { control: control.clone(), role });
        } else {
            warnings.push(Warning::RoleOutOfScope { control: control.clone(), role });
        }
    }
    warnings
}

fn of_answer(
    assessment: &Assessment,
    answer: &Answer,
    counted: &Answer,
    freshness: Freshness,
    warnings: &mut Vec<Warning>,
) {
    let (control, role) = (&answer.control, answer.role);
    if let Applicability::NotApplicable(exclusion) = &answer.applicability
        && !exclusion.is_complete()
    {
        warnings.push(Warning::Unjustified { control: control.clone(), role });
    }
    if counted.applicability == Applicability::Applicable {
        for it in uses(&counted.evidence, Aspects::BOTH, freshness) {
            warnings.extend(it.because.map(|because| {
                let control = control.clone();
                Warning::Discounted { control, role, idx: it.idx, because }
            }));
        }
    }
    if let Some(attestation) = &answer.inherited_from
        && !assessment.attestations.iter().any(|it| it.id == *attestation)
    {
        let (control, attestation) = (control.clone(), attestation.clone());
        warnings.push(Warning::UnknownAttestation { control, role, attestation });
    }
}
