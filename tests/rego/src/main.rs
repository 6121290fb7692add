//! Asks regorus one question again and again and prints the middle of the times in microseconds:
//! what exported checks say of a document.
//!
//! ```text
//! kumomori-rego FOLDER DOCUMENT CHECK...
//! ```

#![forbid(unsafe_code)]
#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use anyhow::{Context, Result, ensure};
use kumomori_rego::{collecting, package};
use regorus::{Engine, Value};
use std::env;
use std::fs;
use std::path::Path;
use std::time::Instant;

/// How many times it is asked.
const N_TIMES: usize = 1_001;

fn main() -> Result<()> {
    let given: Vec<String> = env::args().skip(1).collect();
    let [folder, document, checks @ ..] = given.as_slice() else {
        anyhow::bail!("usage: kumomori-rego FOLDER DOCUMENT CHECK...");
    };
    let document = fs::read_to_string(document).context(document.clone())?;
    let mut engine = prepared(Path::new(folder), checks)?;
    let mut times = Vec::new();
    for _ in 0..N_TIMES {
        let start = Instant::now();
        engine.set_input(Value::from_json_str(&document)?);
        let said = engine.eval_rule("data.all.verdicts".to_owned())?;
        times.push(start.elapsed());
        ensure!(said.as_object()?.len() == checks.len(), "verdicts of all checks: {said}");
    }
    times.sort();
    let middle = times.get(N_TIMES / 2).context("times")?;
    println!("{:.1}", middle.as_secs_f64() * 1e6);
    Ok(())
}

/// Adds the modules of a folder and the folders in it.
fn add_below(folder: &Path, engine: &mut Engine) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            add_below(&path, engine)?;
        } else {
            add(&path, engine)?;
        }
    }
    Ok(())
}

fn add(path: &Path, engine: &mut Engine) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    engine.add_policy(path.display().to_string(), text)?;
    Ok(())
}

/// An engine with the modules of some checks, and one rule for all their verdicts.
fn prepared(folder: &Path, checks: &[String]) -> Result<Engine> {
    let mut engine = Engine::new();
    engine.set_strict_builtin_errors(false);
    add_below(&folder.join("lib"), &mut engine)?;
    for check in checks {
        let package = package(check);
        add(&folder.join(format!("kumomori/checks/{package}.rego")), &mut engine)?;
    }
    engine.add_policy("all.rego".to_owned(), collecting(checks.iter().map(String::as_str)))?;
    Ok(engine)
}
