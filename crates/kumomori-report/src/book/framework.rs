//! The page of a framework edition: its requirements under its own headings.

use super::leaf::Leaf;
use super::part::{contents, link_to, page_title, paragraph, place, section, set};
use crate::document::Document;
use crate::html::{Html, list};
use crate::names::Names;
use crate::reference::requirement_body;
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::framework::{Addressing, Framework, Group, Requirement, Standing};
use kumomori_core::text::Lang;

/// What stands on the page.
pub(super) fn content(names: &Names<'_>, framework: &Framework) -> Html {
    let leaf = Leaf::Framework(framework);
    let entries = groups(framework).map(|it| entry(names, framework, it));
    let parts = groups(framework).map(|it| group(names, &leaf, framework, it));
    Html::join([
        page_title(names, &leaf),
        paragraph(Some("lead"), &names.prose(framework.title)),
        paragraph(Some("notice"), &names.prose(framework.notice)),
        set(names, &particulars(names, framework), 1, &framework.name),
        contents(names, entries),
        Html::join(parts),
    ])
}

/// The headings that something stands under.
pub(super) fn groups(framework: &Framework) -> impl Iterator<Item = &Group> {
    framework.groups.iter().filter(|it| requirements(framework, it).next().is_some())
}

fn requirements<'a>(
    framework: &'a Framework,
    group: &'a Group,
) -> impl Iterator<Item = &'a Requirement> {
    framework.requirements.iter().filter(|it| it.group == group.id)
}

/// The anchor of a heading; apart from those of requirements, which may have the same id.
pub(super) fn group_anchor(group: &Group) -> String {
    format!("group-{}", group.id)
}

/// A heading with its number.
pub(super) fn group_title(names: &Names<'_>, group: &Group) -> String {
    format!("{} {}", group.id, names.prose(group.title))
}

fn requirement_title(names: &Names<'_>, requirement: &Requirement) -> String {
    format!("{} {}", requirement.id, names.prose(requirement.title))
}

fn entry(names: &Names<'_>, framework: &Framework, group: &Group) -> Html {
    let entry = |it: &Requirement| link_to(it.id.as_str(), &requirement_title(names, it));
    Html::join([
        link_to(&group_anchor(group), &group_title(names, group)),
        list(requirements(framework, group).map(entry)).html(),
    ])
}

fn group(names: &Names<'_>, leaf: &Leaf<'_>, framework: &Framework, group: &Group) -> Html {
    let all = requirements(framework, group).map(|it| requirement(names, leaf, framework, it));
    section(&group_anchor(group), "h2", &group_title(names, group), all)
}

fn requirement(
    names: &Names<'_>,
    leaf: &Leaf<'_>,
    framework: &Framework,
    requirement: &Requirement,
) -> Html {
    let mut document = Document::default();
    requirement_body(names, framework, requirement, &mut document);
    let id = requirement.id.as_str();
    let content = [place(names, leaf, id), set(names, &document, 3, id)];
    section(id, "h3", &requirement_title(names, requirement), content)
}

/// Who publishes it, whether it is in force, who is judged, and where its texts come from.
fn particulars(names: &Names<'_>, framework: &Framework) -> Document {
    let word = |it: Words| names.words(it).to_owned();
    let judged = match framework.addressing {
        Addressing::Each => {
            Words::new("利用者と事業者をそれぞれ", "Customer and provider, each apart")
        }
        Addressing::Provider => Words::new("事業者のみ", "The provider only"),
    };
    let mut document = Document::default();
    document.facts(vec![
        (word(Words::new("発行者", "Publisher")), framework.publisher.clone()),
        (word(Words::new("状態", "Status")), standing(names, framework)),
        (
            word(Words::new("要求事項の数", "Requirements")),
            framework.requirements.len().to_string(),
        ),
        (word(Words::new("判定する責務", "Whose duties are judged")), word(judged)),
        (word(Words::new("出どころ", "Source")), names.prose(framework.source)),
    ]);
    let always = names.words(Words::new("(必ず対象になる)", " (always in scope)"));
    let categories = framework.categories.iter().map(|it| {
        let always = if it.is_always_in { always } else { "" };
        (format!("{}{always}", names.prose(it.title)), names.prose(it.description))
    });
    let categories: Vec<(String, String)> = categories.collect();
    if !categories.is_empty() {
        document.heading(2, names.words(Words::new("カテゴリ", "Categories")));
        document.facts(categories);
    }
    document
}

/// Whether the publisher still stands behind an edition, and what replaced it.
pub(super) fn standing(names: &Names<'_>, framework: &Framework) -> String {
    match (&framework.standing, names.lang) {
        (Standing::InForce, _) => names.words(Words::new("現行", "In force")).to_owned(),
        (Standing::Withdrawn { replaced_by }, Lang::Ja) => {
            format!("廃止(後継: {})", names.framework(replaced_by))
        }
        (Standing::Withdrawn { replaced_by }, Lang::En) => {
            format!("Withdrawn, replaced by {}", names.framework(replaced_by))
        }
    }
}
