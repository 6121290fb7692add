//! How the levels of a control came about.

use super::{dimension, rule};
use crate::document::Document;
use crate::names::Names;
use crate::number::reading;
use crate::reference::facts;
use crate::sentence;
use crate::table::{Cell, Table, Topic, widest};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::{Answer, Applicability, Assessment};
use kumomori_core::control::Control;
use kumomori_core::control_result::{Applies, ControlResult};
use kumomori_core::dimension::Dimension;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::id::ControlId;
use kumomori_core::text::Lang;

/// How the levels of a control came about for each role in scope, and which requirements stand on
/// it; `None` when the library does not have it.
pub fn control(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
    id: &ControlId,
) -> Option<Document> {
    let control = names.library.control(id)?;
    let mut document = Document::default();
    document.heading(1, names.control(id));
    document.paragraph(names.prose(control.objective));
    document.facts(facts(names, control));
    for result in evaluation.controls.iter().filter(|it| it.control.id == *id) {
        role(names, assessment, evaluation, result, &mut document);
    }
    if !evaluation.controls.iter().any(|it| it.control.id == *id) {
        let nobody = Words::new(
            "評価範囲にある役割に、この管理策の責務はありません。",
            "It asks nothing of the roles in scope.",
        );
        document.paragraph(names.words(nobody));
    }
    let requirements = requirements(names, evaluation, control);
    if !requirements.rows.is_empty() {
        document.heading(2, requirements.caption.clone());
        document.table(Table { caption: String::new(), ..requirements });
    }
    Some(document)
}

fn role(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
    result: &ControlResult<'_>,
    document: &mut Document,
) {
    let control = result.control;
    let answer = assessment.answer(&control.id, result.role);
    document.heading(2, names.words(words::role(result.role)));
    if let Some(duty) = names.duty(control, result.role) {
        document.paragraph(duty);
    }
    if !result.is_in_scope {
        let outside = Words::new(
            "評価範囲の外にあるため、グループの集計には入りません。",
            "Not in scope, so it stands in no group's figures.",
        );
        document.paragraph(format!("{}{}", names.words(outside), rule(names, "6")));
    }
    if let Some(text) = answer.and_then(|it| exclusion(names, it, result.applies)) {
        document.paragraph(text);
    }
    if let Some(text) = answer.and_then(|it| source(names, assessment, it)) {
        document.paragraph(text);
    }
    if !result.is_applicable() {
        return;
    }
    for dimension in Dimension::ALL {
        dimension::explain(names, assessment, evaluation, (result, dimension), document);
    }
    document.heading(3, names.words(words::assured_operation()));
    document.list(together(names, result));
}

fn exclusion(names: &Names<'_>, answer: &Answer, applies: Applies) -> Option<String> {
    let Applicability::NotApplicable(exclusion) = &answer.applicability else { return None };
    let kind = names.words(words::exclusion_reason(exclusion.reason));
    let applies = names.words(words::applies(applies));
    let (justification, by) = (exclusion.justification.trim(), exclusion.by.trim());
    let rule = rule(names, "1");
    let or_none = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
    let (justification, by) = (or_none(justification), or_none(by));
    Some(match names.lang {
        Lang::Ja => format!("{applies}。{kind}。理由: {justification} 判断者: {by}{rule}"),
        Lang::En => format!("{applies}. {kind}. Reason: {justification} Decided by: {by}{rule}"),
    })
}

/// Whose work the answer relies on, where it says so.
fn source(names: &Names<'_>, assessment: &Assessment, answer: &Answer) -> Option<String> {
    let id = answer.inherited_from.as_ref()?;
    let found = assessment.attestations.iter().find(|it| it.id == *id);
    let issuer = found.map(|it| it.issuer.trim()).filter(|it| !it.is_empty()).unwrap_or("-");
    Some(match names.lang {
        Lang::Ja => format!("この回答は、第三者評価「{id}」(発行者: {issuer})に基づきます。"),
        Lang::En => format!("This answer relies on the attestation \"{id}\" (issuer: {issuer})."),
    })
}

/// What follows from both dimensions: assured operation, the flag and the sample.
fn together(names: &Names<'_>, result: &ControlResult<'_>) -> Vec<String> {
    let levels = reading(result.assured);
    let section = rule(names, "5");
    let mut lines = vec![match names.lang {
        Lang::Ja => format!("設計と運用の低い方をとり、{levels}です{section}。"),
        Lang::En => format!("The lower of design and operation: {levels}{section}."),
    }];
    lines.extend(result.flag.map(|flag| match names.lang {
        Lang::Ja => format!("{}{section}。", words::flag(flag).ja),
        Lang::En => format!("{}{section}.", words::flag(flag).en),
    }));
    lines.extend(result.sample.map(|it| {
        let said = sentence::sample(names, &it);
        let by = names.words(words::sample_rule(it.rule));
        match names.lang {
            Lang::Ja => format!("{said}{by}{}。", rule(names, "3")),
            Lang::En => format!("{said} {by}{}.", rule(names, "3")),
        }
    }));
    lines
}

fn requirements(names: &Names<'_>, evaluation: &Evaluation<'_>, control: &Control) -> Table {
    let head = [
        Words::new("フレームワーク", "Framework"),
        Words::new("番号", "Id"),
        Words::new("要求事項", "Requirement"),
        Words::new("関係", "Part"),
        Words::new("観点", "Aspect"),
        Words::new("状態", "Status"),
    ];
    let idx = names.library.control_idx(&control.id);
    let rows = idx.into_iter().flat_map(|idx| names.library.rows_of(idx));
    let in_scope = rows.filter_map(|(framework, requirement, row)| {
        let result = widest(evaluation, &framework.id, &requirement.id)?;
        let topic = Topic::Requirement(framework.id.clone(), requirement.id.clone());
        Some(vec![
            Cell::start(framework.name.clone()),
            Cell::start(requirement.id.as_str()).about(topic),
            Cell::start(names.requirement(&framework.id, &requirement.id)),
            Cell::start(names.words(words::part(row.part))),
            Cell::start(names.words(words::aspects(row.aspects))),
            Cell::start(names.words(words::requirement_status(result.status))),
        ])
    });
    let caption = Words::new("この管理策に関わる要求事項", "Requirements that name this control");
    Table {
        caption: names.words(caption).to_owned(),
        head: head.iter().map(|it| names.words(*it).to_owned()).collect(),
        rows: in_scope.collect(),
    }
}
