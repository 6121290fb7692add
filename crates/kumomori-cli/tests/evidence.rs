//! What evidence files do to an evaluation.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod program;

use expect_test::expect_file;
use program::{DAY, code, kumomori, story, text};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// An evidence file about one endpoint, with some fields of the envelope changed.
fn tls(name: &str, min_version: &str, envelope: &Value) -> PathBuf {
    let endpoint = json!({
        "host": "api.example.jp", "port": 443, "exposure": "public",
        "min_version": min_version, "max_version": "TLS1.3", "weak_ciphers": 0,
        "certificate_trusted": true, "certificate_not_after": "2027-01-20T00:00:00Z",
        "meets_standard": true, "checked_at": "2026-06-01T00:00:00Z",
    });
    let mut file = json!({
        "kind": "tls-endpoints", "collected_at": "2026-06-01T00:00:00Z",
        "tool": "testssl.sh 3.2", "role": "provider", "document": [endpoint],
    });
    let fields = file.as_object_mut().unwrap();
    for (name, value) in envelope.as_object().unwrap() {
        fields.insert(name.clone(), value.clone());
    }
    fields.retain(|_, value| !value.is_null());
    written(name, &file.to_string())
}

fn written(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("evidence-{name}.json"));
    fs::write(&path, text).unwrap();
    path
}

fn arguments<'a>(command: &[&'a str], files: &'a [PathBuf], lang: &'a str) -> Vec<&'a str> {
    let mut arguments = command.to_vec();
    arguments.extend(["--as-of", DAY, "--lang", lang]);
    for file in files {
        arguments.extend(["--evidence", file.to_str().unwrap()]);
    }
    arguments
}

/// The evaluation of an example with evidence, as JSON.
fn evaluation(files: &[PathBuf], more: &[&str]) -> Value {
    evaluation_of("ai-translation-service", files, more)
}

fn evaluation_of(name: &str, files: &[PathBuf], more: &[&str]) -> Value {
    let example = story(name);
    let command = [&["evaluate", &example, "--format", "json"], more].concat();
    let output = kumomori(&arguments(&command, files, "en"), b"");
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What becomes of encryption in transit by the provider, in operation.
fn encryption(evaluation: &Value) -> &Value {
    let controls = evaluation["controls"].as_array().unwrap();
    let is_it = |it: &&Value| it["control"] == "encrypt-in-transit" && it["role"] == "provider";
    &controls.iter().find(is_it).unwrap()["operation"]
}

#[test]
fn a_contradiction_caps_the_level_and_comes_first_among_the_gaps() {
    let evaluation = evaluation(&[tls("old", "TLS1.0", &json!({}))], &[]);
    let part = encryption(&evaluation);
    assert_eq!(part["reading"], json!({ "low": 1, "confirmed": 1, "claimed": 2, "high": 1 }));
    let first = &evaluation["gaps"][0];
    assert_eq!(first["control"], "encrypt-in-transit");
    assert_eq!(first["kind"], "contradicted");
    let requirements = evaluation["requirements"].as_array().unwrap();
    let contradicted = requirements.iter().filter(|it| it["status"] == "contradicted");
    assert!(contradicted.clone().any(|it| it["requirement"] == "CC6.7"));
    assert!(contradicted.clone().any(|it| it["requirement"] == "10.1.1"));
}

#[test]
fn support_counts_with_the_grade_of_its_document() {
    let typed = json!({ "tool": null });
    let undated = json!({ "collected_at": null });
    let covering = json!({ "period": { "from": "2025-01-01", "to": "2026-12-31" } });
    let grades = [(typed, 1), (undated, 1), (json!({}), 2), (covering, 3)];
    for (envelope, grade) in grades {
        let file =
            tls(&format!("grade-{grade}-{}", envelope.to_string().len()), "TLS1.2", &envelope);
        let evaluation = evaluation_of("saas-provider", &[file], &[]);
        let checks = encryption(&evaluation)["checks"].as_array().unwrap();
        let floor = checks.iter().find(|it| it["check"] == "tls-floor").unwrap();
        assert_eq!(
            (floor["verdict"].as_str(), &floor["counted"]),
            (Some("supports"), &json!(grade))
        );
    }
}

#[test]
fn a_document_that_does_not_count_says_why() {
    let future = json!({ "collected_at": "2026-07-01T00:00:00Z" });
    let nobody = json!({ "role": null });
    let older = json!({ "collected_at": "2026-05-01" });
    let files = [
        tls("future", "TLS1.0", &future),
        tls("nobody", "TLS1.0", &nobody),
        tls("older", "TLS1.0", &older),
        tls("newest", "TLS1.2", &json!({})),
    ];
    let evaluation = evaluation(&files, &[]);
    let because = |idx: usize| evaluation["evidence"][idx]["outcome"]["because"].as_str();
    assert_eq!(because(0), Some("in-future"));
    assert_eq!(because(1), Some("no-role"));
    assert_eq!(because(2), Some("superseded"));
    assert_eq!(evaluation["evidence"][3]["outcome"]["counts"], "yes");
    assert_eq!(evaluation["gaps"][0]["kind"], "unanswered");
}

#[test]
fn a_role_may_be_given_for_files_that_name_none() {
    let file = tls("role", "TLS1.0", &json!({ "role": null }));
    let evaluation = evaluation(&[file], &["--role", "provider"]);
    assert_eq!(evaluation["gaps"][0]["kind"], "contradicted");
}

#[test]
fn evidence_that_is_missing_is_listed_by_control() {
    let evaluation = evaluation(&[tls("wanted", "TLS1.2", &json!({ "document": [{}] }))], &[]);
    let wanted = evaluation["wanted"].as_array().unwrap();
    let lacks = |check: &str| wanted.iter().find(|it| it["check"] == check).unwrap();
    assert_eq!(lacks("tls-floor")["insufficient"], true);
    let absent = wanted.iter().find(|it| it["insufficient"] == false).unwrap();
    assert_ne!(absent["kind"], "tls-endpoints");
}

#[test]
fn both_commands_tell_people_what_evidence_did() {
    let file = [tls("told", "TLS1.0", &json!({}))];
    for lang in ["ja", "en"] {
        let example = story("ai-translation-service");
        let explain = ["explain", "encrypt-in-transit", &example];
        let output = kumomori(&arguments(&explain, &file, lang), b"");
        expect_file![format!("snapshots/evidence-explain.{lang}.txt")]
            .assert_eq(&text(&output.stdout));
        let output = kumomori(&arguments(&["evaluate", &example], &file, lang), b"");
        let report = text(&output.stdout);
        let gaps = report.find(if lang == "ja" { "\nギャップ\n" } else { "\nGaps\n" }).unwrap();
        expect_file![format!("snapshots/evidence-evaluate.{lang}.txt")]
            .assert_eq(report.get(gaps..).unwrap());
    }
}

#[test]
fn a_file_that_cannot_be_heard_is_named_and_the_rest_is_heard() {
    let cases = [
        ("bad-role", tls("bad-role", "TLS1.0", &json!({ "role": "auditor" }))),
        ("bad-day", tls("bad-day", "TLS1.0", &json!({ "collected_at": "yesterday" }))),
        (
            "bad-period",
            tls(
                "bad-period",
                "TLS1.0",
                &json!({ "period": { "from": "2026-06-30", "to": "2026-01-01" } }),
            ),
        ),
        ("bad-kind", tls("bad-kind", "TLS1.0", &json!({ "kind": "tls-endpoint" }))),
        ("bad-tool", tls("bad-tool", "TLS1.0", &json!({ "tool": 3 }))),
    ];
    let good = tls("beside", "TLS1.0", &json!({}));
    let example = story("ai-translation-service");
    for lang in ["ja", "en"] {
        let mut said = String::new();
        for (_, bad) in &cases {
            let files = [bad.clone(), good.clone()];
            let command = ["evaluate", &example, "--format", "json"];
            let output = kumomori(&arguments(&command, &files, lang), b"");
            assert_eq!(code(&output), 2);
            let evaluation: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(evaluation["gaps"][0]["kind"], "contradicted");
            said += &text(&output.stderr);
        }
        let folder = format!("{}/", env!("CARGO_TARGET_TMPDIR"));
        expect_file![format!("snapshots/evidence-refused.{lang}.txt")]
            .assert_eq(&said.replace(&folder, ""));
    }
}
