//! From Rust to a small WebAssembly module and its JavaScript.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};

use crate::process;
use crate::tools::SiteTools;
use crate::workspace::{Workspace, empty_folder};

/// The module's file name after binding.
pub(super) const WASM: &str = "kumomori_bg.wasm";
/// The worker's modules: what each does, which is a feature of its package, its file name, and the
/// package.
pub(super) const WORKERS: [(&str, &str, &str); 4] = [
    ("ask", "ask.wasm", "kumomori-worker"),
    ("explain", "explain.wasm", "kumomori-worker"),
    ("key", "key.wasm", "kumomori-crypto"),
    ("file", "file.wasm", "kumomori-crypto"),
];
/// Its JavaScript's file name.
pub(super) const GLUE: &str = "kumomori.js";

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm-release";

/// One by one: with all of them the optimizer writes encodings that browsers refuse.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes the modules small once compressed, which is what counts: passes for size alone leave
/// code that compresses worse. The lowest kibibyte of memory is the end of the stack, never data.
const PASSES: &[&str] = &[
    "--flatten",
    "--rereloop",
    "-O2",
    "-O2",
    "--one-caller-inline-max-function-size=0",
    "--low-memory-unused",
];

/// Compiles and optimizes all modules of the site into a folder: while one is optimized, which takes
/// one processor, the next one is compiled.
///
/// # Errors
/// One does not compile, or a tool fails.
pub(super) fn modules(workspace: &Workspace, tools: &SiteTools, work: &Path) -> Result<()> {
    thread::scope(|scope| {
        let optimized = |from: PathBuf, name: &'static str| {
            scope.spawn(move || optimize(&tools.wasm_opt, &from, &work.join(name)))
        };
        let mut running = vec![optimized(module(workspace, tools, work)?, WASM)];
        for worker in WORKERS {
            running.push(optimized(work_of(workspace, worker, work)?, worker.1));
        }
        println!("build web: optimizing for size");
        running.into_iter().try_for_each(|it| it.join().map_err(|_| anyhow!("wasm-opt stopped"))?)
    })
}

/// Compiles the site's module and binds it into a folder; gives its place before it is optimized.
fn module(workspace: &Workspace, tools: &SiteTools, work: &Path) -> Result<PathBuf> {
    println!("build web: compiling the site");
    let built = compiled(workspace, &["build", "--package", "kumomori-web"], "kumomori-web.wasm")?;
    println!("build web: binding to JavaScript");
    let bound = work.join("bound");
    empty_folder(&bound)?;
    let mut bind = Command::new(&tools.bindgen);
    bind.args(["--target", "web", "--no-typescript", "--out-name", "kumomori", "--out-dir"]);
    process::run_quietly(bind.arg(&bound).arg(built))?;
    refuse_snippets(&bound)?;
    fs::copy(bound.join(GLUE), work.join(GLUE))?;
    Ok(bound.join(WASM))
}

/// Compiles one of the worker's modules, which have no JavaScript of their own; gives its place in a
/// folder before it is optimized.
fn work_of(
    workspace: &Workspace,
    (feature, file, package): (&str, &str, &str),
    work: &Path,
) -> Result<PathBuf> {
    println!("build web: compiling the worker, to {feature}");
    let only = ["--no-default-features", "--features", feature];
    let module = format!("{}.wasm", package.replace('-', "_"));
    let built = library(workspace, package, &only, &module)?;
    // The next one of the same package takes its place.
    let kept = work.join("bound").join(file);
    fs::copy(built, &kept)?;
    Ok(kept)
}

/// Compiles the site's module with the names of its functions; gives its place.
///
/// # Errors
/// It does not compile.
pub(crate) fn compile_with_names(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join("breakdown");
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--package", "kumomori-web", "--target", TARGET, "--profile", PROFILE]);
    cargo.args(["--config", &format!("profile.{PROFILE}.strip=false")]);
    cargo.arg("--target-dir").arg(&folder).env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?);
    process::run(&mut cargo)?;
    Ok(folder.join(TARGET).join(PROFILE).join("kumomori-web.wasm"))
}

/// Compiles and optimizes the engine of checks, which is measured and no part of the site.
pub(crate) fn engine(workspace: &Workspace, wasm_opt: &Path, to: &Path) -> Result<()> {
    let built = library(workspace, "kumomori-engine", &[], "kumomori_engine.wasm")?;
    optimize(wasm_opt, &built, to)
}

/// Compiles a package that is a module by itself, with more arguments for cargo.
fn library(workspace: &Workspace, package: &str, more: &[&str], file: &str) -> Result<PathBuf> {
    // The crate type is named here: a library of several types is compiled without LTO.
    let arguments = ["rustc", "--package", package, "--lib", "--crate-type", "cdylib"];
    compiled(workspace, &[&arguments, more].concat(), file)
}

/// Compiles what the arguments of cargo name and gives the place of its module.
fn compiled(workspace: &Workspace, arguments: &[&str], file: &str) -> Result<PathBuf> {
    let mut cargo = workspace.cargo();
    cargo.args(arguments).args(["--target", TARGET, "--profile", PROFILE]);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?);
    process::run(&mut cargo)?;
    Ok(workspace.target.join(TARGET).join(PROFILE).join(file))
}

fn optimize(wasm_opt: &Path, from: &Path, to: &Path) -> Result<()> {
    let mut optimize = Command::new("node");
    optimize.arg(wasm_opt).args(PASSES).args(FEATURES);
    process::run_quietly(optimize.arg(from).arg("-o").arg(to))
        .context("wasm-opt runs on Node 20 or newer: see nodejs.org")
}

/// Compiler flags of every module. They keep the folders of this machine, and the name of its
/// registry, out of the module, so that every machine builds the same bytes.
pub(crate) fn flags(workspace: &Workspace) -> Result<String> {
    let home = cargo_home()?;
    let mut folders = vec![(home.clone(), "cargo"), (workspace.root.clone(), "kumomori")];
    // The last match wins, so the narrower folders come after the wider one.
    for entry in fs::read_dir(home.join("registry/src")).into_iter().flatten() {
        folders.push((entry?.path(), "crates"));
    }
    let mut flags = Vec::new();
    for (from, to) in &folders {
        flags.push(format!("--remap-path-prefix={}={to}", from.display()));
    }
    Ok(flags.join("\u{1f}"))
}

fn cargo_home() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CARGO_HOME") {
        return Ok(named.into());
    }
    let home = std::env::home_dir().context("there is no home folder: set CARGO_HOME")?;
    Ok(home.join(".cargo"))
}

/// A dependency that ships its own scripts would load files that no page knows the hash of.
fn refuse_snippets(bound: &Path) -> Result<()> {
    if bound.join("snippets").exists() {
        bail!("a dependency brings scripts of its own: see `{}`", bound.join("snippets").display());
    }
    Ok(())
}
