//! The engine of checks: native, as a WebAssembly module, and beside others.

use std::fs;
use std::process::Command;

use anyhow::Result;

use super::{Measurement, cargo_bench, in_bytes, run};
use crate::workspace::{Workspace, empty_folder};
use crate::{site, tools};

/// What the others are compared with.
const OURS: [&str; 2] = ["native", "WASM in Node"];

/// Measures natively, then asks the module the same in Node.
pub(super) fn checks(workspace: &Workspace) -> Result<Vec<Measurement>> {
    let wasm_opt = tools::ensure_module_tools(workspace)?;
    let folder = workspace.target.join("bench").join("checks");
    empty_folder(&folder)?;
    println!("bench checks: compiling the module");
    let module = folder.join("engine.wasm");
    site::engine(workspace, &wasm_opt, &module)?;
    println!("bench checks: compiling and measuring");
    let mut cargo = cargo_bench(workspace, "kumomori-tests", "checks");
    let mut measurements = run(cargo.arg("--").arg(&folder))?;
    let mut node = Command::new("node");
    node.arg(workspace.root.join("tests/engine/bench.mjs")).arg(&folder).arg(&module);
    measurements.extend(run(&mut node)?);
    let mut derived = ratios(&measurements);
    derived.push(in_bytes("engine without the compiler".to_owned(), fs::metadata(&module)?.len())?);
    for Measurement { name, value, unit } in &derived {
        println!("{name}\t{value:.2}\t{unit}");
    }
    measurements.extend(derived);
    Ok(measurements)
}

/// How many times as long the others take, case by case: `CASE: OTHER / OURS`.
fn ratios(measurements: &[Measurement]) -> Vec<Measurement> {
    let times = measurements.iter().filter(|it| it.unit == "us").filter_map(|it| {
        let (case, engine) = it.name.split_once(": ")?;
        Some((case, engine, it.value))
    });
    let times: Vec<_> = times.collect();
    let mut ratios = Vec::new();
    for (case, ours, base) in times.iter().filter(|(_, engine, _)| OURS.contains(engine)) {
        let others = times.iter().filter(|(other, engine, _)| {
            other == case && engine != ours && !engine.starts_with("native")
        });
        ratios.extend(others.map(|(_, engine, value)| Measurement {
            name: format!("{case}: {engine} / {ours}"),
            value: value / base,
            unit: "times".to_owned(),
        }));
    }
    ratios
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, value: f64, unit: &str) -> Measurement {
        Measurement { name: name.to_owned(), value, unit: unit.to_owned() }
    }

    #[test]
    fn others_are_compared_with_both_of_ours_within_a_case() {
        let measured = [
            row("leaf: document", 350.0, "bytes"),
            row("leaf: native", 2.0, "us"),
            row("leaf: native, reading alone", 1.0, "us"),
            row("leaf: cel", 8.0, "us"),
            row("other: cel", 9.0, "us"),
            row("leaf: WASM in Node", 4.0, "us"),
        ];
        let expected = [
            row("leaf: cel / native", 4.0, "times"),
            row("leaf: WASM in Node / native", 2.0, "times"),
            row("leaf: cel / WASM in Node", 2.0, "times"),
        ];
        assert_eq!(ratios(&measured), expected);
    }
}
