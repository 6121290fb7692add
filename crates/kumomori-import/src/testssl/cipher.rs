//! How many weak groups of cipher suites an endpoint accepts.

use super::endpoint::{Endpoint, Finding};
use crate::entry::{Entry, count};
use crate::note::{Note, Reason};
use alloc::vec::Vec;

/// The groups that testssl.sh rates medium or worse when they are accepted: no encryption, no
/// authentication, export, 64 bit and DES and RC2 and RC4 and MD5, triple DES and IDEA.
const WEAK: [&str; 5] = [
    "cipherlist_NULL",
    "cipherlist_aNULL",
    "cipherlist_EXPORT",
    "cipherlist_LOW",
    "cipherlist_3DES_IDEA",
];

/// Suites with CBC, by their name since 3.2 and before.
const CBC: [&str; 2] = ["cipherlist_OBSOLETED", "cipherlist_AVERAGE"];

/// Sets the number of weak groups: at least so many weak suites are accepted.
pub(super) fn read(endpoint: &Endpoint<'_>, entry: &mut Entry, notes: &mut Vec<Note>) {
    let mut n_weak = 0;
    let mut unclear = Vec::new();
    for id in WEAK {
        match is_offered(endpoint, id) {
            Some(is_offered) => n_weak += u64::from(is_offered),
            None => unclear.push(id),
        }
    }
    if n_weak > 0 || unclear.is_empty() {
        entry.set("weak_ciphers", Some(count(n_weak)));
    } else {
        let findings = unclear.join(", ");
        notes.push(endpoint.note(Reason::CiphersUnclear { findings }));
    }
    let cbc = CBC.iter().flat_map(|id| endpoint.with_id(id)).find(|it| answer(it) == Some(true));
    notes.extend(cbc.map(|it| it.note(Reason::CbcNotCounted)));
}

/// Whether a group is accepted; `None` when the scan does not tell.
fn is_offered(endpoint: &Endpoint<'_>, id: &str) -> Option<bool> {
    let answers: Vec<Option<bool>> = endpoint.with_id(id).map(answer).collect();
    if answers.contains(&Some(true)) {
        return Some(true);
    }
    (!answers.is_empty() && answers.iter().all(Option::is_some)).then_some(false)
}

fn answer(finding: &Finding<'_>) -> Option<bool> {
    match finding.text {
        _ if finding.is_unclear() => None,
        text if text.starts_with("not offered") => Some(false),
        text if text.starts_with("offered") => Some(true),
        _ => None,
    }
}
