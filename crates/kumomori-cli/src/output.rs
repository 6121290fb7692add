//! What goes to the terminal.

use anstream::eprintln;
use anstyle::Style;
use anyhow::{Context, Result};
use kumomori_library::problem::Problem;
use kumomori_library::source::Source;
use kumomori_report::document::{Block, Document, to_text};
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::{self, ExitCode};
use std::{env, fs};

/// The width that text is set for in files, and when the terminal does not say.
pub(crate) const WIDTH: usize = 100;

/// Prints text that ends with a line break of its own: on a terminal without what could steer it,
/// elsewhere as it is.
pub(crate) fn show(text: &str) {
    let mut out = io::stdout();
    if out.is_terminal() { put(&mut out, &tame(text)) } else { put(&mut out, text) }
}

/// Writes to standard output. Whoever closed the other end wants no more of it; any other failure
/// ends the program, since what was asked for is not there.
fn put(out: &mut impl Write, text: &str) {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(err) if err.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("error: cannot write the output: {err}"));
            process::exit(2);
        }
        _ => {}
    }
}

/// A text without control characters, with which a file could steer the terminal: each becomes a
/// replacement character. Line breaks and tabs stay.
fn tame(text: &str) -> String {
    let is_kept = |it: char| !it.is_control() || matches!(it, '\n' | '\t');
    let text = text.replace("\r\n", "\n");
    text.chars().map(|it| if is_kept(it) { it } else { char::REPLACEMENT_CHARACTER }).collect()
}

/// Prints a document; headings are bold on a terminal.
pub(crate) fn show_document(document: &Document) {
    let bold = Style::new().bold();
    let mut out = anstream::stdout();
    for (idx, block) in document.blocks.iter().enumerate() {
        let text = to_text(&Document { blocks: vec![block.clone()] }, width());
        let between = if idx == 0 { "" } else { "\n" };
        let text = tame(&text);
        match block {
            Block::Heading(..) => put(&mut out, &format!("{between}{bold}{text}{bold:#}")),
            _ => put(&mut out, &format!("{between}{text}")),
        }
    }
}

/// Says what is wrong.
pub(crate) fn complain(text: &str) {
    eprintln!("{}", tame(text.trim_end()));
}

/// Says everything that is wrong with files of policies.
pub(crate) fn complain_all(problems: &[Problem], sources: &[Source]) {
    let said: Vec<String> = problems.iter().map(|it| it.to_text(sources)).collect();
    complain(&said.join("\n"));
}

/// Writes a text to a file, or shows it where none is named.
///
/// # Errors
///
/// When the file cannot be written.
pub(crate) fn give(path: Option<&Path>, text: &str) -> Result<()> {
    let Some(path) = path else {
        show(text);
        return Ok(());
    };
    write(path, text.as_bytes())
}

/// Writes bytes to a file.
///
/// # Errors
///
/// When the file cannot be written.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write `{}`", path.display()))
}

/// Says that an operation could not be done.
pub(crate) fn failed(err: &anyhow::Error) -> ExitCode {
    complain(&format!("error: {err:#}"));
    ExitCode::from(2)
}

/// How many columns text may take.
fn width() -> usize {
    let columns = env::var("COLUMNS").ok().and_then(|it| it.parse().ok());
    columns.unwrap_or(WIDTH).clamp(60, 160)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_can_steer_the_terminal() {
        let said = "a\u{1b}[2Jb\rc\u{9b}31m\u{7}\td\r\ne\u{202e}雲\n";
        assert_eq!(tame(said), "a\u{fffd}[2Jb\u{fffd}c\u{fffd}31m\u{fffd}\td\ne\u{202e}雲\n");
    }
}
