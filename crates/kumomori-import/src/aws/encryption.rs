//! Default encryption of a bucket.

use crate::entry::{Entry, text};
use crate::located::At;
use crate::note::{Note, Reason};
use alloc::vec::Vec;
use kumomori_wire::json::Value;

/// The encryptions of S3; all of them encrypt objects with AES-256.
const AES_256: [&str; 3] = ["AES256", "aws:kms", "aws:kms:dsse"];

/// Sets encryption and cipher from a `ServerSideEncryptionConfiguration`.
pub(super) fn read(at: &At<'_>, entry: &mut Entry, notes: &mut Vec<Note>) {
    let rules = at.some_of(&["Rules", "rules"]);
    let rule = rules.and_then(|it| it.items().next());
    let names = ["ApplyServerSideEncryptionByDefault", "applyServerSideEncryptionByDefault"];
    let default = rule.and_then(|it| it.some_of(&names));
    let algorithm = default.and_then(|it| it.some_of(&["SSEAlgorithm", "sseAlgorithm"]));
    let Some(name) = algorithm.as_ref().and_then(At::text) else {
        notes.push(at.note(Reason::NoDefaultEncryption));
        return;
    };
    if AES_256.contains(&name) {
        entry.set("encrypted", Some(Value::Bool(true)));
        entry.set("cipher", Some(text("AES-256")));
    } else {
        let at = algorithm.as_ref().unwrap_or(at);
        notes.push(at.note(Reason::UnknownCipher { found: at.shown() }));
    }
}
