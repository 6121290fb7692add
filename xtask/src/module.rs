//! Builds the policy module for the hosts of other people.

use std::path::PathBuf;
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

/// Builds every module into `target/module/`, with `SHA256SUMS`, and gives the folder.
///
/// # Errors
/// A module does not compile, or is not as its hosts want it.
pub(crate) fn build(workspace: &Workspace) -> Result<PathBuf> {
    let tools = tools::ensure_policy_module_tools(workspace)?;
    let folder = workspace.target.join("module");
    empty_folder(&folder)?;
    println!("build module: compiling");
    let built = compiled(workspace)?;
    for host in HOSTS {
        let mut finish = Command::new("node");
        finish.arg(workspace.root.join("xtask/src/module/finish.mjs")).args(&tools).arg(host);
        finish.arg(built.join(format!("kumomori_{host}.wasm")));
        finish.arg(folder.join(format!("kumomori-{host}.wasm")));
        process::run(&mut finish)
            .with_context(|| format!("kumomori-{host}.wasm cannot be finished"))
            .context("modules are finished by Node 20 or newer: see nodejs.org")?;
    }
    for name in files_below(&folder)? {
        let bytes = read_bytes(&folder.join(&name))?.len();
        println!("{name} {bytes} bytes");
        if bytes > LARGEST {
            bail!("{name} takes {bytes} bytes, allowed are {LARGEST}");
        }
    }
    write(&folder.join("SHA256SUMS"), digest::sums(&folder)?.as_bytes())?;
    Ok(folder)
}

/// Compiles the modules for all hosts, and gives the folder in which they are.
fn compiled(workspace: &Workspace) -> Result<PathBuf> {
    let mut cargo = process::cargo(&workspace.root);
    cargo.args(["build", "--target", TARGET, "--profile", PROFILE]);
    for host in HOSTS {
        cargo.arg("--package").arg(format!("kumomori-{host}"));
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?);
    process::run(&mut cargo)?;
    Ok(workspace.target.join(TARGET).join(PROFILE))
}
