//! What the library says, without any assessment: the pages of a reference book.

mod control;
mod migration;
mod requirement;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
pub use control::control;
pub(crate) use control::{body as control_body, facts};
pub use migration::{preview, refusal};
pub(crate) use requirement::body as requirement_body;
pub use requirement::requirement;

use crate::names::Names;
use crate::table::{Cell, Table};
use crate::words::Words;

/// A table without a caption.
pub(crate) fn table(names: &Names<'_>, head: &[Words], rows: Vec<Vec<Cell>>) -> Table {
    let head = head.iter().map(|it| names.words(*it).to_owned()).collect();
    Table { caption: String::new(), head, rows }
}

#[cfg(test)]
mod tests;
