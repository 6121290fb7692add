//! Where a document comes from and what it speaks for.

use crate::assessment::Window;
use crate::date::Date;
use crate::role::Role;
use alloc::string::String;
use kumomori_check::document::{DocumentFault, DocumentProblem, Envelope, Expected, Word};
use kumomori_check::time;

/// Where a document comes from and what it speaks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The day it was collected.
    pub collected: Option<Date>,
    /// What collected it; `None` when it was typed in by hand.
    pub tool: Option<String>,
    /// What it was collected from; may be empty.
    pub source: String,
    /// Whose duties it speaks for.
    pub role: Option<Role>,
    /// The period that it covers, where it is about one.
    pub period: Option<Window>,
}

impl Origin {
    /// What an envelope says.
    ///
    /// # Errors
    ///
    /// The first word that is no day or no role, with its place.
    pub(super) fn of(envelope: &Envelope<'_>) -> Result<Self, DocumentFault> {
        let text = |word: &Option<Word>| word.as_ref().map(|it| it.text.clone());
        let collected = envelope.collected_at.as_ref().map(|it| day("collected_at", it));
        Ok(Self {
            collected: collected.transpose()?,
            tool: text(&envelope.tool).filter(|it| !it.trim().is_empty()),
            source: text(&envelope.source).unwrap_or_default(),
            role: envelope.role.as_ref().map(role).transpose()?,
            period: envelope.period.as_ref().map(period).transpose()?,
        })
    }
}

fn wrong(field: &'static str, word: &Word, expected: Expected) -> DocumentFault {
    DocumentFault { problem: DocumentProblem::WrongField { field, expected }, at: word.at }
}

fn day(field: &'static str, word: &Word) -> Result<Date, DocumentFault> {
    let days = time::day(&word.text).and_then(|it| u32::try_from(it).ok());
    let expected = Expected::Moment;
    days.and_then(Date::from_unix_days).ok_or_else(|| wrong(field, word, expected))
}

fn role(word: &Word) -> Result<Role, DocumentFault> {
    Role::from_word(&word.text).ok_or_else(|| wrong("role", word, Expected::Role))
}

fn period((from, to): &(Word, Word)) -> Result<Window, DocumentFault> {
    let window = Window { from: day("from", from)?, to: day("to", to)? };
    if window.from > window.to {
        return Err(wrong("to", to, Expected::NotBeforeFrom));
    }
    Ok(window)
}
