//! The line that a problem speaks about, underlined.

use crate::source::{Source, Span};

/// Adds the line of a place with marks below its text.
pub(super) fn add_excerpt(
    text: &mut String,
    sources: &[Source],
    at: &Span,
    mark: char,
    label: &str,
) {
    let line = sources.iter().find(|it| it.path == at.path).map_or("", |it| it.line(at.line));
    let number = at.line.to_string();
    let indent: String = line.chars().take(at.column.saturating_sub(1) as usize).map(pad).collect();
    let marks: String = line
        .chars()
        .skip(at.column.saturating_sub(1) as usize)
        .take(at.len as usize)
        .map(|c| if is_wide(c) { format!("{mark}{mark}") } else { mark.to_string() })
        .collect();
    let marks = if marks.is_empty() { mark.to_string() } else { marks };
    text.push_str(&format!("  {}:{}:{}\n", at.path, at.line, at.column));
    text.push_str(&format!("    {number} | {line}\n"));
    text.push_str(&format!("    {} | {indent}{marks}{label}\n", " ".repeat(number.len())));
}

fn pad(c: char) -> &'static str {
    if is_wide(c) { "  " } else { " " }
}

/// Whether a terminal shows a character two columns wide, near enough for an underline.
fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xff00..=0xff60 | 0xffe0..=0xffe6)
}
