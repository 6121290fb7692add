//! Evidence documents with what each counts for, and evidence that is still missing.

use super::{Cell, Table, Topic};
use crate::names::Names;
use crate::sentence;
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::order::sort_by;
use kumomori_core::testimony::{TestimonyResult, Wanted};

/// The evidence documents of an evaluation.
pub fn testimonies(names: &Names<'_>, evaluation: &Evaluation<'_>) -> Table {
    let head = [
        Words::new("番号", "No."),
        Words::new("証拠の種類", "Kind of evidence"),
        Words::new("収集", "Collected"),
        Words::new("扱い", "Counts as"),
    ];
    let numbered = evaluation.testimonies.iter().zip(1_usize..);
    Table {
        caption: names.words(Words::new("証拠文書", "Evidence documents")).to_owned(),
        head: head.iter().map(|it| names.words(*it).to_owned()).collect(),
        rows: numbered.map(|(it, no)| document(names, it, no)).collect(),
    }
}

fn document(names: &Names<'_>, result: &TestimonyResult, no: usize) -> Vec<Cell> {
    vec![
        Cell::end(no.to_string()),
        Cell::start(names.evidence_kind(&result.kind)),
        Cell::start(origin(names, result)),
        Cell::start(sentence::testimony(names, result)),
    ]
}

/// When a document was collected, with what and from what.
pub(crate) fn origin(names: &Names<'_>, result: &TestimonyResult) -> String {
    let by_hand = names.words(Words::new("手入力", "typed in"));
    let undated = names.words(Words::new("日付なし", "undated"));
    let mut from = vec![result.collected.map_or(undated.to_owned(), |it| it.to_string())];
    from.push(result.tool.clone().unwrap_or_else(|| by_hand.to_owned()));
    from.extend(Some(result.source.clone()).filter(|it| !it.is_empty()));
    sentence::list(names, &from)
}

/// The evidence that is still missing, a row for each control, role and dimension.
pub fn wanted(names: &Names<'_>, evaluation: &Evaluation<'_>) -> Table {
    let head = [
        Words::new("管理策", "Control"),
        Words::new("観点", "Dimension"),
        Words::new("足りない証拠", "Evidence to get"),
    ];
    let is_same = |a: &Wanted, b: &Wanted| {
        (&a.control, a.role, a.dimension) == (&b.control, b.role, b.dimension)
    };
    let caption = Words::new("まだ足りない証拠", "Evidence still missing");
    Table {
        caption: names.words(caption).to_owned(),
        head: head.iter().map(|it| names.words(*it).to_owned()).collect(),
        rows: evaluation
            .wanted
            .chunk_by(is_same)
            .filter_map(|checks| Some(missing(names, checks.first()?, checks)))
            .collect(),
    }
}

fn missing(names: &Names<'_>, of: &Wanted, checks: &[Wanted]) -> Vec<Cell> {
    let incomplete = Words::new("(項目が足りない)", " (incomplete)");
    let mut kinds: Vec<String> = checks
        .iter()
        .map(|it| {
            let mark = if it.is_insufficient { names.words(incomplete) } else { "" };
            format!("{}{mark}", names.evidence_kind(&it.kind))
        })
        .collect();
    sort_by(&mut kinds, Ord::cmp);
    kinds.dedup();
    vec![
        Cell::start(names.control_of(&of.control, of.role))
            .about(Topic::Control(of.control.clone())),
        Cell::start(names.words(words::dimension(of.dimension))),
        Cell::start(sentence::list(names, &kinds)),
    ]
}
