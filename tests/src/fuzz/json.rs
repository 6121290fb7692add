//! The reader of documents against `serde_json`: what is taken, and what is read.

use super::{Target, seeds};
use crate::probe::Probes;
use kumomori_check::document::{DocumentFault, DocumentProblem, read};
use kumomori_check::kind::Kind;
use serde_json::Value as Json;
use std::collections::BTreeMap;

pub(super) const WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "false",
    "{\"\":",
    "[[",
    "\\u0000",
    "\\ud800",
    "\\udc00",
    "\\ud83d\\ude00",
    "\\\"",
    "\\x",
    "\n",
    "\u{feff}",
    "\u{1f511}",
    "//",
    "NaN",
    "1e",
];

pub(super) fn target() -> Target {
    let documents = seeds::documents();
    let kinds: &'static [Kind] = leaked_kinds();
    let mut probes: BTreeMap<&str, Probes<'static>> =
        kinds.iter().map(|it| (it.id.as_str(), Probes::new(it))).collect();
    let (ids, seeds): (Vec<String>, Vec<Vec<u8>>) = documents.into_iter().unzip();
    Target {
        name: "json",
        seeds,
        words: WORDS,
        most_memory: 16 << 20,
        read: Box::new(move |input, of| compare(input, probes.get_mut(ids[of].as_str()).unwrap())),
    }
}

/// The kinds of this library, for as long as the program runs.
fn leaked_kinds() -> &'static [Kind] {
    let checks = kumomori_data::checks().unwrap();
    Vec::leak(checks.kinds.into_iter().map(|it| it.kind).collect())
}

fn compare(input: &[u8], probes: &mut Probes<'_>) -> bool {
    let json: Option<Json> = serde_json::from_slice(input).ok();
    match (read(input, probes.plan()), json) {
        (Ok(document), Some(json)) => {
            if !document.is_empty() {
                probes.compare(&document, &json);
            }
            true
        }
        (Ok(_), None) => panic!("it is no JSON for serde_json"),
        (Err(fault), Some(_)) => {
            assert!(is_ours(&fault.problem), "it is JSON for serde_json: {fault:?}");
            within(&fault, input)
        }
        (Err(fault), None) => within(&fault, input),
    }
}

/// What `serde_json` lets pass.
pub(super) fn is_ours(problem: &DocumentProblem) -> bool {
    matches!(
        problem,
        DocumentProblem::DuplicateField { .. }
            | DocumentProblem::TooDeep
            | DocumentProblem::WrongShape { .. }
            | DocumentProblem::WrongField { .. }
            | DocumentProblem::NoField { .. }
    )
}

/// A fault stands in the input.
pub(super) fn within(fault: &DocumentFault, input: &[u8]) -> bool {
    assert!(fault.at <= input.len(), "{fault:?} of {} bytes", input.len());
    false
}
