//! The gap analysis report.

use super::sections::columns;
use super::{Case, Kind, figures, gap_rows, shortfalls, sources, unknown};
use crate::chart::heat_map;
use crate::document::Document;
use crate::number::counted;
use crate::sentence;
use crate::summary::{counts, domains, overall, titled, warnings, withdrawn};
use crate::table::{self, Table, targets};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::gap::GapKind;
use kumomori_core::id::FrameworkRef;
use kumomori_core::text::Lang;

/// What was judged and against what, what is not met, the gaps in order, and what is not known.
pub(super) fn report(case: &Case<'_>) -> (Document, Table) {
    let rows = gap_rows::gap_rows(case);
    let mut document = Document::default();
    document.heading(1, case.title(Kind::Gaps));
    document.facts(sources::facts(case));
    contradicted(case, &rows, &mut document);
    standing(case, &mut document);
    requirements(case, &mut document);
    in_order(case, &rows, &mut document);
    unknown::unknown(case, &mut document);
    warnings(case.names, case.evaluation, &mut document);
    let attestations = table::attestations(case.names, case.assessment, case.evaluation);
    titled(attestations, &mut document);
    titled(table::testimonies(case.names, case.evaluation), &mut document);
    document.heading(2, case.word("この報告書の限界", "Limits of this report"));
    document.list(sentence::limits(case.names));
    (document, rows)
}

/// What evidence speaks against, which comes before everything else.
fn contradicted(case: &Case<'_>, rows: &Table, document: &mut Document) {
    let pairs = rows.rows.iter().zip(&case.evaluation.gaps);
    let found = pairs.filter(|(_, gap)| gap.kind == GapKind::Contradicted);
    let found: Vec<_> = found.map(|(row, _)| row.clone()).collect();
    if found.is_empty() {
        return;
    }
    document.heading(2, case.word("証拠による反証", "Contradicted by evidence"));
    document.paragraph(case.word(
        "回答と食い違う証拠があるものです。ほかのギャップより先に対処します。",
        "Evidence speaks against these answers. They come before all other gaps.",
    ));
    let table = Table { caption: String::new(), head: rows.head.clone(), rows: found };
    document.table(columns(&table, &gap_rows::SHOWN));
}

/// Design and operation apart, claimed and confirmed apart.
fn standing(case: &Case<'_>, document: &mut Document) {
    let Some(view) = case.evaluation.widest_view() else { return };
    overall(case.names, case.evaluation, view, document);
    document.table(figures::figures(case));
    domains(case.names, case.evaluation, view, document);
}

fn requirements(case: &Case<'_>, document: &mut Document) {
    document.heading(2, case.word("満たしていない要求事項", "Requirements not met"));
    for id in targets(case.evaluation) {
        of_framework(case, id, document);
    }
}

fn of_framework(case: &Case<'_>, id: &FrameworkRef, document: &mut Document) {
    let Some(framework) = case.names.library.framework(id) else { return };
    document.heading(3, framework.name.clone());
    withdrawn(case.names, framework, document);
    document.picture(heat_map(case.names, case.evaluation, framework));
    document.paragraph(counts(case.names, case.evaluation, id));
    document.table(shortfalls::shortfalls(case, id));
}

fn in_order(case: &Case<'_>, rows: &Table, document: &mut Document) {
    let n = rows.rows.len();
    document.heading(2, case.word("ギャップ", "Gaps"));
    document.paragraph(match (case.names.lang, n) {
        (Lang::Ja, 0) => "目標に届いていないものはありません。".to_owned(),
        (Lang::En, 0) => "Nothing is below the target.".to_owned(),
        (Lang::Ja, _) => {
            format!("全{n}件を、埋める効果の大きい順に示します。工数は管理策を一から整える場合の目安です。")
        }
        (Lang::En, _) => format!(
            "{}, the one most worth closing first. The effort is that of putting the control in place from nothing.",
            counted(n, "gap", "gaps")
        ),
    });
    document.table(Table { caption: String::new(), ..columns(rows, &gap_rows::SHOWN) });
}
