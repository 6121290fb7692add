//! The npm packages of the browser tests, of the hosts and of the builds.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::process;

/// Installs the locked packages of a folder if they are older than their lock.
///
/// # Errors
/// npm is missing, or refuses the lock.
pub(super) fn ensure_packages(folder: &Path) -> Result<()> {
    if is_fresh(folder) {
        return Ok(());
    }
    println!("tools: installing the npm packages of {}", folder.display());
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts"]).current_dir(folder);
    // The browser of the machine is used; a second one would be 150 MB.
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run_quietly(&mut npm).context("npm comes with Node 20 or newer: see nodejs.org")
}

/// npm writes the hidden lock last, so its date is the date of the installation.
fn is_fresh(folder: &Path) -> bool {
    let installed = changed(&folder.join("node_modules/.package-lock.json"));
    let locked = changed(&folder.join("package-lock.json"));
    installed.is_some() && installed >= locked
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|facts| facts.modified()).ok()
}
