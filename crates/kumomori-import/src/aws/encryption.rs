//! Default encryption of a bucket.

use crate::entry::{Entry, text};
use crate::located::At;
use crate::note::{Note, Reason};
use alloc::vec::Vec;
use kumomori_wire::json::Value;

/// The encryptions of S3; all of them encrypt objects with AES-256.
const AES_256: [&str; 3] = ["AES256", "aws:kms", "aws:kms:dsse"];

/// The name of the key that AWS itself keeps for S3.
const KEY_OF_AWS: &str = "alias/aws/s3";

/// Sets encryption, cipher and who holds the key from a `ServerSideEncryptionConfiguration`.
pub(super) fn read(at: &At<'_>, entry: &mut Entry, notes: &mut Vec<Note>) {
    let rules = at.some_of(&["Rules", "rules"]);
    let rule = rules.and_then(|it| it.items().next());
    let names = ["ApplyServerSideEncryptionByDefault", "applyServerSideEncryptionByDefault"];
    let default = rule.and_then(|it| it.some_of(&names));
    let algorithm = default.as_ref().and_then(|it| it.some_of(&["SSEAlgorithm", "sseAlgorithm"]));
    let Some(name) = algorithm.as_ref().and_then(At::text) else {
        notes.push(at.note(Reason::NoDefaultEncryption));
        return;
    };
    if AES_256.contains(&name) {
        entry.set("encrypted", Some(Value::Bool(true)));
        entry.set("cipher", Some(text("AES-256")));
        let key = default.and_then(|it| it.some_of(&["KMSMasterKeyID", "kmsMasterKeyID"]));
        entry.set("key_holder", key_holder(name, key.as_ref()).map(text));
    } else {
        let at = algorithm.as_ref().unwrap_or(at);
        notes.push(at.note(Reason::UnknownCipher { found: at.shown() }));
    }
}

/// Whoever manages the key; nothing where a key is named in a way that S3 does not print.
fn key_holder(algorithm: &str, key: Option<&At<'_>>) -> Option<&'static str> {
    match key {
        Some(key) if algorithm != "AES256" => {
            key.text().map(|it| if it.ends_with(KEY_OF_AWS) { "provider" } else { "customer" })
        }
        _ => Some("provider"),
    }
}
