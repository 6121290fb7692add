//! The policy module in hosts.

use std::fs;
use std::process::Command;

use anyhow::Result;

use super::{Measurement, in_bytes, run};
use crate::site::compress;
use crate::workspace::{Workspace, files_below, read_bytes};
use crate::{module, process, tools};

/// Measures the sizes of the modules, then what they cost in wasmtime and in Node.
pub(super) fn hosts(workspace: &Workspace) -> Result<Vec<Measurement>> {
    let modules = module::build(workspace)?;
    tools::ensure_hosts(workspace)?;
    let mut measurements = Vec::new();
    for name in files_below(&modules)?.iter().filter(|it| it.starts_with("kumomori-")) {
        let path = modules.join(name);
        measurements.push(in_bytes(format!("{name} raw"), fs::metadata(&path)?.len())?);
        let sent = compress(&read_bytes(&path)?)?.len();
        measurements.push(in_bytes(format!("{name} brotli"), u64::try_from(sent)?)?);
    }
    for Measurement { name, value, unit } in &measurements {
        println!("{name}\t{value}\t{unit}");
    }
    println!("bench hosts: compiling and measuring");
    let mut cargo = process::cargo(&workspace.hosts());
    cargo.args(["run", "--quiet", "--locked", "--release", "--bin", "bench", "--target-dir"]);
    cargo.arg(workspace.target.join("hosts")).env("KUMOMORI_MODULE", &modules);
    measurements.extend(run(&mut cargo)?);
    let mut node = Command::new("node");
    node.args(["--no-warnings", "bench.mjs"]).current_dir(workspace.hosts());
    node.env("KUMOMORI_MODULE", &modules);
    regorus(workspace, &mut node)?;
    measurements.extend(run(&mut node)?);
    Ok(measurements)
}

/// Builds what is measured beside: regorus, natively and as a module, and the checks in Rego.
fn regorus(workspace: &Workspace, node: &mut Command) -> Result<()> {
    const NAME: &str = "kumomori-rego";
    const TARGET: &str = "wasm32-wasip1";
    let rego = workspace.target.join("bench").join("rego");
    let mut kumomori = process::command_line(&workspace.root);
    process::run_quietly(kumomori.args(["policies", "export", "policies", "--rego"]).arg(&rego))?;
    for target in [&[][..], &["--target", TARGET]] {
        let mut cargo = process::cargo(&workspace.root);
        cargo.args(["build", "--quiet", "--release", "--package", NAME]).args(target);
        process::run(&mut cargo)?;
    }
    let native = format!("{NAME}{}", std::env::consts::EXE_SUFFIX);
    node.env("REGORUS", workspace.target.join("release").join(native));
    node.env("REGORUS_WASM", workspace.target.join(TARGET).join(format!("release/{NAME}.wasm")));
    node.env("KUMOMORI_REGO", rego);
    Ok(())
}
