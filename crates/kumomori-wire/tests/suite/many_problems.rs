//! Files with several faults: all are told at once, and never without bound.

use crate::library::{codes, file, read};
use kumomori_wire::diagnostic::Problem;

#[test]
fn all_faults_are_told_in_one_pass_in_the_order_of_the_file() {
    let answers = r#"    { "control": "log-events", "role": "boss", "due": "soon" },
    { "control": "encrypt-in-transit", "role": "provider", "design": { "level": 9 } },
    { "control": "encrypt-in-transit", "role": "provider", "sample": { "tested": 1, "deviations": 2 } }"#;
    let text = file(answers, "{}").replace("\"subject\"", "\"subjekt\"").replace("2015", "2016");
    let found = read(&text).unwrap_err();
    assert_eq!(
        codes(&found),
        [
            "missing-field",
            "unknown-field",
            "unknown-framework",
            "unknown-value",
            "malformed-date",
            "out-of-range",
            "duplicate-answer",
            "deviations-above-tested",
            "missing-field",
            "missing-field",
            "missing-field",
            "missing-field",
            "missing-field",
            "missing-field",
            "missing-field",
        ]
    );
    assert!(found.iter().map(|it| it.place.as_ref().unwrap().span.0).is_sorted());
}

#[test]
fn three_faults_give_three_diagnostics() {
    let text = file(r#"{ "control": "log events", "role": "owner", "grade": 3 }"#, "");
    let found = read(&text).unwrap_err();
    assert_eq!(codes(&found), ["malformed-id", "unknown-value", "unknown-field"]);
}

#[test]
fn beyond_a_thousand_problems_the_rest_is_counted() {
    let answers = vec![r#"{ "control": "log-events", "role": "x", "y": 1 }"#; 5000].join(",");
    let found = read(&file(&answers, "")).unwrap_err();
    assert_eq!(found.len(), 1001);
    assert_eq!(found.last().unwrap().problem, Problem::MoreProblems { n: 9000 });
}

#[test]
fn a_flood_of_problems_on_one_line_is_told_in_reasonable_time() {
    let members: Vec<String> = (0..100_000).map(|it| format!("\"answerz{it}\":0")).collect();
    let found = read(&format!("{{{}}}", members.join(","))).unwrap_err();
    assert_eq!(found.len(), 1001);
    let duplicates = vec!["\"id\":0"; 300_000].join(",");
    assert_eq!(read(&format!("{{{duplicates}}}")).unwrap_err().len(), 1001);
}
