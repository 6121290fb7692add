//! A control: what it asks, how to tell, and what stands on it.

use super::table;
use crate::document::Document;
use crate::names::Names;
use crate::sentence;
use crate::table::{Cell, Topic};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::control::{Control, ControlRef, Criterion, Duty};
use kumomori_core::dimension::Dimension;
use kumomori_core::id::ControlId;
use kumomori_core::text::Lang;

/// Everything that the library says of a control; `None` when it does not have it.
pub fn control(names: &Names<'_>, id: &ControlId) -> Option<Document> {
    let control = names.library.control(id)?;
    let mut document = Document::default();
    document.heading(1, names.control(id));
    body(names, control, &mut document);
    Some(document)
}

/// Everything under the title of a control.
pub(crate) fn body(names: &Names<'_>, control: &Control, document: &mut Document) {
    document.paragraph(names.prose(control.objective));
    document.facts(facts(names, control));
    document.heading(2, names.words(Words::new("なぜ必要か", "Why it matters")));
    document.paragraph(names.prose(control.why));
    for duty in &control.duties {
        self::duty(names, duty, document);
    }
    thresholds(names, control, document);
    for dimension in Dimension::ALL {
        criteria(names, control, dimension, document);
    }
    document.heading(2, names.words(Words::new("サンプル", "Sample")));
    document.paragraph(names.prose(control.sample));
    questions(names, control, document);
    requirements(names, control, document);
    risks(names, control, document);
}

/// Id, domain, weight with its reason, frequency, effort and what comes first.
pub(crate) fn facts(names: &Names<'_>, control: &Control) -> Vec<(String, String)> {
    let weight = names.words(words::weight(control.weight));
    let reason = names.prose(control.weight_reason);
    let weight = match names.lang {
        Lang::Ja => format!("{}({weight})。{reason}", control.weight),
        Lang::En => format!("{}. {reason}", control.weight),
    };
    let mut facts = vec![
        (Words::new("管理策ID", "Id"), control.id.to_string()),
        (Words::new("領域", "Domain"), names.domain(&control.domain).to_owned()),
        (Words::new("重み", "Weight"), weight),
        (Words::new("頻度", "Frequency"), names.words(words::frequency(control.frequency)).into()),
        (Words::new("工数", "Effort"), sentence::effort(names, control.effort)),
    ];
    if !control.depends_on.is_empty() {
        let first: Vec<String> =
            control.depends_on.iter().map(|it| names.control(it).to_owned()).collect();
        facts.push((Words::new("先に必要な管理策", "Needs first"), sentence::list(names, &first)));
    }
    facts.into_iter().map(|(name, said)| (names.words(name).to_owned(), said)).collect()
}

fn duty(names: &Names<'_>, duty: &Duty, document: &mut Document) {
    document.heading(2, names.words(words::role(duty.role)));
    document.paragraph(names.prose(duty.text));
    let model = |model| names.words(words::service_model(model)).to_owned();
    let models = duty.models.iter().map(|(it, text)| (model(*it), names.prose(*text)));
    document.facts(models.collect());
}

fn thresholds(names: &Names<'_>, control: &Control, document: &mut Document) {
    if control.thresholds.is_empty() {
        return;
    }
    document.heading(2, names.words(Words::new("基準値", "Thresholds")));
    let head =
        [Words::new("名称", "Name"), Words::new("値", "Value"), Words::new("意味", "Meaning")];
    let rows = control.thresholds.iter().map(|it| {
        vec![
            Cell::start(it.id.as_str()),
            Cell::start(it.value.clone()),
            Cell::start(names.prose(it.text)),
        ]
    });
    document.table(table(names, &head, rows.collect()));
}

fn criteria(names: &Names<'_>, control: &Control, dimension: Dimension, document: &mut Document) {
    document.heading(2, names.words(words::dimension(dimension)));
    let head = [
        Words::new("段", "Rung"),
        Words::new("成り立つこと", "What must hold"),
        Words::new("証拠の例", "What shows it"),
    ];
    let of_dimension = control.criteria.iter().filter(|it| it.ladder == dimension);
    let row = |it: &Criterion| {
        vec![
            Cell::end(it.rung.to_string()),
            Cell::start(names.prose(it.text)),
            Cell::start(names.prose(it.evidence)),
        ]
    };
    document.table(table(names, &head, of_dimension.map(row).collect()));
}

fn questions(names: &Names<'_>, control: &Control, document: &mut Document) {
    if control.questions.is_empty() {
        return;
    }
    document.heading(2, names.words(Words::new("事業者への質問", "Questions to a provider")));
    let head = [
        Words::new("質問", "Question"),
        Words::new("よい回答に含まれるもの", "What a good answer has"),
    ];
    let rows = control
        .questions
        .iter()
        .map(|it| vec![Cell::start(names.prose(it.ask)), Cell::start(names.prose(it.good))]);
    document.table(table(names, &head, rows.collect()));
}

fn requirements(names: &Names<'_>, control: &Control, document: &mut Document) {
    let head = [
        Words::new("フレームワーク", "Framework"),
        Words::new("番号", "Id"),
        Words::new("要求事項", "Requirement"),
        Words::new("関係", "Part"),
        Words::new("理由", "Why"),
    ];
    let idx = names.library.control_idx(&control.id);
    let rows = idx.into_iter().flat_map(|idx| names.library.rows_of(idx));
    let rows = rows.map(|(framework, requirement, row)| {
        let topic = Topic::Requirement(framework.id.clone(), requirement.id.clone());
        vec![
            Cell::start(framework.name.clone()),
            Cell::start(requirement.id.as_str()).about(topic),
            Cell::start(names.prose(requirement.title)),
            Cell::start(names.words(words::part(row.part))),
            Cell::start(names.prose(row.reason)),
        ]
    });
    document.heading(2, names.words(Words::new("対応する要求事項", "Requirements")));
    document.table(table(names, &head, rows.collect()));
}

fn risks(names: &Names<'_>, control: &Control, document: &mut Document) {
    let Some(idx) = names.library.control_idx(&control.id) else { return };
    let answered =
        names.library.risks.iter().filter(|it| it.controls.contains(&ControlRef::Known(idx)));
    let said = answered.map(|it| (names.prose(it.title), names.prose(it.description)));
    let facts: Vec<(String, String)> = said.collect();
    if !facts.is_empty() {
        document.heading(2, names.words(Words::new("抑えるリスク", "Risks that it answers")));
        document.facts(facts);
    }
}
