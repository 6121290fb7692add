//! What is wrong with a file, in words and with the place.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;
use kumomori_core::text::Lang;
use kumomori_wire::diagnostic::{Diagnostic, Kind, Place, Severity};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

mod english;
mod english_help;
mod japanese;
mod japanese_help;
mod nouns;

/// What is wrong, in one clause.
pub fn message(lang: Lang, diagnostic: &Diagnostic) -> String {
    match lang {
        Lang::Ja => japanese::message(&diagnostic.problem),
        Lang::En => english::message(&diagnostic.problem),
    }
}

/// What to do about it, if there is anything to do.
pub fn help(lang: Lang, diagnostic: &Diagnostic) -> Option<String> {
    match lang {
        Lang::Ja => japanese_help::help(&diagnostic.problem),
        Lang::En => english_help::help(&diagnostic.problem),
    }
}

/// The word for a severity.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    match (lang, severity) {
        (Lang::Ja, Severity::Error) => "エラー",
        (Lang::Ja, Severity::Warning) => "警告",
        (Lang::En, Severity::Error) => "error",
        (Lang::En, Severity::Warning) => "warning",
    }
}

/// The words for a kind of JSON value.
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    nouns::kind(kind).of(lang)
}

/// The whole of a diagnostic as lines of text: message, place, the text underlined, and help.
pub fn to_text(lang: Lang, file_name: &str, diagnostic: &Diagnostic) -> String {
    to_text_with(lang, file_name, diagnostic, help(lang, diagnostic).as_deref())
}

/// A diagnostic as lines of text, with another help than its own.
pub(crate) fn to_text_with(
    lang: Lang,
    file_name: &str,
    diagnostic: &Diagnostic,
    help: Option<&str>,
) -> String {
    let severity = severity(lang, diagnostic.severity);
    let code = diagnostic.problem.code();
    let mut text = format!("{severity}[{code}]: {}\n", message(lang, diagnostic));
    let path = match diagnostic.path.as_str() {
        "" => String::new(),
        path => format!(" ({path})"),
    };
    match &diagnostic.place {
        Some(place) => text += &excerpt(file_name, &path, place, "^", ""),
        None => text += &format!("  {file_name}{path}\n"),
    }
    if let Some(related) = &diagnostic.related {
        let first = match lang {
            Lang::Ja => " 最初の箇所",
            Lang::En => " the first is here",
        };
        text += &excerpt(file_name, "", related, "-", first);
    }
    if let Some(help) = help {
        let mark = match lang {
            Lang::Ja => "対処",
            Lang::En => "help",
        };
        text += &format!("  {mark}: {help}\n");
    }
    text
}

fn excerpt(file_name: &str, path: &str, place: &Place, sign: &str, note: &str) -> String {
    let Place { line, column, excerpt, underline: (from, to), .. } = place;
    let number = line.to_string();
    let gutter = " ".repeat(number.width());
    let before = columns(excerpt, 0, *from);
    let under = columns(excerpt, *from, *to).max(1);
    let (space, marks) = (" ".repeat(before), sign.repeat(under));
    format!(
        "  {file_name}:{line}:{column}{path}\n    {number} | {excerpt}\n    {gutter} | {space}{marks}{note}\n"
    )
}

/// The columns that the letters of a line take from one to another; a place beyond its end takes
/// one.
///
/// Letters of ambiguous width take one column here, as terminals show them beside other text.
fn columns(line: &str, from: u32, to: u32) -> usize {
    let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let (from, to) = (count(from), count(to));
    let letters = line.chars().chain(core::iter::repeat(' '));
    letters.skip(from).take(to.saturating_sub(from)).map(|it| it.width().unwrap_or(1)).sum()
}

/// Texts one after another, each in backticks.
fn ticked<T: Display>(items: &[T], separator: &str) -> String {
    items.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(separator)
}

#[cfg(test)]
mod tests;
