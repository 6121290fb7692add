//! The browser of the browser tests.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// The names under which systems install it.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Finds the browser, or installs it where that can be done without asking.
///
/// # Errors
/// `CHROMIUM` names no file, or there is no browser and it cannot be installed.
pub(super) fn ensure() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        if named.is_file() {
            return Ok(named);
        }
        bail!("CHROMIUM names `{}`, which is no file: correct or unset it", named.display());
    }
    if let Some(found) = process::find_on_path(NAMES) {
        return Ok(found);
    }
    if !is_root() || process::find_on_path(&["apt-get"]).is_none() {
        bail!("no Chromium on PATH: install Chromium or Chrome, or name it in CHROMIUM");
    }
    println!("tools: installing Chromium with apt-get");
    process::run_quietly(Command::new("apt-get").arg("update"))?;
    let mut install = Command::new("apt-get");
    install.args(["install", "-y", "--no-install-recommends", "chromium"]);
    process::run_quietly(install.env("DEBIAN_FRONTEND", "noninteractive"))?;
    match process::find_on_path(NAMES) {
        Some(found) => Ok(found),
        None => bail!("apt-get installed no Chromium: install it, or name it in CHROMIUM"),
    }
}

fn is_root() -> bool {
    process::capture(Command::new("id").arg("-u")).is_ok_and(|text| text.trim() == "0")
}
