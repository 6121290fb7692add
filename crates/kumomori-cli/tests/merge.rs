//! Two files of one assessment, as one.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod program;

use program::{DAY, code, kumomori, root, story, text};
use std::fs;
use std::path::PathBuf;

/// The example with texts exchanged, as a file.
fn changed(name: &str, changes: &[(&str, &str)]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("merge");
    fs::create_dir_all(&folder).unwrap();
    let mut text = fs::read_to_string(root().join(story("saas-provider"))).unwrap();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, to);
    }
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn merged(arguments: &[&str]) -> (i32, String, String) {
    let arguments = [&["merge", "--as-of", DAY, "--lang", "en"], arguments].concat();
    let output = kumomori(&arguments, b"");
    (code(&output), text(&output.stdout), text(&output.stderr))
}

const TITLE: &str = "Yearly self-assessment of a SaaS provider";
const EVIDENCE: &str = "Backup plan for internal systems";

#[test]
fn what_only_one_of_two_changed_is_taken_from_that_one() {
    let base = changed("base.json", &[]);
    let first = changed("first.json", &[(TITLE, "First title")]);
    let second = changed("second.json", &[(EVIDENCE, "Backup plan, second edition")]);
    let (code, said, wrong) = merged(&[&first, &second, "--base", &base]);
    assert_eq!(code, 0);
    assert!(wrong.ends_with("\nNothing contradicts.\n"), "{wrong}");
    assert!(said.contains("First title") && said.contains("Backup plan, second edition"), "{said}");
    assert!(!said.contains(EVIDENCE), "{said}");
}

#[test]
fn what_both_changed_is_named_with_both_values_and_nothing_is_written() {
    let base = changed("base.json", &[]);
    let first = changed("one.json", &[(TITLE, "First title")]);
    let second = changed("two.json", &[(TITLE, "Second title")]);
    let (code, said, wrong) = merged(&[&first, &second, "--base", &base]);
    assert_eq!((code, said.as_str()), (1, ""));
    for it in ["1 thing was changed in both", "Title", "First title", "Second title", "--take"] {
        assert!(wrong.contains(it), "{it}: {wrong}");
    }
    for (side, title) in [("first", "First title"), ("second", "Second title")] {
        let (code, said, _) = merged(&[&first, &second, "--base", &base, "--take", side]);
        assert_eq!(code, 0);
        assert!(said.contains(title), "{said}");
    }
}

#[test]
fn a_file_of_another_assessment_is_refused_with_both_ids() {
    let (code, said, wrong) = merged(&[&story("saas-provider"), &story("ai-translation-service")]);
    assert_eq!((code, said.as_str()), (2, ""));
    assert!(wrong.contains("not files of one assessment") && wrong.contains("compare"), "{wrong}");
}

#[test]
fn a_file_merged_with_itself_is_itself() {
    let file = story("saas-provider");
    let (_, said, _) = merged(&[&file, &file]);
    let again = changed("again.json", &[]);
    fs::write(&again, &said).unwrap();
    assert_eq!(merged(&[&again, &file]).1, said);
}
