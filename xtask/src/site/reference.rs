//! The reference pages: the whole library to read and print, without any script.

use std::path::Path;

use anyhow::{Context, Result};

use super::asset::{Asset, Assets};
use super::page;
use crate::headers::REFERENCE;
use crate::process;
use crate::workspace::{Workspace, empty_folder, files_below, read_bytes, read_text};

/// Every file below `refs/` with its place in the site.
///
/// Addresses of pages are handed on, so their names stay; the style sheet is named by its content.
///
/// # Errors
/// The command line fails, or a page holds something that its policy forbids.
pub(super) fn pages(workspace: &Workspace, work: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let folder = work.join(REFERENCE);
    empty_folder(&folder)?;
    process::run_quietly(workspace.policies("pages").arg("--out").arg(&folder))?;
    let assets = sheets(work)?;
    let mut files = Vec::new();
    for name in files_below(&folder)?.iter().filter(|name| !is_style_sheet(name)) {
        let text = read_text(&folder.join(name))?;
        let text = page::render_reference(&text, &assets).with_context(|| name.clone())?;
        files.push((in_site(name), text.into_bytes()));
    }
    files.extend(assets.iter().map(|it| (in_site(&it.file_name), it.bytes.clone())));
    Ok(files)
}

/// The style sheets of the pages, once these are written.
///
/// # Errors
/// They cannot be read.
pub(super) fn sheets(work: &Path) -> Result<Assets> {
    let folder = work.join(REFERENCE);
    let mut assets = Assets::default();
    for name in files_below(&folder)?.iter().filter(|name| is_style_sheet(name)) {
        assets.add(Asset::new("style", name, read_bytes(&folder.join(name))?));
    }
    Ok(assets)
}

fn is_style_sheet(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "css")
}

fn in_site(name: &str) -> String {
    format!("{REFERENCE}/{name}")
}
