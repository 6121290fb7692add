//! Tables, as data, and what each of them compares.

pub use crate::domain::Order;
pub use crate::layout::Align;
use crate::layout::{longest_word, padded, width, wrapped};
pub use crate::topic::Topic;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

mod attestations;
mod domains;
mod gaps;
mod measures;
mod requirements;
mod risks;
mod statements;
mod testimonies;

pub use attestations::attestations;
pub(crate) use domains::coverage;
pub use domains::{domain_figures, domain_means};
pub use gaps::gaps;
pub use measures::measures;
pub(crate) use measures::targets;
pub use requirements::{Shown, requirements, status_counts};
pub(crate) use requirements::{decided_by, deciding, present, requirement_counts, widest};
pub use risks::risks;
pub(crate) use statements::statements;
pub(crate) use testimonies::origin;
pub use testimonies::{testimonies, wanted};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it shows, in one line.
    pub caption: String,
    /// The heads of its columns.
    pub head: Vec<String>,
    /// Its rows, each with one cell per column.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// On which side it stands.
    pub align: Align,
    /// What it is about, where that can be explained.
    pub topic: Option<Topic>,
}

impl Cell {
    /// A cell of words.
    pub fn start(text: impl Into<String>) -> Self {
        Self { text: text.into(), align: Align::Start, topic: None }
    }

    /// A cell of a number.
    pub fn end(text: impl Into<String>) -> Self {
        Self { text: text.into(), align: Align::End, topic: None }
    }

    /// The cell with what it is about.
    #[must_use]
    pub fn about(mut self, topic: Topic) -> Self {
        self.topic = Some(topic);
        self
    }
}

/// The width of a word up to which a column of words stays wide enough for it.
const LONGEST_WORD: usize = 16;

/// What stands between two columns.
const BETWEEN: &str = "  ";

/// The table as aligned lines of at most `width` columns, or wider if its words cannot shrink.
pub fn to_text(table: &Table, width: usize) -> String {
    lines_of(table, width).join("\n") + "\n"
}

pub(crate) fn lines_of(table: &Table, limit: usize) -> Vec<String> {
    let widths = column_widths(table, limit);
    let aligns = (0..widths.len()).map(|idx| column_align(table, idx)).collect::<Vec<_>>();
    let head: Vec<&str> = table.head.iter().map(String::as_str).collect();
    let rule = widths.iter().map(|it| "-".repeat(*it)).collect::<Vec<_>>().join(BETWEEN);
    let mut lines = wrapped(&table.caption, limit);
    if table.caption.is_empty() {
        lines.clear();
    }
    lines.extend(row_lines(&head, &widths, &aligns));
    lines.push(rule);
    for row in &table.rows {
        let texts: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
        lines.extend(row_lines(&texts, &widths, &aligns));
    }
    lines
}

fn column_align(table: &Table, idx: usize) -> Align {
    let first = table.rows.first().and_then(|row| row.get(idx));
    first.map_or(Align::Start, |cell| cell.align)
}

fn column_widths(table: &Table, limit: usize) -> Vec<usize> {
    let n = table.head.len();
    let mut widths: Vec<usize> = (0..n).map(|idx| most(table, idx, width)).collect();
    let floors: Vec<usize> = (0..n).map(|idx| floor(table, idx)).collect();
    let room = limit.saturating_sub(BETWEEN.len() * n.saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        let shrinkable = widths.iter_mut().zip(&floors).filter(|(width, floor)| **width > **floor);
        let Some((widest, _)) = shrinkable.max_by_key(|(width, _)| **width) else { break };
        *widest -= 1;
    }
    widths
}

/// The narrowest that a column may become: numbers stay whole, words wrap, long words are cut.
fn floor(table: &Table, idx: usize) -> usize {
    match column_align(table, idx) {
        Align::Start => most(table, idx, longest_word).min(LONGEST_WORD),
        Align::End => {
            let head = table.head.get(idx).map_or(0, |it| longest_word(it));
            cells(table, idx).map(width).max().unwrap_or(0).max(head)
        }
    }
}

/// The largest of what is measured over a column and its head.
fn most(table: &Table, idx: usize, measured: fn(&str) -> usize) -> usize {
    let head = table.head.get(idx).map(String::as_str);
    head.into_iter().chain(cells(table, idx)).map(measured).max().unwrap_or(0)
}

fn cells(table: &Table, idx: usize) -> impl Iterator<Item = &str> {
    table.rows.iter().filter_map(move |row| row.get(idx)).map(|cell| cell.text.as_str())
}

fn row_lines(texts: &[&str], widths: &[usize], aligns: &[Align]) -> Vec<String> {
    let cells: Vec<Vec<String>> =
        texts.iter().zip(widths).map(|(text, width)| wrapped(text, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let parts = cells.iter().zip(widths).zip(aligns).map(|((cell, width), align)| {
            padded(cell.get(at).map_or("", String::as_str), *width, *align)
        });
        parts.collect::<Vec<_>>().join(BETWEEN).trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn domains() -> Table {
        Table {
            caption: "領域".into(),
            head: vec!["名前".into(), "Level".into(), "備考".into()],
            rows: vec![
                vec![Cell::start("アクセス"), Cell::end("2"), Cell::start("ID、認証、権限の管理")],
                vec![Cell::start("AI"), Cell::end("10"), Cell::start("")],
            ],
        }
    }

    #[test]
    fn columns_stand_straight_under_full_width_letters() {
        let expected = "\
領域
名前      Level  備考
--------  -----  --------------------
アクセス      2  ID、認証、権限の管理
AI           10
";
        assert_eq!(to_text(&domains(), 80), expected);
    }

    #[test]
    fn words_wrap_inside_their_column_and_numbers_stay_whole() {
        let expected = "\
領域
名前      Level  備考
--------  -----  ------------
アクセス      2  ID、認証、権
                 限の管理
AI           10
";
        assert_eq!(to_text(&domains(), 29), expected);
    }
}
