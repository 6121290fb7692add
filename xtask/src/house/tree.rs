//! The files that people wrote.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::Finding;

/// Folders that hold what programs wrote.
const SKIPPED: &[&str] = &[".git", ".tools", ".venv", "dist", "node_modules", "out", "target"];

/// Larger files are data, and no rule is about data of that size.
const LARGEST: u64 = 2 * 1024 * 1024;

/// Every text file of the checkout.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// In the order of their paths.
    pub(super) files: Vec<File>,
}

/// One text file.
#[derive(Debug)]
pub(super) struct File {
    /// Relative to the root, with `/`.
    pub(super) path: String,
    /// Its content.
    pub(super) text: String,
}

impl Tree {
    /// Reads the checkout.
    ///
    /// # Errors
    /// The file system refused.
    pub(super) fn read(root: &Path) -> Result<Self> {
        let mut tree = Self::default();
        tree.collect(root, "")?;
        tree.files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(tree)
    }

    /// The file at a path.
    pub(super) fn get(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    fn collect(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            let facts = entry.metadata()?;
            if facts.is_dir() && !SKIPPED.contains(&name.as_str()) {
                self.collect(&entry.path(), &format!("{path}/"))?;
            }
            if facts.is_file() && facts.len() <= LARGEST {
                // What is not UTF-8 is no text.
                let text = fs::read_to_string(entry.path());
                self.files.extend(text.map(|text| File { path, text }));
            }
        }
        Ok(())
    }
}

impl File {
    /// A finding in this file.
    pub(super) fn finding(&self, line: usize, message: impl Into<String>) -> Finding {
        Finding { file: self.path.clone(), line, message: message.into() }
    }

    /// The lines with their numbers from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, line))
    }

    /// The lines above the tests, with their numbers; none if the whole file is tests.
    pub(super) fn lines_without_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_test = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        let is_code = move |line: &str| !is_test && !line.trim_start().starts_with("#[cfg(test)]");
        self.lines().take_while(move |(_, line)| is_code(line))
    }

    /// The first line that contains a text, or 1.
    pub(super) fn line_of(&self, text: &str) -> usize {
        self.lines().find(|(_, line)| line.contains(text)).map_or(1, |(number, _)| number)
    }

    /// The lines that contain a text, each with its number.
    pub(super) fn lines_with<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, &'a str)> {
        self.lines().filter(move |(_, line)| line.contains(text))
    }

    /// The ending of the file's name.
    pub(super) fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }
}

/// A file for a test of a rule.
#[cfg(test)]
pub(super) fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}
