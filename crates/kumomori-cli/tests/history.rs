//! The history of an assessment: checked, and states had back from it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod program;

use program::{code, kumomori, story, text};
use std::fs;
use std::path::PathBuf;

/// A history of three steps as the site writes it, their hashes made with `sha256sum`.
const HISTORY: &str = include_str!("fixtures/history.json");

fn temporary(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = kumomori(arguments, b"");
    (code(&output), text(&output.stdout), text(&output.stderr))
}

#[test]
fn an_honest_history_is_listed_with_the_hash_of_its_last_step() {
    let file = temporary("honest.json", HISTORY);
    let (code, said, wrong) = run(&["verify", &file, "--lang", "en"]);
    assert_eq!((code, wrong.as_str()), (0, ""));
    assert!(said.contains("Every step follows from the one before it"), "{said}");
    assert!(said.contains("before the audit") && said.contains("Title"), "{said}");
    let (_, said, _) = run(&["verify", &file, "--lang", "ja"]);
    assert!(said.contains("評価の開始または読み込み"), "{said}");
}

#[test]
fn a_hash_that_was_noted_is_found_again() {
    let file = temporary("noted.json", HISTORY);
    let noted = HISTORY.rsplit_once(r#""prev":""#).unwrap().1.get(..64).unwrap();
    assert_eq!(run(&["verify", &file, "--expect", &noted.to_uppercase()]).0, 0);
    let (code, _, said) = run(&["verify", &file, "--expect", &"0".repeat(64), "--lang", "en"]);
    assert_eq!(code, 1);
    assert!(said.contains("no step of this history has the SHA-256"), "{said}");
}

#[test]
fn a_history_that_was_changed_afterwards_is_named_with_its_place() {
    let file = temporary("changed.json", &HISTORY.replace("Second title", "Another title"));
    let (code, said, wrong) = run(&["verify", &file, "--lang", "en"]);
    assert_eq!(code, 1);
    assert!(wrong.contains("step 3 does not follow") && wrong.contains(":4:"), "{wrong}");
    assert!(said.contains("1 step does not follow"), "{said}");
    let without: Vec<&str> = HISTORY.lines().filter(|it| !it.contains("Second title")).collect();
    let file = temporary("shorter.json", &without.join("\n"));
    let (code, _, wrong) = run(&["verify", &file, "--lang", "en"]);
    assert_eq!(code, 1);
    assert!(wrong.contains("step 3 stands where step 2 should be"), "{wrong}");
}

#[test]
fn an_earlier_state_is_had_back() {
    let file = temporary("restore.json", HISTORY);
    let (_, first, _) = run(&["restore", &file, "--step", "1"]);
    let (code, last, _) = run(&["restore", &file]);
    assert_eq!(code, 0);
    assert!(first.contains(r#""title": """#) && last.contains(r#""title": "Second title""#));
    let (code, _, said) = run(&["restore", &file, "--step", "9", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(said.contains("choose one up to 3"), "{said}");
}

#[test]
fn what_is_no_history_is_refused() {
    for command in ["verify", "restore"] {
        let (code, _, said) = run(&[command, &story("saas-provider"), "--lang", "en"]);
        assert_eq!(code, 2);
        assert!(said.contains("kumomori.history/1"), "{said}");
    }
    let file = temporary("open.json", &HISTORY.replace(r#""open":"#, r#""opened":"#));
    assert_eq!(run(&["verify", &file]).0, 2);
    let lines: Vec<&str> = HISTORY.lines().filter(|it| !it.contains(r#""open":"#)).collect();
    let file = temporary("unopened.json", &lines.join("\n"));
    let (code, _, said) = run(&["verify", &file, "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(said.contains("does not open an assessment"), "{said}");
}
