//! Documents as Markdown that GitHub renders as they are meant.
//!
//! No text can become markup: whatever has a meaning in Markdown is escaped.

use crate::document::{Block, Document, Score};
use crate::table::{Align, Table};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A document as Markdown.
pub fn document(document: &Document) -> String {
    let blocks: Vec<String> = document.blocks.iter().map(block).collect();
    blocks.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(level, text) => {
            format!("{} {}", "#".repeat(usize::from((*level).clamp(1, 6))), line(text))
        }
        Block::Paragraph(text) => line(text),
        Block::List(items) => {
            items.iter().map(|it| format!("- {}", line(it))).collect::<Vec<_>>().join("\n")
        }
        Block::Facts(facts) => {
            let fact =
                |(name, said): &(String, String)| format!("- **{}**: {}", cell(name), cell(said));
            facts.iter().map(fact).collect::<Vec<_>>().join("\n")
        }
        Block::Table(it) => table(it),
        Block::Picture(it) => format!("{}\n\n{}", line(&it.takeaway), table(&it.table)),
        Block::Scores(scores) => scores.iter().map(score).collect::<Vec<_>>().join("\n\n"),
    }
}

fn score(score: &Score) -> String {
    let title = format!("**{}**\n", line(&score.title));
    let level = |(name, said): &(String, String)| format!("- **{}**: {}", cell(name), cell(said));
    let levels = score.levels.iter().map(level);
    let lines = score.lines.iter().map(|it| format!("- {}", line(it)));
    [title].into_iter().chain(levels).chain(lines).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let mut lines = Vec::new();
    if !table.caption.is_empty() {
        lines.push(format!("{}\n", line(&table.caption)));
    }
    lines.push(row(table.head.iter().map(|it| cell(it))));
    lines.push(row((0..table.head.len()).map(|it| rule(table, it).to_owned())));
    let rows = table.rows.iter();
    lines.extend(rows.map(|it| row(it.iter().map(|it| cell(&it.text)))));
    lines.join("\n")
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn rule(table: &Table, idx: usize) -> &'static str {
    let first = table.rows.first().and_then(|row| row.get(idx));
    match first.map(|it| it.align) {
        Some(Align::End) => "---:",
        Some(Align::Start) | None => "---",
    }
}

/// Letters that have a meaning anywhere in a line; a dollar sign begins a formula on GitHub.
const ANYWHERE: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '#', '|', '~', '&', '$'];

/// A text on one line, in which nothing can be taken for markup; its line breaks stay.
fn line(text: &str) -> String {
    let said = cell(text);
    match mark(text.trim_start()) {
        Some(mark) => said.replacen(mark, &format!("\\{mark}"), 1),
        None => said,
    }
}

/// The same where no block can begin: in a row of a table.
fn cell(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(str::trim).map(escaped).collect();
    lines.join("<br>")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\r' | '\t' => escaped.push(' '),
            letter if ANYWHERE.contains(&letter) => escaped.extend(['\\', letter]),
            letter => escaped.push(letter),
        }
    }
    unlinked(&escaped)
}

/// The sign at the beginning of a line that makes a list, a rule, a heading or a quotation of it.
fn mark(text: &str) -> Option<char> {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let signs: &[char] = if rest.len() < text.len() { &['.', ')'] } else { &['-', '+', '=', '>'] };
    let first = rest.chars().next().filter(|it| signs.contains(it))?;
    let ends_sign = |it: char| it.is_whitespace() || it == first;
    let is_mark = first == '>' || rest.chars().nth(1).is_none_or(ends_sign);
    is_mark.then_some(first)
}

/// A text in which GitHub finds no address to link and nobody to notify.
fn unlinked(text: &str) -> String {
    text.replace("://", ":<!-- -->//")
        .replace("www.", "www<!-- -->.")
        .replace('@', "<!-- -->@<!-- -->")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Cell;
    use alloc::vec;

    fn paragraph(text: &str) -> String {
        document(&Document { blocks: vec![Block::Paragraph(text.into())] })
    }

    #[test]
    fn a_text_cannot_become_markup() {
        let cases = [
            ("**bold** _it_ `code`", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\`\n"),
            ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>\n"),
            ("[x](javascript:1) ![y](z)", "\\[x\\](javascript:1) !\\[y\\](z)\n"),
            ("&lt; $x$ ~~z~~", "\\&lt; \\$x\\$ \\~\\~z\\~\\~\n"),
            ("# no heading", "\\# no heading\n"),
            ("- no list", "\\- no list\n"),
            ("+ no list", "\\+ no list\n"),
            ("> no quotation", "\\> no quotation\n"),
            ("---", "\\---\n"),
            ("===", "\\===\n"),
            ("12. no list", "12\\. no list\n"),
            ("3) no list", "3\\) no list\n"),
            ("    no code", "no code\n"),
            ("\\", "\\\\\n"),
        ];
        for (text, expected) in cases {
            assert_eq!(paragraph(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_signs_and_other_scripts_stay_as_they_are() {
        for text in ["2026-06-30", "6.1.1", "=HYPERLINK(1)", "設計は3。", "😀 مرحبا", "a\u{202e}b"]
        {
            let text = text.trim_start_matches('=');
            assert_eq!(paragraph(text), format!("{text}\n"));
        }
    }

    #[test]
    fn nothing_is_linked_and_nobody_is_notified() {
        let said = paragraph("see https://example.invalid, www.example.invalid and @somebody");
        assert!(!said.contains("://") && !said.contains("www.") && !said.contains(" @"), "{said}");
    }

    #[test]
    fn a_table_keeps_its_rows_whatever_its_cells_say() {
        let table = Table {
            caption: "A | B".into(),
            head: vec!["a|b".into(), "n".into()],
            rows: vec![
                vec![Cell::start("x | y\n| z |"), Cell::end("1")],
                vec![Cell::start("\\|`|`\r\nend"), Cell::end("2")],
            ],
        };
        let mut whole = Document::default();
        whole.table(table);
        let expected = "\
A \\| B

| a\\|b | n |
| --- | ---: |
| x \\| y<br>\\| z \\| | 1 |
| \\\\\\|\\`\\|\\`<br>end | 2 |
";
        assert_eq!(document(&whole), expected);
    }

    #[test]
    fn lists_and_facts_keep_one_line_each() {
        let mut whole = Document::default();
        whole.heading(2, "One\ntwo #");
        whole.list(vec!["a\n- b".into(), "- c".into()]);
        whole.facts(vec![("Name:".into(), "said\n\nmore".into())]);
        let expected =
            "## One<br>two \\#\n\n- a<br>- b\n- \\- c\n\n- **Name:**: said<br><br>more\n";
        assert_eq!(document(&whole), expected);
    }
}
