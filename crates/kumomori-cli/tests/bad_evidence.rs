//! Evidence that cannot be read: each file is named with what is wrong and where, and the others
//! are asked all the same.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs::{self, File};
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs `kumomori check` on standard input.
fn check(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kumomori"))
        .arg("check")
        .args(arguments)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// An evidence file on one line, with a document in it.
fn with(document: &str) -> Vec<u8> {
    format!("{{\"kind\":\"tls-endpoints\",\"document\":{document}}}").into_bytes()
}

/// A document with so many lists and objects within one another.
fn nested(depth: usize) -> String {
    format!("[{{\"x\":{}{}}}]", "[".repeat(depth - 2), "]".repeat(depth - 2))
}

/// Bad files with what is said about each in English and in Japanese.
fn bad_files() -> Vec<(Vec<u8>, [String; 2])> {
    let said = |en: &str, ja: &str| [en.to_owned(), ja.to_owned()];
    vec![
        (
            b"{\"kind\":\"tls-endpoint\",\"document\":[]}".to_vec(),
            said(
                "there is no kind of evidence `tls-endpoint` (is `tls-endpoints` meant?) (LINE:9)",
                "`tls-endpoint`という種類の証拠はない(`tls-endpoints`の誤りか) (LINE:9)",
            ),
        ),
        (
            b"{\"document\":[]}".to_vec(),
            said("`kind` is missing (LINE:1)", "`kind`がない (LINE:1)"),
        ),
        (
            b"{\"kind\":\"tls-endpoints\"}".to_vec(),
            said("`document` is missing (LINE:1)", "`document`がない (LINE:1)"),
        ),
        (
            with("{\"host\":\"a\"}"),
            said(
                "a document of this kind is a list (LINE:36)",
                "この種類の文書の形ではない(要るもの: 一覧`[…]`) (LINE:36)",
            ),
        ),
        (
            with("[{\"port\":1,\"port\":2}]"),
            said("`port` stands here twice (LINE:47)", "`port`が2度ある (LINE:47)"),
        ),
        (
            with("[{\"port\":1e400}]"),
            said("a number is too large (LINE:45)", "数が大きすぎる (LINE:45)"),
        ),
        (
            with(&nested(65)),
            said("it nests deeper than 64 (LINE:104)", "入れ子が64段を超えている (LINE:104)"),
        ),
        (
            [with("[{\"host\":\"").as_slice(), b"\xff\"}]}"].concat(),
            said("it is not UTF-8", "UTF-8ではない"),
        ),
        (
            with("[{\"host\":\"\\ud83d\"}]"),
            said("an escape stands for no character", "文字を表さないエスケープがある"),
        ),
        (
            [with("[]").as_slice(), b" {}"].concat(),
            said("something follows after its end", "文書の後に余分な文字がある"),
        ),
        (
            b"{\"kind\":\"tls-endpoints\",\"document\":[{\"port\":1".to_vec(),
            said(
                "it is not JSON: `,` or `}` should stand here (LINE:46)",
                "JSONとして読めない(ここにはコンマか`}`が要る) (LINE:46)",
            ),
        ),
        (
            with("[{\"port\":01}]"),
            said(
                "it is not JSON: `,` or `}` should stand here",
                "JSONとして読めない(ここにはコンマか`}`が要る)",
            ),
        ),
    ]
}

#[test]
fn each_bad_file_is_named_with_its_place_and_the_others_are_asked() {
    let bad = bad_files();
    let good = with("[{\"min_version\":\"TLS1.3\"}]");
    let lines: Vec<Vec<u8>> =
        [good].into_iter().chain(bad.iter().map(|(line, _)| line.clone())).collect();
    for (idx, lang) in ["en", "ja"].into_iter().enumerate() {
        let output = check(&["-", "--lang", lang], &lines.join(&b'\n'));
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stdout).unwrap();
        for (line, (_, expected)) in (2..).zip(&bad) {
            let expected = expected[idx].replace("LINE", &line.to_string());
            let expected = format!("-:{line}\n  {expected}");
            assert!(said.contains(&expected), "{expected} in {said}");
        }
        assert!(said.contains("tls-floor"), "{said}");
    }
}

#[test]
fn sixty_four_levels_are_read() {
    let output = check(&["-", "--lang", "en"], &with(&nested(64)));
    assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_number_past_the_range_makes_only_its_own_check_insufficient() {
    let document = "[{\"min_version\":\"TLS1.3\",\"weak_ciphers\":9223372036854775808}]";
    let output = check(&["-", "--lang", "en"], &with(document));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("`[0].weak_ciphers` is too large to count with"), "{said}");
    assert!(said.contains("Supports  tls-floor"), "{said}");
}

/// The file has a length but no bytes on the disk.
#[test]
fn a_file_of_a_gigabyte_is_refused_after_its_first_part() {
    let path = std::env::temp_dir().join(format!("kumomori-large-{}.json", std::process::id()));
    File::create(&path).unwrap().set_len(1 << 30).unwrap();
    let output = check(&[path.to_str().unwrap(), "--lang", "en"], b"");
    fs::remove_file(&path).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("it is larger than 16 MiB"), "{said}");
}
