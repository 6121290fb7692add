//! Good inputs of the repository.

use serde_json::Value as Json;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All JSON files below a folder of the repository but schemas and evaluations, in the order of
/// their paths.
fn json_files(folder: &str) -> Vec<Vec<u8>> {
    let mut paths = Vec::new();
    collect(&root().join(folder), &mut paths);
    paths.sort();
    paths.iter().map(|it| fs::read(it).unwrap()).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|it| it == "json")
            && !path.ends_with("schema.json")
            && !path.ends_with("evaluation.json")
        {
            paths.push(path);
        }
    }
}

/// Evidence files: the fixtures of every check and the example of every kind.
pub(crate) fn evidence() -> Vec<Vec<u8>> {
    [json_files("tests/fixtures/checks"), examples()].concat()
}

/// One evidence file of every kind.
pub(crate) fn examples() -> Vec<Vec<u8>> {
    json_files("policies/evidence")
}

/// The documents of evidence files with their kinds, without what stands around them.
pub(crate) fn documents() -> Vec<(String, Vec<u8>)> {
    let of = |file: &Vec<u8>| {
        let json: Json = serde_json::from_slice(file).unwrap();
        let document = serde_json::to_vec_pretty(&json["document"]).unwrap();
        (json["kind"].as_str().unwrap().to_owned(), document)
    };
    evidence().iter().map(of).collect()
}

/// Assessments: whole ones, and small ones with one of their answers each.
pub(crate) fn assessments() -> Vec<Vec<u8>> {
    let whole =
        [json_files("policies/examples"), json_files("crates/kumomori-wire/tests/fixtures")]
            .concat();
    let small = whole.iter().flat_map(|it| with_one_answer(it)).collect();
    [whole, small].concat()
}

fn with_one_answer(file: &[u8]) -> Vec<Vec<u8>> {
    let json: Json = serde_json::from_slice(file).unwrap();
    let answers = json["answers"].as_array().unwrap();
    let with = |answer: &Json| {
        let mut small = json.clone();
        small["answers"] = Json::Array(vec![answer.clone()]);
        serde_json::to_vec_pretty(&small).unwrap()
    };
    answers.iter().map(with).collect()
}
