//! What reaches the terminal, and what happens when nothing can.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod program;

use program::{DAY, code, kumomori, root, story, text};
use std::fs;

/// The provider's assessment with a title that would clear the screen and ring.
fn hostile() -> Vec<u8> {
    let whole = fs::read_to_string(root().join(story("saas-provider"))).unwrap();
    let title = r#""title": "\u001b[2J\u0007\u009b31mYearly"#;
    let hostile = whole.replacen(r#""title": "Yearly"#, title, 1);
    assert_ne!(hostile, whole);
    hostile.into_bytes()
}

#[test]
fn no_file_can_steer_the_terminal() {
    for command in [["report", "summary"].as_slice(), &["evaluate"], &["report", "gaps"]] {
        let arguments = [command, &["-", "--as-of", DAY, "--lang", "en"]].concat();
        let output = kumomori(&arguments, &hostile());
        assert_eq!(code(&output), 0, "{command:?}");
        for said in [text(&output.stdout), text(&output.stderr)] {
            let steers = said.chars().find(|it| it.is_control() && !matches!(it, '\n' | '\t'));
            assert_eq!(steers, None, "{command:?}: {said}");
        }
        assert!(text(&output.stdout).contains("\u{fffd}[2J\u{fffd}\u{fffd}31mYearly"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_kumomori"))
        .args(["report", "plan", &story("saas-provider"), "--format", "csv"])
        .current_dir(root())
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(code(&output), 2);
    let said = text(&output.stderr);
    assert!(said.contains("cannot write the output"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}
