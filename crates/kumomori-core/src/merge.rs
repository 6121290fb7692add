//! Two assessments that came of one, as one.
//!
//! Three ways, field by field: what only one of the two changed is as that one has it. Where both
//! changed the same in different ways, the first one's stays, and the place is named.

use crate::assessment::{Answer, Assessment};
use crate::attestation::Attestation;
use crate::id::{AttestationId, ControlId};
use crate::order::sort_by;
use crate::role::Role;
use alloc::vec::Vec;

/// What comes of two assessments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Both in one, the answers in order of control and role.
    pub assessment: Assessment,
    /// Where they contradict each other, in the order of the fields, then of the answers.
    pub conflicts: Vec<Conflict>,
}

/// Where two assessments contradict each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// In a field of the assessment.
    Whole(Field),
    /// In a certificate or report.
    Attestation(AttestationId),
    /// In a part of an answer.
    Answer(ControlId, Role, Part),
}

/// A field of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The title.
    Title,
    /// What is judged.
    Subject,
    /// What is inside.
    Scope,
    /// The time that operation is judged over.
    Window,
    /// The steps from one edition to another.
    Migrations,
}

/// A part of an answer. Entries of evidence are no part: those of both are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Whether the control applies.
    Applicability,
    /// The rungs of design.
    Design,
    /// The rungs of operation.
    Operation,
    /// The sample.
    Sample,
    /// The attestation that it relies on.
    InheritedFrom,
    /// Who answers for it.
    Owner,
    /// When a gap is to be closed.
    Due,
    /// Anything else.
    Note,
}

/// Merges two assessments that came of `base`, or that have only their beginning in common; `None`
/// when they are not the same assessment.
pub fn merge(base: Option<&Assessment>, ours: &Assessment, theirs: &Assessment) -> Option<Merged> {
    if ours.id != theirs.id || base.is_some_and(|it| it.id != ours.id) {
        return None;
    }
    let mut conflicts = Vec::new();
    let mut assessment = ours.clone();
    let is = &mut assessment;
    // Before the beginning there was neither.
    let nothing = (None, Vec::new());
    let (window, migrations) =
        base.map_or((&nothing.0, &nothing.1), |it| (&it.window, &it.migrations));
    let fields = [
        (Field::Title, three(base.map(|it| &it.title), &mut is.title, &theirs.title)),
        (Field::Subject, three(base.map(|it| &it.subject), &mut is.subject, &theirs.subject)),
        (Field::Scope, three(base.map(|it| &it.scope), &mut is.scope, &theirs.scope)),
        (Field::Window, three(Some(window), &mut is.window, &theirs.window)),
        (Field::Migrations, three(Some(migrations), &mut is.migrations, &theirs.migrations)),
    ];
    conflicts.extend(fields.into_iter().filter(|it| it.1).map(|it| Conflict::Whole(it.0)));
    assessment.attestations = attestations(base, ours, theirs, &mut conflicts);
    assessment.answers = answers(base, ours, theirs, &mut conflicts);
    Some(Merged { assessment, conflicts })
}

/// Puts what both make of a value in the place of ours; true where they contradict each other.
///
/// Without a value of before, whoever has one that the other has not, has said something.
fn three<T: Clone + PartialEq>(before: Option<&T>, ours: &mut T, theirs: &T) -> bool {
    if ours == theirs || before == Some(theirs) {
        return false;
    }
    let is_ours_changed = before != Some(&*ours);
    if !is_ours_changed {
        ours.clone_from(theirs);
    }
    is_ours_changed
}

/// The elements of ours without those that they took away, then those that they added.
fn both<T: Clone + PartialEq>(before: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    if before == ours {
        return theirs.to_vec();
    }
    let is_kept = |it: &&T| !before.contains(it) || theirs.contains(it);
    let is_new = |it: &&T| !before.contains(it) && !ours.contains(it);
    ours.iter().filter(is_kept).chain(theirs.iter().filter(is_new)).cloned().collect()
}

fn attestations(
    base: Option<&Assessment>,
    ours: &Assessment,
    theirs: &Assessment,
    conflicts: &mut Vec<Conflict>,
) -> Vec<Attestation> {
    let find = |of: &Assessment, id: &AttestationId| {
        of.attestations.iter().find(|it| it.id == *id).cloned()
    };
    let all = base.map_or(&[][..], |it| &it.attestations);
    if all == ours.attestations {
        return theirs.attestations.clone();
    }
    let added = theirs.attestations.iter().filter(|it| find(ours, &it.id).is_none());
    let mut merged = Vec::new();
    for Attestation { id, .. } in ours.attestations.iter().chain(added) {
        let before = base.and_then(|it| find(it, id));
        let mut is = find(ours, id);
        if three(Some(&before), &mut is, &find(theirs, id)) {
            conflicts.push(Conflict::Attestation(id.clone()));
        }
        merged.extend(is);
    }
    merged
}

fn answers(
    base: Option<&Assessment>,
    ours: &Assessment,
    theirs: &Assessment,
    conflicts: &mut Vec<Conflict>,
) -> Vec<Answer> {
    let mut names: Vec<(&ControlId, Role)> =
        ours.answers.iter().chain(&theirs.answers).map(|it| (&it.control, it.role)).collect();
    sort_by(&mut names, Ord::cmp);
    names.dedup();
    let mut merged = Vec::new();
    for (control, role) in names {
        let blank = Answer::blank(control.clone(), role);
        let of = |it: Option<&Assessment>| {
            it.and_then(|it| it.answer(control, role)).unwrap_or(&blank).clone()
        };
        let (before, mut is, other) = (of(base), of(Some(ours)), of(Some(theirs)));
        let differing = answer(&before, &mut is, &other);
        let at = |part| Conflict::Answer(control.clone(), role, part);
        conflicts.extend(differing.into_iter().map(at));
        let is_there = |it: &Assessment| it.answer(control, role).is_some();
        let mut stays = is_there(ours);
        three(Some(&base.is_some_and(is_there)), &mut stays, &is_there(theirs));
        // What was taken away stays so, unless somebody said something in it meanwhile.
        if stays || is != blank {
            merged.push(is);
        }
    }
    merged
}

/// Puts both answers in the place of ours; gives the parts in which they contradict each other.
fn answer(was: &Answer, is: &mut Answer, other: &Answer) -> Vec<Part> {
    is.evidence = both(&was.evidence, &is.evidence, &other.evidence);
    // Of two values one is the one before, so there is nothing to contradict.
    three(Some(&was.is_marked), &mut is.is_marked, &other.is_marked);
    let parts = [
        (
            Part::Applicability,
            three(Some(&was.applicability), &mut is.applicability, &other.applicability),
        ),
        (Part::Design, three(Some(&was.design), &mut is.design, &other.design)),
        (Part::Operation, three(Some(&was.operation), &mut is.operation, &other.operation)),
        (Part::Sample, three(Some(&was.sample), &mut is.sample, &other.sample)),
        (
            Part::InheritedFrom,
            three(Some(&was.inherited_from), &mut is.inherited_from, &other.inherited_from),
        ),
        (Part::Owner, three(Some(&was.owner), &mut is.owner, &other.owner)),
        (Part::Due, three(Some(&was.due), &mut is.due, &other.due)),
        (Part::Note, three(Some(&was.note), &mut is.note, &other.note)),
    ];
    parts.into_iter().filter(|it| it.1).map(|it| it.0).collect()
}
