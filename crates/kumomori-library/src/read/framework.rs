//! frameworks/: one folder per edition, one file of requirements per group.

use super::Known;
use super::control::{check_duties, duties};
use super::mapping::{Rows, rows};
use super::reader::{Ids, Reader, span_of};
use crate::problem::{Fault, Kind};
use crate::raw::{
    RawAddressing, RawAttributes, RawConfidence, RawExamination, RawFramework, RawRequirement,
    RawRequirements, RawStanding,
};
use crate::source::Source;
use crate::texts::{FRAMEWORKS, TITLES};
use kumomori_core::attribute::{Attribute, AttributeKind};
use kumomori_core::framework::{
    Addressing, Category, Confidence, Examination, Framework, Group, Requirement, Standing,
    framework_ref,
};
use kumomori_core::id::{CategoryId, FrameworkRef, GroupId, RequirementId};

/// The framework editions, sorted by id, each with its requirements and their rows.
pub(crate) fn frameworks(reader: &mut Reader<'_>, known: &mut Known) -> Vec<Framework> {
    let mut frameworks = Vec::new();
    let read = reader.files::<RawFramework>("frameworks/", "/framework.yaml");
    if read.len() < reader.count("frameworks/", "/framework.yaml") {
        reader.pass_over("frameworks/");
        reader.pass_over("mappings/");
    }
    for (source, raw) in read {
        let Some(mut framework) = framework(reader, source, &raw) else {
            reader.pass_over("frameworks/");
            reader.pass_over("mappings/");
            continue;
        };
        let folder = format!("frameworks/{}-{}/", raw.id.value, raw.edition.value);
        reader.texts.turn_to(FRAMEWORKS);
        requirements(reader, &folder, &mut framework);
        known.unreadable = reader.unreadable();
        attach(reader, &mut framework, known);
        reader.texts.turn_to(TITLES);
        frameworks.push(framework);
    }
    frameworks.sort_by(|a, b| a.id.cmp(&b.id));
    frameworks
}

fn framework(reader: &mut Reader<'_>, source: &Source, raw: &RawFramework) -> Option<Framework> {
    let expected = format!("frameworks/{}-{}/framework.yaml", raw.id.value, raw.edition.value);
    if *source.path != *expected {
        reader.add(source, &raw.id, Fault::WrongPath { expected });
    }
    let title = reader.text(source, &raw.title);
    let notice = reader.text(source, &raw.notice);
    let origin = reader.text(source, &raw.source);
    let categories = categories(reader, source, raw);
    let groups = groups(reader, source, raw);
    let standing = standing(reader, source, raw);
    let framework = reader.id(source, &raw.id);
    let edition = reader.id(source, &raw.edition);
    Some(Framework {
        id: FrameworkRef { framework: framework?, edition: edition? },
        name: raw.name.value.clone(),
        title,
        publisher: raw.publisher.value.clone(),
        addressing: match raw.roles {
            RawAddressing::Each => Addressing::Each,
            RawAddressing::Provider => Addressing::Provider,
        },
        examination: match raw.examination {
            RawExamination::ManagementSystem => Examination::ManagementSystem,
            RawExamination::Extension => Examination::Extension,
            RawExamination::Report => Examination::Report,
        },
        standing: standing?,
        notice,
        source: origin,
        categories,
        groups,
        requirements: Vec::new(),
    })
}

fn standing(reader: &mut Reader<'_>, source: &Source, raw: &RawFramework) -> Option<Standing> {
    if raw.status.value == RawStanding::InForce {
        return Some(Standing::InForce);
    }
    let Some(word) = &raw.replaced_by else {
        let fault = Fault::MissingField { field: "replaced-by".to_owned() };
        reader.add(source, &raw.status, fault);
        return None;
    };
    let replaced_by = word.value.split_once(':').and_then(|(a, b)| framework_ref(a, b));
    if replaced_by.is_none() {
        reader.add(source, word, Fault::MalformedId { text: word.value.clone() });
    }
    replaced_by.map(|replaced_by| Standing::Withdrawn { replaced_by })
}

fn categories(reader: &mut Reader<'_>, source: &Source, raw: &RawFramework) -> Vec<Category> {
    let mut ids = Ids::new(Kind::Category);
    let mut categories = Vec::new();
    for it in &raw.categories {
        let title = reader.text(source, &it.title);
        let description = reader.text(source, &it.description);
        if let Some(id) = reader.new_id(source, &it.id, &mut ids) {
            categories.push(Category { id, is_always_in: it.always, title, description });
        }
    }
    categories
}

fn groups(reader: &mut Reader<'_>, source: &Source, raw: &RawFramework) -> Vec<Group> {
    let mut ids = Ids::new(Kind::Group);
    let mut groups = Vec::new();
    for it in &raw.groups {
        let title = reader.text(source, &it.title);
        if let Some(id) = reader.new_id(source, &it.id, &mut ids) {
            groups.push(Group { id, title });
        }
    }
    groups
}

fn requirements(reader: &mut Reader<'_>, folder: &str, framework: &mut Framework) {
    let mut ids = Ids::new(Kind::Requirement);
    let prefix = format!("{folder}requirements/");
    let mut found: Vec<Requirement> = Vec::new();
    for (source, raw) in reader.files::<RawRequirements>(&prefix, ".yaml") {
        for it in raw.requirements {
            found.extend(requirement(reader, source, &it, framework, &mut ids));
        }
    }
    let place = |group: &GroupId| framework.groups.iter().position(|it| it.id == *group);
    found.sort_by_key(|it| place(&it.group));
    framework.requirements = found;
}

fn requirement(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawRequirement,
    framework: &Framework,
    ids: &mut Ids,
) -> Option<Requirement> {
    let title = reader.text(source, &raw.title);
    let asks = duties(reader, source, &raw.asks);
    check_duties(reader, &asks, &span_of(source, &raw.id));
    let has_group = |id: &GroupId| framework.groups.iter().any(|it| it.id == *id);
    let _known: Option<GroupId> = reader.reference(source, &raw.group, Kind::Group, has_group);
    let has_category = |id: &CategoryId| framework.categories.iter().any(|it| it.id == *id);
    let category = match &raw.category {
        Some(word) => reader.reference(source, word, Kind::Category, has_category),
        None if framework.categories.is_empty() => None,
        None => {
            let fault = Fault::MissingField { field: "category".to_owned() };
            reader.add(source, &raw.id, fault);
            None
        }
    };
    let id: RequirementId = reader.new_id(source, &raw.id, ids)?;
    Some(Requirement {
        id,
        group: raw.group.value.parse().ok()?,
        category,
        title,
        asks: asks.into_iter().map(|it| (it.role, it.text)).collect(),
        attributes: raw
            .attributes
            .as_ref()
            .map(|it| attributes(reader, source, it))
            .unwrap_or_default(),
        formerly: raw.formerly.iter().filter_map(|it| reader.id(source, it)).collect(),
        confidence: match raw.confidence {
            RawConfidence::Verified => Confidence::Verified,
            RawConfidence::SecondHand => Confidence::SecondHand,
        },
        rows: Vec::new(),
    })
}

fn attributes(reader: &mut Reader<'_>, source: &Source, raw: &RawAttributes) -> Vec<Attribute> {
    let lists = [
        (AttributeKind::ControlType, &raw.control_type),
        (AttributeKind::Property, &raw.properties),
        (AttributeKind::Concept, &raw.concepts),
        (AttributeKind::Capability, &raw.capabilities),
        (AttributeKind::SecurityDomain, &raw.security_domains),
    ];
    let mut found = Vec::new();
    for (kind, words) in lists {
        for word in words {
            match Attribute::from_word(kind, &word.value) {
                Some(it) => found.push(it),
                None => reader.add(source, word, unknown_attribute(kind, &word.value)),
            }
        }
    }
    found
}

fn unknown_attribute(kind: AttributeKind, word: &str) -> Fault {
    let known = Attribute::ALL.iter().filter(|it| it.kind() == kind).map(|it| it.word()).collect();
    Fault::UnknownWord { word: word.to_owned(), known }
}

/// Gives each requirement the rows that its mapping file has for it.
fn attach(reader: &mut Reader<'_>, framework: &mut Framework, known: &Known) {
    let path = format!("mappings/{}-{}.yaml", framework.id.framework, framework.id.edition);
    let Rows { by_requirement } = rows(reader, &path, framework, known);
    for (id, row) in by_requirement {
        if let Some(it) = framework.requirements.iter_mut().find(|it| it.id == id) {
            it.rows.push(row);
        }
    }
    for requirement in &mut framework.requirements {
        requirement.rows.sort_by_key(|row| row.part);
    }
}
