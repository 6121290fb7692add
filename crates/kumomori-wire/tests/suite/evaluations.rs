//! The evaluation file: whole, stable, and what its schema says.

use crate::library::{codes, file, library, read, today};
use kumomori_core::assessment::LibraryStamp;
use kumomori_core::evaluation::evaluate;
use kumomori_core::testimony::Hearing;
use kumomori_wire::evaluation::{check_evaluation, evaluation_text};
use kumomori_wire::write::to_text;

/// The evaluation of an assessment that shows every part of the format.
pub(crate) fn example() -> String {
    let answers = r#"
    { "control": "encrypt-in-transit", "role": "customer", "applicability": { "state": "not-applicable", "reason": "other", "justification": "no", "by": "CISO" } },
    { "control": "encrypt-in-transit", "role": "provider", "design": { "level": 4 }, "operation": { "level": 1 },
      "evidence": [{ "title": "scan", "aspects": ["design"], "grade": 3, "date": "2024-01-01" }, { "title": "", "aspects": ["operation"], "grade": 2 }],
      "sample": { "population": 40, "tested": 25, "deviations": 1, "automated": true, "unchanged_since": "2025-01-01" } },
    { "control": "log-events", "role": "customer", "applicability": { "state": "not-applicable", "reason": "other" } },
    { "control": "log-events", "role": "provider", "operation": { "level": 3 },
      "evidence": [{ "title": "", "aspects": ["operation"], "grade": 2, "date": "2026-07-01" }, { "title": "", "aspects": ["operation"], "grade": 4, "date": "2026-06-01" }] },
    { "control": "set-ai-rules", "role": "provider" },
    { "control": "who-knows", "role": "provider" }"#;
    let attestations = r#"
    { "id": "a1", "kind": "soc2-type2", "framework": "soc2", "edition": "2017", "state": "held", "issuer": "", "names_service": true, "from": "2025-07-01", "to": "2026-05-31", "exceptions": ["encrypt-in-transit"] },
    { "id": "a2", "kind": "iso-certificate", "framework": "iso27017", "edition": "2015", "state": "planned", "issuer": "", "names_service": true }"#;
    let text = file(answers, attestations).replace("[\"provider\"]", "[\"customer\", \"provider\"]").replace(
        r#""edition": "2015" }]"#,
        r#""edition": "2015" }, { "framework": "soc2", "edition": "2017", "categories": ["privacy"] }]"#,
    );
    let assessment = read(&text).unwrap().assessment;
    let library = library();
    let evaluation = evaluate(&library, &assessment, Hearing::default(), today());
    let stamp = LibraryStamp { version: "0.1.0".into(), sha256: "0".repeat(64) };
    evaluation_text(&evaluation, &assessment, &stamp)
}

#[test]
fn an_evaluation_has_its_format_and_reads_back_to_the_same_bytes() {
    let text = example();
    let node = check_evaluation(text.as_bytes()).unwrap();
    assert_eq!(to_text(&node), text);
}

#[test]
fn an_evaluation_shows_what_was_found() {
    let text = example();
    for part in [
        r#""as_of": "2026-06-30""#,
        r#""assessment": "example""#,
        r#""group": { "kind": "overall" }"#,
        r#""group": { "kind": "framework", "framework": "soc2", "edition": "2017" }"#,
        r#""group": { "kind": "domain", "domain": "protection" }"#,
        r#""status": "not-covered""#,
        r#""planned": ["plan-exit"]"#,
        r#""applies": "no""#,
        r#""applies": "unjustified""#,
        r#""held_by": "a1""#,
        r#""supported_by": ["a1"]"#,
        r#"{ "entry": 0, "given": 3, "counted": 2, "fresh": false, "because": "stale" }"#,
        r#"{ "entry": 0, "given": 2, "counted": null, "fresh": false, "because": "in-future" }"#,
        r#""rule": "automated""#,
        r#""outcome": { "counts": "yes", "operation": true, "target": true }"#,
        r#""outcome": { "counts": "no", "because": "planned" }"#,
        r#"{ "warning": "unknown-control", "control": "who-knows" }"#,
        r#"{ "warning": "no-duty", "control": "set-ai-rules", "role": "provider" }"#,
        r#"{ "warning": "discounted", "control": "log-events", "role": "provider", "entry": 0, "because": "in-future" }"#,
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn a_mean_is_a_fraction_with_its_value() {
    let text = example();
    let mean = text.lines().find(|it| it.trim_start().starts_with("\"high\": { \"sum\"")).unwrap();
    assert!(mean.contains("\"weight\": ") && mean.contains("\"value\": \""), "{mean}");
}

#[test]
fn a_damaged_evaluation_is_refused_with_all_that_is_wrong() {
    let text = example()
        .replacen("\"thin\": false", "\"thin\": 0", 1)
        .replacen(".0000\"", ".0\"", 1)
        .replacen("\"view\": \"customer\"", "\"view\": \"all\"", 1);
    let found = check_evaluation(text.as_bytes()).unwrap_err();
    assert_eq!(codes(&found), ["unknown-value", "malformed-decimal", "wrong-type"]);
    assert_eq!(found[0].path, "groups[0].view");
}

#[test]
fn an_assessment_is_not_an_evaluation() {
    let found = check_evaluation(file("", "").as_bytes()).unwrap_err();
    assert_eq!(codes(&found), ["other-format"]);
}
