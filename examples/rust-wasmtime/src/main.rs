//! Prints the gaps of an assessment, the most urgent first: `gaps ASSESSMENT DAY [EVIDENCE...]`.

mod policy;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use policy::{FUEL, Policy};
use serde_json::{Value, from_slice, json};
use wasmtime::Result;
use wasmtime::error::Context as _;

/// How many gaps are shown.
const SHOWN: usize = 10;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(err) => {
            eprintln!("error: {err:#}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut given = std::env::args().skip(1);
    let (Some(assessment), Some(day)) = (given.next(), given.next()) else {
        eprintln!("usage: gaps ASSESSMENT DAY [EVIDENCE...]");
        return Ok(ExitCode::from(2));
    };
    let evidence: Vec<Value> = given.map(|it| json_file(&it)).collect::<Result<_>>()?;
    let request = json!({
        "format": "kumomori.request/1",
        "as_of": day,
        "want": ["gaps"],
        "assessment": json_file(&assessment)?,
        "evidence": evidence,
    });
    let mut policy = Policy::load(&modules().join("kumomori-raw.wasm"))?;
    let answer: Value = from_slice(&policy.answer(request.to_string().as_bytes())?)?;
    if let Some(problems) = answer["diagnostics"].as_array() {
        for it in problems {
            eprintln!("{}: {}", text(&it["field"]), text(&it["message"]));
        }
        return Ok(ExitCode::from(2));
    }
    print(answer["ok"]["gaps"].as_array().context("an answer without gaps")?);
    println!("fuel: {} of {FUEL}", policy.spent()?);
    Ok(ExitCode::SUCCESS)
}

fn print(gaps: &[Value]) {
    println!(
        "{:<9} {:<28} {:<9} {:<10} {:<12} confirmed",
        "priority", "control", "role", "dimension", "kind"
    );
    for it in gaps.iter().take(SHOWN) {
        let confirmed = &it["reading"]["confirmed"];
        println!(
            "{:<9} {:<28} {:<9} {:<10} {:<12} {confirmed}, missing {}",
            it["priority"].to_string(),
            text(&it["control"]),
            text(&it["role"]),
            text(&it["dimension"]),
            text(&it["kind"]),
            it["shortfall"],
        );
    }
    println!("gaps: {}, shown {}", gaps.len(), gaps.len().min(SHOWN));
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn json_file(path: &str) -> Result<Value> {
    let bytes = fs::read(path).with_context(|| path.to_owned())?;
    from_slice(&bytes).with_context(|| path.to_owned())
}

/// The folder of the modules.
fn modules() -> PathBuf {
    let built = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/module");
    std::env::var_os("KUMOMORI_MODULE").map_or_else(|| PathBuf::from(built), PathBuf::from)
}
