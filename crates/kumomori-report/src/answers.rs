//! Answers as a sheet of cells: out to a spreadsheet, and back from it.
//!
//! One row for each control and role. Coming back, rows are matched by control and role; an empty
//! cell leaves what is there, [`NOTHING`] takes it away, and columns may be missing or in any order.

mod cell;
mod fault;
mod preview;
mod sheet;
mod take;

pub(crate) use cell::written;
pub use fault::{Fault, Problem, Unreadable};
pub use preview::{left_out, preview, refusal};
pub use take::{Change, Taken, take};

use crate::names::Names;
use crate::table::{Cell, Table};
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::assessment::{Answer, Assessment};
use kumomori_core::evaluation::Evaluation;
use kumomori_core::id::ControlId;
use kumomori_core::role::Role;

/// What a cell says to take a value away.
pub const NOTHING: &str = "-";

/// A column of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The control's id.
    Control,
    /// Its title, for those who read; passed over when it comes back.
    Title,
    /// The role.
    Role,
    /// Whether the control applies.
    Applies,
    /// Design: a level, or five letters for its rungs.
    Design,
    /// Operation, likewise.
    Operation,
    /// The kind of reason why it does not apply.
    Reason,
    /// That reason in words.
    Justification,
    /// Who decided.
    DecidedBy,
    /// Who answers for it.
    Owner,
    /// When a gap is to be closed.
    Due,
    /// Anything else.
    Note,
}

impl Column {
    /// All columns, in the order in which they go out.
    pub const ALL: [Self; 12] = [
        Self::Control,
        Self::Title,
        Self::Role,
        Self::Applies,
        Self::Design,
        Self::Operation,
        Self::Reason,
        Self::Justification,
        Self::DecidedBy,
        Self::Owner,
        Self::Due,
        Self::Note,
    ];

    /// Its head.
    pub const fn title(self) -> Words {
        match self {
            Self::Control => Words::new("管理策ID", "Control id"),
            Self::Title => Words::new("管理策", "Control"),
            Self::Role => Words::new("役割", "Role"),
            Self::Applies => Words::new("適用", "Applies"),
            Self::Design => Words::new("設計", "Design"),
            Self::Operation => Words::new("運用", "Operation"),
            Self::Reason => Words::new("適用外の理由の種類", "Kind of reason"),
            Self::Justification => Words::new("適用外の理由", "Justification"),
            Self::DecidedBy => Words::new("適用外の判断者", "Decided by"),
            Self::Owner => Words::new("責任者", "Owner"),
            Self::Due => Words::new("期限", "Due"),
            Self::Note => Words::new("メモ", "Note"),
        }
    }

    /// The column that a head names, in either language.
    fn of(head: &str) -> Option<Self> {
        let is_it = |it: &Self| {
            let Words { ja, en } = it.title();
            head.trim() == ja || head.trim().eq_ignore_ascii_case(en)
        };
        Self::ALL.into_iter().find(is_it)
    }
}

/// The answers about everything in scope and whatever else was answered, row by row.
pub fn answers(names: &Names<'_>, assessment: &Assessment, evaluation: &Evaluation<'_>) -> Table {
    let is_listed = |control: &ControlId, role, is_in_scope: bool| {
        is_in_scope || assessment.answer(control, role).is_some()
    };
    let listed =
        evaluation.controls.iter().filter(|it| is_listed(&it.control.id, it.role, it.is_in_scope));
    Table {
        caption: String::new(),
        head: Column::ALL.map(|it| names.words(it.title()).to_owned()).into(),
        rows: listed.map(|it| row(names, assessment, &it.control.id, it.role)).collect(),
    }
}

fn row(names: &Names<'_>, assessment: &Assessment, control: &ControlId, role: Role) -> Vec<Cell> {
    let blank = Answer::blank(control.clone(), role);
    let found = assessment.answer(control, role);
    let answer = found.unwrap_or(&blank);
    let text = |column| match column {
        Column::Applies if found.is_none() => String::new(),
        _ => cell::written(names, answer, column),
    };
    Column::ALL.map(|it| Cell::start(text(it))).into()
}

#[cfg(test)]
mod tests;
