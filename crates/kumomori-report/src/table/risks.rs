//! Risks with whether they are held down.

use super::{Cell, Table};
use crate::names::Names;
use crate::sentence;
use crate::words::{self, Words};
use kumomori_core::evaluation::Evaluation;
use kumomori_core::id::ControlId;
use kumomori_core::risk::{RiskKind, RiskResult};

/// The risks of one kind: status, the controls that decide it, and those the library lacks.
pub fn risks(names: &Names<'_>, evaluation: &Evaluation, kind: RiskKind) -> Table {
    let head = [
        Words::new("リスク", "Risk"),
        Words::new("状態", "Status"),
        Words::new("決め手の管理策", "Decided by"),
        Words::new("未収録の管理策", "Not in the library yet"),
    ];
    let of_kind = |it: &&RiskResult| {
        names.library.risks.iter().any(|risk| risk.id == it.risk && risk.kind == kind)
    };
    Table {
        caption: names.words(words::risk_kind(kind)).to_owned(),
        head: head.iter().map(|it| names.words(*it).to_owned()).collect(),
        rows: evaluation.risks.iter().filter(of_kind).map(|it| row(names, it)).collect(),
    }
}

fn row(names: &Names<'_>, result: &RiskResult) -> Vec<Cell> {
    let planned: Vec<String> = result.planned.iter().map(ControlId::to_string).collect();
    vec![
        Cell::start(names.risk(&result.risk)),
        Cell::start(names.words(words::risk_status(result.status))),
        Cell::start(sentence::first_controls(names, &result.deciding, 3)),
        Cell::start(sentence::list(names, &planned)),
    ]
}
