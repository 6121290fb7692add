//! The lowest and the highest protocol version that an endpoint accepts.

use super::endpoint::{Endpoint, Finding};
use crate::entry::{Entry, text};
use crate::note::{Note, Reason};
use alloc::vec::Vec;

/// The ids of protocols and the versions that they mean, oldest first.
const PROTOCOLS: [(&str, &str); 6] = [
    ("SSLv2", "SSL2"),
    ("SSLv3", "SSL3"),
    ("TLS1", "TLS1.0"),
    ("TLS1_1", "TLS1.1"),
    ("TLS1_2", "TLS1.2"),
    ("TLS1_3", "TLS1.3"),
];

/// What a scan says about one protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Offered,
    NotOffered,
    Unclear,
}

/// One protocol of an endpoint.
#[derive(Clone, Copy)]
struct Protocol {
    id: &'static str,
    version: &'static str,
    answer: Answer,
}

/// Sets the versions of an endpoint.
///
/// The lowest is known only when every older one is known not to be offered, and likewise the
/// highest.
pub(super) fn read(endpoint: &Endpoint<'_>, entry: &mut Entry, notes: &mut Vec<Note>) {
    let protocols = PROTOCOLS.map(|(id, version)| {
        let answer = endpoint.with_id(id).map(answer).reduce(both).unwrap_or(Answer::Unclear);
        Protocol { id, version, answer }
    });
    if protocols.iter().all(|it| it.answer == Answer::NotOffered) {
        notes.push(endpoint.note(Reason::NoProtocol));
        return;
    }
    for (field, edge) in
        [("min_version", edge(protocols.iter())), ("max_version", edge(protocols.iter().rev()))]
    {
        match edge {
            Ok(version) => entry.set(field, Some(text(version))),
            Err(unclear) => {
                let ids = protocols.iter().map(|it| it.id).filter(|it| unclear.contains(it));
                let protocols = ids.collect::<Vec<_>>().join(", ");
                notes.push(endpoint.note(Reason::ProtocolsUnclear { field, protocols }));
            }
        }
    }
}

/// The first version that is offered, or the protocols before it that are unclear.
fn edge<'a>(
    protocols: impl Iterator<Item = &'a Protocol>,
) -> Result<&'static str, Vec<&'static str>> {
    let mut unclear = Vec::new();
    for it in protocols {
        match it.answer {
            Answer::Offered if unclear.is_empty() => return Ok(it.version),
            Answer::Offered => break,
            Answer::Unclear => unclear.push(it.id),
            Answer::NotOffered => {}
        }
    }
    Err(unclear)
}

/// What two findings about one protocol say together, as after a STARTTLS refusal.
fn both(left: Answer, right: Answer) -> Answer {
    match (left, right) {
        (Answer::Offered, _) | (_, Answer::Offered) => Answer::Offered,
        (Answer::NotOffered, Answer::NotOffered) => Answer::NotOffered,
        _ => Answer::Unclear,
    }
}

/// What a finding says, in the words that testssl.sh uses.
fn answer(finding: &Finding<'_>) -> Answer {
    const REFUSED: [&str; 2] = [
        "connection failed rather than downgrading",
        "server responded with higher version number",
    ];
    const ACCEPTED: [&str; 2] = ["supported but couldn't detect a cipher", "vulnerable with "];
    let text = finding.text;
    let begins = |words: [&str; 2]| words.iter().any(|it| text.starts_with(it));
    if finding.is_unclear() || text.contains("likely") {
        return Answer::Unclear;
    }
    if text.contains("not offered") || begins(REFUSED) {
        return Answer::NotOffered;
    }
    // Drafts of TLS 1.3 are another protocol than the one that was published.
    let is_draft_only = text.contains("draft") && !text.contains("final");
    let is_offered = text.starts_with("offered") || text.contains("is offered") || begins(ACCEPTED);
    if is_offered && !is_draft_only { Answer::Offered } else { Answer::Unclear }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Place;
    use alloc::string::String;

    fn of(severity: &str, text: &str) -> Answer {
        let place = Place { line: 1, path: String::new() };
        answer(&Finding { id: "TLS1", severity, text, place })
    }

    #[test]
    fn findings_say_whether_a_protocol_is_offered() {
        for (severity, text) in [
            ("OK", "offered"),
            ("LOW", "offered (deprecated)"),
            ("OK", "offered with final"),
            ("OK", "offered with draft 28, draft 27, draft 26, final"),
            ("HIGH", "offered, no cipher"),
            ("CRITICAL", "vulnerable with 9 ciphers"),
            ("INFO", "supported but couldn't detect a cipher (may need debugging)"),
        ] {
            assert_eq!(of(severity, text), Answer::Offered, "{text}");
        }
        for (severity, text) in [
            ("OK", "not offered"),
            ("CRITICAL", "TLSv1.1 is not offered, and downgraded to a weaker protocol"),
            ("CRITICAL", "connection failed rather than downgrading to TLSv1.2"),
            (
                "CRITICAL",
                "server responded with higher version number (TLSv1.2) than requested by client",
            ),
        ] {
            assert_eq!(of(severity, text), Answer::NotOffered, "{text}");
        }
    }

    #[test]
    fn what_was_not_tested_stays_unclear() {
        for (severity, text) in [
            ("WARN", "not tested due to lack of local support"),
            (
                "WARN",
                "received 4xx/5xx after STARTTLS handshake, rerun with DEBUG>=2 or --ssl-native",
            ),
            ("INFO", "likely not offered"),
            ("INFO", "offered with draft 28"),
            ("MEDIUM", "strange, server 0304"),
            ("", "offered"),
        ] {
            assert_eq!(of(severity, text), Answer::Unclear, "{text}");
        }
    }
}
