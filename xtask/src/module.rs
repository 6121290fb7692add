//! Builds the policy module for the hosts of other people.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::site::{digest, flags};
use crate::tools;
use crate::workspace::{Workspace, empty_folder, files_below, read_bytes, write};

const TARGET: &str = "wasm32v1-none";
/// The kinds of hosts, each with a crate of that name.
pub(crate) const HOSTS: [&str; 5] = ["component", "extism", "opa", "raw", "wapc"];
const PROFILE: &str = "wasm-release";
/// The largest that a module may be, in bytes.
const LARGEST: usize = 400 * 1024;

/// The command line, for hosts with WASI; it has all texts in it.
const COMMAND: &str = "kumomori-wasi.wasm";
const COMMAND_TARGET: &str = "wasm32-wasip1";
const LARGEST_COMMAND: usize = 5 * 1024 * 1024;

/// Builds every module into `target/module/`, with `SHA256SUMS`, and gives the folder.
///
/// # Errors
/// A module does not compile, or is not as its hosts want it.
pub(crate) fn build(workspace: &Workspace) -> Result<PathBuf> {
    let tools = tools::ensure_policy_module_tools(workspace)?;
    let folder = workspace.target.join("module");
    empty_folder(&folder)?;
    println!("build module: compiling");
    let built = compiled(workspace, TARGET, &HOSTS.map(|host| format!("kumomori-{host}")))?;
    for host in HOSTS {
        let (from, to) = (format!("kumomori_{host}.wasm"), format!("kumomori-{host}.wasm"));
        finish(workspace, &tools, host, [&built.join(from), &folder.join(to)])?;
    }
    let built = compiled(workspace, COMMAND_TARGET, &["kumomori-cli".to_owned()])?;
    finish(workspace, &tools, "wasi", [&built.join("kumomori.wasm"), &folder.join(COMMAND)])?;
    package(workspace, &folder)?;
    for name in files_below(&folder)?.iter().filter(|it| !it.contains("js/")) {
        let bytes = read_bytes(&folder.join(name))?.len();
        println!("{name} {bytes} bytes");
        let most = if name == COMMAND { LARGEST_COMMAND } else { LARGEST };
        // The budgets are for the policies of this checkout.
        if bytes > most && workspace.overlay.is_none() {
            bail!("{name} takes {bytes} bytes, allowed are {most}");
        }
    }
    write(&folder.join("SHA256SUMS"), digest::sums(&folder)?.as_bytes())?;
    Ok(folder)
}

/// Puts the package for JavaScript together: its sources around the module without imports.
fn package(workspace: &Workspace, folder: &Path) -> Result<()> {
    let (from, to) = (workspace.root.join("js"), folder.join("js"));
    for name in files_below(&from)? {
        write(&to.join(&name), &read_bytes(&from.join(&name))?)?;
    }
    write(&to.join("kumomori.wasm"), &read_bytes(&folder.join("kumomori-raw.wasm"))?)
}

/// Makes of a compiled module what its hosts load.
fn finish(
    workspace: &Workspace,
    tools: &[PathBuf],
    host: &str,
    [from, to]: [&Path; 2],
) -> Result<()> {
    let mut node = Command::new("node");
    node.arg(workspace.root.join("xtask/src/module/finish.mjs")).args(tools);
    process::run(node.arg(host).args([from, to]))
        .with_context(|| format!("the module for {host} cannot be finished"))
        .context("modules are finished by Node 20 or newer: see nodejs.org")
}

/// Compiles packages, and gives the folder in which they are.
fn compiled(workspace: &Workspace, target: &str, packages: &[String]) -> Result<PathBuf> {
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--target", target, "--profile", PROFILE]);
    for package in packages {
        cargo.args(["--package", package]);
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?);
    process::run(&mut cargo)?;
    Ok(workspace.target.join(target).join(PROFILE))
}
