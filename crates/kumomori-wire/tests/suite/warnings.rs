//! What is kept and said to have no effect.

use crate::library::{codes, file, read};
use crate::marked::Marked;
use kumomori_wire::assessment::{Reading, assessment_text};
use kumomori_wire::diagnostic::{Problem, Severity};

/// A file that reads, with the one warning expected of it at the marked text.
#[track_caller]
fn check(marked: &str, code: &str, path: &str) -> Reading {
    let marked = Marked::new(marked);
    let reading = read(&marked.text).unwrap();
    let [warning] = reading.warnings.as_slice() else { panic!("{:#?}", reading.warnings) };
    marked.check(warning, code, path);
    assert_eq!(warning.severity, Severity::Warning);
    reading
}

const EVENTS: &str = "\"log-events\"";
const PROVIDER: &str = "\"provider\"";

/// A file without its marks.
fn plain(marked: &str) -> String {
    Marked::new(marked).text
}

fn answer(control: &str, role: &str, rest: &str) -> String {
    file(&format!(r#"{{ "control": {control}, "role": {role}{rest} }}"#), "")
}

#[test]
fn unknown_controls_are_kept_and_written_back() {
    let text = answer("⟦\"log-evens\"⟧", PROVIDER, r#", "design": { "level": 2 }"#);
    let reading = check(&text, "unknown-control", "answers[0].control");
    let Problem::UnknownControl { nearest, .. } = &reading.warnings[0].problem else { panic!() };
    assert_eq!(nearest.as_deref(), Some("log-events"));
    let again = read(&assessment_text(&reading.assessment)).unwrap();
    assert_eq!(again.assessment, reading.assessment);
    assert_eq!(again.assessment.answers[0].control.as_str(), "log-evens");
}

#[test]
fn planned_controls_are_told_from_unknown_ones() {
    check(&answer("⟦\"plan-exit\"⟧", PROVIDER, ""), "planned-control", "answers[0].control");
}

#[test]
fn answers_outside_of_the_scope_are_kept() {
    let reading =
        check(&answer(EVENTS, "⟦\"customer\"⟧", ""), "role-out-of-scope", "answers[0].role");
    assert_eq!(reading.assessment.answers.len(), 1);
    check(&answer("\"set-ai-rules\"", "⟦\"provider\"⟧", ""), "no-duty", "answers[0].role");
}

#[test]
fn exclusions_want_a_justification_and_a_name() {
    let with = |rest: &str| {
        let exclusion = format!(
            r#", "applicability": ⟦{{ "state": "not-applicable", "reason": "other"{rest} }}⟧"#
        );
        answer(EVENTS, PROVIDER, &exclusion)
    };
    let path = "answers[0].applicability";
    check(&with(""), "unjustified", path);
    check(&with(r#", "justification": "no logs", "by": " ""#), "unjustified", path);
    check(&with(r#", "by": "CISO""#), "unjustified", path);
    let complete = with(r#", "justification": "no logs", "by": "CISO""#);
    assert_eq!(read(&plain(&complete)).unwrap().warnings, []);
}

#[test]
fn dates_after_today_are_told() {
    let evidence = |date: &str| {
        let rest = format!(
            r#", "evidence": [{{ "title": "", "aspects": [], "grade": 1, "date": ⟦"{date}"⟧ }}]"#
        );
        answer(EVENTS, PROVIDER, &rest)
    };
    let text = evidence("2026-07-01");
    let reading = check(&text, "date-in-future", "answers[0].evidence[0].date");
    assert_eq!(reading.assessment.answers[0].evidence.len(), 1);
    assert_eq!(read(&plain(&evidence("2026-06-30"))).unwrap().warnings, []);
    let since = r#", "sample": { "tested": 1, "deviations": 0, "automated": true, "unchanged_since": ⟦"2027-01-01"⟧ }"#;
    let path = "answers[0].sample.unchanged_since";
    check(&answer(EVENTS, PROVIDER, since), "date-in-future", path);
}

#[test]
fn dates_that_are_meant_to_lie_ahead_are_fine() {
    let answer = r#"{ "control": "log-events", "role": "provider", "due": "2030-01-01" }"#;
    let planned = r#"{ "id": "a1", "kind": "iso-certificate", "framework": "iso27017", "edition": "2015", "state": "planned", "issuer": "", "names_service": true, "from": "2026-12-01", "to": "2029-11-30", "expected": "2026-12-01" }"#;
    let text = file(answer, planned).replace(
        "\"answers\"",
        "\"window\": { \"from\": \"2026-01-01\", \"to\": \"2026-12-31\" }, \"answers\"",
    );
    assert_eq!(read(&text).unwrap().warnings, []);
}

#[test]
fn exceptions_about_unknown_controls_are_told() {
    let report = r#"{ "id": "a1", "kind": "soc2-type2", "framework": "soc2", "edition": "2017", "state": "held", "issuer": "", "names_service": true, "exceptions": ["log-events", ⟦"log-event"⟧] }"#;
    let reading = check(&file("", report), "unknown-exception", "attestations[0].exceptions[1]");
    assert_eq!(reading.assessment.attestations[0].exceptions.len(), 2);
}

#[test]
fn a_file_saved_with_another_library_says_so() {
    let stamp = |version: &str| {
        let sha = "0".repeat(64);
        let library = format!(
            "\"library\": {{ \"version\": ⟦\"{version}\"⟧, \"sha256\": \"{sha}\" }}, \"scope\""
        );
        file("", "").replace("\"scope\"", &library)
    };
    check(&stamp("0.0.9"), "other-library", "library.version");
    assert_eq!(read(&plain(&stamp("0.1.0"))).unwrap().warnings, []);
}

#[test]
fn warnings_come_in_the_order_of_the_file() {
    let answers = r#"{ "control": "log-events", "role": "customer" },
{ "control": "plan-exit", "role": "provider" }, { "control": "never-heard-of", "role": "provider" }"#;
    let reading = read(&file(answers, "")).unwrap();
    assert_eq!(
        codes(&reading.warnings),
        ["role-out-of-scope", "planned-control", "unknown-control"]
    );
}
