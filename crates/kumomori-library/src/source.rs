//! The files of a policy folder and places in them.

use std::sync::Arc;

/// One policy file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its path below the policy folder, with `/` between parts.
    pub path: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
}

impl Source {
    /// A file of this path and text.
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.into(), text: text.into() }
    }

    /// The place of the whole file: its first line.
    pub fn start(&self) -> Span {
        Span { path: self.path.clone(), line: 1, column: 1, len: 1 }
    }

    /// One line of the file, from 1; empty when there is no such line.
    pub fn line(&self, number: u32) -> &str {
        let skipped = number.saturating_sub(1) as usize;
        self.text.lines().nth(skipped).unwrap_or_default()
    }
}

/// A stretch of one line of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub path: Arc<str>,
    /// Its line, from 1.
    pub line: u32,
    /// Its first character, from 1.
    pub column: u32,
    /// Its length in characters, at least 1.
    pub len: u32,
}
