//! Files with exactly one fault: which, and where.

use crate::library::{codes, file, library, read, today};
use crate::marked::{Marked, underlined};
use kumomori_wire::assessment::read_assessment;
use kumomori_wire::diagnostic::{Diagnostic, Kind, Problem, Severity};

/// The only thing that is wrong with a file.
fn only(text: &str) -> Diagnostic {
    let mut found = read_assessment(text.as_bytes(), &library(), today()).unwrap_err();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].severity, Severity::Error);
    found.remove(0)
}

/// Asserts the only fault of a file in which the faulty text is marked.
#[track_caller]
fn check(marked: &str, code: &str, path: &str) -> Diagnostic {
    let marked = Marked::new(marked);
    let found = only(&marked.text);
    marked.check(&found, code, path);
    found
}

/// The underlined text of the place that a problem contradicts.
fn related(found: &Diagnostic) -> (u32, String) {
    let place = found.related.as_ref().unwrap();
    (place.line, underlined(place))
}

/// A file with one answer, given without control and role.
fn answer(rest: &str) -> String {
    file(&format!(r#"{{ "control": "log-events", "role": "provider", {rest} }}"#), "")
}

const REPORT: &str = r#"{ "id": "a1", "kind": "soc2-type2", "framework": "soc2", "edition": "2017",
    "state": "held", "issuer": "", "names_service": true }"#;

/// A file with one attestation, a part of it replaced.
fn attestation(from: &str, to: &str) -> String {
    assert!(REPORT.contains(from));
    file("", &REPORT.replacen(from, to, 1))
}

/// A file without answers, a part of it replaced.
fn head(from: &str, to: &str) -> String {
    let whole = file("", "");
    assert!(whole.contains(from));
    whole.replacen(from, to, 1)
}

#[test]
fn the_shortest_file_is_fine() {
    assert_eq!(read(&file("", "")).unwrap().warnings, []);
    assert!(read(&file("", REPORT)).is_ok());
    assert!(read(&answer(r#""note": """#)).is_ok());
}

#[test]
fn another_format_is_refused_as_a_whole() {
    let other = head("\"kumomori.assessment/1\"", "⟦\"kumomori.evaluation/1\"⟧");
    check(&other, "other-format", "format");
    check("{ \"a\": 1, \"format\": ⟦\"SARIF\"⟧ }", "other-format", "format");
    check("{ \"format\": ⟦1⟧ }", "wrong-type", "format");
}

#[test]
fn a_later_version_of_the_format_is_called_so() {
    let text = head("\"kumomori.assessment/1\"", "⟦\"kumomori.assessment/2\"⟧");
    let found = check(&text, "other-version", "format");
    let (version, expected) = ("kumomori.assessment/2".into(), "kumomori.assessment/1");
    assert_eq!(found.problem, Problem::OtherVersion { found: version, expected });
}

#[test]
fn a_document_that_is_no_object_is_refused() {
    let found = check("⟦[]⟧", "wrong-type", "");
    assert_eq!(found.problem, Problem::WrongType { expected: Kind::Object, found: Kind::List });
}

#[test]
fn a_field_may_stand_only_once() {
    let text = answer(r#""note": "", ⟦"note"⟧: """#);
    let found = check(&text, "duplicate-key", "answers[0].note");
    assert_eq!(related(&found).1, "\"note\"");
    assert!(found.related.unwrap().span < found.place.unwrap().span);
}

#[test]
fn unknown_fields_are_refused_with_what_was_meant() {
    let text = answer(r#"⟦"desing"⟧: { "level": 3 }"#);
    let found = check(&text, "unknown-field", "answers[0].desing");
    let nearest = Some("design".into());
    assert_eq!(found.problem, Problem::UnknownField { name: "desing".into(), nearest });
    let found = check(&answer(r#"⟦"color"⟧: "red""#), "unknown-field", "answers[0].color");
    assert_eq!(found.problem, Problem::UnknownField { name: "color".into(), nearest: None });
}

#[test]
fn a_reason_stands_only_where_a_control_does_not_apply() {
    let text = answer(r#""applicability": { "state": "applicable", ⟦"reason"⟧: "other" }"#);
    check(&text, "unknown-field", "answers[0].applicability.reason");
}

#[test]
fn missing_fields_are_shown_at_the_object() {
    let without = |line: &str| head(line, "").replacen('{', "⟦{⟧", 1);
    check(&without("  \"id\": \"example\",\n"), "missing-field", "id");
    check(&without("  \"format\": \"kumomori.assessment/1\",\n"), "missing-field", "format");
    check(&answer(r#""design": ⟦{⟧}"#), "missing-field", "answers[0].design.rungs");
    let exclusion = answer(r#""applicability": ⟦{⟧ "state": "not-applicable" }"#);
    check(&exclusion, "missing-field", "answers[0].applicability.reason");
    let nothing = answer(r#""applicability": ⟦{⟧}"#);
    check(&nothing, "missing-field", "answers[0].applicability.state");
}

#[test]
fn values_of_another_kind_are_refused() {
    let text = head("\"uses_ai\": false", "\"uses_ai\": ⟦\"no\"⟧");
    check(&text, "wrong-type", "scope.uses_ai");
    check(&answer(r#""note": ⟦null⟧"#), "wrong-type", "answers[0].note");
    check(&answer(r#""due": ⟦20261231⟧"#), "wrong-type", "answers[0].due");
    check(&answer(r#""evidence": ⟦{}⟧"#), "wrong-type", "answers[0].evidence");
    let text = answer("\"sample\": ⟦[\n1 ]⟧");
    check(&text, "wrong-type", "answers[0].sample");
}

#[test]
fn words_outside_of_their_list_are_refused() {
    let found = check(&head("\"service\"", "⟦\"Service\"⟧"), "unknown-value", "subject.kind");
    let choices = vec!["organization", "service"];
    let nearest = Some("service".into());
    assert_eq!(found.problem, Problem::UnknownValue { found: "Service".into(), choices, nearest });
    let rungs = answer(r#""design": { "rungs": ["F", ⟦"Y"⟧, "U", "U", "U"] }"#);
    check(&rungs, "unknown-value", "answers[0].design.rungs[1]");
    let state = answer(r#""applicability": { "state": ⟦"n/a"⟧ }"#);
    check(&state, "unknown-value", "answers[0].applicability.state");
}

#[test]
fn numbers_outside_of_their_range_are_refused() {
    let level = |it: &str| answer(&format!(r#""design": {{ "level": ⟦{it}⟧ }}"#));
    let path = "answers[0].design.level";
    let found = check(&level("6"), "out-of-range", path);
    assert_eq!(found.problem, Problem::OutOfRange { found: "6".into(), min: 0, max: 5 });
    check(&level("-1"), "out-of-range", path);
    check(&level("99999999999"), "out-of-range", path);
    check(&level("2.5"), "not-whole", path);
    check(&level("3e0"), "not-whole", path);
    let target = head("\"data_classes\": []", "\"data_classes\": [], \"target_level\": ⟦0⟧");
    check(&target, "out-of-range", "scope.target_level");
    let sample = answer(r#""sample": { "tested": ⟦10001⟧, "deviations": 0 }"#);
    check(&sample, "out-of-range", "answers[0].sample.tested");
    let grade = answer(r#""evidence": [{ "title": "", "aspects": [], "grade": ⟦5⟧ }]"#);
    check(&grade, "out-of-range", "answers[0].evidence[0].grade");
}

#[test]
fn lists_have_their_lengths() {
    let rungs = answer(r#""design": { "rungs": ⟦["F", "F"]⟧ }"#);
    check(&rungs, "wrong-length", "answers[0].design.rungs");
    let found = check(&head("[\"provider\"]", "⟦[]⟧"), "wrong-length", "scope.roles");
    assert_eq!(found.problem, Problem::WrongLength { found: 0, min: 1, max: 2 });
}

#[test]
fn items_of_a_set_stand_once() {
    let roles = head("[\"provider\"]", "[\"provider\", ⟦\"provider\"⟧]");
    let found = check(&roles, "duplicate-item", "scope.roles[1]");
    assert_eq!(related(&found).1, "\"provider\"");
}

#[test]
fn malformed_texts_are_refused() {
    check(&answer(r#""due": ⟦"2026-02-30"⟧"#), "malformed-date", "answers[0].due");
    check(&answer(r#""due": ⟦"30.6.2026"⟧"#), "malformed-date", "answers[0].due");
    check(&head("\"example\"", "⟦\"an id\"⟧"), "malformed-id", "id");
    let stamp = r#""example", "library": { "version": "0.1.0", "sha256": ⟦"AB"⟧ }"#;
    check(&head("\"example\"", stamp), "malformed-hash", "library.sha256");
}

#[test]
fn a_text_may_be_as_long_as_its_limit_in_characters() {
    let title = |n: usize| head("\"title\": \"\"", &format!("\"title\": \"{}\"", "長".repeat(n)));
    assert!(read(&title(200)).is_ok());
    let found = only(&title(201));
    assert_eq!(found.path, "title");
    assert_eq!(found.problem, Problem::TextTooLong { found: 201, limit: 200 });
}

#[test]
fn a_level_and_rungs_exclude_one_another() {
    let both = answer(r#""design": { ⟦"level"⟧: 3, "rungs": ["F", "F", "F", "N", "N"] }"#);
    let found = check(&both, "level-and-rungs", "answers[0].design.level");
    assert_eq!(related(&found).1, "\"rungs\"");
}

#[test]
fn frameworks_are_those_of_the_library() {
    let edition = head("\"2015\"", "⟦\"2025\"⟧");
    let found = check(&edition, "unknown-framework", "scope.targets[0].edition");
    let Problem::UnknownFramework { framework, known } = found.problem else { panic!() };
    assert_eq!(framework.to_string(), "iso27017:2025");
    let known: Vec<String> = known.iter().map(ToString::to_string).collect();
    assert_eq!(known, ["iso27017:2015", "soc2:2017"]);
    let other = head("\"iso27017\"", "⟦\"iso9001\"⟧");
    check(&other, "unknown-framework", "scope.targets[0].framework");
    let report = attestation("\"soc2\"", "⟦\"pci\"⟧");
    check(&report, "unknown-framework", "attestations[0].framework");
}

#[test]
fn categories_are_those_of_the_framework() {
    let target = head("\"2015\"", "\"2015\", \"categories\": [⟦\"security\"⟧]");
    let found = check(&target, "unknown-category", "scope.targets[0].categories[0]");
    assert!(matches!(found.problem, Problem::UnknownCategory { known, .. } if known.is_empty()));
    let report = attestation("true", "true, \"categories\": [\"security\", ⟦\"speed\"⟧]");
    let found = check(&report, "unknown-category", "attestations[0].categories[1]");
    let expected = ["security", "privacy"];
    assert!(matches!(found.problem, Problem::UnknownCategory { known, .. } if known == expected));
}

#[test]
fn targets_stand_once() {
    let target = r#"{ "framework": "iso27017", "edition": "2015" }"#;
    let text = head(target, &format!("{target},\n⟦{target}⟧"));
    let found = check(&text, "duplicate-target", "scope.targets[1]");
    assert_eq!(related(&found), (8, target.into()));
}

#[test]
fn a_control_is_answered_once_for_a_role() {
    let answers = r#"{ "control": "log-events", "role": "provider" },
        { "control": ⟦"log-events"⟧, "role": "provider" }"#;
    let found = check(&file(answers, ""), "duplicate-answer", "answers[1].control");
    assert_eq!(related(&found), (11, "\"log-events\"".into()));
}

#[test]
fn attestations_have_ids_of_their_own() {
    let again = REPORT.replace("\"a1\"", "⟦\"a1\"⟧");
    let text = file("", &format!("{REPORT},\n{again}"));
    let found = check(&text, "duplicate-attestation", "attestations[1].id");
    assert_eq!(related(&found), (14, "\"a1\"".into()));
}

#[test]
fn times_run_forward() {
    let window = r#""window": { "from": ⟦"2026-07-01"⟧, "to": "2026-06-30" }, "answers""#;
    let found = check(&head("\"answers\"", window), "dates-reversed", "window.from");
    assert_eq!(related(&found).1, "\"2026-06-30\"");
    let period = attestation("true", r#"true, "from": ⟦"2026-07-01"⟧, "to": "2026-06-30""#);
    check(&period, "dates-reversed", "attestations[0].from");
}

#[test]
fn samples_are_possible() {
    let sample = |it: &str| answer(&format!(r#""sample": {{ {it} }}"#));
    let text = sample(r#""tested": 3, "deviations": ⟦4⟧"#);
    check(&text, "deviations-above-tested", "answers[0].sample.deviations");
    let text = sample(r#""population": 2, "tested": ⟦3⟧, "deviations": 0"#);
    check(&text, "tested-above-population", "answers[0].sample.tested");
    let text = sample(r#""tested": 3, "deviations": 0, "unchanged_since": ⟦"2026-01-01"⟧"#);
    check(&text, "unchanged-without-automated", "answers[0].sample.unchanged_since");
}

#[test]
fn an_answer_relies_only_on_attestations_of_the_file() {
    let text = answer(r#""inherited_from": ⟦"a1"⟧"#);
    check(&text, "unknown-attestation", "answers[0].inherited_from");
}

#[test]
fn an_error_hides_no_warning() {
    let answers = r#"{ "control": "nothing-like-it", "role": "provider" },
        { "control": "log-events", "role": "nobody" }"#;
    let found = read(&file(answers, "")).unwrap_err();
    assert_eq!(codes(&found), ["unknown-control", "unknown-value"]);
}
