//! Whether two builds give the same bytes.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process;
use crate::workspace::{Workspace, empty_folder, read_bytes, read_text, write};

/// Builds something once more, from a copy of the sources in another folder, and compares the
/// hashes; `what` is the word after `cargo xtask build`, and its `SHA256SUMS` lies below the root
/// of a checkout whose target folder is `target/`.
///
/// # Errors
/// The copy does not build, or its files are others.
pub(crate) fn build_again(workspace: &Workspace, what: &str, sums: &Path) -> Result<()> {
    println!("build {what}: once more, in another folder");
    let copy = workspace.target.join(format!("{what}-again"));
    empty_folder(&copy)?;
    let mut git = Command::new("git");
    let files = process::capture(git.args(["ls-files"]).current_dir(&workspace.root))?;
    for name in files.lines().filter(|it| workspace.root.join(it).is_file()) {
        write(&copy.join(name), &read_bytes(&workspace.root.join(name))?)?;
    }
    let mut cargo = process::cargo(&copy);
    cargo.args(["run", "--quiet", "--package", "xtask", "--", "build", what]);
    process::run(cargo.env("CARGO_TARGET_DIR", copy.join("target")))?;
    let first = match sums.strip_prefix("target") {
        Ok(below) => workspace.target.join(below),
        Err(_) => workspace.root.join(sums),
    };
    let (first, second) = (read_text(&first)?, read_text(&copy.join(sums))?);
    if first != second {
        bail!("two builds differ:\n{first}\n{second}");
    }
    Ok(())
}
