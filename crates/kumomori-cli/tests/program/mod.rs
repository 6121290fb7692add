//! The program, run as a person runs it.

#![allow(dead_code, clippy::unwrap_used, reason = "each suite uses a part; a test may fail loudly")]

pub(crate) mod report;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The day that the examples are evaluated for.
pub(crate) const DAY: &str = "2026-06-30";

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn story(name: &str) -> String {
    format!("policies/examples/{name}/assessment.json")
}

/// Runs the program in the root of the project, with nothing of the environment that could
/// change what it prints.
pub(crate) fn kumomori(arguments: &[&str], input: &[u8]) -> Output {
    kumomori_in(&[], arguments, input)
}

/// Runs the program with some of the environment.
pub(crate) fn kumomori_in(given: &[(&str, &str)], arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kumomori"))
        .args(arguments)
        .current_dir(root())
        .env_clear()
        .env("COLUMNS", "100")
        .envs(given.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its arguments does not wait for its input.
    let _closed = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}
