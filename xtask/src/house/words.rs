//! Words that the product never says as its own verdict.

use super::Finding;
use super::tree::File;

/// Folders with texts that users read.
const READ_BY_USERS: &[&str] = &["policies/", "crates/kumomori-report/src/", "web/src/"];

/// The policies' own list of such words.
const LIST: &str = "policies/forbidden.yaml";

/// An assessment of oneself is none of these.
const FORBIDDEN: &[&str] = &[
    "準拠しています",
    "準拠済み",
    "認証取得済み",
    "認証を取得しています",
    "soc 2 passed",
    "passed soc 2",
    "soc 2 compliant",
    "soc 2 certified",
    "is compliant",
    "are compliant",
    "fully compliant",
    "you are certified",
    "is now certified",
];

/// Where a text passes a verdict that only an auditor may pass.
pub(super) fn findings(file: &File) -> Vec<Finding> {
    let is_read = READ_BY_USERS.iter().any(|folder| file.path.starts_with(folder));
    if !is_read || file.path == LIST {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (number, line) in file.lines_without_tests() {
        let line = line.to_lowercase();
        let said = FORBIDDEN.iter().filter(|word| line.contains(**word));
        findings.extend(said.map(|word| {
            file.finding(number, format!("`{word}` is an auditor's verdict, not ours"))
        }));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::tree::file;

    #[test]
    fn a_verdict_in_either_language_is_found() {
        for text in ["The service is compliant.", "この基準に準拠しています。", "SOC 2 passed"]
        {
            assert_eq!(findings(&file("policies/a.yaml", text)).len(), 1, "{text}");
        }
    }

    #[test]
    fn the_subject_itself_may_be_named() {
        for text in ["Compliance obligations are listed.", "認証の範囲を確認する。"] {
            assert!(findings(&file("policies/a.yaml", text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_test_may_name_the_word_that_it_forbids() {
        let text = "fn f() {}\n#[cfg(test)]\nmod tests { const NEVER: &str = \"is compliant\"; }\n";
        assert!(findings(&file("web/src/text.rs", text)).is_empty());
        assert!(findings(&file("web/src/text/tests.rs", "is compliant")).is_empty());
    }

    #[test]
    fn files_that_no_user_reads_are_free() {
        assert!(findings(&file("policies/forbidden.yaml", "is compliant")).is_empty());
        assert!(findings(&file("xtask/src/main.rs", "is compliant")).is_empty());
    }
}
