//! The glossary as a Markdown page.

use kumomori_core::library::Library;
use kumomori_core::text::Texts;

/// GLOSSARY.md from the terms of a library, in both languages.
pub fn page(library: &Library, ja: Texts<'_>, en: Texts<'_>) -> String {
    let mut page = String::from(
        "# Glossary\n\nThe one list of the words of this project; generated from `policies/glossary.yaml` \
         by `cargo xtask generate`.\n\n| Term | 用語 | Meaning | 意味 |\n|---|---|---|---|\n",
    );
    for term in &library.terms {
        let line = |texts: &Texts<'_>, id| texts.get(id).replace('\n', " ").replace('|', "\\|");
        page.push_str(&format!(
            "| {} | {} | {} | {} |\n",
            line(&en, term.term),
            line(&ja, term.term),
            line(&en, term.meaning),
            line(&ja, term.meaning).replace(' ', "")
        ));
    }
    page
}
