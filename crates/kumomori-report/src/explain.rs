//! How a conclusion came about, down to the answers.
//!
//! Every step names the section of `docs/scoring.md` that it follows.

use crate::document::Document;
use crate::names::Names;
use crate::table::Topic;
use alloc::format;
use alloc::string::String;
use kumomori_core::assessment::Assessment;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::text::Lang;

mod control;
mod dimension;
mod figure;
mod member;
mod requirement;

pub use control::control;
pub use figure::figure;
pub use requirement::requirement;

/// How the conclusion about a topic came about; `None` when the evaluation does not have it.
pub fn topic(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
    topic: &Topic,
) -> Option<Document> {
    match topic {
        Topic::Control(id) => control(names, assessment, evaluation, id),
        Topic::Requirement(framework, id) => {
            requirement(names, assessment, evaluation, framework, id)
        }
        Topic::Figure(key, view) => figure(names, evaluation, key, *view),
    }
}

/// The place of a rule, to stand after a sentence.
fn rule(names: &Names<'_>, section: &str) -> String {
    match names.lang {
        Lang::Ja => format!("(docs/scoring.md 第{section}節)"),
        Lang::En => format!(" (docs/scoring.md, section {section})"),
    }
}

#[cfg(test)]
mod tests;
