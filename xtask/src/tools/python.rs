//! The Python packages of the hosts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::workspace::{Workspace, read_text, write};

/// What a machine has to have, for whoever lacks it.
const NEEDED: &str = "hosts in Python need Python 3.11 or newer as `python3`, with venv: see \
                      python.org; on Debian `apt-get install python3 python3-venv`";

/// Installs the locked packages into an environment of their own, if it has others, and gives its
/// interpreter.
///
/// # Errors
/// Python is missing or too old, or refuses the lock.
pub(super) fn ensure_packages(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join("hosts-python");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let lock = read_text(&workspace.hosts().join("requirements.txt"))?;
    let installed = folder.join("installed.txt");
    if python.exists() && fs::read_to_string(&installed).is_ok_and(|it| it == lock) {
        return Ok(python);
    }
    println!("tools: installing the Python packages of {}", workspace.hosts().display());
    make(&folder)?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:"]);
    pip.arg("--requirement").arg(workspace.hosts().join("requirements.txt"));
    process::run_quietly(&mut pip).context(NEEDED)?;
    // Written last: what it says is there.
    write(&installed, lock.as_bytes())?;
    Ok(python)
}

/// Makes an empty environment.
fn make(folder: &Path) -> Result<()> {
    let found = process::find_on_path(&["python3", "python3.exe", "python.exe"]);
    let mut venv = Command::new(found.context(NEEDED)?);
    venv.args(["-m", "venv", "--clear"]).arg(folder);
    process::run_quietly(&mut venv).context(NEEDED)
}
