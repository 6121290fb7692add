//! `kumomori.history/1`: how an assessment came about, step by step.
//!
//! Each step carries the SHA-256 of the step before it, over its bytes as they stand in the file.
//! Whoever changes, drops or inserts a step has to change all that follow, so a copy of the last
//! hash, kept elsewhere, proves what came before it.

mod chain;
mod reading;
mod shape;

use crate::check::check_document;
use crate::diagnostic::{Diagnostic, Problem};
use crate::findings::Findings;
use crate::{json, source};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::history::History;

pub(crate) use shape::SHAPE;
pub use shape::{FORMAT, MAX_BYTES};

/// A history that can be used, and what its reader should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The history.
    pub history: History,
    /// The SHA-256 of each step, in lower-case hexadecimal.
    pub hashes: Vec<String>,
    /// Where a step does not follow from the one before it, in the order of the file.
    pub warnings: Vec<Diagnostic>,
}

impl Reading {
    /// The SHA-256 of the last step.
    pub fn hash(&self) -> &str {
        self.hashes.last().map_or("", String::as_str)
    }
}

/// Reads a history.
///
/// # Errors
///
/// Everything that is wrong with the file, in the order of the text, warnings among it.
pub fn read_history(bytes: &[u8]) -> Result<Reading, Vec<Diagnostic>> {
    let text = source::text(bytes, MAX_BYTES).map_err(|it| vec![*it])?;
    let root = json::parse(text).map_err(|it| vec![*it])?;
    let mut findings = Findings::default();
    if !check_document(&root, &SHAPE, &mut findings) || findings.has_errors() {
        return Err(findings.into_diagnostics(text, &root));
    }
    let hashes = chain::check(text, &root, &mut findings);
    let Some(history) = reading::history(&root) else {
        findings.add(root.span, Problem::NotOpened);
        return Err(findings.into_diagnostics(text, &root));
    };
    Ok(Reading { history, hashes, warnings: findings.into_diagnostics(text, &root) })
}
