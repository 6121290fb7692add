//! Evidence documents as pages show them: what each says, and what is still missing.

use crate::document::{Block, Document};
use crate::names::Names;
use crate::sentence;
use crate::table::{self, Table};
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::checks::Checks;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::testimony::Testimony;

/// What is shown of one document beside what the evaluation has.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// What it says.
    pub testimony: &'a Testimony,
    /// For each statement, what decided it.
    pub because: &'a [Vec<String>],
    /// What could not be read out of what a tool printed.
    pub notes: &'a [String],
}

/// What the document at a place of an evaluation says: where it comes from, what it counts for,
/// what could not be read out of it, and check by check.
pub fn document(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    (idx, said): (usize, Said<'_>),
) -> Document {
    let Said { testimony, because, notes } = said;
    let word = |ja, en| names.words(Words::new(ja, en)).to_owned();
    let kind = names.evidence_kind(&testimony.kind).to_owned();
    let mut known = vec![(word("種類", "Kind"), kind)];
    if let Some(result) = evaluation.testimonies.get(idx) {
        known.push((word("収集", "Collected"), table::origin(names, result)));
        known.push((word("扱い", "Counts as"), sentence::testimony(names, result)));
    }
    let why = |idx: usize| because.get(idx).map(|it| sentence::list(names, it)).unwrap_or_default();
    let mut document = Document::default();
    document.facts(known);
    if !notes.is_empty() {
        document.heading(1, word("読み取れなかったもの", "What could not be read out"));
        document.list(notes.to_vec());
    }
    document.table(table::statements(names, evaluation, testimony, why));
    document
}

/// What evidence is still missing, and the kinds of evidence with where to get them.
pub fn missing(names: &Names<'_>, evaluation: &Evaluation<'_>, checks: &Checks) -> Document {
    let mut document = Document::default();
    let wanted = table::wanted(names, evaluation);
    if !wanted.rows.is_empty() {
        document.heading(1, wanted.caption.clone());
        document.table(Table { caption: String::new(), ..wanted });
    }
    let title = Words::new("使える証拠の種類と入手先", "Kinds of evidence, and where to get them");
    document.heading(1, names.words(title));
    let form = Words::new(
        "文書は`{ \"kind\": 種類, \"collected_at\": 日時, \"tool\": ツール, \"document\": 文書 }`の形にします。",
        "A file has the form `{ \"kind\": …, \"collected_at\": …, \"tool\": …, \"document\": … }`.",
    );
    document.paragraph(names.words(form));
    let kinds = checks.kinds.iter().map(|it| {
        let name = format!("{} ({})", names.prose(it.title), it.kind.id);
        (name, [names.prose(it.about), names.prose(it.from)].join(names.between_sentences()))
    });
    document.blocks.push(Block::Facts(kinds.collect()));
    document
}
