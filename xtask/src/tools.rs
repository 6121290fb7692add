//! The programs that the other chores need, fetched when missing, pinned by lock files.

mod bindgen;
mod chromium;
mod npm;
mod python;

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::workspace::Workspace;

/// The programs that turn the compiled module into a site.
#[derive(Debug)]
pub(crate) struct SiteTools {
    /// wasm-bindgen at the version of Cargo.lock.
    pub(crate) bindgen: PathBuf,
    /// wasm-opt of the npm package binaryen.
    pub(crate) wasm_opt: PathBuf,
}

/// Fetches everything.
///
/// # Errors
/// A tool is missing and cannot be fetched.
pub(crate) fn ensure_all(workspace: &Workspace) -> Result<()> {
    ensure_site_tools(workspace)?;
    ensure_policy_module_tools(workspace)?;
    ensure_hosts(workspace)?;
    let browser = ensure_browser()?;
    println!("tools: ready, browser is {}", browser.display());
    Ok(())
}

/// Fetches what building the site needs.
///
/// # Errors
/// A tool is missing and cannot be fetched.
pub(crate) fn ensure_site_tools(workspace: &Workspace) -> Result<SiteTools> {
    let wasm_opt = ensure_module_tools(workspace)?;
    Ok(SiteTools { bindgen: bindgen::ensure(workspace)?, wasm_opt })
}

/// Fetches what building a module without JavaScript needs, and gives the place of wasm-opt.
///
/// # Errors
/// A tool is missing and cannot be fetched.
pub(crate) fn ensure_module_tools(workspace: &Workspace) -> Result<PathBuf> {
    ensure_wasm_target(workspace, "wasm32-unknown-unknown")?;
    npm::ensure_packages(&workspace.e2e())?;
    Ok(workspace.e2e().join("node_modules/binaryen/bin/wasm-opt"))
}

/// Fetches what building the policy module needs, and gives the places of binaryen and of the tools
/// that make components.
///
/// # Errors
/// A tool is missing and cannot be fetched.
pub(crate) fn ensure_policy_module_tools(workspace: &Workspace) -> Result<[PathBuf; 2]> {
    ensure_policy_module_target(workspace)?;
    npm::ensure_packages(&workspace.e2e())?;
    npm::ensure_packages(&workspace.hosts())?;
    let component = "node_modules/@bytecodealliance/jco-transpile/dist/wasm-tools.js";
    let binaryen = workspace.e2e().join("node_modules/binaryen/index.js");
    Ok([binaryen, workspace.hosts().join(component)])
}

/// Adds the targets that the policy module is compiled for.
///
/// # Errors
/// The toolchain cannot be asked, or a target cannot be fetched.
pub(crate) fn ensure_policy_module_target(workspace: &Workspace) -> Result<()> {
    ensure_wasm_target(workspace, "wasm32v1-none")?;
    ensure_wasm_target(workspace, "wasm32-wasip1")
}

/// Installs the hosts that come as npm packages and as Python packages, and gives the interpreter of
/// the latter.
///
/// # Errors
/// npm or Python is missing, or refuses the lock.
pub(crate) fn ensure_hosts(workspace: &Workspace) -> Result<PathBuf> {
    npm::ensure_packages(&workspace.hosts())?;
    python::ensure_packages(workspace)
}

/// Finds or fetches Chromium for the browser tests.
///
/// # Errors
/// There is none, and none can be installed.
pub(crate) fn ensure_browser() -> Result<PathBuf> {
    chromium::ensure()
}

fn ensure_wasm_target(workspace: &Workspace, target: &str) -> Result<()> {
    let mut query = Command::new("rustc");
    query.args(["--print", "target-libdir", "--target", target]);
    let folder = process::capture(query.current_dir(&workspace.root))?;
    if PathBuf::from(folder.trim()).is_dir() {
        return Ok(());
    }
    println!("tools: adding the target {target} to the Rust toolchain");
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", target]);
    process::run(rustup.current_dir(&workspace.root))
}
