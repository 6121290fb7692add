//! Builds the site: compiles, names files by their content, and writes pages that a strict
//! content security policy can serve.

mod asset;
mod compile;
pub(crate) mod digest;
mod offline;
mod page;
mod reference;
mod script;
mod sizes;
mod statement;
mod tag;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::headers::EMBED;
use crate::house;
use crate::process;
use crate::tools;
use crate::workspace::{Workspace, empty_folder, files_below, read_bytes, read_text, write};
use asset::{Asset, Assets};
pub(crate) use compile::{compile_with_names, engine, flags};
pub(crate) use sizes::measure;

/// The page for an address that is not there.
const NOT_FOUND: &str = include_str!("site/404.html");

/// What keeps answers, in one script.
const STORE: [&str; 5] = ["databases.js", "steps.js", "vault.js", "log.js", "store.js"];

/// Files smaller than this are not worth a compressed twin.
const SMALLEST_COMPRESSED: usize = 512;

/// Builds the site into `dist/` and prints what a first visit loads.
///
/// # Errors
/// A tool fails, a page holds something that the policy forbids, or the budget is passed.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    let tools = tools::ensure_site_tools(workspace)?;
    let work = workspace.target.join("site");
    empty_folder(&work)?;
    compile::modules(workspace, &tools, &work)?;
    println!("build web: packing the policies");
    pack_policies(workspace, &work)?;
    println!("build web: writing the reference pages");
    let reference = reference::pages(workspace, &work)?;
    println!("build web: writing dist/ with hashes and compressed twins");
    let dist = workspace.dist();
    assemble(workspace, &work, &dist, &reference)?;
    let sizes = measure(&dist)?;
    print!("{}", sizes.table());
    house::check_site(&dist)?;
    // The budgets are for the policies of this checkout.
    if workspace.overlay.is_none() { sizes.check() } else { Ok(()) }
}

/// Builds the command line and gives its place.
///
/// # Errors
/// It does not compile.
pub(crate) fn build_cli(workspace: &Workspace) -> Result<PathBuf> {
    println!("build cli: compiling the command line");
    let mut cargo = workspace.cargo();
    process::run(cargo.args(["build", "--quiet", "--package", "kumomori-cli"]))?;
    Ok(workspace.target.join("debug").join(format!("kumomori{}", std::env::consts::EXE_SUFFIX)))
}

fn pack_policies(workspace: &Workspace, work: &Path) -> Result<()> {
    process::run_quietly(workspace.policies("pack").arg("--out").arg(work))
}

fn assemble(
    workspace: &Workspace,
    work: &Path,
    dist: &Path,
    reference: &[(String, Vec<u8>)],
) -> Result<()> {
    let assets = gather(workspace, work)?;
    let index = read_text(&workspace.root.join("index.html"))?;
    let framed = page::render_at("../", &index, &assets).context("index.html")?;
    let index = page::render(&index, &assets).context("index.html")?;
    let not_found = page::render(NOT_FOUND, &assets).context("404.html")?;
    empty_folder(dist)?;
    for asset in assets.iter() {
        write_with_twin(dist, &asset.file_name, &asset.bytes)?;
    }
    write_with_twin(dist, "index.html", index.as_bytes())?;
    write_with_twin(dist, &format!("{EMBED}/index.html"), framed.as_bytes())?;
    write_with_twin(dist, "404.html", not_found.as_bytes())?;
    for (name, bytes) in reference {
        write_with_twin(dist, name, bytes)?;
    }
    for name in ["manifest.webmanifest", "icon.svg"] {
        write_with_twin(dist, name, &read_bytes(&workspace.root.join("web").join(name))?)?;
    }
    for (name, bytes) in statement::pages(&written(dist)?, &reference::sheets(work)?)? {
        write_with_twin(dist, &name, &bytes)?;
    }
    let worker = read_text(&workspace.root.join("web").join(offline::SERVICE_WORKER))?;
    let worker = offline::service_worker(&script::without_comments(&worker), dist)?;
    write_with_twin(dist, offline::SERVICE_WORKER, worker.as_bytes())?;
    write(&dist.join("SHA256SUMS"), digest::sums(dist)?.as_bytes())
}

/// The files of a folder with their content, without the compressed twins.
fn written(dist: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let is_twin = |name: &&String| Path::new(name).extension().is_some_and(|it| it == "br");
    let names = files_below(dist)?;
    let names = names.into_iter().filter(|name| !is_twin(&name));
    names.map(|name| Ok((name.clone(), read_bytes(&dist.join(&name))?))).collect()
}

/// Everything that a page refers to, named by its content.
fn gather(workspace: &Workspace, work: &Path) -> Result<Assets> {
    let web = workspace.root.join("web");
    let mut assets = Assets::default();
    let script = |make: fn(&str, &str, Vec<u8>) -> Asset, name: &str| -> Result<Asset> {
        let file = format!("{name}.js");
        let text = script::without_comments(&read_text(&web.join(&file))?);
        Ok(make(name, &file, text.into_bytes()))
    };
    for name in ["boot", "aside"] {
        assets.add(script(Asset::new, name)?);
    }
    let parts = STORE.map(|name| read_text(&web.join(name)));
    let store = script::joined(&parts.into_iter().collect::<Result<Vec<_>>>()?)?;
    assets.add(Asset::new("store", "store.js", script::without_comments(&store).into_bytes()));
    for name in [
        "cipher",
        "form",
        "keeping",
        "keys",
        "lock",
        "offline",
        "passphrase",
        "probe",
        "seal",
        "shelf",
        "worker",
    ] {
        assets.add(script(Asset::later, name)?);
    }
    assets.add(Asset::new("style", "style.css", read_bytes(&web.join("style.css"))?));
    assets.add(Asset::new("library", "library.bin", read_bytes(&work.join("library.bin"))?));
    let workers = compile::WORKERS.map(|(name, file, _)| (name, file));
    for (name, file) in [("checks", "checks.bin")].into_iter().chain(workers) {
        assets.add(Asset::later(name, file, read_bytes(&work.join(file))?));
    }
    for file in chapters(work)? {
        let name = file.trim_end_matches(".bin").replace('.', "-");
        let is_start = name.ends_with("-titles");
        let make = if is_start { Asset::new } else { Asset::later };
        assets.add(make(&name, &file, read_bytes(&work.join(&file))?));
    }
    for (name, text) in examples(workspace)? {
        assets.add(Asset::later(&format!("example-{name}"), &format!("{name}.json"), text));
    }
    assets.add(Asset::new("later", "later.json", assets.list_of_later().into_bytes()));
    let wasm = Asset::new("wasm", compile::WASM, read_bytes(&work.join(compile::WASM))?);
    let glue = read_text(&work.join(compile::GLUE))?.replace(compile::WASM, &wasm.file_name);
    assets.add(Asset::new("js", compile::GLUE, glue.into_bytes()));
    assets.add(wasm);
    Ok(assets)
}

/// The assessments of policies/examples/ by name, sorted.
fn examples(workspace: &Workspace) -> Result<Vec<(String, Vec<u8>)>> {
    let mut examples = Vec::new();
    for entry in fs::read_dir(workspace.root.join("policies/examples"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        examples.push((name, read_bytes(&entry.path().join("assessment.json"))?));
    }
    examples.sort();
    Ok(examples)
}

/// The files of texts, such as `texts.ja.titles.bin`, sorted.
fn chapters(work: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(work)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("texts.") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn write_with_twin(dist: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    write(&dist.join(name), bytes)?;
    if bytes.len() < SMALLEST_COMPRESSED {
        return Ok(());
    }
    write(&dist.join(format!("{name}.br")), &compress(bytes)?)
}

/// Bytes as brotli sends them.
pub(crate) fn compress(bytes: &[u8]) -> Result<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &settings)?;
    Ok(compressed)
}
