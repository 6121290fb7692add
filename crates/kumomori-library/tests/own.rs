//! A team's own files beside a library.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test may fail loudly")]

use kumomori_core::text::{Chapter, Lang, Texts};
use kumomori_library::folder::read_folder;
use kumomori_library::own::{Own, read_own};
use kumomori_library::problem::Problem;
use kumomori_library::read::{Reading, read_library};
use kumomori_library::source::Source;
use std::path::Path;

const CHECK: &str = r#"id: "a-lock"
kind: "doors"
title: { en: "A lock", ja: "錠" }
severity: low
when: "size(doors) > 0"
expect: >-
  doors.all(d,
  d.locks >= policy.own_locks)
controls: [{ control: "first", aspect: design }]
message: "A door has too few."
"#;
const THRESHOLDS: &str = "thresholds:\n  - id: \"own-locks\"\n    type: int\n    value: 2\n";

fn small() -> Reading {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small");
    read_library(&read_folder(&folder).unwrap())
}

fn read(reading: &Reading, check: &str, thresholds: &str) -> Result<Own, Vec<Problem>> {
    let sources = [Source::new("a.yaml", check), Source::new("thresholds.yaml", thresholds)];
    read_own(&sources, &reading.checks, reading.library.as_ref().unwrap())
}

#[test]
fn texts_of_own_checks_stand_beside_those_of_the_library() {
    let reading = small();
    let own = read(&reading, CHECK, THRESHOLDS).unwrap();
    for (lang, expected) in
        [(Lang::En, ["A lock", "Doors have locks"]), (Lang::Ja, ["錠", "扉に錠がある"])]
    {
        let blobs = [reading.texts.blob("checks", lang), own.chapter(lang)];
        let chapters = blobs.each_ref().map(|it| Chapter::open(it).unwrap());
        let texts = Texts::new(&chapters);
        let titles: Vec<&str> = own.checks.checks.iter().map(|it| texts.get(it.title)).collect();
        assert_eq!(titles, expected);
        assert_eq!(texts.get(own.checks.checks[0].message), "A door has too few.");
        assert_eq!(texts.get(own.checks.checks[0].remedy), "");
    }
}

#[test]
fn a_text_behind_an_alias_is_underlined_as_a_whole() {
    let check = CHECK.replace("\"size(doors) > 0\"", "&when \"doors.all(d, d.lock > 0)\"");
    let check = check
        .replace("expect: >-\n  doors.all(d,\n  d.locks >= policy.own_locks)", "expect: *when");
    let problems = read(&small(), &check, THRESHOLDS).unwrap_err();
    let places: Vec<_> = problems.iter().map(|it| (it.at.line, it.at.column, it.at.len)).collect();
    assert_eq!(places, [(5, 29, 4), (6, 9, 5)]);
    assert!(problems[1].fault.to_string().contains("(`lock` at 1:16 of the expression)"));
}

#[test]
fn a_broken_text_is_told_and_never_read_by_halves() {
    let reading = small();
    for text in [CHECK, THRESHOLDS] {
        for (cut, _) in text.char_indices() {
            let doubled = format!("{}{text}", &text[..cut]);
            for it in [&text[..cut], &text[cut..], &doubled] {
                for read in [read(&reading, it, THRESHOLDS), read(&reading, CHECK, it)] {
                    let (n_checks, n_problems) =
                        read.map_or_else(|it| (0, it.len()), |it| (it.ids().len(), 0));
                    assert!(n_checks == 1 || n_problems > 0, "{it}");
                }
            }
        }
    }
}
