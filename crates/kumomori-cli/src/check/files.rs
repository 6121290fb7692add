//! Evidence files: single ones, folders of them, and streams with one document a line.

mod stream;

use crate::input;
use anyhow::{Context, Result};
use kumomori_check::document::{MAX_BYTES, place};
use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

/// One document.
pub(crate) struct Evidence<'a> {
    /// The file, or `-`.
    pub(crate) file: &'a str,
    /// The line at which it begins, from 1.
    pub(crate) line: usize,
    /// The bytes, or one more than a document may have.
    pub(crate) bytes: &'a [u8],
}

impl Evidence<'_> {
    /// Line and column of a byte in the file, both from 1.
    pub(crate) fn place(&self, at: usize) -> (usize, usize) {
        let (line, column) = place(self.bytes, at);
        (self.line + line - 1, column)
    }
}

/// Hands over the documents of all paths one by one, folders in the order of their names.
pub(crate) fn each(paths: &[PathBuf], mut take: impl FnMut(&Evidence<'_>)) -> Result<()> {
    paths.iter().try_for_each(|it| of_path(it, &mut take))
}

fn of_path(path: &Path, take: &mut impl FnMut(&Evidence<'_>)) -> Result<()> {
    if input::is_standard_input(path) {
        return stream::each("-", io::stdin().lock(), take).context("cannot read standard input");
    }
    let unreadable = || format!("cannot read `{}`", path.display());
    if path.is_dir() {
        let entries = fs::read_dir(path).with_context(unreadable)?;
        let mut below = entries.map(|it| Ok(it?.path())).collect::<Result<Vec<_>>>()?;
        below.sort();
        let mut below = below.iter().filter(|it| it.is_dir() || is_evidence(it));
        return below.try_for_each(|it| of_path(it, take));
    }
    let file = path.display().to_string();
    if is_stream(path) {
        let lines = BufReader::new(File::open(path).with_context(unreadable)?);
        return stream::each(&file, lines, take).with_context(unreadable);
    }
    let bytes = input::bytes(path, MAX_BYTES)?;
    take(&Evidence { file: &file, line: 1, bytes: &bytes });
    Ok(())
}

fn is_evidence(path: &Path) -> bool {
    is_stream(path) || path.extension().is_some_and(|it| it == "json")
}

fn is_stream(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "ndjson" || it == "jsonl")
}
