//! Texts with headings, lists and tables, as data.

mod passed;

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
pub use passed::{from_passed, to_passed};

use crate::chart::Picture;
use crate::layout::{Align, padded, width, wrapped};
use crate::table::{Table, lines_of};

/// A text to read from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Its parts, in order.
    pub blocks: Vec<Block>,
}

/// One part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; level 1 is the title of the document.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// Items of equal rank.
    List(Vec<String>),
    /// Names with what is said of each.
    Facts(Vec<(String, String)>),
    /// A table.
    Table(Table),
    /// A picture, with the sentence and the table that say the same.
    Picture(Box<Picture>),
    /// Main figures, side by side.
    Scores(Vec<Score>),
}

/// The main figures of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// What it is.
    pub title: String,
    /// Its figures by name, the first one above all.
    pub levels: Vec<(String, String)>,
    /// What else there is to say.
    pub lines: Vec<String>,
}

impl Document {
    pub(crate) fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, text.into()));
    }

    pub(crate) fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }

    /// Adds a list, unless it is empty.
    pub(crate) fn list(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds facts, unless there are none.
    pub(crate) fn facts(&mut self, facts: Vec<(String, String)>) {
        if !facts.is_empty() {
            self.blocks.push(Block::Facts(facts));
        }
    }

    /// Adds a picture.
    pub(crate) fn picture(&mut self, picture: Picture) {
        self.blocks.push(Block::Picture(Box::new(picture)));
    }

    /// Adds a table, unless it has no row.
    pub(crate) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}

/// The document as lines of at most `width` columns; tables may be wider if they must.
pub fn to_text(document: &Document, width: usize) -> String {
    let blocks: Vec<String> =
        document.blocks.iter().map(|block| block_lines(block, width).join("\n")).collect();
    blocks.join("\n\n") + "\n"
}

fn block_lines(block: &Block, limit: usize) -> Vec<String> {
    match block {
        Block::Heading(level, text) => heading_lines(*level, text, limit),
        Block::Paragraph(text) => text.lines().flat_map(|line| wrapped(line, limit)).collect(),
        Block::List(items) => items.iter().flat_map(|item| hanging("- ", item, limit)).collect(),
        Block::Facts(facts) => facts_lines(facts, limit),
        Block::Table(table) => lines_of(table, limit),
        Block::Picture(picture) => {
            let mut lines = wrapped(&picture.takeaway, limit);
            lines.push(String::new());
            lines.extend(lines_of(&picture.table, limit));
            lines
        }
        Block::Scores(scores) => scores.iter().flat_map(|it| score_lines(it, limit)).collect(),
    }
}

fn score_lines(score: &Score, limit: usize) -> Vec<String> {
    let mut lines = wrapped(&score.title, limit);
    lines.extend(facts_lines(&score.levels, limit));
    lines.extend(score.lines.iter().flat_map(|it| hanging("- ", it, limit)));
    lines
}

fn heading_lines(level: u8, text: &str, limit: usize) -> Vec<String> {
    let mut lines = wrapped(text, limit);
    let longest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    match level {
        1 => lines.push("=".repeat(longest)),
        2 => lines.push("-".repeat(longest)),
        _ => {}
    }
    lines
}

fn facts_lines(facts: &[(String, String)], limit: usize) -> Vec<String> {
    let longest = facts.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let column = longest.min(limit / 3) + 2;
    facts
        .iter()
        .flat_map(|(name, said)| hanging(&padded(name, column, Align::Start), said, limit))
        .collect()
}

/// A text whose first line begins with `mark` and whose other lines stand under its first letter.
fn hanging(mark: &str, text: &str, limit: usize) -> Vec<String> {
    let indent = " ".repeat(width(mark));
    let room = limit.saturating_sub(width(mark)).max(10);
    let lines = text.lines().flat_map(|line| wrapped(line, room));
    let with_mark = lines
        .enumerate()
        .map(|(idx, line)| format!("{}{line}", if idx == 0 { mark } else { &indent }));
    with_mark.map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn blocks_stand_apart_and_lists_hang() {
        let mut document = Document::default();
        document.heading(1, "結果");
        document.paragraph("設計と運用は別の問いである。");
        document.list(vec!["one two three".into(), "four".into()]);
        document
            .facts(vec![("日付".into(), "2026-06-30".into()), ("役割".into(), "利用者".into())]);
        let expected = "\
結果
====

設計と運用は
別の問いであ
る。

- one two
  three
- four

日付  2026-06-30
役割  利用者
";
        assert_eq!(to_text(&document, 12), expected);
    }

    #[test]
    fn nothing_to_say_leaves_no_block() {
        let mut document = Document::default();
        document.list(Vec::new());
        document.facts(Vec::new());
        assert_eq!(document, Document::default());
    }
}
