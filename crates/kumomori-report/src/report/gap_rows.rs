//! Every gap with all that is known of it.

use super::{Case, sources};
use crate::sentence;
use crate::table::{Cell, Table, Topic};
use crate::words::{self, Sense};
use alloc::borrow::ToOwned;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::gap::Gap;

/// The columns that a reader of the whole document needs.
pub(super) const SHOWN: [usize; 8] = [0, 3, 4, 5, 6, 9, 10, 11];

/// The gaps, the one most worth closing first.
pub(super) fn gap_rows(case: &Case<'_>) -> Table {
    let names = case.names;
    let numbered = case.evaluation.gaps.iter().zip(1_usize..);
    Table {
        caption: case.word("ギャップ", "Gaps"),
        head: vec![
            case.word("順", "No."),
            case.word("領域", "Domain"),
            case.word("管理策ID", "Control id"),
            case.word("管理策", "Control"),
            case.word("観点", "Dimension"),
            names.words(words::sense(Sense::Confirmed)).to_owned(),
            names.words(words::sense(Sense::Claimed)).to_owned(),
            case.word("目標", "Target"),
            case.word("種類", "Kind"),
            case.word("理由", "Why"),
            case.word("すること", "What to do"),
            case.word("工数", "Effort"),
            case.word("責任者", "Owner"),
            case.word("期限", "Due"),
        ],
        rows: numbered.map(|(gap, no)| row(case, gap, no)).collect(),
    }
}

fn row(case: &Case<'_>, gap: &Gap<'_>, no: usize) -> Vec<Cell> {
    let Case { names, assessment, evaluation } = *case;
    let id = &gap.control.id;
    let answer = assessment.answer(id, gap.role);
    let [owner, due] = sources::owner_and_due(answer);
    vec![
        Cell::end(no.to_string()),
        Cell::start(names.domain(&gap.control.domain)),
        Cell::start(id.as_str()),
        Cell::start(names.control_of(id, gap.role)).about(Topic::Control(id.clone())),
        Cell::start(names.words(words::dimension(gap.dimension))),
        Cell::end(gap.reading.confirmed.number().to_string()),
        Cell::end(gap.reading.claimed.number().to_string()),
        Cell::end(evaluation.target.number().to_string()),
        Cell::start(names.words(words::gap_kind(gap.kind))),
        Cell::start(sentence::gap_reason(names, gap)),
        Cell::start(sentence::gap_action(names, assessment, evaluation, gap)),
        Cell::start(sentence::effort(names, gap.control.effort)),
        Cell::start(owner),
        Cell::start(due),
    ]
}
