//! Documents as HTML.

use super::{Html, Tag, el};
use crate::document::{Block, Document, Score};
use crate::layout::width;
use crate::table::{Align, Cell, Table, Topic};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Where a document is set into a page.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The level, 1 to 6, that a heading of level 1 gets.
    pub top: u8,
    /// What the document is about, where its own headings do not say it; may be empty.
    pub within: &'a str,
    /// The address of what a cell is about, where there is one.
    pub address: &'a dyn Fn(&Topic) -> Option<String>,
}

impl core::fmt::Debug for Setting<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Setting").field("top", &self.top).finish_non_exhaustive()
    }
}

/// A document as HTML.
pub fn document(document: &Document, setting: &Setting<'_>) -> Html {
    let mut heading = "";
    Html::join(document.blocks.iter().map(|block| {
        if let Block::Heading(_, text) = block {
            heading = text;
        }
        self::block(block, heading, setting)
    }))
}

fn block(block: &Block, heading: &str, setting: &Setting<'_>) -> Html {
    match block {
        Block::Heading(level, text) => {
            let level = level.saturating_sub(1).saturating_add(setting.top);
            el(heading_name(level)).with(text.as_str()).html()
        }
        Block::Paragraph(text) => el("p").with(lines(text)).html(),
        Block::List(items) => list(items.iter().map(|it| lines(it))).html(),
        Block::Facts(pairs) => {
            facts(pairs.iter().map(|(name, said)| (Html::text(name), lines(said))))
        }
        Block::Table(it) => table(it, heading, setting),
        Block::Picture(it) => {
            let caption = el("figcaption").with(it.takeaway.as_str());
            let figure = el("figure").with(caption).with(Html::picture(&it.wide));
            Html::join([figure.html(), table(&it.table, heading, setting)])
        }
        Block::Scores(scores) => Html::join(scores.iter().map(score)),
    }
}

fn score(score: &Score) -> Html {
    let levels = score.levels.iter().map(|(name, said)| (Html::text(name), lines(said)));
    let title = el("p").with(el("b").with(score.title.as_str()));
    let said = list(score.lines.iter().map(|it| lines(it)));
    Html::join([title.html(), facts(levels), said.html()])
}

fn heading_name(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// A text whose lines stay lines.
fn lines(text: &str) -> Html {
    let mut parts = Vec::new();
    for (idx, line) in text.lines().enumerate() {
        if idx > 0 {
            parts.push(el("br").html());
        }
        parts.push(Html::text(line));
    }
    Html::join(parts)
}

/// Items of equal rank.
pub(crate) fn list(items: impl IntoIterator<Item = Html>) -> Tag {
    el("ul").with(Html::join(items.into_iter().map(|it| el("li").with(it).html())))
}

/// Names with what is said of each.
fn facts(pairs: impl IntoIterator<Item = (Html, Html)>) -> Html {
    let pair = |(name, said)| el("div").with(el("dt").with(name)).with(el("dd").with(said)).html();
    el("dl").with(Html::join(pairs.into_iter().map(pair))).html()
}

/// A table in a frame in which it may scroll sideways.
///
/// A frame that scrolls must be reachable by keyboard, and whatever is reachable needs a name:
/// that of the table, or of the heading above it.
fn table(table: &Table, heading: &str, setting: &Setting<'_>) -> Html {
    let own = Some(table.caption.as_str()).filter(|it| !it.is_empty());
    let name = match (setting.within, own.unwrap_or(heading)) {
        ("", name) => name.to_owned(),
        (within, name) => format!("{within}: {name}"),
    };
    let caption = el("caption").set_some("class", own.is_none().then_some("unseen"));
    let caption = caption.with(own.unwrap_or(&name));
    let head = table.head.iter().enumerate().map(|(idx, text)| {
        let align = table.rows.first().and_then(|row| row.get(idx)).map(|it| it.align);
        let class = align.filter(|it| *it == Align::End).map(|_| "number");
        el("th").set("scope", "col").set_some("class", class).with(text.as_str()).html()
    });
    let head = el("thead").with(el("tr").with(Html::join(head)));
    let rows = table.rows.iter().map(|it| row(it, setting));
    let body = el("tbody").with(Html::join(rows));
    let table = el("table").with(caption).with(head).with(body);
    let frame = el("div").set("class", "frame").set("role", "group").set("tabindex", "0");
    frame.set("aria-label", &name).with(table).html()
}

fn row(cells: &[Cell], setting: &Setting<'_>) -> Html {
    let cells = cells.iter().enumerate().map(|(idx, cell)| {
        let tag = if idx == 0 { el("th").set("scope", "row") } else { el("td") };
        tag.set_some("class", class(cell)).with(content(cell, setting)).html()
    });
    el("tr").with(Html::join(cells)).html()
}

/// Cells of at most this many columns stay on one line.
const SHORT: usize = 18;
/// Cells of more columns than this get room to be read.
const LONG: usize = 36;

fn class(cell: &Cell) -> Option<&'static str> {
    match (cell.align, width(&cell.text)) {
        (Align::End, _) => Some("number"),
        (Align::Start, ..=SHORT) => Some("brief"),
        (Align::Start, n) => (n > LONG).then_some("prose"),
    }
}

fn content(cell: &Cell, setting: &Setting<'_>) -> Html {
    let address = cell.topic.as_ref().and_then(setting.address);
    match address {
        Some(address) => el("a").set("href", &address).with(lines(&cell.text)).html(),
        None => lines(&cell.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::support::id;
    use alloc::vec;

    fn written(document: &Document, top: u8, within: &str) -> String {
        let address = |topic: &Topic| match topic {
            Topic::Control(id) => Some(format!("controls.html#{id}")),
            _ => None,
        };
        super::document(document, &Setting { top, within, address: &address }).as_str().to_owned()
    }

    fn small_table() -> Table {
        let row = vec![
            Cell::start("a < b").about(Topic::Control(id("limit-admins"))),
            Cell::end("3").about(Topic::Requirement(crate::support::iso(), id("6.1.1"))),
        ];
        Table { caption: String::new(), head: vec!["<x>".into(), "n".into()], rows: vec![row] }
    }

    #[test]
    fn every_block_escapes_what_it_says() {
        let mut document = Document::default();
        document.heading(1, "<h>");
        document.paragraph("<p>");
        document.list(vec!["<li>".into()]);
        document.facts(vec![("<dt>".into(), "<dd>".into())]);
        let mut table = small_table();
        table.caption = "<caption>".into();
        document.table(table);
        let html = written(&document, 2, "");
        for text in ["h", "p", "li", "dt", "dd", "caption", "x"] {
            assert!(html.contains(&format!("&lt;{text}&gt;")), "{text}: {html}");
        }
    }

    #[test]
    fn headings_begin_at_the_level_of_their_place() {
        let mut document = Document::default();
        document.heading(1, "one");
        document.heading(3, "three");
        let html = written(&document, 3, "");
        assert_eq!(html, "<h3>one</h3>\n<h5>three</h5>\n");
    }

    #[test]
    fn lines_stay_lines() {
        let mut document = Document::default();
        document.paragraph("one\ntwo");
        assert_eq!(written(&document, 1, ""), "<p>one<br>two</p>\n");
    }

    #[test]
    fn a_cell_links_to_what_it_is_about_where_there_is_an_address() {
        let mut document = Document::default();
        document.table(small_table());
        let html = written(&document, 1, "");
        let link = "<a href=\"controls.html#limit-admins\">a &lt; b</a>";
        assert!(html.contains(link), "{html}");
        assert_eq!(html.matches("<a ").count(), 1, "{html}");
    }

    #[test]
    fn a_table_is_named_by_its_caption_or_by_the_heading_above_it() {
        let mut document = Document::default();
        document.heading(2, "Design");
        document.table(small_table());
        let html = written(&document, 2, "Backup");
        assert!(html.contains("aria-label=\"Backup: Design\""), "{html}");
        assert!(html.contains("<caption class=\"unseen\">Backup: Design</caption>"), "{html}");
        assert!(html.contains("<th scope=\"col\">&lt;x&gt;</th>"), "{html}");
        assert!(html.contains("<th scope=\"row\" class=\"brief\">"), "{html}");
    }
}
