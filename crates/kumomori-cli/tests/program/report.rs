//! Documents out of the examples.

use super::{DAY, code, kumomori, story, text};

pub(crate) const KINDS: [&str; 9] = [
    "gaps",
    "soa",
    "readiness",
    "summary",
    "questions",
    "plan",
    "schedule",
    "responsibility",
    "crosswalk",
];
pub(crate) const STORIES: [&str; 2] = ["ai-translation-service", "saas-provider"];
pub(crate) const LANGS: [&str; 2] = ["ja", "en"];

/// One document of an example.
pub(crate) fn document(kind: &str, name: &str, lang: &str, format: &str) -> String {
    let file = story(name);
    let arguments = ["report", kind, &file, "--as-of", DAY, "--lang", lang, "--format", format];
    let output = kumomori(&arguments, b"");
    assert_eq!(code(&output), 0, "{kind} {name}: {}", text(&output.stderr));
    text(&output.stdout)
}

/// Every document of every example in both languages.
pub(crate) fn every_document(format: &str) -> impl Iterator<Item = (String, String)> {
    let all = KINDS.into_iter().flat_map(|kind| STORIES.map(|name| (kind, name)));
    let all = all.flat_map(|(kind, name)| LANGS.map(|lang| (kind, name, lang)));
    all.map(move |(kind, name, lang)| {
        (format!("{kind} of {name} in {lang}"), document(kind, name, lang, format))
    })
}
