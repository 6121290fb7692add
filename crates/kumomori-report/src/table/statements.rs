//! What one evidence document says, check by check.

use super::{Cell, Table, Topic};
use crate::check;
use crate::names::Names;
use crate::sentence;
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::testimony::{Statement, Testimony, Verdict};

/// In which order verdicts are shown.
const ORDER: [Verdict; 4] =
    [Verdict::Contradicts, Verdict::Insufficient, Verdict::Supports, Verdict::NotApplicable];

/// The answers of a document, contradictions first; `because` gives for each what decided it.
pub(crate) fn statements(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    testimony: &Testimony,
    because: impl Fn(usize) -> String,
) -> Table {
    let head = [
        Words::new("判定", "Verdict"),
        Words::new("自動チェック", "Check"),
        Words::new("理由と対処", "Why, and what to do"),
        Words::new("関わる要求事項", "Requirements it bears on"),
    ];
    let all = || testimony.statements.iter().enumerate();
    let of = |verdict: Verdict| all().filter(move |(_, it)| it.verdict == verdict);
    let counted = ORDER
        .map(|verdict| format!("{} {}", names.words(check::verdict(verdict)), of(verdict).count()));
    let rows = ORDER.into_iter().flat_map(of);
    Table {
        caption: sentence::list(names, &counted),
        head: head.iter().map(|it| names.words(*it).to_owned()).collect(),
        rows: rows.map(|(idx, it)| row(names, evaluation, it, &because(idx))).collect(),
    }
}

fn row(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    statement: &Statement,
    because: &str,
) -> Vec<Cell> {
    let mut title = Cell::start(names.check(&statement.check));
    if let Some((control, _)) = statement.controls.first() {
        title = title.about(Topic::Control(control.clone()));
    }
    let check = names.find_check(&statement.check);
    let mended = check.filter(|_| statement.verdict == Verdict::Contradicts);
    let [message, remedy] = match mended {
        Some(it) => [it.message, it.remedy].map(|it| names.prose(it)),
        None => [String::new(), String::new()],
    };
    let parts = [message.as_str(), because, remedy.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    let bears = sentence::bearing_on(names, evaluation, &statement.controls);
    vec![
        Cell::start(names.words(check::verdict(statement.verdict))),
        title,
        Cell::start(parts.join(names.between_sentences())),
        Cell::start(bears.join("; ")),
    ]
}
