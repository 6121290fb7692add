//! How long checks on evidence take: our engine beside `regorus`, `cel` and `serde_json`, all
//! asked the same. Whoever is measured must first say the same.
//!
//! `cargo xtask bench checks` runs it together with `tests/engine/bench.mjs`, which asks the
//! engine as a WebAssembly module; the cases for it are written into the folder that is named.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark may fail loudly")]

mod cases;
mod cel;
mod clock;
mod rego;

use cases::{Case, Way, cases};
use clock::median;
use kumomori_core::pack;
use kumomori_engine::questions::Questions;
use serde::de::IgnoredAny;
use serde_json::{Map, Value, from_slice, json};
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

fn main() {
    // Cargo also calls benchmarks with `--test`; nothing is measured then.
    let mut arguments = std::env::args().skip(1);
    if arguments.any(|it| it == "--test") {
        return;
    }
    let folder = std::env::args().skip(1).find(|it| !it.starts_with("--")).map(PathBuf::from);
    let cases = cases();
    for case in &cases {
        let expected = answer(case);
        compare(case, &expected);
        if let Some(folder) = &folder {
            keep(folder, case, &expected);
        }
        measure(case);
    }
    if let Some(folder) = &folder {
        let list: Vec<Value> =
            cases.iter().map(|it| json!({ "name": it.name, "way": it.way.word() })).collect();
        fs::write(folder.join("cases.json"), Value::from(list).to_string()).unwrap();
    }
}

/// What our engine says, as JSON.
fn answer(case: &Case) -> Vec<u8> {
    let questions = Questions::new(&case.checks, 0).unwrap();
    let mut out = Vec::new();
    let document = questions.read(case.document.as_bytes()).unwrap();
    match case.way {
        Way::Leaf | Way::Verdicts => questions.tell_verdicts(&document, &mut out),
        Way::Reasons => questions.tell_reasons(&document, &mut out),
    }
    out
}

/// Stops where two engines do not say the same.
fn compare(case: &Case, expected: &[u8]) {
    let ours: Map<String, Value> = from_slice(expected).unwrap();
    let verdict = |said: Value| said.get("verdict").cloned().unwrap_or(said);
    let ours: Map<String, Value> = ours.into_iter().map(|(id, it)| (id, verdict(it))).collect();
    let mut rego = rego::Modules::new(case);
    rego.take(&case.document);
    let said = [rego.verdicts(), cel::Expressions::new(case).verdicts(case.document.as_bytes())];
    for other in said {
        let other: Map<String, Value> = serde_json::from_str(&other).unwrap();
        assert_eq!(ours, other, "{}", case.name);
    }
}

/// Writes what the module is to be asked, and what it has to say.
fn keep(folder: &Path, case: &Case, expected: &[u8]) {
    let write = |ending: &str, bytes: &[u8]| {
        fs::write(folder.join(format!("{}.{ending}", case.name)), bytes).unwrap();
    };
    write("checks", &pack::write_checks(&case.checks));
    write("document.json", case.document.as_bytes());
    write("answer.json", expected);
}

fn measure(case: &Case) {
    let bytes = case.document.as_bytes();
    println!("{}: document\t{}\tbytes", case.name, bytes.len());
    if case.way == Way::Leaf {
        return measure_leaf(case);
    }
    let questions = Questions::new(&case.checks, 0).unwrap();
    report(case, "native", || {
        let mut out = Vec::new();
        let document = questions.read(black_box(bytes)).unwrap();
        match case.way {
            Way::Leaf | Way::Verdicts => questions.tell_verdicts(&document, &mut out),
            Way::Reasons => questions.tell_reasons(&document, &mut out),
        }
        black_box(out);
    });
    report(case, "native, reading alone", || {
        black_box(questions.read(black_box(bytes)).unwrap());
    });
    let mut rego = rego::Modules::new(case);
    report(case, "regorus", || {
        rego.take(black_box(&case.document));
        black_box(rego.verdicts());
    });
    let cel = cel::Expressions::new(case);
    report(case, "cel", || {
        black_box(cel.verdicts(black_box(bytes)));
    });
    report(case, "serde_json Value", || {
        black_box(from_slice::<Value>(black_box(bytes)).unwrap());
    });
    report(case, "serde_json IgnoredAny", || {
        black_box(from_slice::<IgnoredAny>(black_box(bytes)).unwrap());
    });
}

/// One check, of a document that everybody has read already.
fn measure_leaf(case: &Case) {
    let questions = Questions::new(&case.checks, 0).unwrap();
    let document = questions.read(case.document.as_bytes()).unwrap();
    report(case, "native", || {
        black_box(questions.verdict(0, black_box(&document)));
    });
    let mut rego = rego::Modules::new(case);
    rego.take(&case.document);
    report(case, "regorus", || {
        black_box(rego.verdicts());
    });
    let cel = cel::Expressions::new(case);
    let open = cel.read(case.document.as_bytes());
    report(case, "cel", || {
        black_box(cel.verdict(0, black_box(&open)));
    });
}

fn report(case: &Case, engine: &str, run: impl FnMut()) {
    println!("{}: {engine}\t{:.4}\tus", case.name, median(run));
}
