//! Files that open with a passphrase.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod program;

use program::{DAY, code, kumomori, kumomori_in, root, story, text};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

/// A file of the tests by its name.
fn place(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("secret");
    fs::create_dir_all(&folder).unwrap();
    folder.join(name).to_str().unwrap().to_owned()
}

/// How many files with passphrases there are: tests run side by side.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Runs the program with the passphrase in a file; gives the code, what it said and what was wrong.
fn with(passphrase: &str, arguments: &[&str], input: &[u8]) -> (i32, Vec<u8>, String) {
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let file = place(&format!("passphrase-{number}"));
    fs::write(&file, format!("{passphrase}\n")).unwrap();
    let output = kumomori_in(&[("KUMOMORI_PASSPHRASE_FILE", &file)], arguments, input);
    (code(&output), output.stdout.clone(), text(&output.stderr))
}

const GOOD: &str = "correct horse battery staple";

#[test]
fn an_encrypted_assessment_is_evaluated_as_the_plain_one_is() {
    let (plain, file) = (story("saas-provider"), place("assessment.json.age"));
    let (code, said, wrong) = with(GOOD, &["encrypt", &plain, "--out", &file], b"");
    assert_eq!((code, said.as_slice(), wrong.as_str()), (0, &b""[..], ""));
    let encrypted = fs::read(&file).unwrap();
    assert!(encrypted.starts_with(b"age-encryption.org/v1\n-> scrypt "));
    let evaluate = |file| with(GOOD, &["evaluate", file, "--as-of", DAY, "--format", "json"], b"");
    let (code, said, _) = evaluate(&file);
    assert_eq!(code, 0);
    assert_eq!(said, evaluate(&plain).1);
    let (code, said, _) = with(GOOD, &["decrypt", "-"], &encrypted);
    assert_eq!(code, 0);
    assert_eq!(said, fs::read(root().join(&plain)).unwrap());
}

#[test]
fn another_passphrase_opens_nothing_and_says_so() {
    let file = place("other.age");
    with(GOOD, &["encrypt", &story("saas-provider"), "--out", &file], b"");
    let (code, said, wrong) = with("another passphrase", &["evaluate", &file], b"");
    assert_eq!((code, said.as_slice()), (2, &b""[..]));
    assert!(wrong.contains("other.age") && wrong.contains("not its passphrase"), "{wrong}");
}

#[test]
fn a_file_that_was_cut_is_refused_and_nothing_is_written() {
    let (file, out) = (place("cut.age"), place("cut.json"));
    let (_, encrypted, _) = with(GOOD, &["encrypt", &story("saas-provider")], b"");
    fs::write(&file, encrypted.get(..encrypted.len() - 20).unwrap()).unwrap();
    let (code, _, wrong) = with(GOOD, &["decrypt", &file, "--out", &out], b"");
    assert_eq!(code, 2);
    assert!(wrong.contains("damaged or was cut"), "{wrong}");
    assert!(!PathBuf::from(out).exists());
}

#[test]
fn what_is_short_plain_or_encrypted_already_is_said() {
    let (plain, file) = (story("saas-provider"), place("twice.age"));
    fs::write(&file, "").unwrap();
    let (code, _, wrong) = with("short", &["encrypt", &plain, "--out", &file], b"");
    assert_eq!(code, 2);
    assert!(wrong.contains("at least 12 characters"), "{wrong}");
    assert!(fs::read(&file).unwrap_or_default().is_empty());
    let (code, _, wrong) = with(GOOD, &["decrypt", &plain, "--lang", "ja"], b"");
    assert_eq!(code, 2);
    assert!(wrong.contains("暗号化されたファイルではない"), "{wrong}");
    with(GOOD, &["encrypt", &plain, "--out", &file], b"");
    let (code, _, wrong) = with(GOOD, &["encrypt", &file], b"");
    assert_eq!(code, 2);
    assert!(wrong.contains("encrypted already"), "{wrong}");
}

#[test]
fn where_nobody_can_be_asked_the_way_out_is_named() {
    let file = place("nobody.age");
    with(GOOD, &["encrypt", &story("saas-provider"), "--out", &file], b"");
    let missing = [("KUMOMORI_PASSPHRASE_FILE", "no-such-file")];
    let output = kumomori_in(&missing, &["evaluate", &file], b"");
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).contains("no-such-file"), "{}", text(&output.stderr));
    let output = kumomori(&["decrypt", "--help"], b"");
    assert!(text(&output.stdout).contains("KUMOMORI_PASSPHRASE_FILE"));
}
