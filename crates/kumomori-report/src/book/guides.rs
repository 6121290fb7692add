//! The page of everything that belongs to no standard and no domain.

use super::leaf::{Leaf, control_address};
use super::part::{contents, link, link_to, page_title, section, set};
use super::selection;
use crate::document::Document;
use crate::html::{Html, el, list};
use crate::names::Names;
use crate::sentence;
use crate::table::{Cell, Table};
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::guide::Guide;
use kumomori_core::roadmap::Step;
use kumomori_core::text::TextId;

const SELECTION: Words = Words::new("どの規格・規準を選ぶか", "Which standards fit");
const ROADMAP: Words = Words::new("進め方", "Roadmap");
const GLOSSARY: Words = Words::new("用語", "Glossary");

/// What stands on the page.
pub(super) fn content(names: &Names<'_>) -> Html {
    let guides = names.library.guides.iter();
    let of_guides =
        guides.map(|it| (format!("guide-{}", it.id), names.prose(it.title), guide(names, it)));
    let word = |it: Words| names.words(it).to_owned();
    let others = [
        ("selection".to_owned(), word(SELECTION), selection::content(names)),
        ("roadmap".to_owned(), word(ROADMAP), roadmap(names)),
        ("glossary".to_owned(), word(GLOSSARY), glossary(names)),
    ];
    let parts: Vec<(String, String, Html)> = of_guides.chain(others).collect();
    let entries = parts.iter().map(|(id, title, _)| link_to(id, title));
    let entries = contents(names, entries);
    let sections = parts.into_iter().map(|(id, title, part)| section(&id, "h2", &title, [part]));
    Html::join([page_title(names, &Leaf::Guides), entries, Html::join(sections)])
}

/// A guide as a table: its rows down, its columns across.
fn guide(names: &Names<'_>, guide: &Guide) -> Html {
    let aspect = names.words(Words::new("観点", "Aspect")).to_owned();
    let columns = guide.columns.iter().map(|(_, title)| names.prose(*title));
    let cell = |text: &TextId| Cell::start(names.prose(*text));
    let row = |(title, cells): &(TextId, Vec<TextId>)| {
        [title].into_iter().chain(cells).map(cell).collect::<Vec<_>>()
    };
    let mut document = Document::default();
    document.paragraph(names.prose(guide.intro));
    document.table(Table {
        caption: String::new(),
        head: [aspect].into_iter().chain(columns).collect(),
        rows: guide.rows.iter().map(row).collect(),
    });
    set(names, &document, 2, &names.prose(guide.title))
}

fn roadmap(names: &Names<'_>) -> Html {
    Html::join(names.library.roadmap.iter().map(|it| step(names, it)))
}

fn step(names: &Names<'_>, step: &Step) -> Html {
    let mut document = Document::default();
    document.paragraph(names.prose(step.aim));
    let word = |it: Words| names.words(it).to_owned();
    document.facts(vec![(word(Words::new("期間", "Time")), sentence::weeks(names, step))]);
    let parts = [
        (Words::new("すること", "Activities"), &step.activities),
        (Words::new("成果物", "Deliverables"), &step.deliverables),
        (Words::new("注意点", "Cautions"), &step.cautions),
    ];
    for (title, texts) in parts.into_iter().filter(|(_, texts)| !texts.is_empty()) {
        document.heading(2, names.words(title));
        document.list(texts.iter().map(|it| names.prose(*it)).collect());
    }
    let controls = step.controls.iter().map(|id| match control_address(names, id) {
        Some(href) => link(&href, names.control(id)),
        None => Html::text(id.as_str()),
    });
    let title = names.prose(step.title);
    let heading = el("h4").with(names.words(Words::new("取り組む管理策", "Controls to work on")));
    let controls = [heading.html(), list(controls).set("class", "columns").html()];
    let body = [set(names, &document, 3, &title)].into_iter().chain(controls);
    section(&format!("step-{}", step.id), "h3", &title, body)
}

fn glossary(names: &Names<'_>) -> Html {
    let terms = names.library.terms.iter();
    let mut document = Document::default();
    document.facts(terms.map(|it| (names.prose(it.term), names.prose(it.meaning))).collect());
    set(names, &document, 2, names.words(GLOSSARY))
}
