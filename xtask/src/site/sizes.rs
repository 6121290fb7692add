//! What a first visit loads, and how much that may be.
//!
//! The page loads the texts of the reader's language first and those of the other once it runs,
//! so the larger of the two counts.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

/// What a first visit may load, compressed. Not kept yet: every build says by how much.
const BUDGET: u64 = 250 * 1024;
/// Until the budget is kept, no build may load more than this; lowered with every saving.
const CEILING: u64 = 274_000;
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
        let line = |name: &str, raw: u64, sent: u64| format!("{name:<40} {raw:>10} {sent:>10}\n");
        let mut text = format!("{:<40} {:>10} {:>10}\n", "first visit", "bytes", "brotli");
        for row in self.first() {
            text += &line(&row.name, row.raw, row.sent);
        }
        text += &line("in all", self.raw(), self.sent());
        if self.sent() > BUDGET {
            text += &format!("over the budget of {BUDGET} by {}\n", self.sent() - BUDGET);
        }
        let later = self.later().map(|row| line(&row.name, row.raw, row.sent));
        later.map_or(text.clone(), |later| text + "once the page runs\n" + &later)
    }

    /// The texts of the other language: the smaller of the two.
    fn later(&self) -> Option<&Row> {
        let texts = self.rows.iter().filter(|row| row.name.starts_with("texts."));
        let count = texts.clone().count();
        texts.min_by_key(|row| row.sent).filter(|_| count > 1)
    }

    fn first(&self) -> impl Iterator<Item = &Row> {
        let later = self.later();
        self.rows.iter().filter(move |row| Some(*row) != later)
    }

    /// Whether the site stays under its ceiling.
    ///
    /// # Errors
    /// It does not; the message says by how much.
    pub(crate) fn check(&self) -> Result<()> {
        if self.sent() > CEILING {
            bail!("a first visit loads {} bytes, allowed are {CEILING}", self.sent());
        }
        let is_module = |row: &&Row| ending(&row.name) == "wasm";
        match self.rows.iter().filter(is_module).find(|row| row.raw > MODULE) {
            Some(row) => bail!("`{}` has {} bytes, allowed are {MODULE}", row.name, row.raw),
            None => Ok(()),
        }
    }

    fn raw(&self) -> u64 {
        self.first().map(|row| row.raw).sum()
    }

    fn sent(&self) -> u64 {
        self.first().map(|row| row.sent).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(raw: u64, sent: u64) -> Sizes {
        Sizes { rows: vec![Row { name: "main.wasm".to_owned(), raw, sent }] }
    }

    #[test]
    fn a_site_at_the_ceiling_is_accepted() {
        sizes(900 * 1024, CEILING).check().unwrap();
    }

    #[test]
    fn a_site_over_the_budget_says_by_how_much() {
        assert!(sizes(1, BUDGET + 7).table().contains("over the budget of 256000 by 7"));
        assert!(!sizes(1, BUDGET).table().contains("over"));
    }

    #[test]
    fn a_first_visit_over_the_ceiling_is_refused_with_the_figures() {
        let err = sizes(1, CEILING + 1).check().unwrap_err();
        assert_eq!(err.to_string(), "a first visit loads 274001 bytes, allowed are 274000");
    }

    #[test]
    fn only_the_larger_of_two_languages_counts() {
        let row = |name: &str, sent| Row { name: name.to_owned(), raw: sent, sent };
        let rows = vec![row("main.wasm", 5), row("texts.en.1.bin", 30), row("texts.ja.1.bin", 40)];
        let sizes = Sizes { rows };
        assert_eq!(sizes.sent(), 45);
        assert!(sizes.table().contains("once the page runs\ntexts.en.1.bin"));
    }

    #[test]
    fn a_module_over_the_budget_is_refused_with_its_name() {
        let err = sizes(900 * 1024 + 1, 1).check().unwrap_err();
        assert_eq!(err.to_string(), "`main.wasm` has 921601 bytes, allowed are 921600");
    }
}
