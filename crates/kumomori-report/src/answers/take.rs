//! Answers that come back, held against those that are there.

use super::cell::{apply, role, written};
use super::sheet::Sheet;
use super::{Column, Fault, Problem, Unreadable};
use crate::names::Names;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::assessment::{Answer, Assessment};
use kumomori_core::id::ControlId;
use kumomori_core::role::Role;

/// What came of a file of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The assessment with everything that could be taken.
    pub assessment: Assessment,
    /// What is different in it.
    pub changes: Vec<Change>,
    /// What could not be taken.
    pub problems: Vec<Problem>,
    /// How many rows there were.
    pub rows: usize,
}

/// A value that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The control.
    pub control: ControlId,
    /// The role.
    pub role: Role,
    /// What of the answer.
    pub column: Column,
    /// What was there, as a cell says it.
    pub before: String,
    /// What is there now.
    pub after: String,
}

/// Takes a file of answers into an assessment.
///
/// # Errors
/// The file is too large, no UTF-8, or its first line lacks the control or the role. What is wrong
/// with single cells is among the problems, and those cells change nothing.
pub fn take(names: &Names<'_>, assessment: &Assessment, file: &[u8]) -> Result<Taken, Unreadable> {
    let sheet = Sheet::read(file)?;
    let mut taken = Taken {
        assessment: assessment.clone(),
        changes: Vec::new(),
        problems: Vec::new(),
        rows: sheet.rows.len(),
    };
    let mut seen = Vec::new();
    for (line, row) in &sheet.rows {
        let place = match find(names, &sheet, row) {
            Ok(place) if seen.contains(&place) => Err((Column::Control, Fault::Twice)),
            other => other,
        };
        match place {
            Ok(place) => {
                taken.row(names, &sheet, (*line, row), &place);
                seen.push(place);
            }
            Err((column, fault)) => {
                taken.problem(*line, column, sheet.cell(row, column), fault);
            }
        }
    }
    Ok(taken)
}

/// The control and the role that a row is about.
fn find(
    names: &Names<'_>,
    sheet: &Sheet,
    row: &[String],
) -> Result<(ControlId, Role), (Column, Fault)> {
    let id = sheet.cell(row, Column::Control).parse::<ControlId>().ok();
    let control = id.and_then(|id| names.library.control(&id));
    let control = control.ok_or((Column::Control, Fault::NotControl))?;
    let role = role(sheet.cell(row, Column::Role)).ok_or((Column::Role, Fault::NotRole))?;
    if !control.roles().contains(role) {
        return Err((Column::Role, Fault::NoDuty));
    }
    Ok((control.id.clone(), role))
}

impl Taken {
    fn problem(&mut self, line: u64, column: Column, text: &str, fault: Fault) {
        self.problems.push(Problem { line, column, text: text.to_owned(), fault });
    }

    fn row(
        &mut self,
        names: &Names<'_>,
        sheet: &Sheet,
        (line, row): (u64, &[String]),
        (control, role): &(ControlId, Role),
    ) {
        let blank = Answer::blank(control.clone(), *role);
        let before = self.assessment.answer(control, *role).cloned().unwrap_or(blank);
        let mut after = before.clone();
        for column in Column::ALL {
            let text = sheet.cell(row, column);
            // What is written as it was stays as it was, whatever a cell cannot say of it.
            if text.is_empty()
                || text == written(names, &before, column).replace("\r\n", "\n").trim()
            {
                continue;
            }
            if let Err(fault) = apply(&mut after, column, text) {
                self.problem(line, column, text, fault);
            }
        }
        self.keep(names, &before, after);
    }

    /// Puts an answer in its place, if anything in it is different.
    fn keep(&mut self, names: &Names<'_>, before: &Answer, after: Answer) {
        if *before == after {
            return;
        }
        for column in Column::ALL {
            let [was, is] = [before, &after].map(|it| written(names, it, column));
            if was != is {
                let (control, role) = (after.control.clone(), after.role);
                self.changes.push(Change { control, role, column, before: was, after: is });
            }
        }
        let answers = &mut self.assessment.answers;
        match answers.iter_mut().find(|it| it.control == after.control && it.role == after.role) {
            Some(place) => *place = after,
            None => answers.push(after),
        }
    }
}
