//! Changes to an assessment, as functions over plain data.

use kumomori_core::assessment::{
    Answer, Applicability, Assessment, DataClass, Scope, ServiceModel, Subject, SubjectKind, Target,
};
use kumomori_core::attestation::{Attestation, AttestationKind, AttestationState};
use kumomori_core::date::Date;
use kumomori_core::dimension::Dimension;
use kumomori_core::framework::Standing;
use kumomori_core::id::{
    AssessmentId, AttestationId, CategoryId, ControlId, FrameworkRef, QuestionId,
};
use kumomori_core::ladder::{Ladder, Level, Rung};
use kumomori_core::library::Library;
use kumomori_core::role::{Role, Roles};
use kumomori_core::selection::{Choice, Selection};
use kumomori_wire::assessment::limit;

/// An assessment of a service in both roles against every edition of the library that is in force.
///
/// `moment`, milliseconds of the day, tells it apart from others that were begun on the same day.
pub(crate) fn new_assessment(library: &Library, today: Date, moment: u32) -> Option<Assessment> {
    let id: AssessmentId = format!("assessment-{today}-{moment}").parse().ok()?;
    let in_force = library.frameworks.iter().filter(|it| it.standing == Standing::InForce);
    let targets = in_force.map(|it| target(library, &it.id)).collect();
    Some(Assessment {
        id,
        title: String::new(),
        subject: Subject { kind: SubjectKind::Service, name: String::new() },
        library: None,
        scope: Scope {
            roles: Roles::BOTH,
            service_models: vec![ServiceModel::Saas],
            uses_ai: false,
            personal_data: false,
            data_classes: vec![DataClass::Internal],
            targets,
            target_level: Level::new(3).unwrap_or(Level::ONE),
        },
        window: None,
        answers: Vec::new(),
        attestations: Vec::new(),
        migrations: Vec::new(),
    })
}

/// A target with the categories that are always in.
fn target(library: &Library, framework: &FrameworkRef) -> Target {
    let categories = library.framework(framework).map(|it| it.categories.as_slice());
    let always = categories.unwrap_or_default().iter().filter(|it| it.is_always_in);
    Target { framework: framework.clone(), categories: always.map(|it| it.id.clone()).collect() }
}

/// Changes the answer about a control for a role; an answer that says nothing is dropped.
pub(crate) fn answer(
    assessment: &mut Assessment,
    control: &ControlId,
    role: Role,
    change: impl FnOnce(&mut Answer),
) {
    let is_it = |it: &Answer| it.control == *control && it.role == role;
    let blank = Answer::blank(control.clone(), role);
    let place = assessment.answers.iter().position(is_it);
    let mut answer = match place {
        Some(idx) => assessment.answers.swap_remove(idx),
        None => blank.clone(),
    };
    change(&mut answer);
    if answer != blank {
        assessment.answers.push(answer);
    }
}

/// Where evidence is kept with the name and the SHA-256 of its file, in the place of what was said of a
/// file before.
pub(crate) fn identified(location: Option<&str>, name: &str, sha256: &str) -> String {
    let of_file = format!("{name} sha256:{sha256}");
    let parts = location.unwrap_or_default().split("; ");
    let rest: Vec<&str> = parts.filter(|it| !it.is_empty() && !it.contains("sha256:")).collect();
    let room = limit::LOCATION.saturating_sub(of_file.chars().count() + 2);
    let rest: String = rest.join("; ").chars().take(room).collect();
    if rest.is_empty() { of_file } else { format!("{rest}; {of_file}") }
}

/// Replaces the rungs of one dimension.
pub(crate) fn set_ladder(answer: &mut Answer, dimension: Dimension, ladder: Ladder) {
    match dimension {
        Dimension::Design => answer.design = ladder,
        Dimension::Operation => answer.operation = ladder,
    }
}

/// Those of some answers that a ladder for one dimension would change: all that differ, or only
/// those in which nothing is answered yet. Those that do not apply stay as they are.
pub(crate) fn changing(
    assessment: &Assessment,
    all: &[(ControlId, Role)],
    dimension: Dimension,
    ladder: Ladder,
    only_open: bool,
) -> Vec<(ControlId, Role)> {
    let changes = |(control, role): &&(ControlId, Role)| {
        let answer = assessment.answer(control, *role);
        let applies = answer.is_none_or(|it| it.applicability == Applicability::Applicable);
        let now = answer.map_or(Ladder::UNKNOWN, |it| it.ladder(dimension));
        applies && now != ladder && !(only_open && now.is_answered())
    };
    all.iter().filter(changes).cloned().collect()
}

/// Replaces one rung, 1 to 5, of one dimension.
pub(crate) fn set_rung(answer: &mut Answer, dimension: Dimension, rung: u8, value: Rung) {
    let mut ladder = answer.ladder(dimension);
    if let Some(place) = ladder.0.get_mut(usize::from(rung).wrapping_sub(1)) {
        *place = value;
    }
    set_ladder(answer, dimension, ladder);
}

/// Adds or removes a value, keeping the order of `all`.
pub(crate) fn toggle<T: Copy + PartialEq>(chosen: &mut Vec<T>, all: &[T], value: T, is_in: bool) {
    let keeps = |it: &T| if *it == value { is_in } else { chosen.contains(it) };
    *chosen = all.iter().copied().filter(keeps).collect();
}

/// Adds or removes a target, keeping the order of the library.
pub(crate) fn toggle_target(
    scope: &mut Scope,
    library: &Library,
    framework: &FrameworkRef,
    is_in: bool,
) {
    let present = std::mem::take(&mut scope.targets);
    let find = |id: &FrameworkRef| present.iter().find(|it| it.framework == *id).cloned();
    let kept = library.frameworks.iter().filter_map(|it| match (it.id == *framework, is_in) {
        (true, true) => find(&it.id).or_else(|| Some(target(library, &it.id))),
        (true, false) => None,
        (false, _) => find(&it.id),
    });
    scope.targets = kept.collect();
}

/// Adds or removes a category, keeping the order of the framework.
pub(crate) fn toggle_category(
    chosen: &mut Vec<CategoryId>,
    library: &Library,
    framework: &FrameworkRef,
    (category, is_in): (&CategoryId, bool),
) {
    let all = library.framework(framework).map(|it| it.categories.as_slice()).unwrap_or_default();
    let keeps = |it: &&CategoryId| if *it == category { is_in } else { chosen.contains(it) };
    *chosen = all.iter().map(|it| &it.id).filter(keeps).cloned().collect();
}

/// What the rules of the selection guide propose for some answers, each once.
pub(crate) fn chosen(selection: &Selection, yes: &[QuestionId]) -> Vec<Choice> {
    let mut chosen = Vec::new();
    for choice in selection.holding(yes).flat_map(|it| &it.choose) {
        if !chosen.contains(choice) {
            chosen.push(choice.clone());
        }
    }
    chosen
}

/// Makes what the selection guide proposes the targets, and notes what the answers say beside.
pub(crate) fn take_selection(assessment: &mut Assessment, library: &Library, yes: &[QuestionId]) {
    let scope = &mut assessment.scope;
    scope.targets.clear();
    for choice in chosen(&library.selection, yes) {
        toggle_target(scope, library, &choice.framework, true);
        let target = scope.targets.iter_mut().find(|it| it.framework == choice.framework);
        if let (Some(target), Some(category)) = (target, &choice.category) {
            let of = &choice.framework;
            toggle_category(&mut target.categories, library, of, (category, true));
        }
    }
    let is_yes = |id: &str| yes.iter().any(|it| it.as_str() == id);
    scope.uses_ai |= is_yes(USES_AI);
    scope.personal_data |= is_yes(PERSONAL_DATA);
    if is_yes(CONFIDENTIAL) {
        toggle(&mut scope.data_classes, &DataClass::ALL, DataClass::Confidential, true);
    }
}

// Questions of policies/selection.yaml that also say what the scope has.
const USES_AI: &str = "uses-ai";
const PERSONAL_DATA: &str = "handles-personal-data";
const CONFIDENTIAL: &str = "holds-confidential-data";

/// Adds an attestation about the first framework of the library, named `a1`, `a2`, ….
pub(crate) fn add_attestation(assessment: &mut Assessment, library: &Library) {
    let taken = |id: &AttestationId| assessment.attestations.iter().any(|it| it.id == *id);
    let id = (1..).find_map(|n| format!("a{n}").parse().ok().filter(|id| !taken(id)));
    let framework = library.frameworks.first().map(|it| it.id.clone());
    let (Some(id), Some(framework)) = (id, framework) else { return };
    assessment.attestations.push(Attestation {
        id,
        kind: AttestationKind::IsoCertificate,
        framework,
        state: AttestationState::Planned,
        issuer: String::new(),
        names_service: false,
        from: None,
        to: None,
        expected: None,
        categories: Vec::new(),
        exceptions: Vec::new(),
    });
}

/// Removes an attestation and every reliance on it.
pub(crate) fn remove_attestation(assessment: &mut Assessment, id: &AttestationId) {
    assessment.attestations.retain(|it| it.id != *id);
    for answer in &mut assessment.answers {
        if answer.inherited_from.as_ref() == Some(id) {
            answer.inherited_from = None;
        }
    }
}

#[cfg(test)]
mod tests;
