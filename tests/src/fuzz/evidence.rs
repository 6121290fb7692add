//! Evidence files: the envelope, and the answers of all checks.

use super::json::{WORDS, is_ours, within};
use super::{Target, seeds};
use kumomori_check::document::read_envelope;
use kumomori_check::evaluate::Verdict;
use kumomori_check::trace::MAX_LEAVES;
use kumomori_check::value::Reason;
use kumomori_core::checks::Checks;
use kumomori_core::checks::asking::{Answered, NotAsked, Questions};
use serde_json::Value as Json;

pub(super) fn target() -> Target {
    let checks: &'static Checks = Box::leak(Box::new(kumomori_data::checks().unwrap()));
    let questions = Questions::new(checks, checks.policy());
    Target {
        name: "evidence",
        seeds: seeds::evidence(),
        words: WORDS,
        most_memory: 64 << 20,
        read: Box::new(move |input, _| ask(input, &questions)),
    }
}

fn ask(input: &[u8], questions: &Questions<'_>) -> bool {
    let is_json = serde_json::from_slice::<Json>(input).is_ok();
    match questions.ask(input) {
        Ok(asked) => {
            assert!(is_json, "it is no JSON for serde_json");
            asked.answers.iter().for_each(check);
            true
        }
        Err(NotAsked::Broken(fault)) => {
            assert!(!is_json || is_ours(&fault.problem), "it is JSON for serde_json: {fault:?}");
            within(&fault, input)
        }
        Err(NotAsked::UnknownKind { .. }) => false,
    }
}

fn check(answer: &Answered<'_>) {
    let (outcome, trace) = (answer.outcome, &answer.trace);
    assert!(trace.leaves.len() <= MAX_LEAVES && trace.n_leaves >= trace.leaves.len());
    let has_to_say_why = match outcome.verdict {
        Verdict::Supports | Verdict::NotApplicable => false,
        Verdict::Contradicts => true,
        Verdict::Insufficient => outcome.reason != Some(Reason::Empty),
    };
    assert_eq!(!trace.leaves.is_empty(), has_to_say_why, "{}: {answer:?}", answer.check.id);
}

pub(super) fn envelope() -> Target {
    Target {
        name: "envelope",
        seeds: seeds::evidence(),
        words: WORDS,
        most_memory: 16 << 20,
        read: Box::new(|input, _| open(input)),
    }
}

fn open(input: &[u8]) -> bool {
    let json: Option<Json> = serde_json::from_slice(input).ok();
    let envelope = match read_envelope(input) {
        Ok(envelope) => envelope,
        Err(fault) => {
            let is_agreed = json.is_none() || is_ours(&fault.problem);
            assert!(is_agreed, "it is JSON for serde_json: {fault:?}");
            return within(&fault, input);
        }
    };
    let json = json.expect("it is no JSON for serde_json");
    let words = [
        ("kind", Some(envelope.kind)),
        ("collected_at", envelope.collected_at),
        ("tool", envelope.tool),
        ("collected_by", envelope.collected_by),
        ("source", envelope.source),
        ("role", envelope.role),
    ];
    for (name, word) in words {
        let word = word.as_ref().map(|it| it.text.as_str());
        assert_eq!(word, json[name].as_str(), "{name}");
    }
    let document: Json = serde_json::from_str(envelope.document).unwrap();
    assert_eq!(document, json["document"]);
    let at = envelope.at..envelope.at + envelope.document.len();
    assert_eq!(input.get(at), Some(envelope.document.as_bytes()));
    true
}
