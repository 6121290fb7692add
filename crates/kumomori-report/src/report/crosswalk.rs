//! What the targets have in common: where one answer serves several of them.

use super::sections::{columns, sections};
use super::{Case, Kind, Refused};
use crate::document::Document;
use crate::sentence;
use crate::summary::scope;
use crate::table::{Cell, Table, Topic};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::framework::Requirement;
use kumomori_core::id::FrameworkRef;
use kumomori_core::text::Lang;

/// A target with its requirements in scope.
struct Side<'a> {
    framework: &'a FrameworkRef,
    requirements: Vec<&'a Requirement>,
}

/// For each pair of targets: the requirements of the first with those of the second that the same
/// controls answer, and what the second asks beyond.
pub(super) fn report(case: &Case<'_>) -> Result<(Document, Table), Refused> {
    let sides = sides(case);
    if sides.len() < 2 {
        return Err(Refused::OneTarget);
    }
    let pairs = || {
        sides.iter().enumerate().flat_map(|(at, a)| sides.iter().skip(at + 1).map(move |b| (a, b)))
    };
    let rows = Table {
        caption: String::new(),
        head: head(case),
        rows: pairs()
            .flat_map(|(a, b)| a.requirements.iter().map(move |it| row(case, a, it, b)))
            .collect(),
    };
    let mut document = Document::default();
    document.heading(1, case.title(Kind::Crosswalk));
    document.facts(scope::facts(case.names, case.assessment, case.evaluation));
    document.paragraph(case.word(
        "同じ管理策で答える要求事項を並べています。一度の回答がどこに効くかを示すもので、要求事項どうしが同じ内容だという意味ではありません。",
        "It sets requirements side by side that the same controls answer. It shows where one answer serves both; it does not say that two requirements ask the same.",
    ));
    for ((a, b), (title, table)) in pairs().zip(sections(&rows)) {
        document.heading(2, title);
        document.list(sums(case, a, b));
        document.table(columns(&table, &[1, 2, 3, 4]));
    }
    Ok((document, rows))
}

fn sides<'a>(case: &Case<'a>) -> Vec<Side<'a>> {
    let targets = case.assessment.scope.targets.iter().map(|it| &it.framework);
    let side = |framework| {
        let mut requirements: Vec<&Requirement> =
            case.evaluation.results(framework).map(|it| it.requirement).collect();
        requirements.dedup_by(|a, b| a.id == b.id);
        Side { framework, requirements }
    };
    targets.map(side).filter(|it| !it.requirements.is_empty()).collect()
}

fn head(case: &Case<'_>) -> Vec<String> {
    vec![
        case.word("基準の組", "Pair of targets"),
        case.word("番号", "Id"),
        case.word("要求事項", "Requirement"),
        case.word("共通の管理策", "Controls in common"),
        case.word("相手の番号", "Ids of the other"),
    ]
}

fn row(case: &Case<'_>, a: &Side<'_>, requirement: &Requirement, b: &Side<'_>) -> Vec<Cell> {
    let names = case.names;
    let met: Vec<&&Requirement> =
        b.requirements.iter().filter(|it| shares(requirement, it)).collect();
    let common = requirement.known_controls().filter(|idx| met.iter().any(|it| answers(*idx, it)));
    let common = common.filter_map(|idx| names.library.controls.get(idx));
    let common: Vec<String> = common.map(|it| names.control(&it.id).to_owned()).collect();
    let ids: Vec<String> = met.iter().map(|it| it.id.to_string()).collect();
    let or_none = |it: String| if it.is_empty() { "-".to_owned() } else { it };
    vec![
        Cell::start(pair(case, a, b)),
        Cell::start(requirement.id.as_str())
            .about(Topic::Requirement(a.framework.clone(), requirement.id.clone())),
        Cell::start(names.requirement(a.framework, &requirement.id)),
        Cell::start(or_none(sentence::list(names, &common))),
        Cell::start(or_none(sentence::list(names, &ids))),
    ]
}

fn pair(case: &Case<'_>, a: &Side<'_>, b: &Side<'_>) -> String {
    let [a, b] = [a, b].map(|it| case.names.framework(it.framework));
    match case.names.lang {
        Lang::Ja => format!("{a}と{b}"),
        Lang::En => format!("{a} and {b}"),
    }
}

fn answers(idx: usize, requirement: &Requirement) -> bool {
    requirement.known_controls().any(|it| it == idx)
}

fn shares(a: &Requirement, b: &Requirement) -> bool {
    a.known_controls().any(|it| answers(it, b))
}

/// How much of each side the other side's controls reach, and what they do not.
fn sums(case: &Case<'_>, a: &Side<'_>, b: &Side<'_>) -> Vec<String> {
    [(a, b), (b, a)].map(|(of, other)| sum(case, of, other)).into()
}

fn sum(case: &Case<'_>, of: &Side<'_>, other: &Side<'_>) -> String {
    let is_alone = |it: &&&Requirement| !other.requirements.iter().any(|other| shares(it, other));
    let alone: Vec<String> =
        of.requirements.iter().filter(is_alone).map(|it| it.id.to_string()).collect();
    let (n, all) = (of.requirements.len() - alone.len(), of.requirements.len());
    let name = case.names.framework(of.framework);
    let listed = sentence::list(case.names, &alone);
    match (case.names.lang, alone.is_empty()) {
        (Lang::Ja, true) => format!("{name}の{all}件は、すべて相手と共通の管理策を持つ。"),
        (Lang::En, true) => format!("All {all} of {name} share a control with the other."),
        (Lang::Ja, false) => {
            format!(
                "{name}の{all}件のうち{n}件が、相手と共通の管理策を持つ。持たないもの: {listed}。"
            )
        }
        (Lang::En, false) => {
            format!(
                "{n} of {all} of {name} share a control with the other. Those that do not: {listed}."
            )
        }
    }
}
