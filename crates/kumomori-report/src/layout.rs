//! Text set in columns of a fixed width, East Asian characters counted as two.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// On which side of its column a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    /// At the side where reading starts.
    Start,
    /// At the side where reading ends, as numbers do.
    End,
}

/// Closing marks and small letters, which never begin a line.
const NEVER_FIRST: &str =
    "、。」』】〉》)]}）］，．・：；！？,.:;!?%ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ〜";

/// Opening marks, which never end a line.
const NEVER_LAST: &str = "「『【〈《([{（［";

/// The columns that a text takes.
pub(crate) fn width(text: &str) -> usize {
    text.width_cjk()
}

/// A text filled up with spaces to a width; longer ones stay as they are.
pub(crate) fn padded(text: &str, to: usize, align: Align) -> String {
    let space = " ".repeat(to.saturating_sub(width(text)));
    match align {
        Align::Start => format!("{text}{space}"),
        Align::End => format!("{space}{text}"),
    }
}

/// A text broken into lines of at most `limit` columns; an empty text is one empty line.
///
/// Lines break at spaces and between East Asian characters, never before a closing or after an
/// opening mark. A word that is longer than a line is cut.
pub(crate) fn wrapped(text: &str, limit: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text).iter().flat_map(|it| it.cut(limit)) {
        let gap = usize::from(piece.has_space && !line.is_empty());
        if !line.is_empty() && width(&line) + gap + width(&piece.text) > limit {
            lines.push(core::mem::take(&mut line));
        } else if gap == 1 {
            line.push(' ');
        }
        line.push_str(&piece.text);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// The columns of the longest part of a text that stays together.
pub(crate) fn longest_word(text: &str) -> usize {
    pieces(text).iter().map(|it| width(&it.text)).max().unwrap_or(0)
}

/// Text that stays together.
#[derive(Debug, Default)]
struct Piece {
    text: String,
    has_space: bool,
}

impl Piece {
    /// The piece in parts that fit into a line.
    fn cut(&self, limit: usize) -> Vec<Self> {
        let mut parts = vec![Self { text: String::new(), has_space: self.has_space }];
        let mut taken = 0;
        for letter in self.text.chars() {
            let columns = columns(letter);
            if taken > 0 && taken + columns > limit {
                parts.push(Self::default());
                taken = 0;
            }
            taken += columns;
            if let Some(part) = parts.last_mut() {
                part.text.push(letter);
            }
        }
        parts
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before = None;
    for letter in text.chars() {
        if letter.is_whitespace() {
            before = None;
            continue;
        }
        match pieces.last_mut() {
            Some(piece) if before.is_some_and(|it| stays_with(it, letter)) => {
                piece.text.push(letter);
            }
            _ => pieces.push(Piece { text: letter.into(), has_space: before.is_none() }),
        }
        before = Some(letter);
    }
    pieces
}

fn stays_with(before: char, after: char) -> bool {
    let is_word = columns(before) < 2 && columns(after) < 2;
    is_word || NEVER_FIRST.contains(after) || NEVER_LAST.contains(before)
}

fn columns(letter: char) -> usize {
    letter.width_cjk().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_text_breaks_at_spaces() {
        assert_eq!(wrapped("the quick brown fox", 10), ["the quick", "brown fox"]);
    }

    #[test]
    fn japanese_breaks_anywhere_but_not_before_a_full_stop() {
        assert_eq!(wrapped("設計と運用。", 10), ["設計と運", "用。"]);
        assert_eq!(wrapped("運用(担保済み)", 6), ["運用", "(担保", "済み)"]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_cut() {
        assert_eq!(wrapped("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
    }

    #[test]
    fn an_empty_text_is_one_line() {
        assert_eq!(wrapped("", 10), [""]);
    }

    #[test]
    fn full_width_letters_take_two_columns() {
        assert_eq!(padded("設計", 6, Align::Start), "設計  ");
        assert_eq!(padded("12", 4, Align::End), "  12");
    }
}
