//! The management summary: one page.

use super::unknown::{duties, is_unanswered};
use super::{Case, Kind, figures};
use crate::document::Document;
use crate::number::rise;
use crate::sentence;
use crate::summary::scope;
use crate::table::{Cell, Table, Topic};
use crate::words::{self, Sense, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::{Dimension, Status};
use kumomori_core::figures::GroupKey;
use kumomori_core::gap::Gap;
use kumomori_core::id::ControlId;
use kumomori_core::order::sort_by_key;
use kumomori_core::risk::{RiskKind, RiskResult, RiskStatus};
use kumomori_core::role::Role;
use kumomori_core::text::Lang;

/// How many gaps the page has room for.
const GAPS: usize = 5;
/// How many titles a line of the page has room for.
const TITLES: usize = 3;

/// The statuses of risks that somebody has to decide about.
const OPEN: [RiskStatus; 5] = [
    RiskStatus::Open,
    RiskStatus::Unknown,
    RiskStatus::Claimed,
    RiskStatus::NotCovered,
    RiskStatus::PartlyCovered,
];

/// Design and operation side by side, the gaps most worth closing, open risks, what is only
/// claimed, and what is not known.
pub(super) fn report(case: &Case<'_>) -> (Document, Table) {
    let figures = figures::figures(case);
    let mut document = Document::default();
    document.heading(1, case.title(Kind::Summary));
    document.facts(facts(case));
    document.heading(2, case.word("設計と運用", "Design and operation"));
    if let Some(view) = case.evaluation.widest_view() {
        document.paragraph(sentence::takeaway(case.names, case.evaluation, view));
        let overall = case.evaluation.group(&GroupKey::Overall, view);
        for note in overall.iter().flat_map(|it| sentence::notes(case.names, it)) {
            document.paragraph(note);
        }
    }
    document.table(figures.clone());
    gaps(case, &mut document);
    risks(case, &mut document);
    document.heading(2, case.word("確かめられていないこと", "What is not established"));
    document.list(not_established(case));
    document.paragraph(LIMIT.of(case.names.lang));
    (document, rows(case, figures))
}

/// The figures with a head of its own for every column.
fn rows(case: &Case<'_>, figures: Table) -> Table {
    let claimed = case.names.words(words::sense(Sense::Claimed));
    let mut before = String::new();
    let mut head = Vec::with_capacity(figures.head.len());
    for it in &figures.head {
        let is_claimed = it == claimed;
        head.push(if is_claimed { format!("{before}: {claimed}") } else { it.clone() });
        before.clone_from(it);
    }
    Table { head, ..figures }
}

const LIMIT: Words = Words::new(
    "準備状況についての自己評価であり、認証でも監査人の意見でもありません。詳しくはギャップ分析報告書と改善計画書にあります。",
    "A self-assessment of readiness: no certificate and no auditor's opinion. The gap analysis report and the improvement plan have the details.",
);

/// The facts of the scope that those who decide need: day, subject, roles, targets, level, and
/// the window if there is one.
fn facts(case: &Case<'_>) -> Vec<(String, String)> {
    let n = 5 + usize::from(case.assessment.window.is_some());
    scope::facts(case.names, case.assessment, case.evaluation).into_iter().take(n).collect()
}

fn gaps(case: &Case<'_>, document: &mut Document) {
    let (all, n) = (case.evaluation.gaps.len(), case.evaluation.gaps.len().min(GAPS));
    document.heading(
        2,
        match case.names.lang {
            Lang::Ja => format!("埋める効果の大きいギャップ(全{all}件のうち{n}件)"),
            Lang::En => format!("Gaps most worth closing ({n} of {all})"),
        },
    );
    if n == 0 {
        let none =
            case.word("目標に届いていないものはありません。", "Nothing is below the target.");
        document.paragraph(none);
    }
    document.table(Table {
        caption: String::new(),
        head: vec![
            case.word("管理策", "Control"),
            case.word("観点", "Dimension"),
            case.word("現在→目標", "Now, target"),
            case.word("理由", "Why"),
            case.word("工数", "Effort"),
        ],
        rows: case.evaluation.gaps.iter().take(GAPS).map(|it| gap(case, it)).collect(),
    });
}

fn gap(case: &Case<'_>, gap: &Gap<'_>) -> Vec<Cell> {
    let names = case.names;
    let id = &gap.control.id;
    let levels = rise(gap.reading.confirmed, case.evaluation.target);
    vec![
        Cell::start(names.control_of(id, gap.role)).about(Topic::Control(id.clone())),
        Cell::start(names.words(words::dimension(gap.dimension))),
        Cell::start(levels),
        Cell::start(sentence::gap_reason(names, gap)),
        Cell::start(sentence::effort(names, gap.control.effort)),
    ]
}

/// The risks that are not held down, by kind and status.
fn risks(case: &Case<'_>, document: &mut Document) {
    let kinds = if case.assessment.scope.uses_ai { &RiskKind::ALL[..] } else { &[RiskKind::Cloud] };
    let lines = kinds.iter().flat_map(|kind| OPEN.iter().filter_map(|it| risk(case, *kind, *it)));
    let lines: Vec<String> = lines.collect();
    document.heading(2, case.word("残っているリスク", "Open risks"));
    if lines.is_empty() {
        let none = case.word(
            "評価範囲のリスクは、いずれも管理策で抑えられています。",
            "The controls hold down every risk in scope.",
        );
        document.paragraph(none);
    }
    document.list(lines);
}

fn risk(case: &Case<'_>, kind: RiskKind, status: RiskStatus) -> Option<String> {
    let is_it = |it: &&RiskResult<'_>| it.risk.kind == kind && it.status == status;
    let found = case.evaluation.risks.iter().filter(is_it);
    let titles: Vec<String> = found.map(|it| case.names.risk(&it.risk.id).to_owned()).collect();
    let listed = sentence::first_texts(case.names, &titles, TITLES);
    let (n, kind) = (titles.len().to_string(), case.names.words(words::risk_kind(kind)));
    let status = case.names.words(words::risk_status(status));
    match (case.names.lang, titles.is_empty()) {
        (_, true) => None,
        (Lang::Ja, false) => Some(format!("{kind}、{status}{n}件: {listed}")),
        (Lang::En, false) => Some(format!("{kind}, {n} {}: {listed}", status.to_lowercase())),
    }
}

/// What is only claimed, and what has no answer.
fn not_established(case: &Case<'_>) -> Vec<String> {
    let all = duties(case).count();
    let claimed = first(case, duties(case).filter(|it| is_claimed(case, it)));
    let unknown = first(case, duties(case).filter(|it| is_unanswered(it)));
    let mut lines = vec![match (case.names.lang, &claimed) {
        (Lang::Ja, None) => "申告だけで目標に届いているとされる管理策はありません。".to_owned(),
        (Lang::En, None) => "No control is said to reach the target without evidence.".to_owned(),
        (Lang::Ja, Some((n, listed))) => {
            format!(
                "申告のみ: {all}件のうち{n}件は、目標に届くと申告されていますが、証拠が足りません。{listed}"
            )
        }
        (Lang::En, Some((n, listed))) => format!(
            "Only claimed: {n} of {all} duties are said to reach the target, and evidence is missing: {listed}"
        ),
    }];
    lines.extend(unknown.map(|(n, listed)| match case.names.lang {
        Lang::Ja => format!("未回答: {all}件のうち{n}件に、まだ回答がありません。{listed}"),
        Lang::En => format!("Unanswered: {n} of {all} duties: {listed}"),
    }));
    lines
}

/// Whether the worse of both dimensions is a claim without enough evidence.
fn is_claimed(case: &Case<'_>, result: &ControlResult<'_>) -> bool {
    let status = |it: Dimension| result.dimension(it).reading.status(case.evaluation.target);
    Dimension::ALL.into_iter().map(status).min() == Some(Status::Claimed)
}

/// How many duties were found, and the first of them, key controls before others.
fn first<'a>(
    case: &Case<'_>,
    found: impl Iterator<Item = &'a ControlResult<'a>>,
) -> Option<(usize, String)> {
    let mut found: Vec<&ControlResult<'_>> = found.collect();
    sort_by_key(&mut found, |it| !it.is_key);
    let found: Vec<(&ControlId, Role)> = found.into_iter().map(ControlResult::name).collect();
    let listed = sentence::first_controls(case.names, &found, TITLES);
    (!found.is_empty()).then_some((found.len(), listed))
}
