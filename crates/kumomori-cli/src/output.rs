//! What goes to the terminal.

use anstream::{eprintln, print};
use anstyle::Style;
use kumomori_library::problem::Problem;
use kumomori_library::source::Source;
use kumomori_report::document::{Block, Document, to_text};
use std::env;
use std::process::ExitCode;

/// The width that text is set for when the terminal does not say.
const WIDTH: usize = 100;

/// Prints text that ends with a line break of its own.
pub(crate) fn show(text: &str) {
    print!("{text}");
}

/// Prints a document; headings are bold on a terminal.
pub(crate) fn show_document(document: &Document) {
    let bold = Style::new().bold();
    for (idx, block) in document.blocks.iter().enumerate() {
        let text = to_text(&Document { blocks: vec![block.clone()] }, width());
        let between = if idx == 0 { "" } else { "\n" };
        match block {
            Block::Heading(..) => show(&format!("{between}{bold}{text}{bold:#}")),
            _ => show(&format!("{between}{text}")),
        }
    }
}

/// Says what is wrong.
pub(crate) fn complain(text: &str) {
    eprintln!("{}", text.trim_end());
}

/// Says everything that is wrong with files of policies.
pub(crate) fn complain_all(problems: &[Problem], sources: &[Source]) {
    let said: Vec<String> = problems.iter().map(|it| it.to_text(sources)).collect();
    complain(&said.join("\n"));
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
