//! A team's own checks, as a person writes and runs them.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod program;

use expect_test::expect_file;
use program::{code, kumomori, root, text};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Output;

const FOLDER: &str = "crates/kumomori-cli/tests/fixtures/own-checks";

/// Runs `kumomori check` in the root of the project.
fn check(arguments: &[&str], input: &[u8]) -> Output {
    kumomori(&[&["check"], arguments].concat(), input)
}

fn evidence(name: &str) -> String {
    format!("{FOLDER}/evidence/{name}.json")
}

/// Asks a document and gives the answers to all checks.
fn answers(name: &str, more: &[&str]) -> Vec<Value> {
    let (file, folder) = (evidence(name), format!("{FOLDER}/good"));
    let arguments = [&[&file, "--checks", &folder, "--format", "json"], more].concat();
    let json: Value = serde_json::from_slice(&check(&arguments, b"").stdout).unwrap();
    json.pointer("/documents/0/checks").unwrap().as_array().unwrap().clone()
}

fn verdict<'a>(answers: &'a [Value], check: &str) -> &'a str {
    let found = answers.iter().find(|it| it["check"] == check).unwrap();
    found["verdict"].as_str().unwrap()
}

#[test]
fn own_checks_are_asked_beside_ours() {
    let [supports, contradicts, insufficient] =
        ["supports", "contradicts", "insufficient"].map(|it| answers(it, &[]));
    assert_eq!(verdict(&supports, "acme-buckets"), "supports");
    assert_eq!(verdict(&contradicts, "acme-buckets"), "contradicts");
    assert_eq!(verdict(&insufficient, "acme-buckets"), "insufficient");
    assert_eq!(verdict(&supports, "acme-backups"), "supports");
    assert_eq!(verdict(&contradicts, "acme-backups"), "contradicts");
    assert_eq!(verdict(&insufficient, "acme-backups"), "not-applicable");
    assert_eq!(verdict(&supports, "storage-encrypted"), "supports");
    for it in &supports {
        let is_own = it["check"].as_str().unwrap().starts_with("acme-");
        assert_eq!(it["own"], is_own, "{it}");
    }
}

#[test]
fn own_checks_speak_both_languages() {
    let files = ["contradicts", "insufficient"].map(evidence);
    let [first, second] = files.each_ref().map(String::as_str);
    let folder = format!("{FOLDER}/good");
    for lang in ["ja", "en"] {
        let output = check(&[first, second, "--checks", &folder, "--lang", lang], b"");
        assert_eq!(text(&output.stderr), "");
        assert_eq!(code(&output), 1, "an own check of severity high is a gate");
        expect_file![format!("snapshots/own-checks.{lang}.txt")].assert_eq(&text(&output.stdout));
    }
}

#[test]
fn own_checks_are_printed_for_machines() {
    let (file, folder) = (evidence("contradicts"), format!("{FOLDER}/good"));
    let print = |format| {
        let arguments = [&file, "--checks", &folder, "--lang", "en", "--format", format];
        text(&check(&arguments, b"").stdout)
    };
    let sarif: Value = serde_json::from_str(&print("sarif")).unwrap();
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let rule = |id: &str| rules.iter().find(|it| it["id"] == id).unwrap();
    assert_eq!(rule("acme-backups")["help"]["text"], "Set up a backup job.");
    assert_eq!(rule("acme-backups")["shortDescription"]["text"], "A backup is there");
    assert_eq!(rule("acme-buckets").get("help"), None, "without a remedy there is no help");
    let results = run["results"].as_array().unwrap();
    let of = |id: &str| results.iter().find(|it| it["ruleId"] == id).unwrap();
    assert_eq!(of("acme-buckets")["level"], "error");
    assert_eq!(of("acme-backups")["level"], "warning");

    let junit = print("junit");
    let case = "<testcase name=\"acme-backups\"><failure message=\"There is a database and no backup. Nothing could be restored.";
    assert!(junit.contains(case), "{junit}");
}

#[test]
fn each_mistake_is_one_message_with_its_place() {
    let mut folders: Vec<PathBuf> = fs::read_dir(root().join(FOLDER).join("bad"))
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    folders.sort();
    let mut all = String::new();
    for folder in folders {
        let name = folder.file_name().unwrap().to_str().unwrap();
        let folder = format!("{FOLDER}/bad/{name}");
        let output = check(&[&evidence("supports"), "--checks", &folder, "--lang", "en"], b"");
        assert_eq!(code(&output), 2, "{name}");
        assert_eq!(text(&output.stdout), "", "{name}: nothing is half run");
        let said = text(&output.stderr).replace(&format!("{FOLDER}/bad/"), "");
        assert_eq!(said.matches("error[").count(), 1, "{name}: {said}");
        all += &format!("{said}\n");
    }
    expect_file!["snapshots/own-checks-bad.txt"].assert_eq(&all);
}

#[test]
fn all_mistakes_of_all_files_come_in_one_run() {
    let output = check(&[&evidence("supports"), "--checks", &format!("{FOLDER}/many")], b"");
    assert_eq!(code(&output), 2);
    let said = text(&output.stderr);
    let places: Vec<&str> =
        said.lines().filter_map(|it| it.strip_prefix(&format!("  {FOLDER}/many/"))).collect();
    assert_eq!(
        places,
        [
            "buckets.yaml:4:11",
            "buckets.yaml:5:38",
            "buckets.yaml:6:37",
            "buckets.yaml:8:14",
            "buckets.yaml:9:13",
            "keys.yaml:1:1",
            "keys.yaml:2:7",
            "keys.yaml:4:3",
            "keys.yaml:6:10",
        ],
        "{said}"
    );
}

#[test]
fn a_folder_without_checks_is_refused() {
    for (folder, expected) in [
        (format!("{FOLDER}/none"), "there is no check in"),
        (format!("{FOLDER}/no-such-folder"), "cannot read"),
        (evidence("supports"), "the field `id` is missing"),
    ] {
        let output = check(&[&evidence("supports"), "--checks", &folder, "--lang", "en"], b"");
        assert_eq!(code(&output), 2, "{folder}");
        let said = text(&output.stderr);
        assert!(said.contains(expected) && said.contains(&folder), "{said}");
        assert_eq!(text(&output.stdout), "");
    }
}

#[test]
fn a_file_that_is_no_text_or_too_large_is_refused() {
    let folder = std::env::temp_dir().join(format!("kumomori-own-checks-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for (bytes, expected) in [
        (b"title: \xff".to_vec(), "is not UTF-8"),
        (vec![b'#'; (1 << 20) + 1], "is larger than 1048576 bytes"),
    ] {
        fs::write(folder.join("check.yaml"), bytes).unwrap();
        let output = check(&[&evidence("supports"), "--checks", folder.to_str().unwrap()], b"");
        assert_eq!(code(&output), 2);
        let said = text(&output.stderr);
        assert!(said.contains("check.yaml") && said.contains(expected), "{said}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn one_file_may_be_named_instead_of_a_folder() {
    let file = format!("{FOLDER}/good/team/backups.yml");
    let output = check(&[&evidence("contradicts"), "--checks", &file, "--lang", "en"], b"");
    assert_eq!(code(&output), 0, "a medium check alone does not fail the gate");
    assert!(text(&output.stdout).contains("Contradicts  acme-backups [Medium]"));
}

#[test]
fn an_own_threshold_is_set_like_ours() {
    let path = std::env::temp_dir().join(format!("kumomori-home-{}.yaml", std::process::id()));
    let set = |value: &str| {
        let text = format!("thresholds:\n  - id: \"home-countries\"\n    value: {value}\n");
        fs::write(&path, text).unwrap();
        path.to_str().unwrap()
    };
    let abroad = answers("supports", &["--policy", set("[\"US\"]")]);
    assert_eq!(verdict(&abroad, "acme-buckets"), "contradicts");
    let home = answers("supports", &["--policy", set("[\"US\", \"JP\"]")]);
    assert_eq!(verdict(&home, "acme-buckets"), "supports");
    fs::remove_file(&path).unwrap();
}

#[test]
fn a_hundred_thousand_buckets_are_asked_at_once() {
    let bucket = |idx| {
        let country = if idx == 99_999 { "US" } else { "JP" };
        format!(
            "{{\"id\":\"b{idx}\",\"type\":\"object\",\"public\":false,\"key_holder\":\"customer\",\"country\":\"{country}\"}}"
        )
    };
    let all: Vec<String> = (0..100_000).map(bucket).collect();
    let document = format!("{{\"kind\":\"storage-inventory\",\"document\":[{}]}}\n", all.join(","));
    let folder = format!("{FOLDER}/good");
    let output = check(&["-", "--checks", &folder, "--format", "json"], document.as_bytes());
    assert_eq!(code(&output), 1);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let answers = json["documents"][0]["checks"].as_array().unwrap();
    assert_eq!(verdict(answers, "acme-buckets"), "contradicts");
    let found = answers.iter().find(|it| it["check"] == "acme-buckets").unwrap();
    assert_eq!(found["leaves"].as_array().unwrap().len(), 1);
    assert_eq!(found["leaves"][0]["path"], "[99999].country");
}
