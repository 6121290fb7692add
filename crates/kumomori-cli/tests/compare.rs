//! Two assessments side by side.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod program;

use expect_test::expect_file;
use program::{DAY, code, kumomori, root, story, text};
use std::fs;
use std::path::PathBuf;

/// The provider's assessment with an answer lowered, in a file of its own.
fn lowered(name: &str) -> PathBuf {
    let whole = fs::read_to_string(root().join(story("saas-provider"))).unwrap();
    let (from, to) = (r#"["F", "F", "F", "F", "U"]"#, r#"["F", "F", "N", "N", "U"]"#);
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, whole.replacen(from, to, 1)).unwrap();
    path
}

fn compare(before: &str, after: &str, more: &[&str]) -> (i32, String, String) {
    let mut arguments = vec!["compare", before, after, "--as-of", DAY];
    arguments.extend(more);
    let output = kumomori(&arguments, b"");
    (code(&output), text(&output.stdout), text(&output.stderr))
}

#[test]
fn what_differs_is_told_with_its_cause() {
    let (saved, lowered) = (story("saas-provider"), lowered("told.json"));
    let lowered = lowered.to_str().unwrap();
    for lang in ["ja", "en"] {
        let (code, said, _) =
            compare(&saved, lowered, &["--before-as-of", "2026-01-15", "--lang", lang]);
        assert_eq!(code, 0);
        let file = format!("snapshots/compare.{lang}.txt");
        expect_file![file].assert_eq(&said);
    }
}

#[test]
fn worse_ends_with_1_where_that_is_asked_for() {
    let (saved, lowered) = (story("saas-provider"), lowered("worse.json"));
    let lowered = lowered.to_str().unwrap();
    assert_eq!(compare(&saved, lowered, &["--fail-on-worse"]).0, 1);
    assert_eq!(compare(&saved, lowered, &[]).0, 0);
    assert_eq!(compare(lowered, &saved, &["--fail-on-worse"]).0, 0);
    assert_eq!(compare(&saved, &saved, &["--fail-on-worse"]).0, 0);
}

#[test]
fn two_services_are_not_taken_for_one_over_time() {
    let services = ["ai-translation-service", "saas-provider"].map(story);
    let [one, other] = &services;
    let (code, said, _) = compare(one, other, &["--lang", "en"]);
    assert_eq!(code, 0);
    assert!(said.contains("different subjects"), "{said}");
    assert!(said.contains("The scope differs in: "), "{said}");
    assert!(said.contains("Open"), "{said}");
}

#[test]
fn every_format_has_what_differs() {
    let (saved, lowered) = (story("saas-provider"), lowered("formats.json"));
    let lowered = lowered.to_str().unwrap();
    for format in ["text", "md", "csv", "html"] {
        let (code, said, _) = compare(&saved, lowered, &["--format", format, "--lang", "en"]);
        assert_eq!(code, 0);
        assert!(said.contains("Worse"), "{format}: {said}");
    }
    let (code, said, complaint) = compare(&saved, lowered, &["--bom", "--lang", "en"]);
    assert_eq!((code, said.as_str()), (2, ""));
    assert!(complaint.contains("--format csv"), "{complaint}");
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_its_place() {
    let saved = story("saas-provider");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("broken.json");
    fs::write(&path, "{ \"format\": \"kumomori.assessment/1\", ").unwrap();
    let broken = path.to_str().unwrap();
    for (before, after) in [(saved.as_str(), broken), (broken, saved.as_str())] {
        let (code, said, complaint) = compare(before, after, &["--lang", "en"]);
        assert_eq!((code, said.as_str()), (2, ""));
        assert!(complaint.contains("broken.json:1:"), "{complaint}");
    }
}
