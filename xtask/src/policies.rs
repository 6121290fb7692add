//! The policies in their canonical form.

mod print;
mod tree;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::workspace::{Workspace, read_text, write};

/// Writes every policy file in its canonical form, or says which ones are not in it.
///
/// # Errors
/// A file is not in its form when only checking, is not YAML, or has comments.
pub(crate) fn format(workspace: &Workspace, is_check: bool) -> Result<()> {
    let mut loose = Vec::new();
    for path in files(&workspace.root.join("policies"))? {
        let text = read_text(&path)?;
        let name = path.strip_prefix(&workspace.root).unwrap_or(&path).display().to_string();
        let formatted = canonical(&text).with_context(|| format!("cannot format `{name}`"))?;
        if formatted == text {
            continue;
        }
        if is_check {
            loose.push(name);
        } else {
            println!("fmt-policies: writing {name}");
            write(&path, formatted.as_bytes())?;
        }
    }
    if !loose.is_empty() {
        bail!("not formatted, run `cargo xtask fmt-policies`: {}", loose.join(", "));
    }
    Ok(())
}

/// The YAML files below a folder, sorted; `examples` is not part of the library.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder);
    for entry in entries.with_context(|| format!("cannot read `{}`", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            if !path.ends_with("policies/examples") {
                found.extend(files(&path)?);
            }
        } else if path.extension().is_some_and(|it| it == "yaml" || it == "yml") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// A file in its canonical form, with every value as it was.
fn canonical(text: &str) -> Result<String> {
    let tree = tree::parse(text)?;
    let formatted = print::document(&tree);
    if tree::parse(&formatted)? != tree {
        bail!("the canonical form would say something else: write the file in block style");
    }
    match text.lines().position(|line| loses_comment(line, &formatted)) {
        Some(at) => bail!("line {} has a comment, and policies have none: delete it", at + 1),
        None => Ok(formatted),
    }
}

/// Whether what stands after a `#` is nowhere in the canonical form.
fn loses_comment(line: &str, formatted: &str) -> bool {
    let comment = line.split_once('#').map(|(_, rest)| rest);
    let ends = ['\'', '"', ']', '}', ',', ' '];
    comment.is_some_and(|it| !formatted.contains(&format!("#{}", it.trim_end_matches(ends))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policies() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies")
    }

    #[test]
    fn no_value_of_the_policies_changes_and_a_second_time_nothing_does() {
        let files = files(&policies()).unwrap();
        assert!(files.len() > 200);
        for path in files {
            let text = fs::read_to_string(&path).unwrap();
            let once = canonical(&text).unwrap();
            let (before, after) = (tree::parse(&text).unwrap(), tree::parse(&once).unwrap());
            assert_eq!(before, after, "{}", path.display());
            assert_eq!(canonical(&once).unwrap(), once, "{}", path.display());
        }
    }

    #[test]
    fn examples_are_left_alone() {
        let files = files(&policies()).unwrap();
        assert!(files.iter().all(|it| !it.to_string_lossy().contains("examples")));
    }

    #[test]
    fn a_loose_file_gets_its_form() {
        let loose = "id: 'a'\nladder:   \"design\"\nrung: 3\nalways: true\nlist:\n- b\n- \"1.10\"\n\
                     title: {en: It is \"so\", ja: そうである}\nwhy:\n      en: |\n          One.\n          Two.\n\
                     none: []\nrows:\n- id: x\n  deep:\n  - {a: 1}\n";
        let form = "id: \"a\"\nladder: design\nrung: 3\nalways: true\nlist: [\"b\", \"1.10\"]\n\
                    title:\n  en: \"It is \\\"so\\\"\"\n  ja: \"そうである\"\nwhy:\n  en: |\n    One.\n    Two.\n\
                    none: []\nrows:\n  - id: \"x\"\n    deep:\n      - a: 1\n";
        assert_eq!(canonical(loose).unwrap(), form);
        assert_eq!(canonical(form).unwrap(), form);
    }

    #[test]
    fn what_looks_like_another_type_stays_a_text() {
        let text = "role: \"true\"\nedition: \"2015\"\nkind: \"no\"\nen: \"null\"\n";
        assert_eq!(canonical(text).unwrap(), text);
    }

    #[test]
    fn a_text_that_no_block_can_hold_is_quoted() {
        for value in ["\"a \\nb\\n\"", "\" a\\nb\\n\"", "\"a\\nb\"", "\"\\n\"", "\"a\\tb\""] {
            let text = format!("en: {value}\n");
            assert_eq!(canonical(&text).unwrap(), text);
        }
    }

    #[test]
    fn a_comment_is_not_deleted_unasked() {
        let err = canonical("id: \"a\"\n# why\nkind: cloud\n").unwrap_err();
        assert!(err.to_string().starts_with("line 2 has a comment"), "{err}");
        assert!(canonical("id: \"a\" # why\n").is_err());
        assert!(canonical("en: \"C# and PKCS #11\"\n").is_ok());
    }
}
