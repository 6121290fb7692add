//! A requirement: what it asks, what answers it, and where it stands in other editions.

use super::table;
use crate::document::Document;
use crate::names::Names;
use crate::table::{Cell, Topic};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::attribute::AttributeKind;
use kumomori_core::control::ControlRef;
use kumomori_core::framework::{Framework, Requirement, Row, Standing};
use kumomori_core::id::{FrameworkRef, RequirementId};
use kumomori_core::migration::Preview;
use kumomori_core::text::Lang;

/// Everything that the library says of a requirement; `None` when it does not have it.
pub fn requirement(
    names: &Names<'_>,
    framework: &FrameworkRef,
    id: &RequirementId,
) -> Option<Document> {
    let framework = names.library.framework(framework)?;
    let requirement = framework.requirement(id)?;
    let mut document = Document::default();
    document.heading(1, format!("{} {id} {}", framework.name, names.prose(requirement.title)));
    if matches!(framework.standing, Standing::Withdrawn { .. }) {
        document.paragraph(names.prose(framework.notice));
    }
    body(names, framework, requirement, &mut document);
    Some(document)
}

/// Everything under the title of a requirement.
pub(crate) fn body(
    names: &Names<'_>,
    framework: &Framework,
    requirement: &Requirement,
    document: &mut Document,
) {
    for (role, text) in &requirement.asks {
        document.heading(2, asked_of(names, words::role(*role)));
        document.paragraph(names.prose(*text));
    }
    document.heading(2, names.words(Words::new("対応する管理策", "Controls that answer it")));
    document.table(controls(names, requirement));
    editions(names, framework, requirement, document);
    document.heading(2, names.words(Words::new("書誌", "Particulars")));
    document.facts(facts(names, framework, requirement));
}

fn asked_of(names: &Names<'_>, role: Words) -> String {
    let role = names.words(role);
    match names.lang {
        Lang::Ja => format!("{role}に求めること"),
        Lang::En => format!("What it asks of the {}", role.to_ascii_lowercase()),
    }
}

fn controls(names: &Names<'_>, requirement: &Requirement) -> crate::table::Table {
    let head = [
        Words::new("管理策", "Control"),
        Words::new("関係", "Part"),
        Words::new("観点", "Aspect"),
        Words::new("理由", "Why"),
    ];
    let row = |row: &Row| {
        vec![
            control(names, row),
            Cell::start(names.words(words::part(row.part))),
            Cell::start(names.words(words::aspects(row.aspects))),
            Cell::start(names.prose(row.reason)),
        ]
    };
    table(names, &head, requirement.rows.iter().map(row).collect())
}

fn control(names: &Names<'_>, row: &Row) -> Cell {
    match &row.control {
        ControlRef::Planned(id) => Cell::start(id.as_str()),
        ControlRef::Known(idx) => match names.library.controls.get(*idx) {
            Some(it) => Cell::start(names.prose(it.title)).about(Topic::Control(it.id.clone())),
            None => Cell::start(""),
        },
    }
}

/// What corresponds to it in the editions before and after.
fn editions(
    names: &Names<'_>,
    framework: &Framework,
    requirement: &Requirement,
    document: &mut Document,
) {
    let mut rows = Vec::new();
    for other in &names.library.frameworks {
        let Some(preview) =
            kumomori_core::migration::preview(names.library, &framework.id, &other.id)
        else {
            continue;
        };
        let Preview { kept, review, new, gone } = preview;
        let all = kept.into_iter().chain(review).chain(new).chain(gone);
        for row in all.filter(|it| it.from.as_ref() == Some(&requirement.id)) {
            let id = row.to.map_or_else(
                || Cell::start("-"),
                |it| {
                    let topic = Topic::Requirement(other.id.clone(), it.clone());
                    Cell::start(it.as_str()).about(topic)
                },
            );
            rows.push(vec![
                Cell::start(other.name.clone()),
                id,
                Cell::start(names.words(words::relation(row.relation))),
                Cell::start(names.prose(row.note)),
            ]);
        }
    }
    if !rows.is_empty() {
        let head = [
            Words::new("版", "Edition"),
            Words::new("番号", "Id"),
            Words::new("関係", "Relation"),
            Words::new("備考", "Note"),
        ];
        document.heading(2, names.words(Words::new("他の版での扱い", "In other editions")));
        document.table(table(names, &head, rows));
    }
}

fn facts(
    names: &Names<'_>,
    framework: &Framework,
    requirement: &Requirement,
) -> Vec<(String, String)> {
    let word = |it: Words| names.words(it).to_owned();
    let mut facts = Vec::new();
    let group = framework.groups.iter().find(|it| it.id == requirement.group);
    let group = group.map(|it| format!("{} {}", it.id, names.prose(it.title)));
    facts.extend(group.map(|it| (word(Words::new("見出し", "Heading")), it)));
    if let Some(id) = &requirement.category {
        let title = names.category(&framework.id, id).to_owned();
        facts.push((word(Words::new("カテゴリ", "Category")), title));
    }
    for kind in AttributeKind::ALL {
        let values = requirement.attributes.iter().filter(|it| it.kind() == kind);
        let values: Vec<&str> = values.map(|it| names.words(words::attribute(*it))).collect();
        if !values.is_empty() {
            let between = names.words(Words::new("、", ", "));
            facts.push((word(words::attribute_kind(kind)), values.join(between)));
        }
    }
    if !requirement.formerly.is_empty() {
        let ids: Vec<&str> = requirement.formerly.iter().map(RequirementId::as_str).collect();
        facts.push((word(Words::new("前の版の番号", "Earlier ids")), ids.join(", ")));
    }
    facts.push((
        word(Words::new("出どころ", "Source")),
        names.words(words::confidence(requirement.confidence)).to_owned(),
    ));
    facts
}
