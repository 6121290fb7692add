//! Each way in which policies can be wrong: one fault in a small folder that is right otherwise.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test may fail loudly")]

use expect_test::expect_file;
use kumomori_library::folder::read_folder;
use kumomori_library::problem::{Fault, Severity};
use kumomori_library::read::read_library;
use kumomori_library::source::Source;
use std::path::Path;

/// A fault: its code, the file, what stands there and what stands there instead.
type Case = (&'static str, &'static str, &'static str, &'static str);

const FIRST: &str = "controls/access/first.yaml";
const SECOND: &str = "controls/access/second.yaml";
const FRAMEWORK: &str = "frameworks/demo-1/framework.yaml";
const REQUIREMENTS: &str = "frameworks/demo-1/requirements/a.yaml";
const NEW_REQUIREMENTS: &str = "frameworks/demo-2/requirements/a.yaml";
const MIGRATION: &str = "migrations/demo-1-to-2.yaml";
const SETTINGS: &str = "settings.yaml";
const EVIDENCE: &str = "evidence/doors/kind.yaml";
const CHECK: &str = "checks/doors/door-locked.yaml";
const MAPPING: &str = "mappings/demo-1.yaml";

const CASES: [Case; 69] = [
    ("yaml-syntax", "planned.yaml", "  - id: \"later\"", "  - id: \"later"),
    ("duplicate-key", FIRST, "weight: 2\n", "weight: 2\nweight: 3\n"),
    ("unknown-field", FIRST, "effort: 2\n", "effort: 2\ncolour: red\n"),
    ("missing-field", FIRST, "effort: 2\n", ""),
    (
        "missing-field",
        "settings.yaml",
        "  - id: \"group-share\"\n    value: [850]\n    unit: \"permille\"\n    reason:\n      en: \"Because.\"\n      ja: \"理由。\"\n",
        "",
    ),
    ("missing-field", FRAMEWORK, "replaced-by: \"demo:2\"\n", ""),
    ("wrong-type", FIRST, "weight: 2", "weight: \"heavy\""),
    ("wrong-type", FIRST, "depends-on: [\"second\"]", "depends-on: \"second\""),
    (
        "wrong-type",
        FIRST,
        "title:\n  en: \"Do first\"\n  ja: \"firstを行う\"",
        "title: \"Do first\"",
    ),
    ("unknown-word", FIRST, "frequency: annual", "frequency: yearly"),
    ("unknown-file", "extra.yaml", "", "a: 1\n"),
    ("missing-file", "risks.yaml", "risks:", "\u{0}"),
    ("missing-language", FIRST, "  en: \"It is done.\"\n", ""),
    ("missing-language", "domains.yaml", "      ja: \"誰が入れるか\"\n", ""),
    ("empty-text", FIRST, "ja: \"実施する。\"", "ja: \"\""),
    ("malformed-id", "glossary.yaml", "\"control\"", "\"a control\""),
    ("malformed-id", FRAMEWORK, "\"demo:2\"", "\"demo\""),
    (
        "duplicate-id",
        FIRST,
        "thresholds:\n",
        "thresholds:\n  - id: \"limit\"\n    value: \"2 d\"\n    text:\n      en: \"Other\"\n      ja: \"別\"\n",
    ),
    ("duplicate-id", MAPPING, "control: \"second\"", "control: \"first\""),
    ("dangling-reference", FIRST, "[\"second\"]", "[\"third\"]"),
    ("dangling-reference", MAPPING, "\"second\"", "\"third\""),
    (
        "dangling-reference",
        MAPPING,
        "requirement: \"A.1\"\n    control: \"second\"",
        "requirement: \"A.2\"\n    control: \"second\"",
    ),
    ("dangling-reference", REQUIREMENTS, "group: \"A\"", "group: \"B\""),
    ("dangling-reference", "risks.yaml", "\"later\"", "\"never\""),
    ("cyclic-dependency", SECOND, "[\"later\"]", "[\"first\"]"),
    ("out-of-range", FIRST, "weight: 2", "weight: 4"),
    ("wrong-path", MAPPING, "framework: \"demo\"", "framework: \"memo\""),
    ("wrong-setting", "settings.yaml", "[1, 2, 4, 4, 5]", "[1, 2, 4, 4]"),
    ("wrong-setting", "settings.yaml", "[1, 2, 4, 4, 5]", "[1, 2, 4, 4, 6]"),
    ("whole-and-part", MAPPING, "part: related", "part: part"),
    ("unanswered-requirement", MAPPING, "part: whole", "part: related"),
    (
        "unanswered-role",
        FIRST,
        "  - role: provider\n    text:\n      en: \"Do it too.\"\n      ja: \"同じく行う。\"\n",
        "",
    ),
    ("not-covered", MAPPING, "control: \"first\"", "control: \"later\""),
    (
        "planned-exists",
        "planned.yaml",
        "planned:\n",
        "planned:\n  - id: \"first\"\n    domain: \"access\"\n",
    ),
    (
        "missing-rung",
        FIRST,
        "rung: 5\n    text:\n      en: \"first operation",
        "rung: 4\n    text:\n      en: \"first operation",
    ),
    ("wrong-duties", FIRST, "role: customer", "role: provider"),
    ("bad-field", EVIDENCE, "path: \"locks\"", "path: \"name.locks\""),
    ("bad-expression", CHECK, "d.locks", "d.lock"),
    ("dangling-reference", CHECK, "kind: \"doors\"", "kind: \"windows\""),
    ("unknown-word", EVIDENCE, "type: int", "type: whole"),
    ("repeated-title", SECOND, "ja: \"secondを行う\"", "ja: \"firstを行う\""),
    ("unknown-word", NEW_REQUIREMENTS, "[\"governance\"]", "[\"protection\"]"),
    ("unknown-word", FIRST, "role: customer", "role: user"),
    (
        "dangling-reference",
        SETTINGS,
        "settings:\n",
        "settings:\n  - id: \"key-wait\"\n    value: [3]\n    unit: \"weight\"\n    reason:\n      en: \"A misspelling.\"\n      ja: \"誤記。\"\n",
    ),
    ("forgotten-requirement", MIGRATION, "  - to: \"B.2\"", "  - to: \"B.1\""),
    ("wrong-sides", MIGRATION, "relation: new", "relation: gone"),
    ("dangling-reference", MIGRATION, "from: \"demo:1\"", "from: \"demo:9\""),
    ("dangling-reference", "profiles.yaml", "\"demo:2\"", "\"demo:3\""),
    ("dangling-reference", "selection.yaml", "when: [\"sells\"]", "when: [\"buys\"]"),
    ("dangling-reference", "selection.yaml", "[\"demo:2\"]", "[\"demo:2/security\"]"),
    ("dangling-reference", "roadmap.yaml", "first-due: [\"first\"]", "first-due: [\"later\"]"),
    ("out-of-range", "roadmap.yaml", "weeks: [1, 2]", "weeks: [3, 2]"),
    ("repeated-sentence", SECOND, "\"second design 1 holds.\"", "\"first design 1 holds.\""),
    ("untranslated", FIRST, "en: \"It is done.\"", "en: \"It is 実施 done.\""),
    ("untranslated", FIRST, "ja: \"実施する。\"", "ja: \"It is done.\""),
    ("double-space", FIRST, "en: \"It is done.\"", "en: |\n    It is done.\n    All  of it."),
    ("double-space", FIRST, "en: \"It is done.\"", "en: \"It is done. \""),
    ("double-space", FIRST, "ja: \"実施する。\"", "ja: \"TLS を実施する。\""),
    ("mixed-width", FIRST, "ja: \"実施する。\"", "ja: |\n    実施する。\n    ＡＩも使う。"),
    ("mixed-width", FIRST, "ja: \"実施する。\"", "ja: \"ﾃｽﾄを実施する。\""),
    ("mixed-width", FIRST, "ja: \"実施する。\"", "ja: \"実施する.\""),
    ("mixed-width", FIRST, "ja: \"実施する。\"", "ja: \"(任意）実施する。\""),
    ("mixed-width", FIRST, "en: \"It is done.\"", "en: \"It is done。\""),
    ("forbidden-words", FIRST, "en: \"It is done.\"", "en: \"It is \\\"always\\\" Compliant.\""),
    ("forbidden-words", FIRST, "ja: \"実施する。\"", "ja: \"規格に準拠している。\""),
    ("avoided-term", FIRST, "en: \"It is done.\"", "en: \"Safeguards are done.\""),
    ("avoided-term", FIRST, "ja: \"実施する。\"", "ja: \"コントロールを実施する。\""),
    (
        "duplicate-term",
        "glossary.yaml",
        "terms:\n",
        "terms:\n  - id: \"rule\"\n    term:\n      en: \"control\"\n      ja: \"規則\"\n    meaning:\n      en: \"A rule.\"\n      ja: \"決まり。\"\n",
    ),
    (
        "empty-text",
        "forbidden.yaml",
        "\n      en: \"compliant\"\n      ja: \"準拠している\"",
        " {}",
    ),
];

fn small() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small");
    read_folder(&folder).unwrap()
}

/// The small folder with one change; an empty pattern adds the file, NUL takes it away.
fn with((_, path, from, to): &Case) -> Vec<Source> {
    let mut sources = small();
    if from.is_empty() {
        sources.push(Source::new(path, to));
    } else if *to == "\u{0}" {
        sources.retain(|it| &*it.path != *path);
    } else {
        let source = sources.iter_mut().find(|it| &*it.path == *path).unwrap();
        assert!(source.text.contains(from), "{path} has no {from:?}");
        *source = Source::new(path, &source.text.replacen(from, to, 1));
    }
    sources
}

#[test]
fn the_small_folder_is_right() {
    let reading = read_library(&small());
    assert_eq!(reading.problems, []);
    assert!(reading.is_usable());
}

#[test]
fn each_fault_is_named_where_it_stands() {
    let mut all = String::new();
    for case in &CASES {
        let sources = with(case);
        let reading = read_library(&sources);
        let codes: Vec<&str> = reading.problems.iter().map(|it| it.fault.code()).collect();
        assert_eq!(codes, [case.0], "{case:?}");
        for problem in &reading.problems {
            all.push_str(&problem.to_text(&sources));
        }
        all.push('\n');
    }
    expect_file!["faults.txt"].assert_eq(&all);
}

#[test]
fn every_code_has_a_case_and_a_page() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/problems");
    for code in Fault::CODES {
        let has_case = CASES.iter().any(|case| case.0 == code);
        assert!(has_case || code == "missing-cell", "no case for {code}");
        assert!(pages.join(format!("{code}.md")).exists(), "no page for {code}");
    }
    assert_eq!(std::fs::read_dir(pages).unwrap().count(), Fault::CODES.len());
}

#[test]
fn a_guide_must_fill_every_cell() {
    let case = (
        "missing-cell",
        "guides/compare.yaml",
        "columns:\n",
        "columns:\n  - id: \"other\"\n    title:\n      en: \"Other\"\n      ja: \"別\"\n",
    );
    let codes: Vec<&str> =
        read_library(&with(&case)).problems.iter().map(|it| it.fault.code()).collect();
    assert_eq!(codes, ["missing-cell"]);
}

#[test]
fn a_sentence_may_stand_in_two_controls_and_not_in_three() {
    let mut sources = small();
    let second = sources.iter().find(|it| &*it.path == SECOND).unwrap();
    let third = second.text.replace("second", "third").replace("\"Record ", "\"Own record ");
    sources.push(Source::new("controls/access/third.yaml", &third));
    let problems = read_library(&sources).problems;
    assert!(!problems.is_empty());
    for problem in problems {
        assert_eq!(problem.fault, Fault::RepeatedSentence);
        assert_eq!(&*problem.at.path, "controls/access/third.yaml");
        assert_eq!(problem.first.map(|it| it.path), Some(FIRST.into()));
    }
}

#[test]
fn the_meaning_of_a_term_may_name_what_the_term_stands_for() {
    let case = ("", "glossary.yaml", "\"What is done.\"", "\"Other standards say safeguard.\"");
    assert_eq!(read_library(&with(&case)).problems, []);
}

#[test]
fn all_problems_come_in_one_pass() {
    let mut sources = small();
    for case in [&CASES[12], &CASES[19], &CASES[23], &CASES[25]] {
        let source = sources.iter_mut().find(|it| &*it.path == case.1).unwrap();
        *source = Source::new(case.1, &source.text.replacen(case.2, case.3, 1));
    }
    let codes: Vec<&str> =
        read_library(&sources).problems.iter().map(|it| it.fault.code()).collect();
    let expected = ["missing-language", "out-of-range", "dangling-reference", "dangling-reference"];
    assert_eq!(codes, expected);
}

#[test]
fn a_requirement_that_waits_for_a_planned_control_is_only_a_warning() {
    let case = CASES.iter().find(|case| case.0 == "not-covered").unwrap();
    let reading = read_library(&with(case));
    assert!(reading.is_usable());
    assert!(reading.problems.iter().all(|it| it.fault.severity() == Severity::Warning));
}

#[test]
fn no_text_makes_the_reader_panic() {
    for source in small() {
        for (cut, _) in source.text.char_indices().step_by(31) {
            let mut sources = small();
            sources.retain(|it| it.path != source.path);
            sources.push(Source::new(&source.path, &source.text[..cut]));
            read_library(&sources);
        }
    }
}
