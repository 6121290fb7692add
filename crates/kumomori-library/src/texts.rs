//! The texts of a library in both languages, chapter by chapter.

use kumomori_core::text::{Lang, TextId, write_chapter};

/// The chapter of everything that pages list: titles, objectives, descriptions.
pub const TITLES: &str = "titles";
/// The chapter of what frameworks ask and why controls answer it.
pub const FRAMEWORKS: &str = "frameworks";
/// The chapter of checks, kinds of evidence and their thresholds.
pub const CHECKS: &str = "checks";
/// The chapter of guides and glossary.
pub const GUIDES: &str = "guides";

/// Texts in the order in which they were read; a text has the same id in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextTable {
    first: TextId,
    texts: Vec<Entry>,
    current: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    chapter: String,
    ja: String,
    en: String,
}

impl Default for TextTable {
    fn default() -> Self {
        Self { first: TextId(0), texts: Vec::new(), current: TITLES.to_owned() }
    }
}

impl TextTable {
    /// A table for texts beside those of a library, which never has as many as their ids begin at.
    pub(crate) fn own() -> Self {
        Self { first: TextId(1 << 31), texts: Vec::new(), current: CHECKS.to_owned() }
    }

    /// What follows stands in this chapter: one of the constants, or the name of a domain.
    pub(crate) fn turn_to(&mut self, chapter: &str) {
        chapter.clone_into(&mut self.current);
    }

    /// Adds a text in both languages to the present chapter.
    pub(crate) fn add(&mut self, ja: &str, en: &str) -> TextId {
        let n_before = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let id = TextId(self.first.0.saturating_add(n_before));
        let (ja, en) = (ja.to_owned(), en.to_owned());
        self.texts.push(Entry { chapter: self.current.clone(), ja, en });
        id
    }

    /// The names of the chapters, sorted, the titles first.
    pub fn chapters(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.texts.iter().map(|it| it.chapter.as_str()).collect();
        names.sort_unstable_by_key(|it| (*it != TITLES, *it));
        names.dedup();
        names
    }

    /// A chapter in one language, as `kumomori_core::text::Chapter` reads it.
    pub fn blob(&self, chapter: &str, lang: Lang) -> Vec<u8> {
        let numbered = (self.first.0..).map(TextId).zip(&self.texts);
        let texts: Vec<(TextId, &str)> = numbered
            .filter(|(_, it)| it.chapter == chapter)
            .map(|(id, it)| (id, it.of(lang)))
            .collect();
        write_chapter(&texts)
    }
}

impl Entry {
    fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }
}
