//! The canonical text of an assessment.

use super::shape::FORMAT;
use crate::json::Node;
use crate::word::Worded;
use crate::write::{bool, list, number, object, object_of_some, or_null, text, texts, to_text};
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::assessment::{
    Answer, Applicability, Assessment, Evidence, LibraryStamp, Migrated, Sample, Scope, Target,
};
use kumomori_core::attestation::Attestation;
use kumomori_core::dimension::{Aspects, Dimension};
use kumomori_core::ladder::Ladder;
use kumomori_core::order::sort_by;
use kumomori_core::role::Roles;

/// The file of an assessment: fixed key order, answers by control id and role, nothing dropped.
pub fn assessment_text(assessment: &Assessment) -> String {
    let mut answers: Vec<&Answer> = assessment.answers.iter().collect();
    sort_by(&mut answers, |a, b| (&a.control, a.role).cmp(&(&b.control, b.role)));
    let subject = &assessment.subject;
    let window =
        assessment.window.map(|it| object([("from", text(&it.from)), ("to", text(&it.to))]));
    let migrations = assessment.migrations.iter().map(migrated);
    let migrations = (!assessment.migrations.is_empty()).then(|| list(migrations));
    to_text(&object_of_some([
        ("format", Some(text(FORMAT))),
        ("id", Some(text(&assessment.id))),
        ("title", Some(text(&assessment.title))),
        (
            "subject",
            Some(object([("kind", text(subject.kind.word())), ("name", text(&subject.name))])),
        ),
        ("library", assessment.library.as_ref().map(stamp)),
        ("scope", Some(scope(&assessment.scope))),
        ("window", window),
        ("answers", Some(list(answers.into_iter().map(answer)))),
        ("attestations", Some(list(assessment.attestations.iter().map(attestation)))),
        ("migrations", migrations),
    ]))
}

/// The library stamp, the same in every format.
pub(crate) fn stamp(stamp: &LibraryStamp) -> Node {
    object([("version", text(&stamp.version)), ("sha256", text(&stamp.sha256))])
}

/// A set of roles, the customer first.
pub(crate) fn roles(roles: Roles) -> Node {
    texts(roles.iter())
}

fn scope(scope: &Scope) -> Node {
    object([
        ("roles", roles(scope.roles)),
        ("service_models", words(&scope.service_models)),
        ("uses_ai", bool(scope.uses_ai)),
        ("personal_data", bool(scope.personal_data)),
        ("data_classes", words(&scope.data_classes)),
        ("targets", list(scope.targets.iter().map(target))),
        ("target_level", number(&scope.target_level.number())),
    ])
}

fn migrated(step: &Migrated) -> Node {
    object([
        ("framework", text(&step.to.framework)),
        ("from", text(&step.from.edition)),
        ("to", text(&step.to.edition)),
        ("on", text(&step.on)),
    ])
}

fn words<T: Worded>(values: &[T]) -> Node {
    texts(values.iter().map(|it| it.word()))
}

fn target(target: &Target) -> Node {
    object_of_some([
        ("framework", Some(text(&target.framework.framework))),
        ("edition", Some(text(&target.framework.edition))),
        ("categories", some_texts(&target.categories)),
    ])
}

/// A list of ids, left out when it is empty.
fn some_texts<T: core::fmt::Display>(items: &[T]) -> Option<Node> {
    (!items.is_empty()).then(|| texts(items.iter()))
}

fn answer(answer: &Answer) -> Node {
    object_of_some([
        ("control", Some(text(&answer.control))),
        ("role", Some(text(&answer.role))),
        ("applicability", Some(applicability(&answer.applicability))),
        ("design", Some(ladder(answer.design))),
        ("operation", Some(ladder(answer.operation))),
        ("evidence", Some(list(answer.evidence.iter().map(evidence)))),
        ("sample", answer.sample.as_ref().map(sample)),
        ("inherited_from", answer.inherited_from.as_ref().map(text)),
        ("owner", answer.owner.as_ref().map(text)),
        ("due", answer.due.map(|it| text(&it))),
        ("note", answer.note.as_ref().map(text)),
        ("marked", answer.is_marked.then(|| bool(true))),
    ])
}

fn applicability(applicability: &Applicability) -> Node {
    match applicability {
        Applicability::Applicable => object([("state", text("applicable"))]),
        Applicability::NotApplicable(exclusion) => object([
            ("state", text("not-applicable")),
            ("reason", text(exclusion.reason.word())),
            ("justification", text(&exclusion.justification)),
            ("by", text(&exclusion.by)),
        ]),
    }
}

fn ladder(ladder: Ladder) -> Node {
    object([("rungs", rungs(ladder))])
}

/// The letters of a ladder.
pub(crate) fn rungs(ladder: Ladder) -> Node {
    texts(ladder.0.iter().map(|it| it.letter()))
}

fn evidence(entry: &Evidence) -> Node {
    object_of_some([
        ("title", Some(text(&entry.title))),
        ("aspects", Some(aspects(entry.aspects))),
        ("grade", Some(number(&entry.grade))),
        ("date", entry.date.map(|it| text(&it))),
        ("location", entry.location.as_ref().map(text)),
    ])
}

fn aspects(aspects: Aspects) -> Node {
    texts(Dimension::ALL.into_iter().filter(|it| aspects.contains(*it)).map(Worded::word))
}

fn sample(sample: &Sample) -> Node {
    object_of_some([
        ("population", Some(or_null(sample.population.map(|it| number(&it))))),
        ("tested", Some(number(&sample.tested))),
        ("deviations", Some(number(&sample.deviations))),
        ("automated", sample.automation.map(|_| bool(true))),
        (
            "unchanged_since",
            sample.automation.and_then(|it| it.unchanged_since).map(|it| text(&it)),
        ),
    ])
}

fn attestation(attestation: &Attestation) -> Node {
    object_of_some([
        ("id", Some(text(&attestation.id))),
        ("kind", Some(text(attestation.kind.word()))),
        ("framework", Some(text(&attestation.framework.framework))),
        ("edition", Some(text(&attestation.framework.edition))),
        ("state", Some(text(attestation.state.word()))),
        ("issuer", Some(text(&attestation.issuer))),
        ("names_service", Some(bool(attestation.names_service))),
        ("from", attestation.from.map(|it| text(&it))),
        ("to", attestation.to.map(|it| text(&it))),
        ("expected", attestation.expected.map(|it| text(&it))),
        ("categories", some_texts(&attestation.categories)),
        ("exceptions", some_texts(&attestation.exceptions)),
    ])
}
