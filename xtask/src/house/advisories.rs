//! No package that is taken in has a known vulnerability, as far as the database of advisories can be
//! had: it is public, changes every day, and is no part of the project.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use rustsec::{Database, Lockfile};

use super::Finding;
use crate::process;
use crate::workspace::Workspace;

const DATABASE: &str = "https://github.com/RustSec/advisory-db";

/// The lock files of the repository.
const LOCKS: [&str; 2] = ["Cargo.lock", "tests/hosts/Cargo.lock"];

/// Packages with an advisory; where the database cannot be had, that is said and nothing is found.
///
/// # Errors
/// The database or a lock file cannot be read.
pub(super) fn findings(workspace: &Workspace) -> Result<Vec<Finding>> {
    let Some(folder) = fetched(&workspace.tools().join("advisory-db")) else {
        println!("advisories: unchecked, their database cannot be reached ({DATABASE})");
        return Ok(Vec::new());
    };
    let database = Database::open(&folder).context("the database of advisories")?;
    let mut findings = Vec::new();
    for lock in LOCKS {
        let packages = Lockfile::load(workspace.root.join(lock)).context(lock)?;
        findings.extend(vulnerable(&database, &packages, lock));
    }
    Ok(findings)
}

/// The database as it is now, or as it was when it was last fetched.
fn fetched(folder: &Path) -> Option<PathBuf> {
    // A server that does not answer is given up after ten seconds, and nobody is asked for a name.
    let git = || {
        let mut git = Command::new("git");
        git.args(["-c", "http.lowSpeedLimit=1000", "-c", "http.lowSpeedTime=10"]);
        git.env("GIT_TERMINAL_PROMPT", "0").stderr(Stdio::null());
        git
    };
    let is_there = folder.join("crates").is_dir();
    let done = if is_there {
        process::run_quietly(git().arg("-C").arg(folder).args(["pull", "--quiet", "--ff-only"]))
    } else {
        process::run_quietly(git().args(["clone", "--quiet", "--depth", "1", DATABASE]).arg(folder))
    };
    if is_there && done.is_err() {
        println!("advisories: checked with the database as it was fetched before");
    }
    (is_there || done.is_ok()).then(|| folder.to_owned())
}

fn vulnerable(database: &Database, packages: &Lockfile, lock: &str) -> Vec<Finding> {
    let found = database.vulnerabilities(packages).into_iter();
    let finding = |it: rustsec::Vulnerability| Finding {
        file: lock.to_owned(),
        line: 1,
        message: format!(
            "`{} {}` has a known vulnerability, {}: {}",
            it.package.name, it.package.version, it.advisory.id, it.advisory.title
        ),
    };
    found.map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const ADVISORY: &str = "```toml
[advisory]
id = \"RUSTSEC-2020-0001\"
package = \"leaky\"
date = \"2020-01-01\"

[versions]
patched = [\">= 1.2.0\"]
```

# It leaks

At times.
";

    fn lock(version: &str) -> Lockfile {
        let source = "registry+https://github.com/rust-lang/crates.io-index";
        let package = format!("name = \"leaky\"\nversion = \"{version}\"\nsource = \"{source}\"");
        format!("version = 4\n\n[[package]]\n{package}\n").parse().unwrap()
    }

    #[test]
    fn a_version_with_an_advisory_is_found_and_a_mended_one_is_not() {
        let folder = std::env::temp_dir().join(format!("kumomori-{}", std::process::id()));
        let place = folder.join("crates/leaky");
        fs::create_dir_all(&place).unwrap();
        fs::write(place.join("RUSTSEC-2020-0001.md"), ADVISORY).unwrap();
        let database = Database::open(&folder);
        fs::remove_dir_all(&folder).unwrap();
        let database = database.unwrap();
        let messages = |version| -> Vec<String> {
            let found = vulnerable(&database, &lock(version), "Cargo.lock").into_iter();
            found.map(|it| it.message).collect()
        };
        let expected = "`leaky 1.1.9` has a known vulnerability, RUSTSEC-2020-0001: It leaks";
        assert_eq!(messages("1.1.9"), [expected]);
        assert!(messages("1.2.0").is_empty());
    }
}
