//! Where things are.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use cargo_metadata::{Metadata, MetadataCommand};

use crate::process;

/// The folders of this checkout.
#[derive(Debug)]
pub(crate) struct Workspace {
    /// The folder of the root manifest.
    pub(crate) root: PathBuf,
    /// Where cargo puts what it builds.
    pub(crate) target: PathBuf,
    /// What cargo says of the crates of this checkout, without their dependencies.
    pub(crate) metadata: Metadata,
    /// An organization's own policy, under which everything is built.
    pub(crate) overlay: Option<PathBuf>,
}

impl Workspace {
    /// Asks cargo about the checkout that this program was built from.
    ///
    /// # Errors
    /// cargo cannot read a manifest.
    pub(crate) fn find() -> Result<Self> {
        let metadata = MetadataCommand::new()
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .no_deps()
            .exec()
            .context("cargo cannot read the manifests: run `cargo metadata` to see why")?;
        Ok(Self {
            root: metadata.workspace_root.clone().into(),
            target: metadata.target_directory.clone().into(),
            metadata,
            overlay: None,
        })
    }

    /// The same checkout under an organization's own policy, if one is given; what is wrong with it
    /// is said before anything is built.
    ///
    /// # Errors
    /// It cannot be read, or something is wrong with it.
    pub(crate) fn under(mut self, overlay: Option<PathBuf>) -> Result<Self> {
        let Some(given) = overlay else { return Ok(self) };
        let path = given.canonicalize();
        self.overlay = Some(path.with_context(|| format!("cannot read `{}`", given.display()))?);
        process::run(&mut self.policies("check"))?;
        Ok(self)
    }

    /// cargo, to compile what has the policies in it.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = process::cargo(&self.root);
        if let Some(overlay) = &self.overlay {
            cargo.env("KUMOMORI_OVERLAY", overlay);
        }
        cargo
    }

    /// The command line, to do something with the policies.
    pub(crate) fn policies(&self, verb: &str) -> Command {
        let mut kumomori = process::command_line(&self.root);
        kumomori.args(["policies", verb, "policies"]);
        if let Some(overlay) = &self.overlay {
            kumomori.arg("--overlay").arg(overlay);
        }
        kumomori
    }

    /// What cargo says of these crates and of all that they depend on, for one target or for any.
    ///
    /// # Errors
    /// cargo cannot tell, or the lock file is not up to date.
    pub(crate) fn dependencies(&self, target: Option<&str>) -> Result<Metadata> {
        let target = target.into_iter().flat_map(|it| ["--filter-platform", it]);
        let options = ["--locked"].into_iter().chain(target).map(str::to_owned);
        MetadataCommand::new()
            .current_dir(&self.root)
            .other_options(options.collect::<Vec<_>>())
            .exec()
            .context("cargo cannot tell what is depended on")
    }

    /// Where the built site goes.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where tools that cargo installs go.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// The tests in other people's hosts, and those that come as npm packages.
    pub(crate) fn hosts(&self) -> PathBuf {
        self.root.join("tests/hosts")
    }

    /// The browser tests and the npm packages.
    pub(crate) fn e2e(&self) -> PathBuf {
        self.root.join("tests").join("e2e")
    }
}

/// Reads a text file and names it if that fails.
///
/// # Errors
/// The file cannot be read or is not UTF-8.
pub(crate) fn read_text(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))
}

/// Reads a file and names it if that fails.
///
/// # Errors
/// The file cannot be read.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))
}

/// Writes a file, with the folders above it.
///
/// # Errors
/// The file system refused.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write `{}`", path.display()))
}

/// The files in a folder and the folders below it, by their paths from there with `/`, sorted.
///
/// # Errors
/// The file system refused.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    collect(folder, "", &mut names)?;
    names.sort();
    Ok(names)
}

fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.metadata()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

/// Makes a folder that exists and is empty.
///
/// # Errors
/// The file system refused.
pub(crate) fn empty_folder(path: &Path) -> Result<()> {
    if path.exists() {
        std::fs::remove_dir_all(path)
            .with_context(|| format!("cannot remove `{}`", path.display()))?;
    }
    std::fs::create_dir_all(path).with_context(|| format!("cannot make `{}`", path.display()))
}
