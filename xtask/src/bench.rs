//! Measurements, kept as JSON so that runs can be compared.

mod breakdown;
mod checks;
mod hosts;
mod web;

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::workspace::{Workspace, write};
use crate::{process, site};

/// One figure of a run.
#[derive(Debug, Clone, PartialEq)]
struct Measurement {
    name: String,
    value: f64,
    unit: String,
}

/// Measures and writes `target/bench/NAME.json`.
///
/// # Errors
/// Nothing is measured under that name, or measuring failed.
pub(crate) fn bench(workspace: &Workspace, name: &str) -> Result<()> {
    let measurements = match name {
        "core" => {
            println!("bench core: compiling and measuring");
            run(&mut cargo_bench(workspace, "kumomori-data", name))?
        }
        "checks" => checks::checks(workspace)?,
        "hosts" => hosts::hosts(workspace)?,
        "size" => size(workspace)?,
        "breakdown" => breakdown::breakdown(workspace)?,
        "web" => web::web(workspace)?,
        other => {
            bail!(
                "nothing is measured under `{other}`: choose core, checks, hosts, size, breakdown or web"
            )
        }
    };
    let path = workspace.target.join("bench").join(format!("{name}.json"));
    let text = serde_json::to_string_pretty(&json(name, &measurements))? + "\n";
    write(&path, text.as_bytes())?;
    println!("bench: wrote target/bench/{name}.json");
    Ok(())
}

/// The benchmark of a package.
fn cargo_bench(workspace: &Workspace, package: &str, name: &str) -> Command {
    let mut cargo = process::cargo(&workspace.root);
    cargo.args(["bench", "--quiet", "--package", package, "--bench", name]);
    cargo.stderr(Stdio::inherit());
    cargo
}

/// Runs a program that prints measurements.
fn run(command: &mut Command) -> Result<Vec<Measurement>> {
    let output = process::capture(command)?;
    print!("{output}");
    let measurements: Vec<_> = output.lines().filter_map(measurement).collect();
    if measurements.is_empty() {
        bail!("the benchmark printed no line of the form `name TAB number TAB unit`");
    }
    Ok(measurements)
}

fn size(workspace: &Workspace) -> Result<Vec<Measurement>> {
    let dist = workspace.dist();
    let sizes = site::measure(&dist).context("run `cargo xtask build web` first")?;
    print!("{}", sizes.table());
    let mut measurements = Vec::new();
    for row in sizes.rows {
        measurements.push(in_bytes(format!("{} raw", row.name), row.raw)?);
        measurements.push(in_bytes(format!("{} brotli", row.name), row.sent)?);
    }
    Ok(measurements)
}

fn in_bytes(name: String, bytes: u64) -> Result<Measurement> {
    Ok(Measurement { name, value: u32::try_from(bytes)?.into(), unit: "bytes".to_owned() })
}

/// Reads `name TAB number TAB unit`; other lines are for people.
fn measurement(line: &str) -> Option<Measurement> {
    let mut columns = line.split('\t');
    let name = columns.next()?.trim().to_owned();
    let value = columns.next()?.trim().parse().ok()?;
    let unit = columns.next()?.trim().to_owned();
    Some(Measurement { name, value, unit })
}

fn json(name: &str, measurements: &[Measurement]) -> Value {
    let rows: Vec<Value> = measurements
        .iter()
        .map(|row| json!({ "name": row.name, "value": row.value, "unit": row.unit }))
        .collect();
    json!({ "bench": name, "measurements": rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_three_columns_is_a_measurement() {
        let expected =
            Measurement { name: "evaluate".to_owned(), value: 41.5, unit: "us".to_owned() };
        assert_eq!(measurement("evaluate\t41.5\tus"), Some(expected));
    }

    #[test]
    fn a_line_for_people_is_no_measurement() {
        for line in ["", "evaluating 100 controls", "name\tvalue\tunit"] {
            assert_eq!(measurement(line), None, "{line}");
        }
    }
}
