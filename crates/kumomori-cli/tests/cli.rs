//! What a person sees who types `kumomori`, in both languages.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test may fail loudly")]

mod program;

use expect_test::expect_file;
use program::{DAY, code, kumomori, root, story, text};
use std::fs;
use std::process::Command;

#[test]
fn evaluate_prints_a_report_in_both_languages() {
    for name in ["ai-translation-service", "saas-provider"] {
        for lang in ["ja", "en"] {
            let output = kumomori(&["evaluate", &story(name), "--as-of", DAY, "--lang", lang], b"");
            assert_eq!(code(&output), 0);
            let both = text(&output.stderr) + &text(&output.stdout);
            expect_file![format!("snapshots/evaluate-{name}.{lang}.txt")].assert_eq(&both);
        }
    }
}

#[test]
fn evaluate_prints_the_expected_file_as_json() {
    for name in ["ai-translation-service", "saas-provider"] {
        let output = kumomori(&["evaluate", &story(name), "--as-of", DAY, "--format", "json"], b"");
        let expected =
            fs::read_to_string(root().join(story(name)).with_file_name("evaluation.json")).unwrap();
        let actual = text(&output.stdout);
        let without_stamp = |text: &str| {
            let lines = text.lines().filter(|it| !it.contains("\"sha256\""));
            lines.collect::<Vec<_>>().join("\n")
        };
        assert_eq!(without_stamp(&actual), without_stamp(&expected), "{name}");
    }
}

#[test]
fn explain_goes_down_to_answers_caps_and_rules() {
    let cases = [
        ("control", "encrypt-in-transit"),
        ("requirement", "iso27017:2015/6.1.3"),
        ("category-requirement", "CC7.2"),
        ("attested-requirement", "iso27017:2015/10.1.1"),
        ("domain", "access"),
        ("framework", "soc2:2017"),
        ("overall", "overall"),
    ];
    for (name, id) in cases {
        for lang in ["ja", "en"] {
            let file = story("ai-translation-service");
            let output = kumomori(&["explain", id, &file, "--as-of", DAY, "--lang", lang], b"");
            assert_eq!(code(&output), 0, "{id}: {}", text(&output.stderr));
            let file = format!("snapshots/explain-{name}.{lang}.txt");
            expect_file![file].assert_eq(&text(&output.stdout));
        }
    }
}

#[test]
fn what_does_not_exist_cannot_be_explained() {
    for id in ["no-such-control", "iso27017:2015/99.9", "soc2:2099", "", "a b c"] {
        let output = kumomori(&["explain", id, &story("saas-provider")], b"");
        assert_eq!(code(&output), 2, "{id}");
        assert!(text(&output.stderr).contains("error[unknown-id]"), "{id}");
        assert_eq!(text(&output.stdout), "", "{id}");
    }
}

/// One example with one thing changed.
fn changed(from: &str, to: &str) -> String {
    let text = fs::read_to_string(root().join(story("ai-translation-service"))).unwrap();
    assert!(text.contains(from), "the example has no {from}");
    text.replacen(from, to, 1)
}

#[test]
fn bad_input_is_named_with_its_place() {
    let whole = fs::read_to_string(root().join(story("ai-translation-service"))).unwrap();
    let first = "\"control\": \"assess-ai-providers\"";
    let second_answer = whole.split("    {\n      \"control\": ").nth(1).unwrap();
    let cases: [(&str, i32, Vec<u8>); 13] = [
        ("unknown-control", 0, changed(first, "\"control\": \"assess-ai-provider\"").into()),
        ("unknown-edition", 2, changed("\"edition\": \"2015\"", "\"edition\": \"2014\"").into()),
        ("unknown-field", 2, changed("\"title\":", "\"titel\":").into()),
        (
            "level-nine",
            2,
            changed(
                "\"design\": { \"rungs\": [\"F\", \"F\", \"F\", \"P\", \"N\"] }",
                "\"design\": { \"level\": 9 }",
            )
            .into(),
        ),
        ("future-date", 0, changed("\"date\": \"2026-", "\"date\": \"9026-").into()),
        ("malformed-date", 2, changed("\"date\": \"2026-", "\"date\": \"26-").into()),
        (
            "duplicate-answer",
            2,
            changed(
                "    {\n      \"control\": ",
                &format!("    {{\n      \"control\": {second_answer}    {{\n      \"control\": "),
            )
            .into(),
        ),
        (
            "role-out-of-scope",
            0,
            changed("\"roles\": [\"customer\", \"provider\"]", "\"roles\": [\"provider\"]").into(),
        ),
        ("png", 2, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("truncated", 2, whole[..whole.len() / 2].into()),
        ("empty", 2, Vec::new()),
        ("future-version", 2, changed("kumomori.assessment/1", "kumomori.assessment/2").into()),
        ("too-large", 2, vec![b' '; 100 << 20]),
    ];
    for lang in ["ja", "en"] {
        let mut all = String::new();
        for (name, expected, input) in &cases {
            let arguments = ["evaluate", "-", "--as-of", DAY, "--lang", lang];
            let output = kumomori(&arguments, input);
            assert_eq!(code(&output), *expected, "{name}: {}", text(&output.stderr));
            assert_eq!(text(&output.stdout).is_empty(), *expected == 2, "{name}");
            all.push_str(&format!("== {name}\n{}\n", text(&output.stderr)));
        }
        let file = format!("snapshots/bad-input.{lang}.txt");
        expect_file![file].assert_eq(&all);
    }
}

#[test]
fn a_gate_that_fails_ends_with_one() {
    let file = story("saas-provider");
    let run = |level| {
        code(&kumomori(&["evaluate", &file, "--as-of", DAY, "--require-level", level], b""))
    };
    assert_eq!((run("0"), run("5")), (0, 1));
    assert_eq!(run("6"), 2, "a level that does not exist is wrong usage");
}

#[test]
fn wrong_usage_ends_with_two() {
    for arguments in [&["evaluate"][..], &["evaluate", "no-such-file.json"], &["judge"], &[]] {
        let output = kumomori(arguments, b"");
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert_ne!(text(&output.stderr), "", "{arguments:?}");
    }
    let output = kumomori(&["evaluate", "-", "--as-of", "2026-02-30"], b"");
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).contains("2026-02-30"));
}

#[test]
fn policies_are_checked_and_counted() {
    let output = kumomori(&["policies", "check", "policies"], b"");
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let covered = text(&output.stdout);
    for needle in ["iso27017:2015", "soc2:2017", " 0 errors"] {
        assert!(covered.contains(needle), "{covered}");
    }
    let small = "crates/kumomori-library/tests/small/controls";
    assert_eq!(code(&kumomori(&["policies", "check", small], b"")), 2);
    assert_eq!(code(&kumomori(&["policies", "check", "no-such-folder"], b"")), 2);
}

#[test]
fn the_language_follows_the_environment() {
    let run = |name: &str, value: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_kumomori"))
            .args(["explain", "overall", &story("saas-provider"), "--as-of", DAY])
            .current_dir(root())
            .env_clear()
            .env(name, value)
            .output()
            .unwrap();
        text(&output.stdout).contains("設計")
    };
    assert!(run("LANG", "ja_JP.UTF-8"));
    assert!(!run("LANG", "en_US.UTF-8"));
    assert!(run("LC_ALL", "ja"));
}

#[test]
fn explain_tells_what_the_library_says_without_an_assessment() {
    let cases = [
        ("reference-control", "encrypt-in-transit"),
        ("reference-requirement", "iso27017:2015/CLD.9.5.1"),
    ];
    for (name, id) in cases {
        for lang in ["ja", "en"] {
            let output = kumomori(&["explain", id, "--lang", lang], b"");
            assert_eq!(code(&output), 0);
            expect_file![format!("snapshots/{name}.{lang}.txt")].assert_eq(&text(&output.stdout));
        }
    }
}

#[test]
fn an_id_that_several_editions_have_is_refused_with_their_names() {
    let output = kumomori(&["explain", "5.1", "--lang", "en"], b"");
    assert_eq!(code(&output), 2);
    let said = text(&output.stderr);
    assert!(said.contains("iso27001:2022/5.1, iso27017:2026/5.1"), "{said}");
}

#[test]
fn a_preview_says_what_becomes_of_each_requirement() {
    for lang in ["ja", "en"] {
        let file = story("saas-provider");
        let arguments = [
            "migrate",
            &file,
            "--to",
            "iso27017:2026",
            "--preview",
            "--as-of",
            DAY,
            "--lang",
            lang,
        ];
        let output = kumomori(&arguments, b"");
        assert_eq!(code(&output), 0);
        expect_file![format!("snapshots/migrate.{lang}.txt")].assert_eq(&text(&output.stdout));
    }
}

/// Takes a file to an edition and gives the new file.
fn migrated(file: &[u8], to: &str) -> Vec<u8> {
    let output = kumomori(&["migrate", "-", "--to", to, "--as-of", DAY], file);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    output.stdout
}

#[test]
fn going_to_another_edition_and_back_restores_the_file_byte_for_byte() {
    for name in ["ai-translation-service", "saas-provider"] {
        let file = fs::read(root().join(story(name))).unwrap();
        let there = migrated(&file, "iso27017:2026");
        assert!(text(&there).contains("\"on\": \"2026-06-30\""));
        assert_eq!(text(&migrated(&there, "iso27017:2015")), text(&file));
    }
}

#[test]
fn a_migration_that_cannot_be_done_says_why() {
    let file = story("saas-provider");
    let cases = [
        ("iso27017:2031", "there is no edition `iso27017:2031`"),
        ("iso27017:2015", "is a target of this assessment already"),
        ("iso27018:2025", "no edition of iso27018 is a target"),
    ];
    for (to, expected) in cases {
        let output = kumomori(&["migrate", &file, "--to", to, "--as-of", DAY, "--lang", "en"], b"");
        assert_eq!(code(&output), 2);
        assert_eq!(text(&output.stdout), "");
        assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
    }
}

fn fixture(check: &str, verdict: &str) -> String {
    format!("tests/fixtures/checks/{check}/{verdict}.json")
}

#[test]
fn check_says_what_evidence_says_and_why() {
    for lang in ["ja", "en"] {
        let files = ["contradicts", "insufficient"].map(|it| fixture("tls-standard-kept", it));
        let [first, second] = files.each_ref().map(String::as_str);
        let output = kumomori(&["check", first, second, "--lang", lang], b"");
        assert_eq!(code(&output), 0, "a medium check alone does not fail the gate");
        expect_file![format!("snapshots/check.{lang}.txt")].assert_eq(&text(&output.stdout));
    }
}

#[test]
fn check_is_a_gate_for_scripts() {
    let contradicts = fixture("tls-floor", "contradicts");
    let insufficient = fixture("tls-floor", "insufficient");
    let codes = [
        (vec![contradicts.as_str()], 1),
        (vec![contradicts.as_str(), "--fail-on", "critical"], 0),
        (vec![insufficient.as_str()], 0),
        (vec![insufficient.as_str(), "--on-insufficient", "fail"], 1),
        (vec!["tests/fixtures/checks/tls-floor"], 1),
    ];
    for (arguments, expected) in codes {
        let arguments: Vec<&str> = ["check"].into_iter().chain(arguments).collect();
        assert_eq!(code(&kumomori(&arguments, b"")), expected, "{arguments:?}");
    }
}

#[test]
fn check_asks_each_line_of_a_stream_and_names_what_is_broken() {
    let stream = b"{\"kind\": \"tls-endpoints\", \"document\": []}\n\n{\"kind\": \"x\", \"document\": []}\n{\"kind\": \"tls-endpoints\", \"document\": [}}\n";
    let output = kumomori(&["check", "-", "--lang", "en"], stream);
    assert_eq!(code(&output), 2);
    let said = text(&output.stdout);
    for part in [
        "nothing was collected",
        "-:3\n  there is no kind of evidence `x`",
        "-:4\n  it is not JSON: a value should stand here (4:40)",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn check_prints_for_machines() {
    let file = fixture("tls-floor", "contradicts");
    let json = text(&kumomori(&["check", &file, "--format", "json"], b"").stdout);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let checks = json["documents"][0]["checks"].as_array().unwrap();
    let found = checks.iter().find(|it| it["check"] == "tls-floor").unwrap();
    assert_eq!(found["verdict"], "contradicts");
    assert_eq!(found["leaves"][0]["path"], "[2].min_version");
    assert_eq!(found["controls"][0]["control"], "encrypt-in-transit");

    let sarif = text(&kumomori(&["check", &file, "--format", "sarif"], b"").stdout);
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(!results.is_empty());
    for result in results {
        assert!(rules.iter().any(|it| it["id"] == result["ruleId"]), "{result}");
        let place = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert_eq!(place, file.as_str());
    }

    let junit = text(&kumomori(&["check", &file, "--format", "junit"], b"").stdout);
    assert_eq!(junit.matches("<testcase").count(), junit.matches("</testcase>").count());
    assert!(junit.contains("<testcase name=\"tls-floor\"><failure message="), "{junit}");
}

#[test]
fn check_takes_a_team_s_own_thresholds() {
    let file = "policies/evidence/tls-endpoints/example.json";
    let path = std::env::temp_dir().join(format!("kumomori-own-{}.yaml", std::process::id()));
    let with = |text: &str| {
        fs::write(&path, text).unwrap();
        kumomori(&["check", file, "--policy", path.to_str().unwrap(), "--lang", "en"], b"")
    };
    let strict = with("thresholds:\n  - id: \"tls-floor\"\n    value: \"TLS1.3\"\n");
    assert_eq!(code(&strict), 1, "{}", text(&strict.stdout));
    assert!(text(&strict.stdout).contains("needed is >= TLS1.3"));
    let wrong = with("thresholds:\n  - id: \"tls-flor\"\n    value: \"TLS1.3\"\n");
    assert_eq!(code(&wrong), 2);
    assert!(text(&wrong.stderr).contains(":2:9"), "{}", text(&wrong.stderr));
    fs::remove_file(&path).unwrap();
}
