//! Every crate says what it is, and the documents know every crate.

use cargo_metadata::Metadata;

use super::Finding;
use super::tree::{File, Tree};

/// Documents that list the crates.
const DOCUMENTS: &[&str] = &["ARCHITECTURE.md", "README.md"];

/// Crates without a description, and crates that a document forgets.
pub(super) fn findings(metadata: &Metadata, tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let packages = metadata.workspace_packages();
    for package in &packages {
        if package.description.as_ref().is_none_or(|text| text.trim().is_empty()) {
            let file = format!("{} (Cargo.toml)", package.name);
            findings.push(Finding { file, line: 1, message: "it has no description".to_owned() });
        }
    }
    let names: Vec<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    for document in DOCUMENTS {
        match tree.get(document) {
            Some(file) => findings.extend(forgotten(file, &names)),
            None => findings.push(Finding {
                file: (*document).to_owned(),
                line: 1,
                message: "it does not exist".to_owned(),
            }),
        }
    }
    findings
}

fn forgotten(file: &File, names: &[&str]) -> Vec<Finding> {
    let missing = names.iter().filter(|name| !mentions(&file.text, name));
    missing.map(|name| file.finding(1, format!("it does not mention the crate `{name}`"))).collect()
}

/// Whether the name stands in the text as a whole word, so that `kumomori-data-x` does not count.
fn mentions(text: &str, name: &str) -> bool {
    let is_part_of_a_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.split(|c| !is_part_of_a_name(c)).any(|word| word == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::tree::file;

    #[test]
    fn a_forgotten_crate_is_found() {
        let readme = file("README.md", "`kumomori-core`, kumomori-data-x and xtask.");
        let names = ["kumomori-core", "kumomori-data", "xtask"];
        let messages: Vec<_> = forgotten(&readme, &names).into_iter().map(|f| f.message).collect();
        assert_eq!(messages, ["it does not mention the crate `kumomori-data`"]);
    }
}
