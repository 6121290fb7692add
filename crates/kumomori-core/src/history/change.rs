//! What differs between two states of an assessment.

use crate::assessment::{Answer, Assessment, LibraryStamp, Migrated, Scope, Subject, Window};
use crate::attestation::Attestation;
use crate::id::ControlId;
use crate::role::Role;
use alloc::string::String;
use alloc::vec::Vec;

/// What becomes of something that may be there or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fate<T> {
    /// It stays as it is.
    #[default]
    Kept,
    /// It is there, like this.
    Became(T),
    /// It is not there any more.
    Gone,
}

impl<T: Clone> Fate<T> {
    fn put(&self, place: &mut Option<T>) {
        match self {
            Self::Kept => {}
            Self::Became(now) => *place = Some(now.clone()),
            Self::Gone => *place = None,
        }
    }
}

/// What became another; everything else stayed as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// The title.
    pub title: Option<String>,
    /// What is judged.
    pub subject: Option<Subject>,
    /// The library.
    pub library: Fate<LibraryStamp>,
    /// What is inside.
    pub scope: Option<Scope>,
    /// The observation window.
    pub window: Fate<Window>,
    /// The answers that are new or became others.
    pub answers: Vec<Answer>,
    /// The answers that were taken away.
    pub gone: Vec<(ControlId, Role)>,
    /// The certificates and reports.
    pub attestations: Option<Vec<Attestation>>,
    /// The steps from one edition to another.
    pub migrations: Option<Vec<Migrated>>,
}

impl Change {
    /// Makes the change; the answers stand in order of control and role, before and after.
    pub(super) fn apply(&self, assessment: &mut Assessment) {
        put(&mut assessment.title, self.title.as_ref());
        put(&mut assessment.subject, self.subject.as_ref());
        self.library.put(&mut assessment.library);
        put(&mut assessment.scope, self.scope.as_ref());
        self.window.put(&mut assessment.window);
        put(&mut assessment.attestations, self.attestations.as_ref());
        put(&mut assessment.migrations, self.migrations.as_ref());
        let is_gone = |it: &Answer| self.gone.iter().any(|gone| is_about(it, &gone.0, gone.1));
        assessment.answers.retain(|it| !is_gone(it));
        for answer in &self.answers {
            let name = (&answer.control, answer.role);
            let all = &mut assessment.answers;
            let found = all.binary_search_by(|it| (&it.control, it.role).cmp(&name));
            match found.map(|at| all.get_mut(at)) {
                Ok(Some(there)) => there.clone_from(answer),
                Ok(None) => {}
                Err(at) => all.insert(at, answer.clone()),
            }
        }
    }

    /// What the change makes of an answer.
    pub(super) fn answer(&self, control: &ControlId, role: Role) -> Fate<&Answer> {
        let now = self.answers.iter().find(|it| is_about(it, control, role));
        let is_gone = self.gone.iter().any(|it| it.0 == *control && it.1 == role);
        let otherwise = if is_gone { Fate::Gone } else { Fate::Kept };
        now.map_or(otherwise, Fate::Became)
    }
}

fn is_about(answer: &Answer, control: &ControlId, role: Role) -> bool {
    answer.control == *control && answer.role == role
}

fn put<T: Clone>(place: &mut T, value: Option<&T>) {
    if let Some(value) = value {
        place.clone_from(value);
    }
}
