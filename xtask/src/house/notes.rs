//! What should not be left behind in any file.

use super::Finding;
use super::tree::File;

/// Rust files longer than this have a seam somewhere.
const LONGEST: usize = 600;

/// Notes to oneself. In two parts, so that this file does not break its own rule.
const NOTES: &[(&str, &str)] = &[("TO", "DO"), ("FIX", "ME"), ("XX", "X")];

/// What switches a test off.
const SWITCHED_OFF: &[(&str, &str)] = &[
    ("#[", "ignore"),
    ("todo", "!("),
    ("unimplemented", "!("),
    ("test.", "skip"),
    ("test.", "only"),
];

/// First folders of paths that exist on one machine only.
const MACHINE_FOLDERS: &[&str] = &["work", "farm", "root", "tmp", "home"];

/// Files that programs write.
const GENERATED: &[&str] = &["Cargo.lock", "package-lock.json"];

/// Notes, switched-off tests, paths of one machine, and files that are too long.
pub(super) fn findings(file: &File) -> Vec<Finding> {
    let mut findings = lock_findings(file);
    if GENERATED.iter().any(|name| file.path.ends_with(name)) {
        return findings;
    }
    for (number, line) in file.lines() {
        findings.extend(complaints(line).map(|message| file.finding(number, message)));
    }
    let n_lines = file.text.lines().count();
    if file.ending() == "rs" && n_lines > LONGEST {
        let message = format!("{n_lines} lines, allowed are {LONGEST}: look for a seam");
        findings.push(file.finding(LONGEST + 1, message));
    }
    findings
}

/// A lock that names a registry works on some networks only.
fn lock_findings(file: &File) -> Vec<Finding> {
    if !file.path.ends_with("package-lock.json") {
        return Vec::new();
    }
    let hosts = file.lines_with("\"resolved\"");
    hosts.map(|(number, _)| file.finding(number, "it names the host of a registry")).collect()
}

fn complaints(line: &str) -> impl Iterator<Item = String> {
    let notes = NOTES
        .iter()
        .map(|(a, b)| format!("{a}{b}"))
        .filter(|note| has_whole_word(line, note))
        .map(|note| format!("`{note}` is left here: do it, or write it down elsewhere"));
    let switched_off = SWITCHED_OFF
        .iter()
        .map(|(a, b)| format!("{a}{b}"))
        .filter(|text| line.contains(text))
        .map(|text| format!("`{text}` is unfinished or switched off"));
    let path = machine_path(line).map(|path| format!("`{path}` exists on one machine only"));
    notes.chain(switched_off).chain(path)
}

fn has_whole_word(line: &str, word: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|other| other == word)
}

/// A path from the root of one machine's file system, if the line has one.
fn machine_path(line: &str) -> Option<String> {
    let mut previous = ' ';
    for (at, c) in line.char_indices() {
        let is_start =
            c == '/' && !(previous.is_alphanumeric() || matches!(previous, '.' | '-' | '_'));
        previous = c;
        if !is_start {
            continue;
        }
        let path: String = line
            .get(at..)?
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.'))
            .collect();
        let mut parts = path.split('/').skip(1);
        let is_folder = parts.next().is_some_and(|first| MACHINE_FOLDERS.contains(&first));
        if is_folder && parts.next().is_some_and(|second| !second.is_empty()) {
            return Some(path);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::tree::file;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        findings(&file(path, text)).into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn a_left_note_is_found_as_a_whole_word() {
        let note = concat!("// TO", "DO: later\n");
        assert_eq!(lines("a.rs", &format!("fn f() {{}}\n{note}")), [2]);
        assert!(lines("a.rs", concat!("const TO", "DOS: u8 = 0;\n")).is_empty());
    }

    #[test]
    fn a_test_that_is_switched_off_is_found() {
        assert_eq!(lines("a.rs", concat!("#[igno", "re]\n")), [1]);
        assert_eq!(lines("a.test.mjs", concat!("test.sk", "ip('x')\n")), [1]);
    }

    #[test]
    fn a_path_of_one_machine_is_found() {
        assert_eq!(
            machine_path(concat!("cd /wo", "rk/main")).as_deref(),
            Some(concat!("/wo", "rk/main"))
        );
        assert_eq!(
            machine_path(concat!("(/ho", "me/x/y)")).as_deref(),
            Some(concat!("/ho", "me/x/y"))
        );
    }

    #[test]
    fn addresses_and_relative_paths_are_free() {
        for line in ["https://example.invalid/work/x", "src/tmp/x", "./root/x", "a / work", "GET /"]
        {
            assert_eq!(machine_path(line), None, "{line}");
        }
    }

    #[test]
    fn a_long_file_is_found_only_if_it_is_code() {
        let long = "\n".repeat(601);
        assert_eq!(lines("a.rs", &long), [601]);
        assert!(lines("a.yaml", &long).is_empty());
    }

    #[test]
    fn a_lock_must_not_name_a_registry() {
        let lock = "{\n  \"resolved\": \"https://registry.example.invalid/a.tgz\"\n}\n";
        assert_eq!(lines("tests/e2e/package-lock.json", lock), [2]);
    }
}
