//! House rules: what no compiler checks, each finding with its file and line.

mod advisories;
mod arrows;
mod crates;
mod licenses;
mod network;
mod notes;
mod purity;
mod site;
mod tree;
mod words;

use std::path::Path;

use anyhow::{Result, bail};

use crate::workspace::Workspace;
use tree::Tree;

/// One place where a rule is broken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    /// The file, relative to the root.
    file: String,
    /// The line, counted from 1.
    line: usize,
    /// What is wrong and what to do.
    message: String,
}

/// Checks the sources.
///
/// # Errors
/// A rule is broken; the places have been printed.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let tree = Tree::read(&workspace.root)?;
    let mut findings = Vec::new();
    findings.extend(arrows::findings(&workspace.metadata, &tree));
    findings.extend(crates::findings(&workspace.metadata, &tree));
    findings.extend(network::findings(workspace, &tree)?);
    findings.extend(licenses::findings(workspace)?);
    findings.extend(advisories::findings(workspace)?);
    for file in &tree.files {
        findings.extend(notes::findings(file));
        findings.extend(purity::findings(file));
        findings.extend(words::findings(file));
    }
    report(findings)
}

/// Checks a built site.
///
/// # Errors
/// A rule is broken; the places have been printed.
pub(crate) fn check_site(dist: &Path) -> Result<()> {
    report(site::findings(dist)?)
}

fn report(mut findings: Vec<Finding>) -> Result<()> {
    findings.sort();
    for finding in &findings {
        println!("{}:{}: {}", finding.file, finding.line, finding.message);
    }
    match findings.len() {
        0 => Ok(()),
        1 => bail!("1 place breaks a house rule"),
        n_findings => bail!("{n_findings} places break a house rule"),
    }
}
