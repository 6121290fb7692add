//! From the text of a file to its raw form, and from the reader's complaints to ours.

use crate::problem::{Fault, Problem};
use crate::raw::Word;
use crate::source::{Source, Span};
use serde::de::DeserializeOwned;
use serde_saphyr::{Error, Location};
use std::ops::Range;

/// Reads one file into its raw form.
pub(crate) fn parse<T: DeserializeOwned>(source: &Source) -> Result<T, Problem> {
    serde_saphyr::from_str(&source.text).map_err(|err| problem(source, err.without_snippet()))
}

/// The place of a location: to the end of its text, within its line.
pub(crate) fn span(source: &Source, location: Location) -> Span {
    let narrow = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let (line, column) = (narrow(location.line()).max(1), narrow(location.column()).max(1));
    let rest = source.line(line).chars().count().saturating_sub(column as usize - 1);
    let len = narrow(location.span().len()).clamp(1, narrow(rest as u64).max(1));
    Span { path: source.path.clone(), line, column, len }
}

/// The place of a stretch, in bytes, of one line of a text; the whole text when it is written in
/// a way that hides where its lines begin.
pub(crate) fn within(source: &Source, word: &Word, line: usize, range: Range<usize>) -> Span {
    let mut at = span(source, word.referenced);
    let text = word.value.lines().nth(line).unwrap_or_default();
    let count = |it: Option<&str>| it.map_or(0, |it| it.chars().count());
    let (before, len) = (count(text.get(..range.start)), count(text.get(range)));
    let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    if let Some((line, column)) = place(source, &at, line, text, before) {
        (at.line, at.column, at.len) = (narrow(line), narrow(column), narrow(len).max(1));
    }
    at
}

/// The place of a stretch, in bytes, of a text, however its lines are joined; `None` when it is
/// written elsewhere, behind an alias.
///
/// It begins with something else than space, or at the end of the text.
pub(crate) fn part(source: &Source, word: &Word, range: Range<usize>) -> Option<Span> {
    let mut at = span(source, word.referenced);
    let is_mark = |it: &char| !it.is_whitespace();
    let n_before = word.value.get(..range.start)?.chars().filter(is_mark).count();
    let places = places(source, &at, word.value.chars().filter(is_mark))?;
    let after = || places.last().map(|(line, column)| (*line, column + 1));
    let (line, column) = places.get(n_before).copied().or_else(after)?;
    let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    (at.line, at.column) = (narrow(line), narrow(column));
    let rest = source.line(at.line).chars().count().saturating_sub(column - 1);
    let len = word.value.get(range).map_or(1, |it| it.chars().count());
    at.len = narrow(len.min(rest)).max(1);
    Some(at)
}

/// The line and column of each of some characters, of which space was left out; `None` when
/// something else stands there.
fn places(
    source: &Source,
    start: &Span,
    wanted: impl Iterator<Item = char>,
) -> Option<Vec<(usize, usize)>> {
    let (first, column) = (start.line as usize, start.column as usize);
    let lines = (1..).zip(source.text.lines()).skip(first - 1);
    let marks = lines.flat_map(|(line, text)| {
        let skipped = if line == first { column - 1 } else { 0 };
        let chars = (1..).zip(text.chars()).skip(skipped);
        chars.filter(|(_, it)| !it.is_whitespace()).map(move |(column, it)| (line, column, it))
    });
    let (mut wanted, mut places) = (wanted.peekable(), Vec::new());
    for (line, column, mark) in marks {
        match wanted.peek() {
            None => break,
            Some(it) if *it == mark => {
                places.push((line, column));
                wanted.next();
            }
            // What quotes and escapes the text.
            Some(_) if matches!(mark, '\\' | '"' | '\'') => {}
            Some(_) => return None,
        }
    }
    Some(places)
}

/// The line and column of a character of a text that begins at a place.
fn place(
    source: &Source,
    start: &Span,
    line: usize,
    text: &str,
    before: usize,
) -> Option<(usize, usize)> {
    let (first, column) = (start.line as usize, start.column as usize);
    let mut chars = source.line(start.line).chars();
    let indent: String = chars.by_ref().take(column - 1).collect();
    if indent.trim().is_empty() {
        // A block: the parser places it where its first line begins.
        let written = source.line(u32::try_from(first + line).ok()?);
        let indent = written.chars().count().checked_sub(text.chars().count())?;
        return written.ends_with(text).then_some((first + line, indent + 1 + before));
    }
    let scalar = chars.as_str();
    let is_one_line = line == 0 && scalar.chars().count() >= text.chars().count();
    is_one_line.then(|| (first, column + written_len(scalar, before)))
}

/// How many characters of a scalar stand before one of its value, quotes and escapes counted.
fn written_len(scalar: &str, before: usize) -> usize {
    let escape = match scalar.chars().next() {
        Some('"') => '\\',
        Some('\'') => '\'',
        _ => return before,
    };
    let mut chars = scalar.chars().skip(1);
    let mut len = 1;
    for _ in 0..before {
        let is_escaped = chars.next() == Some(escape) && chars.next().is_some();
        len += if is_escaped { 2 } else { 1 };
    }
    len
}

fn problem(source: &Source, err: &Error) -> Problem {
    let at = err.location().map_or_else(|| source.start(), |it| span(source, it));
    Problem::new(fault(err), at)
}

fn fault(err: &Error) -> Fault {
    match err {
        Error::SerdeUnknownField { field, expected, .. } => {
            Fault::UnknownField { field: field.clone(), known: expected.clone() }
        }
        Error::SerdeMissingField { field, .. } => {
            Fault::MissingField { field: (*field).to_owned() }
        }
        Error::SerdeUnknownVariant { variant, expected, .. } => {
            Fault::UnknownWord { word: variant.clone(), known: expected.clone() }
        }
        Error::DuplicateMappingKey { key, .. } => {
            Fault::DuplicateKey { key: key.clone().unwrap_or_default() }
        }
        Error::SerdeInvalidType { expected, .. } | Error::SerdeInvalidValue { expected, .. } => {
            Fault::WrongType { expected: plain(expected) }
        }
        Error::MultipleDocuments { .. } => {
            Fault::WrongType { expected: "the end of the file, which is one document".to_owned() }
        }
        Error::Unexpected { expected, .. } => Fault::WrongType { expected: plain(expected) },
        Error::InvalidScalar { ty, .. } => Fault::WrongType { expected: plain(ty) },
        _ => Fault::YamlSyntax,
    }
}

/// The words of the author for what a parser expects.
fn plain(expected: &str) -> String {
    let number = ["u8", "u16", "u32", "u64", "i32", "i64", "integer", "unsigned"];
    if number.iter().any(|it| expected.contains(it)) {
        "a whole number".to_owned()
    } else if expected.contains("bool") {
        "`true` or `false`".to_owned()
    } else if expected.contains("sequence") {
        "a list".to_owned()
    } else if expected.contains("string") {
        "a text".to_owned()
    } else {
        "fields with values".to_owned()
    }
}
