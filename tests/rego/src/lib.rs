//! What asking regorus the exported checks needs beside the modules themselves.

#![forbid(unsafe_code)]

/// A module with one rule, `data.all.verdicts`, for the verdicts of some checks, so that the engine
/// is asked once.
pub fn collecting<'a>(checks: impl IntoIterator<Item = &'a str>) -> String {
    let verdict = |check: &str| {
        let package = package(check);
        format!("\t\"{check}\": data.kumomori.checks.{package}.verdict,\n")
    };
    let verdicts: String = checks.into_iter().map(verdict).collect();
    format!("package all\n\nimport rego.v1\n\nverdicts := {{\n{verdicts}}}\n")
}

/// What the package of an exported check is called.
pub fn package(check: &str) -> String {
    check.replace('-', "_")
}
