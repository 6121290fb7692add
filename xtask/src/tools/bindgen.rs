//! wasm-bindgen's program, which must have exactly the version of its library.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::workspace::{Workspace, read_text};

/// Finds the program at the locked version, or builds it into the project's own folder.
///
/// # Errors
/// Cargo.lock does not name the library, or cargo cannot build the program.
pub(super) fn ensure(workspace: &Workspace) -> Result<PathBuf> {
    let lock = read_text(&workspace.root.join("Cargo.lock"))?;
    let version =
        locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no wasm-bindgen")?;
    let own = workspace.tools().join("bin").join("wasm-bindgen");
    let candidates = [Some(own.clone()), process::find_on_path(&["wasm-bindgen"])];
    let found = candidates.into_iter().flatten().find(|program| has_version(program, version));
    if let Some(program) = found {
        return Ok(program);
    }
    println!("tools: building wasm-bindgen {version} into .tools (about 4 minutes, once)");
    install(workspace, version)?;
    Ok(own)
}

/// A debug build takes a third of the time, and the program runs for a second only.
fn install(workspace: &Workspace, version: &str) -> Result<()> {
    let mut cargo = process::cargo(&workspace.root);
    cargo.args(["install", "--locked", "--debug", "--force", "wasm-bindgen-cli"]);
    cargo.args(["--version", version, "--root"]).arg(workspace.tools());
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_PROFILE_DEV_STRIP", "true");
    process::run(&mut cargo)
}

fn has_version(program: &Path, version: &str) -> bool {
    let Ok(output) = Command::new(program).arg("--version").output() else { return false };
    let text = String::from_utf8_lossy(&output.stdout);
    text.split_whitespace().nth(1) == Some(version)
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?;
    version.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_comes_from_the_package_of_exactly_that_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.128\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.128"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }

    #[test]
    fn a_program_that_is_not_there_has_no_version() {
        assert!(!has_version(Path::new("kumomori-no-such-program"), "0.2.128"));
    }
}
