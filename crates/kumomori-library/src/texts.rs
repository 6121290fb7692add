//! The texts of a library in both languages.

use kumomori_core::text::{Lang, TextId, blob_from_texts};

/// Texts in the order in which they were read; a text has the same id in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextTable {
    ja: Vec<String>,
    en: Vec<String>,
}

impl TextTable {
    /// Adds a text in both languages.
    pub(crate) fn add(&mut self, ja: &str, en: &str) -> TextId {
        let id = TextId(u32::try_from(self.ja.len()).unwrap_or(u32::MAX));
        self.ja.push(ja.to_owned());
        self.en.push(en.to_owned());
        id
    }

    /// The blob of one language, as `kumomori_core::text::Texts` reads it.
    pub fn blob(&self, lang: Lang) -> Vec<u8> {
        blob_from_texts(self.of(lang))
    }

    fn of(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }
}
