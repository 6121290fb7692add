//! Places of a text by line and column, with the line as a reader may be shown it.

use crate::diagnostic::Place;
use crate::json::Span;
use alloc::string::String;
use alloc::vec::Vec;

/// The most characters of a line that an excerpt shows.
const MAX_EXCERPT: usize = 200;

/// The most characters of a text that a problem repeats.
const MAX_SHOWN: usize = 80;

/// Bytes between two marks; bounds the work of finding one place.
const STRIDE: usize = 4096;

/// A text that comes from a file, cut and free of what could mislead a screen.
pub(crate) fn shown(text: &str) -> String {
    let mut out: String = text.chars().take(MAX_SHOWN).map(shown_char).collect();
    if text.chars().nth(MAX_SHOWN).is_some() {
        out.pop();
        out.push('…');
    }
    out
}

/// A character, or a stand-in for one that would move others about.
pub fn shown_char(c: char) -> char {
    match c {
        '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => '\u{fffd}',
        _ if c.is_control() => ' ',
        _ => c,
    }
}

/// Finds places of one text without reading it again for each.
pub(crate) struct Places<'a> {
    text: &'a str,
    marks: Vec<Mark>,
}

#[derive(Clone, Copy)]
struct Mark {
    offset: usize,
    line: u32,
    column: u32,
    line_start: usize,
}

impl Mark {
    const START: Self = Self { offset: 0, line: 1, column: 1, line_start: 0 };

    fn after(self, c: char) -> Self {
        let offset = self.offset + c.len_utf8();
        if c == '\n' {
            Self { offset, line: self.line + 1, column: 1, line_start: offset }
        } else {
            Self { offset, column: self.column + 1, ..self }
        }
    }
}

impl<'a> Places<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut marks = Vec::from([Mark::START]);
        let mut mark = Mark::START;
        let mut next = STRIDE;
        for c in text.chars() {
            if mark.offset >= next {
                marks.push(mark);
                next = mark.offset + STRIDE;
            }
            mark = mark.after(c);
        }
        Self { text, marks }
    }

    pub(crate) fn place(&self, span: Span) -> Place {
        let mark = self.mark(span.start);
        let before = self.text.get(mark.line_start..span.start).unwrap_or_default();
        let after = self.text.get(span.start..).unwrap_or_default();
        let covered = self.text.get(span.start..span.end).unwrap_or_default();
        let (excerpt, from) = excerpt(before, after);
        let n_shown = excerpt.chars().count();
        let n_covered = line(covered).take(MAX_EXCERPT).count();
        let to = (from + n_covered).min(n_shown).max(from + 1);
        Place {
            line: mark.line,
            column: mark.column,
            span: (span.start, span.end),
            excerpt,
            underline: (number(from), number(to)),
        }
    }

    fn mark(&self, offset: usize) -> Mark {
        let idx = self.marks.partition_point(|it| it.offset <= offset).saturating_sub(1);
        let mut mark = self.marks.get(idx).copied().unwrap_or(Mark::START);
        for c in self.text.get(mark.offset..).unwrap_or_default().chars() {
            if mark.offset >= offset {
                break;
            }
            mark = mark.after(c);
        }
        mark
    }
}

fn line(text: &str) -> impl Iterator<Item = char> {
    text.chars().take_while(|c| *c != '\n' && *c != '\r')
}

/// The characters around a place of a line, and how many of them stand before it.
fn excerpt(before: &str, after: &str) -> (String, usize) {
    let limit = MAX_EXCERPT + 1;
    let mut left: Vec<char> = before.chars().rev().take(limit).collect();
    let mut right: Vec<char> = line(after).take(limit).collect();
    let room_left = MAX_EXCERPT.saturating_sub(right.len()).max(MAX_EXCERPT / 2);
    if left.len() > room_left {
        left.truncate(room_left);
        left.pop();
        left.push('…');
    }
    let room_right = MAX_EXCERPT - left.len();
    if right.len() > room_right {
        right.truncate(room_right);
        right.pop();
        right.push('…');
    }
    let n_before = left.len();
    (left.into_iter().rev().chain(right).map(shown_char).collect(), n_before)
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
