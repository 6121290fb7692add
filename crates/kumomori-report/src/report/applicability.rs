//! The statement of applicability.

use super::listed::{self, Item};
use super::sections::{columns, sections};
use super::shortfalls::standing;
use super::{Case, Kind, Refused, sources};
use crate::document::Document;
use crate::sentence;
use crate::table::{Cell, Table, Topic};
use crate::words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::Applicability;
use kumomori_core::control::ControlRef;
use kumomori_core::control_result::{Applies, ControlResult};
use kumomori_core::dimension::Dimension;
use kumomori_core::framework::Framework;
use kumomori_core::requirement::RequirementStatus;
use kumomori_core::risk::{Risk, RiskKind};
use kumomori_core::role::Role;
use kumomori_core::text::Lang;

/// How many risks a cell names.
const FIRST: usize = 4;

/// Everything that the ISO/IEC targets list: applicable or not and why, the controls behind it,
/// design, operation and evidence.
pub(super) fn report(case: &Case<'_>) -> Result<(Document, Table), Refused> {
    let frameworks = listed::frameworks(case);
    if frameworks.is_empty() {
        return Err(Refused::NoListOfControls);
    }
    let rows = rows(case, &frameworks);
    let mut document = Document::default();
    document.heading(1, case.title(Kind::Applicability));
    document.facts(sources::facts(case));
    document.paragraph(case.word(
        "適用する理由は、評価範囲の役割の責務と、対応する管理策が抑えるリスクから示しています。自組織のリスク対応の結果に合わせて確かめ、必要なら書き改めてください。",
        "Why an item applies is read off the duties of the roles in scope and the risks that its controls answer. Hold it against your own treatment of risks, and reword it where needed.",
    ));
    document.paragraph(case.word(
        "状態は目標レベルと比べた自己評価の結果で、役割が複数あるときは低い方を示します。",
        "The status is that of a self-assessment against the target level; of several roles the lower one counts.",
    ));
    for (name, table) in sections(&rows) {
        document.heading(2, name);
        document.table(columns(&table, &[1, 2, 3, 4, 5, 6, 7, 8]));
    }
    Ok((document, rows))
}

fn rows(case: &Case<'_>, frameworks: &[&Framework]) -> Table {
    let names = case.names;
    let rows = frameworks.iter().flat_map(|framework| {
        listed::requirements(framework)
            .map(|it| row(case, framework, &Item::of(case, framework, it)))
    });
    Table {
        caption: case.word("適用宣言", "Applicability"),
        head: vec![
            case.word("規格", "Standard"),
            case.word("番号", "Id"),
            case.word("要求事項", "Requirement"),
            case.word("適用", "Applies"),
            case.word("理由", "Why"),
            case.word("対応する管理策", "Controls behind it"),
            names.words(words::dimension(Dimension::Design)).to_owned(),
            names.words(words::assured_operation()).to_owned(),
            case.word("証拠", "Evidence"),
        ],
        rows: rows.collect(),
    }
}

fn row(case: &Case<'_>, framework: &Framework, item: &Item<'_>) -> Vec<Cell> {
    let id = &item.requirement.id;
    let of =
        |dimension| item.result.map_or_else(|| "-".to_owned(), |it| standing(case, it, dimension));
    let mut controls: Vec<String> =
        item.controls.iter().map(|it| case.names.control(&it.control.id).to_owned()).collect();
    controls.dedup();
    vec![
        Cell::start(framework.name.clone()),
        Cell::start(id.as_str()).about(Topic::Requirement(framework.id.clone(), id.clone())),
        Cell::start(case.names.requirement(&framework.id, id)),
        Cell::start(applies(case, item)),
        Cell::start(why(case, item)),
        Cell::start(sentence::list(case.names, &controls)),
        Cell::start(of(Dimension::Design)),
        Cell::start(of(Dimension::Operation)),
        Cell::start(item.evidence(case, framework)),
    ]
}

fn applies(case: &Case<'_>, item: &Item<'_>) -> String {
    let applies = match item.result.map(|it| it.status) {
        None | Some(RequirementStatus::NotApplicable) => Applies::No,
        Some(RequirementStatus::Judged(_) | RequirementStatus::NotCovered) => Applies::Yes,
    };
    case.names.words(words::applies(applies)).to_owned()
}

/// Why an item applies or does not, with the parts of it that are left out.
fn why(case: &Case<'_>, item: &Item<'_>) -> String {
    let mut reasons = Vec::new();
    match item.result.map(|it| it.status) {
        None => reasons.push(addressed(case, item)),
        Some(RequirementStatus::NotApplicable) => {}
        Some(RequirementStatus::Judged(_) | RequirementStatus::NotCovered) => {
            reasons.push(duty(case, item));
            reasons.extend(risks(case, item));
        }
    }
    reasons.extend(item.controls.iter().filter_map(|it| left_out(case, it)));
    reasons.join(case.names.between_sentences())
}

/// Whom an item addresses that is not in scope.
fn addressed(case: &Case<'_>, item: &Item<'_>) -> String {
    let roles = roles(case, item.requirement.addresses().iter());
    match case.names.lang {
        Lang::Ja => format!("{roles}への要求で、その役割は評価範囲にない。"),
        Lang::En => format!("It addresses the {}, which is not in scope.", roles.to_lowercase()),
    }
}

fn duty(case: &Case<'_>, item: &Item<'_>) -> String {
    let has_duty =
        |role: &Role| item.controls.iter().any(|it| it.role == *role && it.is_applicable());
    let roles = roles(case, Role::ALL.into_iter().filter(has_duty));
    match (case.names.lang, roles.is_empty()) {
        (Lang::Ja, true) => "対応する管理策がライブラリにまだない。".to_owned(),
        (Lang::En, true) => "The library has no control for it yet.".to_owned(),
        (Lang::Ja, false) => format!("{roles}の責務がある。"),
        (Lang::En, false) => format!("A duty of the {}.", roles.to_lowercase()),
    }
}

fn roles(case: &Case<'_>, roles: impl Iterator<Item = Role>) -> String {
    let between = case.word("と", " and the ");
    let roles: Vec<&str> = roles.map(|it| case.names.words(words::role(it))).collect();
    roles.join(&between)
}

/// The risks that the controls of an item answer, where they can arise in the scope.
fn risks(case: &Case<'_>, item: &Item<'_>) -> Option<String> {
    let can_arise = |it: &&Risk| it.kind != RiskKind::Ai || case.assessment.scope.uses_ai;
    let answers = |it: &Risk, control: &ControlResult<'_>| {
        control.is_applicable() && it.controls.contains(&ControlRef::Known(control.control_idx))
    };
    let is_answered = |it: &&Risk| item.controls.iter().any(|control| answers(it, control));
    let found = case.names.library.risks.iter().filter(can_arise).filter(is_answered);
    let titles: Vec<String> = found.map(|it| case.names.risk(&it.id).to_owned()).collect();
    let listed = sentence::first_texts(case.names, &titles, FIRST);
    match (case.names.lang, titles.is_empty()) {
        (_, true) => None,
        (Lang::Ja, false) => Some(format!("抑えるリスク: {listed}。")),
        (Lang::En, false) => Some(format!("Risks that it answers: {listed}.")),
    }
}

/// Why a control behind an item is left out, if it is.
fn left_out(case: &Case<'_>, result: &ControlResult<'_>) -> Option<String> {
    let answer = case.assessment.answer(&result.control.id, result.role)?;
    let Applicability::NotApplicable(exclusion) = &answer.applicability else { return None };
    if result.applies != Applies::No {
        return None;
    }
    let control = case.names.control_of(&result.control.id, result.role);
    let why = sentence::exclusion(case.names, exclusion);
    Some(match case.names.lang {
        Lang::Ja => format!("除いた管理策: {control}。{why}。"),
        Lang::En => format!("Left out: {control}. {why}."),
    })
}
