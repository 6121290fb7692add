//! Parts of the page of a result, each a document whose headings are of level 2.

mod lift;

use crate::chart::{design_against_operation, heat_map};
use crate::document::{Block, Document, Score};
use crate::names::Names;
use crate::sentence::{self, figures_name};
use crate::summary::{limits, titled, warnings};
use crate::table::{self, Order, Shown, Table};
use crate::words::{self, Figure, Sense, Words};
use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::assessment::Assessment;
use kumomori_core::dimension::{Dimension, Status};
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::{GroupKey, GroupResult};
use kumomori_core::id::FrameworkRef;
use kumomori_core::requirement::RequirementStatus;
use kumomori_core::risk::RiskKind;
use kumomori_core::role::View;

/// Where everything stands: design against operation, the figures overall, then domain by domain.
pub fn standing(names: &Names<'_>, evaluation: &Evaluation<'_>, view: View) -> Document {
    let mut document = Document::default();
    heading(names, &mut document, "設計と運用", "Design against operation");
    let picture = design_against_operation(names, evaluation, view, Order::Lag);
    document.picture(picture);
    overall(names, evaluation, view, &mut document);
    lift::add(names, evaluation, view, &mut document);
    heading(names, &mut document, "領域ごとのレベル", "Levels by domain");
    document.table(uncaptioned(table::domain_figures(names, evaluation, view, Order::Lag)));
    document
}

fn heading(names: &Names<'_>, document: &mut Document, ja: &'static str, en: &'static str) {
    document.heading(2, names.words(Words::new(ja, en)));
}

fn uncaptioned(table: Table) -> Table {
    Table { caption: String::new(), ..table }
}

fn overall(names: &Names<'_>, evaluation: &Evaluation<'_>, view: View, document: &mut Document) {
    let Some(group) = evaluation.group(&GroupKey::Overall, view) else { return };
    heading(names, document, "全体の5つの数値", "The five figures overall");
    let scores = Dimension::ALL.into_iter().filter_map(|it| score(names, evaluation, group, it));
    document.blocks.push(Block::Scores(scores.collect()));
    document.list(sentence::notes(names, group));
    document.paragraph(names.words(Words::new(
        "申告と確認済みの開きは、証拠をそろえれば埋まる分です。",
        "The distance between claimed and confirmed is what evidence would close.",
    )));
}

/// The confirmed group level of a dimension, the claimed one beside it, then all in words.
fn score(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    group: &GroupResult,
    dimension: Dimension,
) -> Option<Score> {
    let level = group.dimension(dimension)?.group_level;
    let levels = [(Sense::Confirmed, level.confirmed), (Sense::Claimed, level.claimed)];
    let levels = levels.map(|(sense, level)| {
        (names.words(words::sense(sense)).to_owned(), level.number().to_string())
    });
    Some(Score {
        title: figures_name(names, dimension).to_owned(),
        levels: levels.into(),
        lines: sentence::standing(names, evaluation, group, dimension),
    })
}

/// The first gaps.
pub fn gaps(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
    n: usize,
) -> Document {
    let mut document = Document::default();
    let table = table::gaps(names, assessment, evaluation, n);
    if table.rows.is_empty() {
        document.paragraph(names.words(Words::new(
            "目標に届いていない項目はありません。",
            "Nothing in scope is below the target.",
        )));
    }
    document.table(table);
    document
}

/// What else there is: measures, risks, certificates and reports, what was left out, what the
/// figures mean and do not.
pub fn rest(names: &Names<'_>, assessment: &Assessment, evaluation: &Evaluation<'_>) -> Document {
    let mut document = Document::default();
    let mut below = |ja: &'static str, en: &'static str, table: Table| {
        let heading = Table { caption: names.words(Words::new(ja, en)).to_owned(), ..table };
        titled(heading, &mut document);
    };
    let risks = |kind| table::risks(names, evaluation, kind);
    let measures = table::measures(names, evaluation);
    below("公表されている対策から読めること", "What published measures answer", measures);
    below("AI利用のリスク", "Risks of using AI", risks(RiskKind::Ai));
    below("クラウド利用のリスク", "Risks of using the cloud", risks(RiskKind::Cloud));
    let attestations = table::attestations(names, assessment, evaluation);
    below("認証書と監査報告書", "Certificates and reports", attestations);
    warnings(names, evaluation, &mut document);
    heading(names, &mut document, "数値の意味", "What the figures mean");
    document.facts(meanings(names));
    limits(names, &mut document);
    document
}

fn meanings(names: &Names<'_>) -> Vec<(String, String)> {
    let figures = Figure::ALL.map(|it| (words::figure(it), words::figure_meaning(it)));
    let senses = Sense::ALL.map(|it| (words::sense(it), words::sense_meaning(it)));
    told(names, figures.into_iter().chain(senses))
}

fn told(names: &Names<'_>, pairs: impl Iterator<Item = (Words, Words)>) -> Vec<(String, String)> {
    let told = |it| names.words(it).to_owned();
    pairs.map(|(name, said)| (told(name), told(said))).collect()
}

/// The requirements of a framework edition with what is concluded about each, and what that means.
pub fn requirements(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    framework: &FrameworkRef,
) -> Document {
    let mut document = Document::default();
    let table = table::requirements(names, evaluation, framework, Shown::All);
    if table.rows.is_empty() {
        document.paragraph(names.words(Words::new(
            "この規格・規準は目標に選ばれていません。",
            "This standard is not among the targets.",
        )));
    }
    if let Some(framework) = names.library.framework(framework).filter(|_| !table.rows.is_empty()) {
        if let Some(basis) = sentence::provisional(names, evaluation, framework) {
            document.paragraph(basis);
        }
        document.picture(heat_map(names, evaluation, framework));
    }
    document.table(table);
    heading(names, &mut document, "状態", "Status");
    let judged = [Status::Met, Status::Claimed, Status::Unknown, Status::Gap, Status::Contradicted];
    let others = [RequirementStatus::NotCovered, RequirementStatus::NotApplicable];
    let all = judged.map(RequirementStatus::Judged).into_iter().chain(others);
    let meaning = |it| (words::requirement_status(it), words::requirement_status_meaning(it));
    document.facts(told(names, all.map(meaning)));
    document
}
