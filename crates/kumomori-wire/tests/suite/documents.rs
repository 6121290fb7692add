//! Schemas, the page about the formats, and files of released versions.

use crate::evaluations::example;
use crate::library::{file, library, read, today};
use kumomori_core::framework::Category;
use kumomori_core::library::Library;
use kumomori_wire::assessment::{assessment_text, read_assessment};
use kumomori_wire::diagnostic::Problem;
use kumomori_wire::evaluation::check_evaluation;
use kumomori_wire::schemas;
use kumomori_wire::write::to_text;
use std::fs;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn validator(name: &str) -> jsonschema::Validator {
    let schemas = schemas();
    let (_, text) = schemas.iter().find(|(file, _)| file.contains(name)).unwrap();
    let schema = serde_json::from_str(text).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::validator_for(&schema).unwrap()
}

fn is_valid(validator: &jsonschema::Validator, text: &str) -> bool {
    validator.is_valid(&serde_json::from_str(text).unwrap())
}

#[test]
fn the_schemas_in_docs_are_fresh() {
    for (name, text) in schemas() {
        let path = root().join("docs/schemas").join(name);
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "{name} is out of date: run `cargo xtask generate`");
    }
}

#[test]
fn the_page_about_the_formats_names_every_code() {
    let page = fs::read_to_string(root().join("docs/formats.md")).unwrap();
    let rows: Vec<&str> = page
        .lines()
        .filter_map(|it| it.strip_prefix("| `")?.split_once('`').map(|(code, _)| code))
        .filter(|it| Problem::CODES.contains(it))
        .collect();
    assert_eq!(rows, Problem::CODES);
}

const STORIES: [&str; 2] = ["ai-translation-service", "saas-provider"];

fn example_file(story: &str, name: &str) -> String {
    fs::read_to_string(root().join("policies/examples").join(story).join(name)).unwrap()
}

#[test]
fn example_assessments_validate_against_the_schema() {
    let validator = validator("assessment");
    for story in STORIES {
        let text = example_file(story, "assessment.json");
        let value = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|it| format!("{it} at {}", it.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{story}: {errors:?}");
    }
}

#[test]
fn evaluations_validate_against_the_schema() {
    let validator = validator("evaluation");
    assert!(is_valid(&validator, &example()));
    for story in STORIES {
        let text = example_file(story, "evaluation.json");
        assert!(is_valid(&validator, &text), "{story}");
        assert!(to_text(&check_evaluation(text.as_bytes()).unwrap()) == text, "{story}");
    }
}

#[test]
fn broken_files_do_not_validate() {
    let assessment = validator("assessment");
    let with = |rest: &str| {
        file(&format!(r#"{{ "control": "log-events", "role": "provider"{rest} }}"#), "")
    };
    assert!(is_valid(&assessment, &with("")));
    assert!(is_valid(&assessment, &with(r#", "design": { "level": 3 }"#)));
    for rest in [
        r#", "desing": {}"#,
        r#", "design": {}"#,
        r#", "design": { "level": 6 }"#,
        r#", "design": { "level": 1, "rungs": ["F", "N", "N", "N", "N"] }"#,
        r#", "design": { "rungs": ["F", "N", "N", "N"] }"#,
        r#", "applicability": { "state": "maybe" }"#,
        r#", "applicability": { "state": "not-applicable" }"#,
        r#", "applicability": { "state": "applicable", "reason": "other" }"#,
        r#", "due": "soon""#,
        r#", "owner": null"#,
        r#", "sample": { "tested": -1, "deviations": 0 }"#,
        r#", "evidence": [{ "title": "", "aspects": ["design", "design"], "grade": 1 }]"#,
    ] {
        assert!(!is_valid(&assessment, &with(rest)), "{rest}");
        assert!(read(&with(rest)).is_err(), "{rest}");
    }
    let evaluation = validator("evaluation");
    assert!(!is_valid(&evaluation, &example().replace("\"customer\"", "\"client\"")));
    assert!(!is_valid(&evaluation, &file("", "")));
}

#[test]
fn examples_are_in_canonical_form() {
    for story in STORIES {
        let text = example_file(story, "assessment.json");
        let reading = read_assessment(text.as_bytes(), &with_all_categories(), today()).unwrap();
        assert_eq!(assessment_text(&reading.assessment), text, "{story}");
    }
}

/// The small library with all categories of SOC 2.
fn with_all_categories() -> Library {
    let mut library = library();
    let soc2 = &mut library.frameworks[1];
    for id in ["availability", "confidentiality", "processing-integrity"] {
        let category = Category { id: id.parse().unwrap(), ..soc2.categories[1].clone() };
        soc2.categories.push(category);
    }
    library
}

#[test]
fn a_file_of_version_0_1_0_still_reads() {
    let text = include_str!("../fixtures/assessment-0.1.0.json");
    let reading = read(text).unwrap();
    assert_eq!(reading.warnings, []);
    assert_eq!(assessment_text(&reading.assessment), text);
    assert_eq!(reading.assessment.answers.len(), 3);
    assert_eq!(reading.assessment.attestations.len(), 2);
}
