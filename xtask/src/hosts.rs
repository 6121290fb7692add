//! Runs the policy module in the hosts of other people.

use std::process::Command;

use anyhow::{Context, Result};

use crate::workspace::{Workspace, files_below};
use crate::{module, process, tools};

/// Builds the module, and runs the tests of every host against it. They find it in the
/// environment: `KUMOMORI_MODULE` is its folder.
///
/// # Errors
/// The module does not build, a host cannot be installed, or a test failed.
pub(crate) fn test(workspace: &Workspace) -> Result<()> {
    let folder = module::build(workspace)?;
    tools::ensure_hosts(workspace)?;
    let tests = files_below(&workspace.hosts())?;
    let tests = tests.iter().filter(|it| it.ends_with(".test.mjs") && !it.contains('/'));
    let mut node = Command::new("node");
    node.args(["--test", "--test-concurrency=1"]).args(tests).current_dir(workspace.hosts());
    node.env("KUMOMORI_MODULE", folder);
    process::run(&mut node).context("the tests of hosts run on Node 20 or newer: see nodejs.org")
}
