//! The index of the book: every page, every heading and every control.

use super::domain::controls;
use super::framework::{group_anchor, group_title, groups, standing};
use super::leaf::{Leaf, control_address};
use super::part::{contents, link, link_to, page_title, paragraph, section};
use crate::html::{Html, el, list};
use crate::names::Names;
use crate::number::counted;
use crate::words::Words;
use alloc::format;
use alloc::string::String;
use kumomori_core::framework::Framework;
use kumomori_core::library::Domain;
use kumomori_core::text::Lang;

/// The anchors of the two parts, with their titles.
const STANDARDS: (&str, Words) = ("standards", Words::new("規格・規準", "Standards"));
const DOMAINS: (&str, Words) = ("domains", Words::new("領域と管理策", "Domains and controls"));

/// What stands on the page.
pub(super) fn content(names: &Names<'_>) -> Html {
    let library = names.library;
    let frameworks = library.frameworks.iter().map(|it| framework(names, it));
    let domains = library.domains.iter().map(|it| domain(names, it));
    Html::join([
        page_title(names, &Leaf::Index),
        paragraph(Some("lead"), &lead(names)),
        contents(names, entries(names)),
        section(STANDARDS.0, "h2", names.words(STANDARDS.1), frameworks),
        section(DOMAINS.0, "h2", names.words(DOMAINS.1), domains),
    ])
}

/// Every page of the book.
fn entries(names: &Names<'_>) -> [Html; 3] {
    let page = |it: &Leaf<'_>| link(&it.file(names.lang), &it.title(names));
    let library = names.library;
    let frameworks = library.frameworks.iter().map(|it| page(&Leaf::Framework(it)));
    let domains = library.domains.iter().map(|it| page(&Leaf::Domain(it)));
    [
        Html::join([link_to(STANDARDS.0, names.words(STANDARDS.1)), list(frameworks).html()]),
        Html::join([link_to(DOMAINS.0, names.words(DOMAINS.1)), list(domains).html()]),
        page(&Leaf::Guides),
    ]
}

fn lead(names: &Names<'_>) -> String {
    let library = names.library;
    let n_controls = library.controls.len();
    let n_requirements: usize = library.frameworks.iter().map(|it| it.requirements.len()).sum();
    let n_editions = library.frameworks.len();
    match names.lang {
        Lang::Ja => format!(
            "Kumomoriが評価に使う{n_controls}の管理策と、{n_editions}つの規格・規準の版にわたる{n_requirements}の要求事項の一覧。管理策からは対応する要求事項へ、要求事項からは対応する管理策へたどれる。"
        ),
        Lang::En => format!(
            "The {} that Kumomori assesses with, and the {} of {} that they answer, each linked to the other.",
            counted(n_controls, "control", "controls"),
            counted(n_requirements, "requirement", "requirements"),
            counted(n_editions, "edition", "editions"),
        ),
    }
}

/// An edition with what it is about and its headings.
fn framework(names: &Names<'_>, framework: &Framework) -> Html {
    let file = Leaf::Framework(framework).file(names.lang);
    let n = framework.requirements.len();
    let title = names.prose(framework.title);
    let standing = standing(names, framework);
    let about = match names.lang {
        Lang::Ja => format!("{title}。{standing}。要求事項{n}件。"),
        Lang::En => {
            format!("{title}. {standing}. {}.", counted(n, "requirement", "requirements"))
        }
    };
    let groups = groups(framework)
        .map(|it| link(&format!("{file}#{}", group_anchor(it)), &group_title(names, it)));
    entry(&file, &framework.name, &about, groups)
}

/// A domain with what stands in it and its controls.
fn domain(names: &Names<'_>, domain: &Domain) -> Html {
    let controls = controls(names, domain).filter_map(|it| {
        let href = control_address(names, &it.id)?;
        Some(link(&href, &names.prose(it.title)))
    });
    let file = Leaf::Domain(domain).file(names.lang);
    entry(&file, &names.prose(domain.title), &names.prose(domain.description), controls)
}

fn entry(file: &str, title: &str, about: &str, below: impl IntoIterator<Item = Html>) -> Html {
    let heading = el("h3").with(link(file, title)).html();
    let list = list(below).set("class", "columns").html();
    Html::join([heading, paragraph(None, about), list])
}
