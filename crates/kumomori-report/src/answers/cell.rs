//! One cell: what stands in it, and what it says.

use super::{Column, Fault, NOTHING};
use crate::names::Names;
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::assessment::{Answer, Applicability, Exclusion, ExclusionReason};
use kumomori_core::control_result::Applies;
use kumomori_core::date::Date;
use kumomori_core::dimension::Status;
use kumomori_core::ladder::{Ladder, Level, Rung};
use kumomori_core::role::Role;
use kumomori_core::text::Lang;
use kumomori_wire::assessment::limit::{NAME, NOTE};

/// What a cell of an answer says; nothing where nothing was said.
pub(crate) fn written(names: &Names<'_>, answer: &Answer, column: Column) -> String {
    let word = |it: Words| names.words(it).to_owned();
    let left_out = match &answer.applicability {
        Applicability::Applicable => None,
        Applicability::NotApplicable(exclusion) => Some(exclusion),
    };
    let said = |it: &Option<String>| it.clone().unwrap_or_default();
    match column {
        Column::Control => answer.control.to_string(),
        Column::Title => names.control(&answer.control).to_owned(),
        Column::Role => word(words::role(answer.role)),
        Column::Applies => {
            word(words::applies(if left_out.is_some() { Applies::No } else { Applies::Yes }))
        }
        Column::Design => ladder_text(answer.design),
        Column::Operation => ladder_text(answer.operation),
        Column::Reason => {
            left_out.map(|it| word(words::exclusion_reason(it.reason))).unwrap_or_default()
        }
        Column::Justification => left_out.map(|it| it.justification.clone()).unwrap_or_default(),
        Column::DecidedBy => left_out.map(|it| it.by.clone()).unwrap_or_default(),
        Column::Owner => said(&answer.owner),
        Column::Due => answer.due.map(|it| it.to_string()).unwrap_or_default(),
        Column::Note => said(&answer.note),
    }
}

/// A level where the rungs are those of one, else a letter for each rung; nothing where no rung is known.
fn ladder_text(ladder: Ladder) -> String {
    if !ladder.is_answered() {
        return String::new();
    }
    match ladder.plain_level() {
        Some(level) => level.number().to_string(),
        None => ladder.0.map(Rung::letter).iter().collect(),
    }
}

/// Changes an answer by a cell that is not empty.
pub(super) fn apply(answer: &mut Answer, column: Column, text: &str) -> Result<(), Fault> {
    let said = (text != NOTHING).then_some(text);
    match column {
        Column::Control | Column::Title | Column::Role => {}
        Column::Applies => applies(answer, text)?,
        Column::Design => answer.design = said.map_or(Ok(Ladder::UNKNOWN), ladder)?,
        Column::Operation => answer.operation = said.map_or(Ok(Ladder::UNKNOWN), ladder)?,
        Column::Reason => {
            let reason = said.map_or(Ok(ExclusionReason::Other), reason)?;
            exclusion(answer)?.reason = reason;
        }
        Column::Justification => {
            exclusion(answer)?.justification = limited(said, NOTE)?.unwrap_or_default();
        }
        Column::DecidedBy => exclusion(answer)?.by = limited(said, NAME)?.unwrap_or_default(),
        Column::Owner => answer.owner = limited(said, NAME)?,
        Column::Due => answer.due = said.map(date).transpose()?,
        Column::Note => answer.note = limited(said, NOTE)?,
    }
    Ok(())
}

fn limited(said: Option<&str>, limit: usize) -> Result<Option<String>, Fault> {
    if said.is_some_and(|it| it.chars().count() > limit) {
        return Err(Fault::TooLong { limit });
    }
    Ok(said.map(str::to_owned))
}

fn exclusion(answer: &mut Answer) -> Result<&mut Exclusion, Fault> {
    match &mut answer.applicability {
        Applicability::NotApplicable(exclusion) => Ok(exclusion),
        Applicability::Applicable => Err(Fault::Applies),
    }
}

/// Whether a text is a word of either language.
fn is_word(text: &str, word: Words) -> bool {
    Lang::ALL.into_iter().any(|it| text.eq_ignore_ascii_case(word.of(it)))
}

fn applies(answer: &mut Answer, text: &str) -> Result<(), Fault> {
    if is_word(text, words::applies(Applies::Yes)) {
        answer.applicability = Applicability::Applicable;
    } else if !is_word(text, words::applies(Applies::No)) {
        return Err(Fault::NotApplicability);
    } else if answer.applicability == Applicability::Applicable {
        let (justification, by) = (String::new(), String::new());
        let reason = ExclusionReason::Other;
        answer.applicability =
            Applicability::NotApplicable(Exclusion { reason, justification, by });
    }
    Ok(())
}

fn reason(text: &str) -> Result<ExclusionReason, Fault> {
    let mut all = ExclusionReason::ALL.into_iter();
    all.find(|it| is_word(text, words::exclusion_reason(*it))).ok_or(Fault::NotReason)
}

/// The role that a text names, in either language.
pub(super) fn role(text: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|it| is_word(text, words::role(*it)))
}

/// A level, or a letter for each rung; full-width forms are taken as well.
fn ladder(text: &str) -> Result<Ladder, Fault> {
    let letters: String = text.chars().map(half_width).collect();
    if is_word(&letters, words::status(Status::Unknown)) {
        return Ok(Ladder::UNKNOWN);
    }
    if let Some(level) = letters.parse().ok().and_then(Level::new) {
        return Ok(Ladder::up_to(level));
    }
    let rungs = letters.chars().map(|it| Rung::from_letter(it.to_ascii_uppercase()));
    let rungs: Option<Vec<Rung>> = rungs.collect();
    rungs.and_then(|it| it.try_into().ok()).map(Ladder).ok_or(Fault::NotLevel)
}

/// The ASCII form of a full-width letter or digit.
fn half_width(letter: char) -> char {
    match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// A date as files have it, or with slashes as spreadsheets write it.
fn date(text: &str) -> Result<Date, Fault> {
    let text: String = text.chars().map(half_width).collect();
    let parts: Vec<&str> = text.split(['/', '-']).collect();
    let [year, month, day] = parts.as_slice() else { return Err(Fault::NotDate) };
    format!("{year}-{month:0>2}-{day:0>2}").parse().map_err(|_| Fault::NotDate)
}
