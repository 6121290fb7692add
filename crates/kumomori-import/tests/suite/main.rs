//! What tools print, and what comes of it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod broken;
mod files;
mod kubernetes;
mod mutated;
mod storage;
mod tls;

use kumomori_import::given::Given;
use kumomori_import::reading::{Reading, read};
use kumomori_import::refusal::Refusal;
use kumomori_import::tool::Tool;
use kumomori_wire::json::{Node, Value, parse};
use std::fs;
use std::path::{Path, PathBuf};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn tool(file: &str) -> Tool {
    match file.split('/').next().unwrap() {
        "aws" => Tool::AwsS3,
        "gcp" => Tool::GcpStorage,
        "kubernetes" => Tool::Kubernetes,
        _ => Tool::Testssl,
    }
}

fn bytes(file: &str) -> Vec<u8> {
    fs::read(fixtures().join(file)).unwrap()
}

/// Reads a fixture of a tool with nothing said beside it.
fn reading(file: &str) -> Result<Reading, Refusal> {
    read(tool(file), &bytes(file), &Given::default())
}

/// The entries of the document that a fixture becomes.
fn entries(file: &str) -> Vec<Node> {
    document(&reading(file).unwrap())
}

fn document(reading: &Reading) -> Vec<Node> {
    let file = parse(&reading.text).unwrap();
    file.get("document").unwrap().items().to_vec()
}

/// A value of an entry as JSON; `-` where it was left out.
fn value(entry: &Node, field: &str) -> String {
    match entry.get(field).map(|it| &it.value) {
        None => "-".into(),
        Some(Value::Text(text) | Value::Number(text)) => text.clone(),
        Some(Value::Bool(value)) => value.to_string(),
        Some(other) => panic!("{field}: {other:?}"),
    }
}

/// One field of all entries.
fn values(file: &str, field: &str) -> Vec<String> {
    entries(file).iter().map(|it| value(it, field)).collect()
}

/// The codes and paths of the notes about a fixture.
fn notes(file: &str) -> Vec<(&'static str, String)> {
    let notes = reading(file).unwrap().notes;
    notes.into_iter().map(|it| (it.reason.code(), it.place.path)).collect()
}

/// The paths of the notes with a code.
fn paths(file: &str, code: &str) -> Vec<String> {
    notes(file).into_iter().filter(|(it, _)| *it == code).map(|(_, path)| path).collect()
}
