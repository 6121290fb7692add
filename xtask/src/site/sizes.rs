//! What a first visit loads, and how much that may be.
//!
//! The page starts with the titles of the reader's language; the larger of the two counts. All
//! other texts and the examples come once the page runs. The reference pages are read one by one.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::headers::Place;
use crate::workspace::files_below;

/// What a first visit may load, compressed.
const BUDGET: u64 = 250 * 1024;
/// What one file that comes later may take, compressed: it is waited for on a slow connection.
const LATER: u64 = 60 * 1024;
/// What each of the worker's modules may take, compressed: it is waited for once.
const WORKER: u64 = 250 * 1024;
/// What the modules that work with passphrases may take, compressed.
const PASSPHRASE: [(&str, u64); 2] = [("key.", 40 * 1024), ("file.", 150 * 1024)];
/// The main module before compression: what a phone has to compile.
const MODULE: u64 = 900 * 1024;

/// What is fetched once the page runs.
const LATER_FILES: [&str; 18] = [
    "ask.",
    "checks.",
    "cipher.",
    "explain.",
    "file.",
    "form.",
    "icon.",
    "keeping.",
    "key.",
    "keys.",
    "lock.",
    "offline.",
    "passphrase.",
    "probe.",
    "seal.",
    "shelf.",
    "sw.",
    "worker.",
];

/// What one reference page may take, compressed.
const REFERENCE_PAGE: u64 = 120 * 1024;

/// Sizes of the files of the site, in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sizes {
    /// One row a file of the page that runs.
    pub(crate) rows: Vec<Row>,
    /// One row a file of the reference pages.
    pub(crate) reference: Vec<Row>,
}

/// One file of the site.
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
    for name in files_below(dist)? {
        if is_loaded(&name) {
            let raw = fs::metadata(dist.join(&name))?.len();
            let twin = fs::metadata(dist.join(format!("{name}.br")));
            rows.push(Row { name, raw, sent: twin.map_or(raw, |facts| facts.len()) });
        }
    }
    let is_reference = |row: &Row| Place::of_file(&row.name) == Place::Reference;
    let (reference, rows) = rows.into_iter().partition(is_reference);
    Ok(Sizes { rows, reference })
}

fn is_loaded(name: &str) -> bool {
    // In a frame, the page for frames takes the place of the first one.
    let is_framed = Place::of_file(name) == Place::Embed;
    ending(name) != "br" && !is_framed && !matches!(name, "404.html" | "SHA256SUMS")
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Whether a file is one language's titles.
fn is_titles(row: &Row) -> bool {
    row.name.starts_with("texts.") && row.name.contains(".titles.")
}

fn line(name: &str, raw: u64, sent: u64) -> String {
    format!("{name:<44} {raw:>10} {sent:>10}\n")
}

fn sum(rows: &[&Row]) -> String {
    let raw = rows.iter().map(|row| row.raw).sum();
    line("in all", raw, rows.iter().map(|row| row.sent).sum())
}

impl Sizes {
    /// The sizes as a table for people.
    pub(crate) fn table(&self) -> String {
        let lines = |rows: &[&Row]| -> String {
            rows.iter().map(|row| line(&row.name, row.raw, row.sent)).collect()
        };
        let (first, later) = (self.first(), self.later());
        format!("{:<44} {:>10} {:>10}\n", "first visit", "bytes", "brotli")
            + &lines(&first)
            + &sum(&first)
            + "once the page runs\n"
            + &lines(&later)
            + &sum(&later)
            + &self.reference_table()
    }

    /// The reference pages as two rows: the largest, and all.
    fn reference_table(&self) -> String {
        let Some(largest) = self.reference.iter().max_by_key(|row| row.sent) else {
            return String::new();
        };
        let all: Vec<&Row> = self.reference.iter().collect();
        format!("reference pages, {} files\n", all.len())
            + &line(&format!("{} (largest)", largest.name), largest.raw, largest.sent)
            + &sum(&all)
    }

    /// The smaller one of the two languages' titles comes later, and so do all other texts.
    fn is_first(&self, row: &Row) -> bool {
        if ending(&row.name) == "json" || LATER_FILES.iter().any(|it| row.name.starts_with(it)) {
            return false;
        }
        if !row.name.starts_with("texts.") {
            return true;
        }
        self.rows.iter().filter(|it| is_titles(it)).max_by_key(|it| it.sent) == Some(row)
    }

    fn first(&self) -> Vec<&Row> {
        self.rows.iter().filter(|row| self.is_first(row)).collect()
    }

    fn later(&self) -> Vec<&Row> {
        self.rows.iter().filter(|row| !self.is_first(row)).collect()
    }

    /// Whether the site keeps its budgets.
    ///
    /// # Errors
    /// It does not; the message says by how much.
    pub(crate) fn check(&self) -> Result<()> {
        let sent: u64 = self.first().iter().map(|row| row.sent).sum();
        if sent > BUDGET {
            bail!("a first visit loads {sent} bytes, allowed are {BUDGET}");
        }
        if let Some(row) = self.later().into_iter().find(|row| row.sent > limit(row)) {
            bail!("`{}` is sent as {} bytes, allowed are {}", row.name, row.sent, limit(row));
        }
        if let Some(row) = self.reference.iter().find(|row| row.sent > REFERENCE_PAGE) {
            let (name, sent) = (&row.name, row.sent);
            bail!("`{name}` is sent as {sent} bytes, allowed are {REFERENCE_PAGE}");
        }
        let is_module = |row: &&Row| ending(&row.name) == "wasm";
        match self.rows.iter().filter(is_module).find(|row| row.raw > MODULE) {
            Some(row) => bail!("`{}` has {} bytes, allowed are {MODULE}", row.name, row.raw),
            None => Ok(()),
        }
    }
}

/// What a file that comes later may take, compressed.
fn limit(row: &Row) -> u64 {
    match PASSPHRASE.iter().find(|(name, _)| row.name.starts_with(name)) {
        Some((_, limit)) => *limit,
        None if ending(&row.name) == "wasm" => WORKER,
        None => LATER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(rows: &[(&str, u64, u64)]) -> Sizes {
        let row = |(name, raw, sent): &(&str, u64, u64)| Row {
            name: (*name).to_owned(),
            raw: *raw,
            sent: *sent,
        };
        Sizes { rows: rows.iter().map(row).collect(), reference: Vec::new() }
    }

    fn refusal(rows: &[(&str, u64, u64)]) -> String {
        sizes(rows).check().unwrap_err().to_string()
    }

    #[test]
    fn a_site_at_its_budgets_is_accepted() {
        let rows = [("main.wasm", MODULE, BUDGET - 1), ("texts.ja.titles.x.bin", 1, 1)];
        sizes(&rows).check().unwrap();
        sizes(&[("texts.ja.access.x.bin", LATER, LATER)]).check().unwrap();
    }

    #[test]
    fn a_first_visit_over_the_budget_is_refused_with_the_figures() {
        let said = refusal(&[("a.js", 1, BUDGET), ("texts.ja.titles.x.bin", 1, 1)]);
        assert_eq!(said, "a first visit loads 256001 bytes, allowed are 256000");
    }

    #[test]
    fn a_large_file_of_texts_is_refused_by_name() {
        let said = refusal(&[("texts.ja.access.x.bin", 1, LATER + 1)]);
        assert_eq!(said, "`texts.ja.access.x.bin` is sent as 61441 bytes, allowed are 61440");
    }

    #[test]
    fn a_module_that_is_large_to_compile_is_refused() {
        let said = refusal(&[("main.wasm", MODULE + 1, 1)]);
        assert_eq!(said, "`main.wasm` has 921601 bytes, allowed are 921600");
    }

    #[test]
    fn reference_pages_have_a_budget_of_their_own() {
        let page = |sent| Row { name: "refs/soc2-2017.ja.html".to_owned(), raw: BUDGET, sent };
        let mut sizes = sizes(&[("main.wasm", MODULE, BUDGET)]);
        sizes.reference = vec![page(REFERENCE_PAGE)];
        sizes.check().unwrap();
        assert!(sizes.table().contains("refs/soc2-2017.ja.html (largest)"));
        sizes.reference = vec![page(REFERENCE_PAGE + 1)];
        let said = sizes.check().unwrap_err().to_string();
        assert_eq!(said, "`refs/soc2-2017.ja.html` is sent as 122881 bytes, allowed are 122880");
    }

    #[test]
    fn of_the_titles_only_the_larger_ones_count() {
        let (ja, en) = (("texts.ja.titles.x.bin", 9, 7), ("texts.en.titles.x.bin", 8, 6));
        let sizes = sizes(&[("boot.js", 1, 1), en, ja, ("a.json", 5, 5)]);
        let names = |rows: Vec<&Row>| rows.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(sizes.first()), ["boot.js", ja.0]);
        assert_eq!(names(sizes.later()), [en.0, "a.json"]);
    }
}
