//! Whether each step follows from the one before it.

use crate::diagnostic::Problem;
use crate::findings::Findings;
use crate::json::Node;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::pack::to_digits;
use sha2::{Digest, Sha256};

/// Reports every step that does not follow from the one before it; the hash of each.
///
/// The first step may have any number and any hash before it: what came before may have been
/// deleted on purpose.
pub(super) fn check(text: &str, root: &Node, findings: &mut Findings) -> Vec<String> {
    let mut hashes: Vec<String> = Vec::new();
    let mut next = None;
    for step in root.get("steps").map(Node::items).unwrap_or_default() {
        let found = step.get("seq").and_then(Node::whole).unwrap_or_default();
        if let Some(expected) = next.filter(|it| *it != found) {
            findings.add(step.span, Problem::OutOfSequence { found, expected });
        }
        let before = step.get("prev").and_then(Node::text);
        if next.is_some() && before != hashes.last().map(String::as_str) {
            findings.add(step.span, Problem::BrokenChain { seq: found });
        }
        hashes.push(digest(text.get(step.span.start..step.span.end).unwrap_or_default()));
        next = Some(found.saturating_add(1));
    }
    hashes
}

/// The SHA-256 of a text in lower-case hexadecimal.
fn digest(text: &str) -> String {
    to_digits(&Sha256::digest(text))
}
