//! Evidence files: single ones, folders of them, and streams with one document a line.

use anyhow::{Context, Result};
use kumomori_check::document::MAX_BYTES;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// One document.
pub(super) struct Evidence {
    /// The file, or `-`.
    pub(super) file: String,
    /// The line at which it begins, from 1.
    pub(super) line: usize,
    /// The bytes.
    pub(super) bytes: Vec<u8>,
}

/// The documents of all paths, folders in the order of their names.
pub(super) fn evidence(paths: &[PathBuf]) -> Result<Vec<Evidence>> {
    let mut found = Vec::new();
    for path in paths {
        add(path, &mut found)?;
    }
    Ok(found)
}

fn add(path: &Path, into: &mut Vec<Evidence>) -> Result<()> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
        into.extend(lines("-", &bytes));
        return Ok(());
    }
    let unreadable = || format!("cannot read `{}`", path.display());
    if path.is_dir() {
        let entries = fs::read_dir(path).with_context(unreadable)?;
        let mut below = entries.map(|it| Ok(it?.path())).collect::<Result<Vec<_>>>()?;
        below.sort();
        for path in below.iter().filter(|it| it.is_dir() || is_evidence(it)) {
            add(path, into)?;
        }
        return Ok(());
    }
    let file = path.display().to_string();
    let ending = path.extension().unwrap_or_default();
    if ending == "ndjson" || ending == "jsonl" {
        into.extend(lines(&file, &fs::read(path).with_context(unreadable)?));
        return Ok(());
    }
    // One byte more than allowed shows that a file is too large.
    let limit = u64::try_from(MAX_BYTES)? + 1;
    let mut bytes = Vec::new();
    File::open(path)
        .with_context(unreadable)?
        .take(limit)
        .read_to_end(&mut bytes)
        .with_context(unreadable)?;
    into.push(Evidence { file, line: 1, bytes });
    Ok(())
}

fn is_evidence(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "json" || it == "ndjson" || it == "jsonl")
}

/// A whole document, or one document a line.
fn lines(file: &str, bytes: &[u8]) -> Vec<Evidence> {
    let document =
        |line: usize, bytes: &[u8]| Evidence { file: file.to_owned(), line, bytes: bytes.to_vec() };
    let full: Vec<(usize, &[u8])> = (1..)
        .zip(bytes.split(|it| *it == b'\n'))
        .filter(|(_, it)| !it.trim_ascii().is_empty())
        .collect();
    // Each line of a stream ends what it begins; a document set over several lines does not.
    let is_stream = full.len() > 1
        && full
            .iter()
            .all(|(_, it)| it.trim_ascii().starts_with(b"{") && it.trim_ascii().ends_with(b"}"));
    if is_stream {
        return full.into_iter().map(|(line, bytes)| document(line, bytes)).collect();
    }
    vec![document(1, bytes)]
}
