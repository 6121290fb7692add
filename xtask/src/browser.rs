//! Runs the browser tests against the built site, served with its real headers.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;
use crate::{headers, process, serve, site, tools};

/// Two files at a time: the tests wait much, for the page and for pauses.
const CONCURRENCY: &str = "--test-concurrency=2";

/// What no file of tests takes, in milliseconds: one that hangs fails, and the others are told.
pub(crate) const TIMEOUT: &str = "--test-timeout=1200000";

/// The portals of the tests, which may show the site in a frame.
const PORTALS: &str = "http://localhost:*";

/// Starts the server and the tests. The tests find what they need in the environment:
/// `KUMOMORI_URL`, `KUMOMORI_FRAMED_URL` for the site that portals may show in a frame,
/// `KUMOMORI_CLI` and `CHROMIUM`.
///
/// # Errors
/// There is no built site, no browser, no test, or a test failed.
pub(crate) fn test(workspace: &Workspace, is_full: bool) -> Result<()> {
    let chromium = tools::ensure_browser()?;
    let cli = site::build_cli(workspace)?;
    let files = test_files(workspace)?;
    let url = serve::serve_in_background(&workspace.dist(), headers::NOBODY)?;
    let framed = serve::serve_in_background(&workspace.dist(), PORTALS)?;
    println!("browser: {} test files against {url}", files.len());
    let mut node = Command::new("node");
    node.args(["--test", CONCURRENCY, TIMEOUT]).args(files).current_dir(workspace.e2e());
    node.env("KUMOMORI_FRAMED_URL", framed);
    node.env("KUMOMORI_URL", url).env("KUMOMORI_CLI", cli).env("CHROMIUM", chromium);
    if is_full {
        node.env("KUMOMORI_FULL", "1");
    }
    process::run(&mut node).context("the browser tests run on Node 20 or newer: see nodejs.org")
}

/// Named one by one, because Node 20 does not expand patterns.
fn test_files(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(workspace.e2e())? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("tests/e2e has no `*.test.mjs`");
    }
    Ok(files)
}
