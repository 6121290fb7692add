//! Answers to a spreadsheet and back.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod program;

use program::{DAY, code, kumomori, story, text};
use std::fs;
use std::path::PathBuf;

fn temporary(name: &str, text: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn sheet(arguments: &[&str]) -> (i32, String, String) {
    let mut all = vec!["sheet"];
    all.extend(arguments);
    all.extend(["--as-of", DAY]);
    let output = kumomori(&all, b"");
    (code(&output), text(&output.stdout), text(&output.stderr))
}

#[test]
fn what_goes_out_comes_back_the_same() {
    for (name, lang) in [("saas-provider", "ja"), ("ai-translation-service", "en")] {
        let story = story(name);
        let (code, csv, _) = sheet(&["export", &story, "--lang", lang]);
        assert_eq!(code, 0);
        let file = temporary(&format!("back-{name}.csv"), csv.as_bytes());
        let (code, back, said) = sheet(&["import", &story, &file, "--lang", "en"]);
        assert_eq!((code, said.ends_with("rows read, 0 changes.\n")), (0, true), "{said}");
        let again = temporary(&format!("back-{name}.json"), back.as_bytes());
        assert_eq!(sheet(&["export", &again, "--lang", lang]).1, csv);
    }
}

#[test]
fn a_changed_cell_changes_the_answer_and_is_shown_before() {
    let story = story("saas-provider");
    let change = "Control id,Role,Design,Note\r\nbusiness-continuity,Customer,4,New\r\n";
    let known = sheet(&["export", &story, "--lang", "en"]).1;
    let id = known.lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
    let file = temporary("changed.csv", change.replace("business-continuity", &id).as_bytes());
    let (code, said, _) = sheet(&["import", &story, &file, "--preview", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(
        said.contains("1 row read, ") && said.contains("Note") && said.contains("New"),
        "{said}"
    );
    let (code, written, _) = sheet(&["import", &story, &file]);
    assert_eq!(code, 0);
    assert!(written.contains(r#""note": "New""#), "{written}");
}

#[test]
fn what_cannot_be_taken_is_said_and_the_rest_is_written() {
    let story = story("saas-provider");
    let file = temporary("wrong.csv", b"Control id,Role,Design\r\nno-such,Customer,3\r\n");
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("wrong-out.json");
    let (code, _, said) =
        sheet(&["import", &story, &file, "--out", out.to_str().unwrap(), "--lang", "ja"]);
    assert_eq!(code, 2);
    assert!(said.contains("読み取れなかったところ") && said.contains("no-such"), "{said}");
    assert!(out.exists());
    let sjis = temporary("sjis.csv", b"\x8a\xc7\x97\x9d\x8d\xf4ID,\x96\xf0\x8a\x84\r\n");
    let (code, out, said) = sheet(&["import", &story, &sjis, "--lang", "ja"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(said.contains("CSV UTF-8"), "{said}");
}
