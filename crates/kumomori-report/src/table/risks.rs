//! Risks with whether they are held down.

use super::{Cell, Table};
use crate::names::Names;
use crate::sentence;
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::risk::{RiskKind, RiskResult};

/// The risks of one kind: status, the controls that decide it, and those the library lacks.
pub fn risks(names: &Names<'_>, evaluation: &Evaluation<'_>, kind: RiskKind) -> Table {
    let head = [
        Words::new("リスク", "Risk"),
        Words::new("状態", "Status"),
        Words::new("決め手の管理策", "Decided by"),
        Words::new("未収録の管理策", "Not in the library yet"),
    ];
    let of_kind = evaluation.risks.iter().filter(|it| it.risk.kind == kind);
    Table {
        caption: names.words(words::risk_kind(kind)).to_owned(),
        head: head.iter().map(|it| names.words(*it).to_owned()).collect(),
        rows: of_kind.map(|it| row(names, evaluation, it)).collect(),
    }
}

fn row<'a>(names: &Names<'_>, evaluation: &Evaluation<'a>, result: &RiskResult<'a>) -> Vec<Cell> {
    let planned: Vec<String> = result.risk.planned_controls().map(ToString::to_string).collect();
    let deciding = evaluation.deciding_risk(result);
    vec![
        Cell::start(names.risk(&result.risk.id)),
        Cell::start(names.words(words::risk_status(result.status))),
        Cell::start(sentence::first_controls(names, &deciding, 3)),
        Cell::start(sentence::list(names, &planned)),
    ]
}
