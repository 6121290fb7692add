//! What the worker was handed and works with.

use kumomori_core::checks::Checks;
use kumomori_core::library::Library;
use kumomori_core::text::{Chapter, Lang, Texts};

/// What lives as long as the worker.
#[derive(Default)]
pub(crate) struct Held {
    pub(crate) library: Option<&'static Library>,
    pub(crate) checks: Option<&'static Checks>,
    japanese: Vec<Chapter<'static>>,
    english: Vec<Chapter<'static>>,
}

impl Held {
    /// Adds a chapter of texts, which lives as long as the worker; whether it is one.
    pub(crate) fn add_chapter(&mut self, is_japanese: bool, blob: Vec<u8>) -> bool {
        let chapters = if is_japanese { &mut self.japanese } else { &mut self.english };
        let opened = Chapter::open(Vec::leak(blob));
        let is_chapter = opened.is_some();
        chapters.extend(opened);
        is_chapter
    }

    /// All texts of a language that were handed over.
    pub(crate) fn texts(&self, lang: Lang) -> Texts<'_> {
        Texts::new(if lang == Lang::Ja { &self.japanese } else { &self.english })
    }
}

/// Everything that the build packed.
#[cfg(test)]
pub(crate) fn everything() -> Held {
    let checks = Box::leak(Box::new(kumomori_data::checks().unwrap()));
    let library = kumomori_data::library();
    let mut held = Held { library, checks: Some(checks), ..Held::default() };
    for lang in Lang::ALL {
        for (_, blob) in kumomori_data::chapters(lang) {
            assert!(held.add_chapter(lang == Lang::Ja, blob.to_vec()));
        }
    }
    held
}
