//! `kumomori.assessment/1`: the file that a user owns.

mod checks;
pub(crate) mod reading;
pub(crate) mod shape;
mod text;

use crate::check::check_document;
use crate::diagnostic::{Diagnostic, Kind, Problem};
use crate::findings::Findings;
use crate::{json, source};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::Assessment;
use kumomori_core::date::Date;
use kumomori_core::library::Library;

pub use crate::source::MAX_BYTES;
pub use shape::{FORMAT, limit};
pub(crate) use shape::{LIBRARY, SHAPE};
pub use text::assessment_text;
pub(crate) use text::{roles, rungs, stamp};

/// An assessment that can be used, and what its author should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The assessment, nothing left out.
    pub assessment: Assessment,
    /// What has no effect or is doubtful, in the order of the file.
    pub warnings: Vec<Diagnostic>,
}

/// Reads an assessment.
///
/// `today` is the day of reading: dates after it are reported. Answers about controls that the
/// library does not have are kept, with a warning.
///
/// # Errors
///
/// Everything that is wrong with the file, in the order of the text, warnings among it. Faults
/// of the JSON itself come alone: what follows them cannot be read.
pub fn read_assessment(
    bytes: &[u8],
    library: &Library,
    today: Date,
) -> Result<Reading, Vec<Diagnostic>> {
    let text = source::text(bytes, source::MAX_BYTES).map_err(|it| vec![*it])?;
    let root = json::parse(text).map_err(|it| vec![*it])?;
    let mut findings = Findings::default();
    if check_document(&root, &SHAPE, &mut findings) {
        checks::check_meaning(&root, library, today, &mut findings);
    }
    if findings.has_errors() {
        return Err(findings.into_diagnostics(text, &root));
    }
    let Some(assessment) = reading::assessment(&root) else {
        // The shape lets nothing through that cannot be read; if it ever did, refuse the file.
        let problem = Problem::WrongType { expected: Kind::Object, found: root.kind() };
        findings.add(root.span, problem);
        return Err(findings.into_diagnostics(text, &root));
    };
    Ok(Reading { assessment, warnings: findings.into_diagnostics(text, &root) })
}
