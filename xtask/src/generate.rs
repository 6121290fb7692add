//! Files that are made from code or data and still committed, because people read them.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::deploy;
use crate::process;
use crate::workspace::{Workspace, write};

/// Writes the generated files, or says which ones are stale.
///
/// # Errors
/// A file is stale when only checking, or cannot be made.
pub(crate) fn generate(workspace: &Workspace, is_check: bool) -> Result<()> {
    let mut stale = Vec::new();
    for (path, text) in generated(workspace)? {
        let full = workspace.root.join(&path);
        if std::fs::read_to_string(&full).is_ok_and(|old| old == text) {
            continue;
        }
        if is_check {
            stale.push(path.display().to_string());
        } else {
            println!("generate: writing {}", path.display());
            write(&full, text.as_bytes())?;
        }
    }
    if !stale.is_empty() {
        bail!("{} is stale: run `cargo xtask generate`", stale.join(", "));
    }
    Ok(())
}

/// Every generated file with the text it should have.
fn generated(workspace: &Workspace) -> Result<Vec<(PathBuf, String)>> {
    let schemas = kumomori_wire::schemas();
    let mut files: Vec<(PathBuf, String)> = schemas
        .into_iter()
        .map(|(name, text)| (PathBuf::from("docs/schemas").join(name), text))
        .collect();
    files.push((PathBuf::from("GLOSSARY.md"), glossary(workspace)?));
    let deployed = deploy::files()?.into_iter();
    files.extend(deployed.map(|(name, text)| (PathBuf::from(deploy::FOLDER).join(name), text)));
    Ok(files)
}

fn glossary(workspace: &Workspace) -> Result<String> {
    let mut kumomori = process::command_line(&workspace.root);
    process::capture(kumomori.args(["policies", "glossary", "policies"]))
}
