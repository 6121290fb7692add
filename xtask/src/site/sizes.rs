//! What a first visit loads, and how much that may be.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

/// All that a first visit loads, compressed.
const FIRST_LOAD: u64 = 250 * 1024;
/// The main module before compression: what a phone has to compile.
const MODULE: u64 = 900 * 1024;

/// Sizes of the files of a first visit, in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sizes {
    /// One row a file.
    pub(crate) rows: Vec<Row>,
}

/// One file of a first visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The file's name in the built site.
    pub(crate) name: String,
    /// Bytes as they are.
    pub(crate) raw: u64,
    /// Bytes as they are sent.
    pub(crate) sent: u64,
}

/// Reads the sizes from a built site.
///
/// # Errors
/// The folder cannot be read.
pub(crate) fn measure(dist: &Path) -> Result<Sizes> {
    let mut rows = Vec::new();
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_loaded_first(&name) {
            let raw = entry.metadata()?.len();
            let twin = fs::metadata(dist.join(format!("{name}.br")));
            rows.push(Row { name, raw, sent: twin.map_or(raw, |facts| facts.len()) });
        }
    }
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Sizes { rows })
}

fn is_loaded_first(name: &str) -> bool {
    ending(name) != "br" && !matches!(name, "404.html" | "SHA256SUMS")
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

impl Sizes {
    /// The sizes as a table for people.
    pub(crate) fn table(&self) -> String {
        let mut text = format!("{:<40} {:>10} {:>10}\n", "first visit", "bytes", "brotli");
        for row in &self.rows {
            text += &format!("{:<40} {:>10} {:>10}\n", row.name, row.raw, row.sent);
        }
        text + &format!("{:<40} {:>10} {:>10}\n", "in all", self.raw(), self.sent())
    }

    /// Whether the budget is kept.
    ///
    /// # Errors
    /// It is not; the message says by how much.
    pub(crate) fn check(&self) -> Result<()> {
        if self.sent() > FIRST_LOAD {
            bail!("a first visit loads {} bytes, allowed are {FIRST_LOAD}", self.sent());
        }
        let is_module = |row: &&Row| ending(&row.name) == "wasm";
        match self.rows.iter().filter(is_module).find(|row| row.raw > MODULE) {
            Some(row) => bail!("`{}` has {} bytes, allowed are {MODULE}", row.name, row.raw),
            None => Ok(()),
        }
    }

    fn raw(&self) -> u64 {
        self.rows.iter().map(|row| row.raw).sum()
    }

    fn sent(&self) -> u64 {
        self.rows.iter().map(|row| row.sent).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(raw: u64, sent: u64) -> Sizes {
        Sizes { rows: vec![Row { name: "main.wasm".to_owned(), raw, sent }] }
    }

    #[test]
    fn a_site_at_the_budget_is_accepted() {
        sizes(900 * 1024, 250 * 1024).check().unwrap();
    }

    #[test]
    fn a_first_visit_over_the_budget_is_refused_with_the_figures() {
        let err = sizes(1, 250 * 1024 + 1).check().unwrap_err();
        assert_eq!(err.to_string(), "a first visit loads 256001 bytes, allowed are 256000");
    }

    #[test]
    fn a_module_over_the_budget_is_refused_with_its_name() {
        let err = sizes(900 * 1024 + 1, 1).check().unwrap_err();
        assert_eq!(err.to_string(), "`main.wasm` has 921601 bytes, allowed are 921600");
    }
}
