//! Documents out of an assessment, in every format.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod program;

use expect_test::expect_file;
use program::report::{KINDS, LANGS, STORIES, document, every_document};
use program::{DAY, code, kumomori, root, story, text};
use std::fs;

/// How many lines of each section a snapshot keeps.
const KEPT: usize = 30;

/// The beginning of each section of a text, and how much is left out.
fn excerpt(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let is_rule =
        |it: Option<&&str>| it.is_some_and(|it| it.starts_with("--") && !it.contains(' '));
    let begins = |at: &usize| *at == 0 || is_rule(lines.get(at + 1));
    let mut starts: Vec<usize> = (0..lines.len()).filter(begins).collect();
    starts.push(lines.len());
    let mut kept = String::new();
    for pair in starts.windows(2) {
        let &[start, end] = pair else { continue };
        let section = lines.get(start..end).unwrap();
        for line in section.iter().take(KEPT) {
            kept.push_str(&format!("{line}\n"));
        }
        if section.len() > KEPT {
            kept.push_str(&format!("… {} more lines\n\n", section.len() - KEPT));
        }
    }
    kept
}

#[test]
fn every_document_reads_as_expected() {
    for (name, lang) in [("ai-translation-service", "ja"), ("saas-provider", "en")] {
        for kind in KINDS {
            let file = format!("snapshots/report-{kind}.{lang}.txt");
            expect_file![file].assert_eq(&excerpt(&document(kind, name, lang, "text")));
        }
    }
}

#[test]
fn the_summary_fits_one_page() {
    for name in STORIES {
        for lang in LANGS {
            let n_lines = document("summary", name, lang, "text").lines().count();
            assert!(n_lines <= 62, "{n_lines} lines in {lang}");
        }
    }
}

#[test]
fn no_document_gives_an_auditor_s_verdict() {
    let forbidden = [
        "compliant",
        "certified",
        "soc 2 passed",
        "passed soc 2",
        "soc 2 certificat",
        "準拠しています",
        "準拠している",
        "準拠済み",
        "認証取得済み",
        "認証を取得しています",
        "SOC 2認証",
    ];
    for format in ["text", "html"] {
        for (name, said) in every_document(format) {
            // Lines break anywhere in Japanese.
            let ja: String = said.split_whitespace().collect();
            let en = said.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            for word in forbidden {
                let word = word.replace(' ', if word.is_ascii() { " " } else { "" });
                assert!(!en.contains(&word) && !ja.contains(&word), "{word} in {name}");
            }
        }
    }
}

#[test]
fn wrong_input_is_said_as_elsewhere() {
    assert_eq!(code(&kumomori(&["report", "gaps", "no-such-file.json"], b"")), 2);
    assert_eq!(code(&kumomori(&["report", "essay", &story("saas-provider")], b"")), 2);
    assert_eq!(code(&kumomori(&["report", "gaps", "-"], b"{")), 2);
}

/// An example with other targets.
fn with_targets(targets: &str) -> String {
    let file = fs::read_to_string(root().join(story("saas-provider"))).unwrap();
    let iso = "{ \"framework\": \"iso27017\", \"edition\": \"2015\" },";
    assert!(file.contains(iso));
    file.replacen(iso, targets, 1)
}

#[test]
fn a_statement_of_applicability_lists_the_annex_and_not_the_clauses() {
    let file = with_targets("{ \"framework\": \"iso27001\", \"edition\": \"2022\" },");
    let arguments = ["report", "soa", "-", "--as-of", DAY, "--lang", "en", "--format", "csv"];
    let output = kumomori(&arguments, file.as_bytes());
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let said = text(&output.stdout);
    let rows: Vec<&str> = said.lines().filter(|it| it.starts_with("ISO/IEC 27001:2022,")).collect();
    assert_eq!(rows.len(), 93);
    assert!(rows.iter().all(|it| it.starts_with("ISO/IEC 27001:2022,A.")));
}

#[test]
fn a_statement_of_applicability_without_a_list_of_controls_is_refused() {
    for lang in LANGS {
        let arguments = ["report", "soa", "-", "--as-of", DAY, "--lang", lang];
        let output = kumomori(&arguments, with_targets("").as_bytes());
        assert_eq!((code(&output), text(&output.stdout)), (2, String::new()));
        assert!(text(&output.stderr).contains("`iso27001`"), "{}", text(&output.stderr));
    }
}

#[test]
fn an_item_that_binds_nobody_in_scope_does_not_apply_and_says_so() {
    let file = fs::read_to_string(root().join(story("saas-provider"))).unwrap();
    let roles = "\"roles\": [\"customer\", \"provider\"]";
    assert!(file.contains(roles));
    let file = file.replacen(roles, "\"roles\": [\"customer\"]", 1);
    let arguments = ["report", "soa", "-", "--as-of", DAY, "--lang", "en", "--format", "csv"];
    let said = text(&kumomori(&arguments, file.as_bytes()).stdout);
    let row = said.lines().find(|it| it.starts_with("ISO/IEC 27017:2015,9.2.1,")).unwrap();
    let expected = ",Does not apply,\"It addresses the provider, which is not in scope.\",,-,-,";
    assert!(row.ends_with(expected), "{row}");
}

#[test]
fn an_assessment_without_a_target_is_refused() {
    let file = with_targets("");
    let (before, rest) = file.split_once("{ \"framework\": \"soc2\"").unwrap();
    let (_, after) = rest.split_once("] }").unwrap();
    let file =
        format!("{before}{after}").replace("\"personal_data\": true", "\"personal_data\": false");
    for kind in KINDS {
        let arguments = ["report", kind, "-", "--as-of", DAY, "--lang", "en"];
        let output = kumomori(&arguments, file.as_bytes());
        assert_eq!((code(&output), text(&output.stdout)), (2, String::new()), "{kind}");
        let said = text(&output.stderr);
        assert!(said.contains("no control is in scope"), "{said}");
    }
}

#[test]
fn a_customer_who_judges_only_itself_still_gets_the_questions() {
    let file = fs::read_to_string(root().join(story("ai-translation-service"))).unwrap();
    let roles = "\"roles\": [\"customer\", \"provider\"]";
    assert!(file.contains(roles));
    let file = file.replacen(roles, "\"roles\": [\"customer\"]", 1);
    let arguments = ["report", "questions", "-", "--as-of", DAY, "--lang", "en"];
    let output = kumomori(&arguments, file.as_bytes());
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("Question 1 "), "{}", text(&output.stdout));
}

#[test]
fn what_evidence_contradicts_comes_first() {
    let evidence = root().join("tests/fixtures/checks/tls-floor/contradicts.json");
    let arguments = [
        "report",
        "gaps",
        &story("saas-provider"),
        "--as-of",
        "2026-12-31",
        "--lang",
        "en",
        "--role",
        "provider",
        "--evidence",
        evidence.to_str().unwrap(),
    ]
    .map(str::to_owned);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = kumomori(&arguments, b"");
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let said = text(&output.stdout);
    let places = ["Contradicted by evidence", "Requirements not met", "Evidence documents"];
    let places: Vec<usize> =
        places.iter().map(|it| said.find(&format!("\n{it}\n")).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
}
