//! The controls behind the figures of a group.

use crate::names::Names;
use kumomori_core::assessment::Assessment;
use kumomori_core::control_result::{ControlResult, DimensionResult};
use kumomori_core::dimension::{Dimension, Reading};
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::GroupKey;
use kumomori_core::framework::RowControl;
use kumomori_core::id::{AttestationId, FrameworkRef};
use kumomori_core::role::View;

/// One control and role in a group, seen in one dimension; operation is assured operation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member<'a> {
    pub(super) result: &'a ControlResult,
    pub(super) dimension: Dimension,
    pub(super) reading: Reading,
}

impl Member<'_> {
    pub(super) fn part(&self) -> &DimensionResult {
        self.result.dimension(self.dimension)
    }
}

/// The controls and roles of a group, those that do not apply included.
pub(super) fn results<'a>(
    names: &Names<'_>,
    evaluation: &'a Evaluation,
    key: &GroupKey,
    view: View,
) -> Vec<&'a ControlResult> {
    let of_view = evaluation.controls.iter().filter(|it| view.includes(it.role));
    match key {
        GroupKey::Overall => of_view.filter(|it| it.is_in_scope).collect(),
        GroupKey::Domain(id) => of_view.filter(|it| it.is_in_scope && it.domain == *id).collect(),
        GroupKey::Framework(id) => {
            of_view.filter(|it| is_named_by(names, evaluation, id, it)).collect()
        }
    }
}

/// Whether a whole or part row of a requirement in scope, judged for the role, names a control.
fn is_named_by(
    names: &Names<'_>,
    evaluation: &Evaluation,
    framework: &FrameworkRef,
    control: &ControlResult,
) -> bool {
    let known = RowControl::Known(control.control_idx);
    evaluation
        .requirements
        .iter()
        .filter(|it| it.framework == *framework && it.view == View::of(control.role))
        .filter_map(|it| names.find_requirement(framework, &it.requirement))
        .any(|it| it.answering_rows().any(|row| row.control == known))
}

/// The applicable controls of a group with their levels as seen from it.
pub(super) fn members<'a>(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &'a Evaluation,
    (key, view): (&GroupKey, View),
    dimension: Dimension,
) -> Vec<Member<'a>> {
    let counts = |id: &AttestationId| match key {
        GroupKey::Overall | GroupKey::Domain(_) => true,
        GroupKey::Framework(framework) => {
            assessment.attestations.iter().any(|it| it.id == *id && it.framework == *framework)
        }
    };
    results(names, evaluation, key, view)
        .into_iter()
        .filter(|it| it.is_applicable())
        .map(|result| Member { result, dimension, reading: seen(result, dimension, counts) })
        .collect()
}

/// The levels of a control where only the attestations count for which `counts` holds.
pub(super) fn seen(
    result: &ControlResult,
    dimension: Dimension,
    counts: impl Fn(&AttestationId) -> bool,
) -> Reading {
    let of = |part: &DimensionResult| {
        let is_supported = part.supported_by.iter().any(&counts);
        if is_supported { part.reading } else { without_attestations(part) }
    };
    match dimension {
        Dimension::Design => of(&result.design),
        Dimension::Operation => of(&result.design).min(of(&result.operation)),
    }
}

/// The low reading is what remains without attestations, so confirmed falls back to it.
fn without_attestations(part: &DimensionResult) -> Reading {
    let Reading { low, .. } = part.reading;
    Reading { confirmed: low, claimed: part.ladder.low(), ..part.reading }
}
