//! Gaps in order, with what to do about each.

use super::{Cell, Table, Topic};
use crate::names::Names;
use crate::number::rise;
use crate::sentence;
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::Assessment;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::gap::Gap;

/// The first `n` gaps.
pub fn gaps(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
    n: usize,
) -> Table {
    let head = [
        Words::new("順", "No."),
        Words::new("管理策", "Control"),
        Words::new("観点", "Dimension"),
        Words::new("現在→目標", "Now, target"),
        Words::new("種類", "Kind"),
        Words::new("すること", "What to do"),
    ];
    let caption =
        Words::new("埋める効果の大きい順のギャップ", "Gaps, the one most worth closing first");
    let numbered = evaluation.gaps.iter().take(n).zip(1_usize..);
    Table {
        caption: names.words(caption).to_owned(),
        head: head.iter().map(|it| names.words(*it).to_owned()).collect(),
        rows: numbered.map(|(gap, no)| row(names, assessment, evaluation, gap, no)).collect(),
    }
}

fn row(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
    gap: &Gap<'_>,
    no: usize,
) -> Vec<Cell> {
    let control = names.control_of(&gap.control.id, gap.role);
    let levels = rise(gap.reading.confirmed, evaluation.target);
    vec![
        Cell::end(no.to_string()),
        Cell::start(control).about(Topic::Control(gap.control.id.clone())),
        Cell::start(names.words(words::dimension(gap.dimension))),
        Cell::start(levels),
        Cell::start(names.words(words::gap_kind(gap.kind))),
        Cell::start(sentence::gap_action(names, assessment, evaluation, gap)),
    ]
}
