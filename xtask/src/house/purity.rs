//! The pure crates: nothing from the system, no short floats.

use super::Finding;
use super::tree::File;

/// Crates that run the same in every host.
const PURE: &[&str] =
    &["crates/kumomori-core/src/", "crates/kumomori-import/src/", "crates/kumomori-wire/src/"];

/// What the first file of a pure crate must say.
const DECLARED: &[&str] = &["#![no_std]", "#![forbid(unsafe_code)]"];

/// What no pure code may contain, and why.
const BANNED: &[(&str, &str)] = &[
    ("std::", "the pure crates have no system below them: use `core::` or `alloc::`"),
    ("extern crate std", "the pure crates have no system below them"),
    ("f32", "short floats round differently from host to host: use integers or f64"),
];

/// Where a pure crate is not pure.
pub(super) fn findings(file: &File) -> Vec<Finding> {
    let Some(folder) = PURE.iter().find(|folder| file.path.starts_with(**folder)) else {
        return Vec::new();
    };
    if file.ending() != "rs" {
        return Vec::new();
    }
    let mut findings = Vec::new();
    if file.path == format!("{folder}lib.rs") {
        let missing = DECLARED.iter().filter(|text| !file.text.contains(**text));
        findings.extend(missing.map(|text| file.finding(1, format!("it does not say `{text}`"))));
    }
    for (number, line) in file.lines_without_tests() {
        let code = line.split("//").next().unwrap_or(line);
        let banned = BANNED.iter().filter(|(text, _)| has_word(code, text));
        findings.extend(banned.map(|(text, why)| file.finding(number, format!("`{text}`: {why}"))));
    }
    findings
}

/// Whether the text begins a word there: `no_std::` is not `std::`.
fn has_word(line: &str, text: &str) -> bool {
    line.match_indices(text).any(|(at, _)| {
        let before = line.get(..at).and_then(|start| start.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::tree::file;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        findings(&file(path, text)).into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn the_system_is_found_in_pure_code() {
        let path = "crates/kumomori-core/src/gap.rs";
        assert_eq!(lines(path, "use core::fmt;\nuse std::fs;\nlet x: f32 = 0.0;\n"), [2, 3]);
    }

    #[test]
    fn comments_and_tests_are_free() {
        let path = "crates/kumomori-wire/src/json.rs";
        assert!(
            lines(path, "// like std::fs\n#[cfg(test)]\nmod tests { use std::fs; }\n").is_empty()
        );
        assert!(lines("crates/kumomori-core/src/gap/tests.rs", "use std::fs;\n").is_empty());
    }

    #[test]
    fn other_crates_may_use_the_system() {
        assert!(lines("crates/kumomori-cli/src/main.rs", "use std::fs;\n").is_empty());
    }

    #[test]
    fn a_pure_crate_must_say_so() {
        let path = "crates/kumomori-core/src/lib.rs";
        assert_eq!(lines(path, "#![no_std]\n"), [1]);
        assert!(lines(path, "#![no_std]\n#![forbid(unsafe_code)]\n").is_empty());
    }
}
