//! What `kumomori policies export` writes, and what it leaves alone.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("export").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs the export from a folder, with the policies of the project.
fn export(at: &Path, arguments: &[&str]) -> Output {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    Command::new(env!("CARGO_BIN_EXE_kumomori"))
        .args(["policies", "export"])
        .arg(policies)
        .args(arguments)
        .current_dir(at)
        .env_clear()
        .output()
        .unwrap()
}

fn said(output: &Output) -> (Option<i32>, String) {
    let both = [output.stdout.as_slice(), &output.stderr].concat();
    (output.status.code(), String::from_utf8(both).unwrap())
}

#[test]
fn checks_are_written_as_rego_and_as_cel() {
    let at = folder("both");
    let output = export(&at, &["--rego", "rego", "--cel", "out/checks.yaml"]);
    assert_eq!(
        said(&output),
        (Some(0), "117 checks in rego\n117 checks in out/checks.yaml\n".into())
    );
    let names = |folder: &str| fs::read_dir(at.join("rego").join(folder)).unwrap().count();
    assert_eq!((names("kumomori/checks"), names("lib")), (117, 2));
    let module = fs::read_to_string(at.join("rego/kumomori/checks/tls_floor.rego")).unwrap();
    assert!(module.contains("\npackage kumomori.checks.tls_floor\n"), "{module}");
    assert!(module.contains("# title: \"No endpoint accepts an old TLS version\"\n"), "{module}");
}

#[test]
fn the_language_that_is_asked_for_comes_first() {
    let at = folder("lang");
    assert_eq!(said(&export(&at, &["--rego", ".", "--lang", "ja"])).0, Some(0));
    let module = fs::read_to_string(at.join("kumomori/checks/tls_floor.rego")).unwrap();
    assert!(module.contains("# title: \"古いTLSを受け付ける接続先がない\"\n"), "{module}");
    assert!(module.contains("\t\"en\": {\n\t\t\"title\": \"No endpoint"), "{module}");
}

#[test]
fn what_somebody_else_wrote_stays_and_nothing_else_is_written() {
    let at = folder("other");
    fs::create_dir(at.join("lib")).unwrap();
    fs::write(at.join("lib/kumomori.rego"), "package mine\n").unwrap();
    let (code, text) = said(&export(&at, &["--rego", "."]));
    assert_eq!(code, Some(2));
    assert_eq!(
        text,
        "error: `./lib/kumomori.rego` was not written by an export; move it away, or name another place\n"
    );
    assert!(!at.join("kumomori").exists());
    assert_eq!(fs::read_to_string(at.join("lib/kumomori.rego")).unwrap(), "package mine\n");
}

#[test]
fn an_export_overwrites_its_own_files_and_deletes_nothing() {
    let at = folder("again");
    fs::write(at.join("mine.rego"), "package mine\n").unwrap();
    assert_eq!(said(&export(&at, &["--rego", ".", "--cel", "checks.yaml"])).0, Some(0));
    let first = fs::read(at.join("checks.yaml")).unwrap();
    assert_eq!(said(&export(&at, &["--rego", ".", "--cel", "checks.yaml"])).0, Some(0));
    assert_eq!(fs::read(at.join("checks.yaml")).unwrap(), first);
    assert!(at.join("mine.rego").exists());
}

#[test]
fn own_thresholds_are_exported_in_place_of_the_defaults() {
    let at = folder("policy");
    let own = "thresholds:\n  - {id: \"tls-floor\", value: \"TLS1.3\"}\n";
    fs::write(at.join("own.yaml"), own).unwrap();
    let arguments = ["--rego", ".", "--cel", "checks.yaml", "--policy", "own.yaml"];
    assert_eq!(said(&export(&at, &arguments)).0, Some(0));
    let thresholds = fs::read_to_string(at.join("lib/kumomori_policy.rego")).unwrap();
    assert!(thresholds.contains("\t\"tls_floor\": \"TLS1.3\",\n"), "{thresholds}");
    let expressions = fs::read_to_string(at.join("checks.yaml")).unwrap();
    assert!(expressions.contains("}[e.min_version] >= 5)"), "{expressions}");
}

#[test]
fn what_cel_has_no_means_for_is_refused_with_its_place() {
    let at = folder("refused");
    let own = "thresholds:\n  - {id: \"tls-preferred\", value: \"TLS1.4\"}\n";
    fs::write(at.join("own.yaml"), own).unwrap();
    let (code, text) = said(&export(&at, &["--cel", "checks.yaml", "--policy", "own.yaml"]));
    assert_eq!(code, Some(2));
    assert_eq!(
        text,
        "error: check `tls-13-offered`: standard CEL cannot compare these versions (at 1:76 of `expect`)\n  \
         help: compare with a version of TLS or SSL, such as `TLS1.2`\n"
    );
    assert!(!at.join("checks.yaml").exists());
}

#[test]
fn an_export_needs_a_place() {
    let (code, text) = said(&export(&folder("nowhere"), &[]));
    assert_eq!(code, Some(2));
    assert!(text.contains("--rego <DIR>|--cel <FILE>"), "{text}");
}
