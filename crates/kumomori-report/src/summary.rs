//! A whole evaluation, to read from top to bottom.

use crate::document::Document;
use crate::names::Names;
use crate::number::counted;
use crate::sentence::{self, figures_name};
use crate::table::{self, Order, Shown, targets};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::assessment::Assessment;
use kumomori_core::dimension::Dimension;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::GroupKey;
use kumomori_core::framework::{Framework, Standing};
use kumomori_core::id::FrameworkRef;
use kumomori_core::requirement::RequirementStatus;
use kumomori_core::risk::{RiskKind, RiskStatus};
use kumomori_core::role::View;
use kumomori_core::text::Lang;

pub(crate) mod scope;

/// How many gaps the document names.
const FIRST_GAPS: usize = 10;

/// The evaluation as a document: what was judged, where it stands, what is open and what to do.
pub fn evaluation_document(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
) -> Document {
    let mut document = Document::default();
    document.heading(1, title(names, assessment));
    document.facts(scope::facts(names, assessment, evaluation));
    warnings(names, evaluation, &mut document);
    if let Some(view) = evaluation.widest_view() {
        overall(names, evaluation, view, &mut document);
        domains(names, evaluation, view, &mut document);
    }
    for target in targets(evaluation) {
        framework(names, evaluation, target, &mut document);
    }
    risks(names, assessment, evaluation, &mut document);
    titled(table::measures(names, evaluation), &mut document);
    gaps(names, assessment, evaluation, &mut document);
    for table in [
        table::attestations(names, assessment, evaluation),
        table::testimonies(names, evaluation),
        table::wanted(names, evaluation),
    ] {
        titled(table, &mut document);
    }
    limits(names, &mut document);
    document
}

pub(crate) fn limits(names: &Names<'_>, document: &mut Document) {
    document.heading(2, names.words(Words::new("この結果の限界", "Limits of this result")));
    document.list(sentence::limits(names));
}

fn title(names: &Names<'_>, assessment: &Assessment) -> String {
    let title = assessment.title.trim();
    if title.is_empty() {
        names.words(Words::new("アセスメントの結果", "Result of the assessment")).to_owned()
    } else {
        title.to_owned()
    }
}

pub(crate) fn warnings(names: &Names<'_>, evaluation: &Evaluation<'_>, document: &mut Document) {
    if evaluation.warnings.is_empty() {
        return;
    }
    document
        .heading(2, names.words(Words::new("集計から除いたもの", "Left out or counted for less")));
    document.list(evaluation.warnings.iter().map(|it| sentence::warning(names, it)).collect());
}

pub(crate) fn overall(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    view: View,
    document: &mut Document,
) {
    document.heading(2, names.words(Words::new("全体", "Overall")));
    document.paragraph(sentence::takeaway(names, evaluation, view));
    let Some(group) = evaluation.group(&GroupKey::Overall, view) else { return };
    for note in sentence::notes(names, group) {
        document.paragraph(note);
    }
    for dimension in Dimension::ALL {
        let lines = sentence::standing(names, evaluation, group, dimension);
        if !lines.is_empty() {
            document.heading(3, figures_name(names, dimension));
            document.list(lines);
        }
    }
}

pub(crate) fn domains(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    view: View,
    document: &mut Document,
) {
    let table = table::domain_figures(names, evaluation, view, Order::Library);
    if table.rows.is_empty() {
        return;
    }
    document.heading(2, names.words(Words::new("領域", "Domains")));
    let is_marked = table.rows.iter().flatten().any(|cell| cell.text.ends_with('*'));
    document.table(table);
    if is_marked {
        let mark = Words::new("* 暫定: 回答が足りない領域。", "* Provisional: too few answers.");
        document.paragraph(names.words(mark));
    }
}

fn framework(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    id: &FrameworkRef,
    document: &mut Document,
) {
    let Some(framework) = names.library.framework(id) else { return };
    document.heading(2, framework.name.clone());
    withdrawn(names, framework, document);
    if let Some(basis) = sentence::provisional(names, evaluation, framework) {
        document.paragraph(basis);
    }
    document.paragraph(counts(names, evaluation, id));
    let table = table::requirements(names, evaluation, id, Shown::Judged);
    document.table(table::Table { caption: String::new(), ..table });
}

/// That an edition was withdrawn, where it was.
pub(crate) fn withdrawn(names: &Names<'_>, framework: &Framework, document: &mut Document) {
    let Standing::Withdrawn { replaced_by } = &framework.standing else { return };
    let next = names.framework(replaced_by);
    document.paragraph(match names.lang {
        Lang::Ja => format!("この版は廃止され、{next}に置き換えられています。"),
        Lang::En => format!("This edition was withdrawn and replaced by {next}."),
    });
}

/// How many requirements are in scope and how many of them have each status.
pub(crate) fn counts(names: &Names<'_>, evaluation: &Evaluation<'_>, id: &FrameworkRef) -> String {
    let counts = table::status_counts(evaluation, id);
    let all: usize = counts.iter().map(|(_, n)| n).sum();
    let word = |status: RequirementStatus| names.words(words::requirement_status(status));
    let each: Vec<String> = counts
        .iter()
        .map(|(status, n)| match names.lang {
            Lang::Ja => format!("{}{n}件", word(*status)),
            Lang::En => format!("{n} {}", word(*status).to_ascii_lowercase()),
        })
        .collect();
    let each = sentence::list(names, &each);
    match names.lang {
        Lang::Ja => format!("評価範囲の要求事項は{all}件: {each}。"),
        Lang::En => {
            format!("{} in scope: {each}.", counted(all, "requirement", "requirements"))
        }
    }
}

fn risks(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
    document: &mut Document,
) {
    let kinds = if assessment.scope.uses_ai { &RiskKind::ALL[..] } else { &[RiskKind::Cloud] };
    for kind in kinds {
        let table = table::risks(names, evaluation, *kind);
        if table.rows.is_empty() {
            continue;
        }
        document.heading(2, table.caption.clone());
        document.paragraph(risk_counts(names, evaluation, *kind));
        if *kind == RiskKind::Ai {
            document.table(table::Table { caption: String::new(), ..table });
        }
    }
}

fn risk_counts(names: &Names<'_>, evaluation: &Evaluation<'_>, kind: RiskKind) -> String {
    let of_kind = || evaluation.risks.iter().filter(|it| it.risk.kind == kind);
    let count = |status: RiskStatus| of_kind().filter(|it| it.status == status).count();
    let each: Vec<String> = RiskStatus::ALL
        .into_iter()
        .map(|status| (names.words(words::risk_status(status)), count(status)))
        .filter(|(_, n)| *n > 0)
        .map(|(word, n)| match names.lang {
            Lang::Ja => format!("{word}{n}件"),
            Lang::En => format!("{n} {}", word.to_ascii_lowercase()),
        })
        .collect();
    let each = sentence::list(names, &each);
    match names.lang {
        Lang::Ja => format!("{each}。"),
        Lang::En => format!("{each}."),
    }
}

/// A table below a heading of its own, if it has rows.
pub(crate) fn titled(table: table::Table, document: &mut Document) {
    if table.rows.is_empty() {
        return;
    }
    document.heading(2, table.caption.clone());
    document.table(table::Table { caption: String::new(), ..table });
}

fn gaps(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
    document: &mut Document,
) {
    let n = evaluation.gaps.len();
    document.heading(2, names.words(Words::new("ギャップ", "Gaps")));
    let shown = n.min(FIRST_GAPS);
    document.paragraph(match (names.lang, n) {
        (Lang::Ja, 0) => "目標に届いていないものはありません。".to_owned(),
        (Lang::En, 0) => "Nothing is below the target.".to_owned(),
        (Lang::Ja, _) if n == shown => format!("全{n}件を、埋める効果の大きい順に示します。"),
        (Lang::En, _) if n == shown => {
            format!("{}, the one most worth closing first.", counted(n, "gap", "gaps"))
        }
        (Lang::Ja, _) => format!("全{n}件のうち、埋める効果の大きい順に{shown}件を示します。"),
        (Lang::En, _) => {
            format!("The first {shown} of {n}, the one most worth closing first.")
        }
    });
    let table = table::gaps(names, assessment, evaluation, FIRST_GAPS);
    document.table(table::Table { caption: String::new(), ..table });
}

#[cfg(test)]
mod tests;
