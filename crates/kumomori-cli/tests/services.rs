//! Services side by side.

mod program;

use expect_test::expect_file;
use program::{DAY, code, kumomori, story, text};

fn services(files: &[&str], more: &[&str]) -> (i32, String, String) {
    let mut arguments = vec!["services"];
    arguments.extend(files);
    arguments.extend(["--as-of", DAY]);
    arguments.extend(more);
    let output = kumomori(&arguments, b"");
    (code(&output), text(&output.stdout), text(&output.stderr))
}

#[test]
fn two_services_stand_beside_each_other() {
    let [one, other] = ["ai-translation-service", "saas-provider"].map(story);
    for lang in ["ja", "en"] {
        let (code, said, _) = services(&[&one, &other], &["--lang", lang]);
        assert_eq!(code, 0);
        let file = format!("snapshots/services.{lang}.txt");
        expect_file![file].assert_eq(&said);
    }
}

#[test]
fn a_sheet_of_three_has_a_column_for_each() {
    let [one, other] = ["ai-translation-service", "saas-provider"].map(story);
    let (code, said, _) = services(&[&one, &other, &one], &["--lang", "en", "--format", "csv"]);
    assert_eq!(code, 0);
    let head = said.lines().next().unwrap();
    assert!(head.contains(",C: "), "{head}");
    assert!(said.contains("A = C"), "the same answers are at the same place");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_so_is_one_file_alone() {
    let one = story("saas-provider");
    let (ended, said, problem) = services(&[&one, "no-such-file.json"], &["--lang", "en"]);
    assert!(ended != 0 && said.is_empty() && problem.contains("no-such-file.json"), "{problem}");
    let (ended, _, problem) = services(&[&one], &[]);
    assert!(ended == 2 && problem.contains("2 values"), "{problem}");
}
