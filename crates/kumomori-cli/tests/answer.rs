//! Requests of the policy module on the command line, with a team's own checks.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod program;

use program::{code, kumomori, root, text};
use serde_json::{Value, json};
use std::fs;

const FOLDER: &str = "crates/kumomori-cli/tests/fixtures/own-checks";

/// The folder of own checks, compiled.
fn compiled() -> String {
    let output = kumomori(&["policies", "compile", &format!("{FOLDER}/good")], b"");
    assert_eq!(code(&output), 0);
    text(&output.stdout).trim().to_owned()
}

fn evidence(name: &str) -> Value {
    let path = root().join(format!("{FOLDER}/evidence/{name}.json"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The code and the answer to a request with these fields beside its format.
fn answer(mut request: Value) -> (i32, Value) {
    request["format"] = json!("kumomori.request/1");
    let output = kumomori(&["answer"], request.to_string().as_bytes());
    (code(&output), serde_json::from_slice(&output.stdout).unwrap())
}

fn verdict(answer: &Value, check: &str) -> String {
    let answers = answer["ok"]["checks"][0]["checks"].as_array().unwrap();
    let found = answers.iter().find(|it| it["check"] == check).unwrap();
    found["verdict"].as_str().unwrap().to_owned()
}

#[test]
fn own_checks_in_a_request_say_what_they_say_from_their_folder() {
    let checks = compiled();
    for name in ["supports", "contradicts", "insufficient"] {
        let (code, answered) = answer(json!({ "checks": checks, "evidence": [evidence(name)] }));
        assert_eq!(code, 0);
        assert_eq!(verdict(&answered, "acme-buckets"), name);
    }
}

#[test]
fn thresholds_of_own_checks_are_set_like_ours() {
    let request = json!({
        "checks": compiled(),
        "evidence": [evidence("supports")],
        "thresholds": { "home_countries": ["US"] },
    });
    assert_eq!(verdict(&answer(request).1, "acme-buckets"), "contradicts");
}

#[test]
fn what_are_no_compiled_checks_is_refused_with_its_place() {
    let checks = compiled();
    let other = checks.replacen(&hex(kumomori_data::SHA256), &hex(&"0".repeat(64)), 1);
    assert_ne!(checks, other);
    for (given, wanted) in [
        (json!("zz"), "these are no compiled checks"),
        (json!("\u{3042}"), "these are no compiled checks"),
        (
            json!(checks.strip_suffix("00").unwrap_or(&checks).repeat(2)),
            "these are no compiled checks",
        ),
        (json!(other), "these checks were compiled for other policies"),
        (json!(1), "a text is needed here"),
    ] {
        let (code, answered) = answer(json!({ "checks": given }));
        assert_eq!(code, 2);
        let found = &answered["diagnostics"][0];
        assert_eq!(found["field"], "checks");
        assert!(found["message"].as_str().unwrap().contains(wanted), "{found}");
    }
}

#[test]
fn a_folder_that_has_faults_is_not_compiled() {
    let output = kumomori(&["policies", "compile", &format!("{FOLDER}/bad")], b"");
    assert_eq!(code(&output), 2);
    assert!(output.stdout.is_empty());
    assert!(!output.stderr.is_empty());
}

fn hex(text: &str) -> String {
    kumomori_core::pack::to_digits(text.as_bytes())
}
