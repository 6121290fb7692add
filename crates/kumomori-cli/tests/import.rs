//! What a person sees who types `kumomori import`, and what `kumomori check` makes of it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod program;

use expect_test::expect_file;
use program::{kumomori, text};
use std::collections::BTreeMap;
use std::fs;

const FIXTURES: &str = "crates/kumomori-import/tests/fixtures";

/// Imports a fixture and gives the evidence file.
fn imported(from: &str, file: &str, more: &[&str]) -> Vec<u8> {
    let file = format!("{FIXTURES}/{file}");
    let arguments = [&["import", "--from", from, &file][..], more].concat();
    let output = kumomori(&arguments, b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    output.stdout
}

/// The verdict of each check on an evidence file.
fn verdicts(evidence: &[u8]) -> BTreeMap<String, String> {
    let output = kumomori(&["check", "-", "--format", "json"], evidence);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let checks = json.pointer("/documents/0/checks").unwrap().as_array().unwrap();
    let word = |it: &serde_json::Value, key| it.get(key).unwrap().as_str().unwrap().to_owned();
    checks.iter().map(|it| (word(it, "check"), word(it, "verdict"))).collect()
}

fn of<'a>(verdicts: &'a BTreeMap<String, String>, check: &str) -> &'a str {
    verdicts.get(check).unwrap()
}

#[test]
fn a_scan_answers_the_checks_of_endpoints() {
    let scan = imported("testssl", "testssl/pretty.json", &["--set", "exposure=public"]);
    let verdicts = verdicts(&scan);
    for check in ["tls-floor", "tls-13-offered", "tls-strong-ciphers", "tls-certificate-valid"] {
        assert_eq!(of(&verdicts, check), "contradicts", "{check}: an old server is among them");
    }
}

#[test]
fn a_good_scan_supports_and_a_part_of_it_does_not() {
    let all = ["--set", "exposure=public", "--as-of", "2026-11-01"];
    let whole = imported("testssl", "testssl/flat-unreachable.json", &all);
    let verdicts_of_part = verdicts(&whole);
    assert!(verdicts_of_part.values().all(|it| it == "insufficient"), "{verdicts_of_part:?}");
    let mut file: serde_json::Value = serde_json::from_slice(&whole).unwrap();
    file["document"].as_array_mut().unwrap().pop();
    let verdicts_of_good = verdicts(file.to_string().as_bytes());
    assert!(verdicts_of_good.values().all(|it| it == "supports"), "{verdicts_of_good:?}");
}

#[test]
fn buckets_answer_the_checks_of_stores() {
    let verdicts = verdicts(&imported("aws-s3", "aws/listing.ndjson", &[]));
    assert_eq!(
        of(&verdicts, "storage-not-public"),
        "insufficient",
        "one is public, its class is not known"
    );
    assert_eq!(of(&verdicts, "storage-expired-deleted"), "contradicts");
    assert_eq!(of(&verdicts, "storage-encrypted"), "insufficient");
    assert_eq!(of(&verdicts, "storage-country"), "insufficient");
}

#[test]
fn what_the_user_gives_decides_the_rest() {
    let given = ["--set", "data_class=internal", "--set", "allowed_countries=JP,US,IE"];
    let verdicts = verdicts(&imported("aws-s3", "aws/listing.ndjson", &given));
    assert_eq!(of(&verdicts, "storage-not-public"), "contradicts");
    assert_eq!(of(&verdicts, "storage-country"), "supports");
    assert_eq!(of(&verdicts, "storage-classified"), "supports");
}

#[test]
fn both_clouds_support_what_they_show() {
    let given = ["--set", "data_class=confidential", "--set", "allowed_countries=JP,US"];
    for (from, file) in [("gcp-storage", "gcp/list.json"), ("aws-s3", "aws/config.json")] {
        let verdicts = verdicts(&imported(from, file, &given));
        for check in ["storage-country", "storage-encrypted", "storage-not-public"] {
            assert_eq!(of(&verdicts, check), "supports", "{file} {check}");
        }
    }
}

#[test]
fn a_location_in_several_countries_never_supports() {
    let given = ["--set", "allowed_countries=JP,DE,FR"];
    let verdicts = verdicts(&imported("gcp-storage", "gcp/list-partial.json", &given));
    assert_eq!(of(&verdicts, "storage-country"), "insufficient");
}

#[test]
fn a_complete_import_has_nothing_to_be_added() {
    let given = [
        "data_class=personal",
        "allowed_countries=JP,US",
        "shared_by_tenants=false",
        "tenant_separation=none",
        "expired_items=0",
        "temporary=false",
    ];
    let file = format!("{FIXTURES}/gcp/list.json");
    let mut arguments = vec!["import", "--from", "gcp-storage", &file, "--lang", "en"];
    arguments.extend(given.iter().flat_map(|it| ["--set", it]));
    arguments.extend(["--as-of", "2026-11-01", "--collected-at", "2026-11-01T09:00:00+09:00"]);
    arguments.extend(["--collected-by", "platform engineer"]);
    let output = kumomori(&arguments, b"");
    assert!(
        text(&output.stderr).ends_with("storage-inventory: 4 entries\n"),
        "{}",
        text(&output.stderr)
    );
    let file: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(file["collected_by"], "platform engineer");
    assert_eq!(file["document"][0]["as_of"], "2026-11-01T00:00:00Z");
}

#[test]
fn what_is_left_out_is_said_in_both_languages() {
    let files = [
        ("aws-s3", "aws/listing.ndjson"),
        ("aws-s3", "aws/config-partial.json"),
        ("gcp-storage", "gcp/list-partial.json"),
        ("testssl", "testssl/flat-interrupted.json"),
        ("testssl", "testssl/flat-unreachable.json"),
    ];
    for lang in ["ja", "en"] {
        let mut said = String::new();
        for (from, file) in files {
            let path = format!("{FIXTURES}/{file}");
            let output = kumomori(&["import", "--from", from, &path, "--lang", lang], b"");
            assert_eq!(output.status.code(), Some(0));
            said += &format!("== {file}\n{}\n", text(&output.stderr).replace(FIXTURES, "…"));
        }
        expect_file![format!("snapshots/import.{lang}.txt")].assert_eq(&said);
    }
}

#[test]
fn what_is_not_the_output_of_the_tool_is_refused_in_both_languages() {
    let cases: [(&[&str], &[u8]); 8] = [
        (&["--from", "testssl", "-"], b"id,ip,port\n\"SSLv2\",\"a/192.0.2.1\",\"443\"\n"),
        (&["--from", "testssl", "-"], b"[{ \"id\": \"SSLv2\", \"ip\": \"a/192.0"),
        (&["--from", "gcp-storage", "-"], b"{ \"Results\": [] }"),
        (&["--from", "aws-s3", "-"], b"{ \"Buckets\": [], \"Owner\": {} }"),
        (&["--from", "aws-s3", "-"], b"\xff\xfe{\0}\0"),
        (&["--from", "aws-s3", "-"], b""),
        (&["--from", "aws-s3", "-", "--set", "temporary=no"], b"{}"),
        (&["--from", "testssl", "-", "--as-of", "today"], b"[]"),
    ];
    for lang in ["ja", "en"] {
        let mut said = String::new();
        for (arguments, input) in cases {
            let arguments = [&["import"][..], arguments, &["--lang", lang]].concat();
            let output = kumomori(&arguments, input);
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            assert_eq!(text(&output.stdout), "");
            said += &format!("{}\n", text(&output.stderr));
        }
        expect_file![format!("snapshots/import-refused.{lang}.txt")].assert_eq(&said);
    }
}

#[test]
fn the_evidence_file_goes_where_it_is_told() {
    let path = std::env::temp_dir().join(format!("kumomori-import-{}.json", std::process::id()));
    let out = path.to_str().unwrap();
    let printed = imported("testssl", "testssl/pretty.json", &["--out", out]);
    assert_eq!(text(&printed), "");
    let written = fs::read(&path).unwrap();
    assert_eq!(written, imported("testssl", "testssl/pretty.json", &[]));
    fs::remove_file(&path).unwrap();
    let nowhere = path.join("below").display().to_string();
    let file = format!("{FIXTURES}/testssl/pretty.json");
    let output = kumomori(&["import", "--from", "testssl", &file, "--out", &nowhere], b"");
    assert_eq!(output.status.code(), Some(2));
    let output = kumomori(&["import", "--from", "testssl", "no-such-file.json"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(kumomori(&["import", &file], b"").status.code(), Some(2), "--from is needed");
}
