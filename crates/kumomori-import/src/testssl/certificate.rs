//! Whether the certificates of an endpoint are trusted, and until when they are valid.

use super::endpoint::{Endpoint, Finding};
use crate::entry::{Entry, text};
use crate::located::shown;
use crate::moment::from_minute;
use crate::note::{Note, Reason};
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_check::time::moment;
use kumomori_wire::json::Value;

/// The name matches; the chain ends at a root that is trusted.
const TRUST: [&str; 2] = ["cert_trust", "cert_chain_of_trust"];
const NOT_AFTER: &str = "cert_notAfter";

/// Sets what is known of the certificates; where there are several, the worst counts.
pub(super) fn read(endpoint: &Endpoint<'_>, entry: &mut Entry, notes: &mut Vec<Note>) {
    let n_certificates = n_certificates(endpoint);
    let answers = TRUST.map(|id| (id, is_trusted(endpoint, id, n_certificates)));
    let unclear: Vec<&str> =
        answers.iter().filter(|(_, it)| it.is_none()).map(|(id, _)| *id).collect();
    if answers.iter().any(|(_, it)| *it == Some(false)) {
        entry.set("certificate_trusted", Some(Value::Bool(false)));
    } else if unclear.is_empty() {
        entry.set("certificate_trusted", Some(Value::Bool(true)));
    } else {
        notes.push(endpoint.note(Reason::TrustUnclear { findings: unclear.join(", ") }));
    }
    entry.set("certificate_not_after", not_after(endpoint, n_certificates, notes).map(text));
}

/// How many certificates there are: at least one, and what the scan says or shows.
fn n_certificates(endpoint: &Endpoint<'_>) -> usize {
    let said = endpoint.with_id("cert_numbers").filter_map(|it| it.text.parse().ok()).max();
    let shown = [TRUST[0], TRUST[1], NOT_AFTER].map(|id| endpoint.with_id(id).count());
    shown.into_iter().chain(said).max().unwrap_or_default().max(1)
}

/// What the findings with an id say of all certificates; `None` when one is missing or does not
/// tell.
fn is_trusted(endpoint: &Endpoint<'_>, id: &str, n_certificates: usize) -> Option<bool> {
    let answers: Vec<Option<bool>> = endpoint.with_id(id).map(answer).collect();
    if answers.contains(&Some(false)) {
        return Some(false);
    }
    (answers.len() == n_certificates && !answers.contains(&None)).then_some(true)
}

fn answer(finding: &Finding<'_>) -> Option<bool> {
    match finding.severity {
        "OK" => Some(true),
        "LOW" | "MEDIUM" | "HIGH" | "CRITICAL" => Some(false),
        _ => None,
    }
}

/// The first moment at which a certificate expires.
fn not_after(
    endpoint: &Endpoint<'_>,
    n_certificates: usize,
    notes: &mut Vec<Note>,
) -> Option<String> {
    const FIELD: &str = "certificate_not_after";
    let mut ends = Vec::new();
    for finding in endpoint.with_id(NOT_AFTER) {
        let end = from_minute(finding.text);
        if end.is_none() {
            let found = shown(finding.text);
            notes.push(finding.note(Reason::Unreadable { field: FIELD, found }));
        }
        ends.push(end);
    }
    if ends.len() < n_certificates {
        notes.push(endpoint.note(Reason::NotThere { field: FIELD, value: NOT_AFTER }));
        return None;
    }
    let ends: Vec<String> = ends.into_iter().collect::<Option<_>>()?;
    ends.into_iter().min_by_key(|it| moment(it))
}
