//! Nothing is taken in whose license would bind those who use what we build.

use anyhow::Result;
use cargo_metadata::Package;
use spdx::{Expression, LicenseReq, ParseMode};

use super::Finding;
use crate::workspace::Workspace;

/// Licenses that ask for no more than to be named.
const ALLOWED: [&str; 10] = [
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages of others whose license is another one, or is not said.
pub(super) fn findings(workspace: &Workspace) -> Result<Vec<Finding>> {
    let metadata = workspace.dependencies(None)?;
    let others = metadata.packages.iter().filter(|it| it.source.is_some());
    let found = others.filter_map(|it| {
        let message = complaint(it)?;
        Some(Finding { file: "Cargo.lock".to_owned(), line: 1, message })
    });
    Ok(found.collect())
}

fn complaint(package: &Package) -> Option<String> {
    let name = format!("{} {}", package.name, package.version);
    match package.license.as_deref() {
        None => Some(format!("`{name}` does not say its license")),
        Some(license) if is_allowed(license) => None,
        Some(license) => Some(format!("`{name}` has the license `{license}`: take another crate")),
    }
}

/// Whether a license, or one of those to choose from, is allowed.
fn is_allowed(license: &str) -> bool {
    let is_listed = |it: &LicenseReq| {
        // An exception only allows more.
        it.license.id().is_some_and(|it| ALLOWED.contains(&it.name))
    };
    Expression::parse_mode(license, ParseMode::LAX).is_ok_and(|it| it.evaluate(is_listed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several_is_enough_and_all_of_several_are_needed() {
        for license in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(is_allowed(license), "{license}");
        }
        for license in ["GPL-3.0-only", "MIT AND AGPL-3.0-only", "LGPL-2.1-or-later", "mine", ""] {
            assert!(!is_allowed(license), "{license}");
        }
    }
}
