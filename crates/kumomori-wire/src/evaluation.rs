//! `kumomori.evaluation/1`: what follows from an assessment on a day.

mod shape;
mod text;

use crate::check::check_document;
use crate::diagnostic::Diagnostic;
use crate::findings::Findings;
use crate::json::Node;
use crate::{json, source};
use alloc::vec;
use alloc::vec::Vec;

pub use shape::FORMAT;
pub(crate) use shape::SHAPE;
pub use text::{Choice, chosen, evaluation_text, part};

/// Checks the file of an evaluation and returns its values.
///
/// [`crate::write::to_text`] gives the canonical text of the returned node.
///
/// # Errors
///
/// Everything in which the file differs from the format, in the order of the text.
pub fn check_evaluation(bytes: &[u8]) -> Result<Node, Vec<Diagnostic>> {
    let text = source::text(bytes, source::MAX_BYTES).map_err(|it| vec![*it])?;
    let root = json::parse(text).map_err(|it| vec![*it])?;
    let mut findings = Findings::default();
    check_document(&root, &SHAPE, &mut findings);
    if findings.has_errors() {
        return Err(findings.into_diagnostics(text, &root));
    }
    Ok(root)
}
