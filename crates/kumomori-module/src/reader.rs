//! Fields of a request or of settings, and what is wrong with them.

use crate::diagnosis::Diagnosis;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_check::document::{DocumentFault, Piece, items, members};
use kumomori_check::fault::nearest;
use kumomori_core::date::Date;
use kumomori_core::text::Lang;
use kumomori_wire::json::parse;

/// The most things that are named; what is wrong beyond them shows when they are mended.
const MAX_FOUND: usize = 100;
/// The most characters of a word that are repeated, and the most known words that are named.
const MAX_SHOWN: usize = 64;
const MAX_NAMED: usize = 12;

type Split<'a> = fn(&'a [u8]) -> Result<Vec<Piece<'a>>, DocumentFault>;

/// The language that fields ask for; English where none does.
pub(crate) fn language(fields: &[Piece<'_>]) -> Lang {
    let is_ja = fields.iter().any(|it| it.name == "lang" && it.text == "\"ja\"");
    if is_ja { Lang::Ja } else { Lang::En }
}

/// A word as it is repeated.
fn cut(word: &str) -> String {
    match word.char_indices().nth(MAX_SHOWN) {
        None => word.into(),
        Some((end, _)) => word.get(..end).unwrap_or_default().to_string() + "…",
    }
}

/// Reads fields, and notes what is wrong with them.
pub(crate) struct Reader<'r> {
    bytes: &'r [u8],
    lang: Lang,
    found: Vec<Diagnosis>,
}

impl<'r> Reader<'r> {
    /// A reader of fields within some bytes.
    pub(crate) fn new(bytes: &'r [u8], lang: Lang) -> Self {
        Self { bytes, lang, found: Vec::new() }
    }

    /// What was read, or everything that is wrong with it.
    pub(crate) fn done<T>(self, read: T) -> Result<T, Vec<Diagnosis>> {
        if self.found.is_empty() { Ok(read) } else { Err(self.found) }
    }

    pub(crate) fn say(&self, ja: String, en: String) -> String {
        if self.lang == Lang::Ja { ja } else { en }
    }

    /// Notes what is wrong at the beginning of a field.
    pub(crate) fn wrong(&mut self, field: &Piece<'_>, message: String, help: Option<String>) {
        self.note(|bytes, _| Diagnosis::new(bytes, field.at, &cut(&field.name), message, help));
    }

    fn note(&mut self, diagnosis: impl FnOnce(&[u8], Lang) -> Diagnosis) {
        if self.found.len() < MAX_FOUND {
            self.found.push(diagnosis(self.bytes, self.lang));
        }
    }

    /// A field that is not known.
    pub(crate) fn unknown(&mut self, field: &Piece<'_>, known: &[&str]) {
        let name = cut(&field.name);
        let message =
            self.say(format!("`{name}`という項目はない"), format!("there is no field `{name}`"));
        let help = self.nearest(&field.name, known);
        self.wrong(field, message, Some(help));
    }

    /// A name that stands for nothing which can be explained.
    pub(crate) fn unknown_topic(&mut self, field: &Piece<'_>, name: &str) {
        let name = cut(name);
        let message = self.say(
            format!("`{name}`という管理策・要求事項・領域・規格はない"),
            format!("there is no control, requirement, domain or framework `{name}`"),
        );
        let help = self.say(
            "encrypt-in-transit、iso27017:2015/6.1.1、access、soc2:2017、overallのように書く"
                .into(),
            "write such as encrypt-in-transit, iso27017:2015/6.1.1, access, soc2:2017 or overall"
                .into(),
        );
        self.wrong(field, message, Some(help));
    }

    fn nearest(&self, name: &str, known: &[&str]) -> String {
        let likely = Some(name).filter(|it| it.len() <= MAX_SHOWN);
        if let Some(it) = likely.and_then(|it| nearest(it, known.iter().copied())) {
            self.say(format!("`{it}`の誤りか確かめる"), format!("write `{it}` if that is meant"))
        } else {
            let more = if known.len() > MAX_NAMED { ", …" } else { "" };
            let all = known.get(..MAX_NAMED).unwrap_or(known).join(", ") + more;
            self.say(format!("使えるのは{all}"), format!("use one of {all}"))
        }
    }

    /// A text of a field.
    pub(crate) fn text(&mut self, field: &Piece<'_>) -> Option<String> {
        let text = parse(field.text).ok().and_then(|it| it.text().map(String::from));
        if text.is_none() {
            let message = self.say("文字列が要る".into(), "a text is needed here".into());
            self.wrong(field, message, None);
        }
        text
    }

    /// One of some words.
    pub(crate) fn one_of<'w>(&mut self, field: &Piece<'_>, words: &[&'w str]) -> Option<&'w str> {
        let text = self.text(field)?;
        let found = words.iter().copied().find(|it| *it == text);
        if found.is_none() {
            let (name, shown) = (cut(&field.name), cut(&text));
            let message = self
                .say(format!("`{name}`に`{shown}`は使えない"), format!("`{shown}` is no `{name}`"));
            let help = if let [only] = words {
                self.say(
                    format!("このモジュールが読めるのは`{only}`"),
                    format!("this module reads `{only}`"),
                )
            } else {
                self.nearest(&text, words)
            };
            self.wrong(field, message, Some(help));
        }
        found
    }

    pub(crate) fn day(&mut self, field: &Piece<'_>) -> Option<Date> {
        let day = self.text(field)?.parse().ok();
        if day.is_none() {
            let message = self.say(
                "`2026-06-30`のような日付が要る".into(),
                "a day such as `2026-06-30` is needed here".into(),
            );
            self.wrong(field, message, None);
        }
        day
    }

    /// The items of a list.
    pub(crate) fn items<'a>(&mut self, field: &Piece<'a>) -> Vec<Piece<'a>> {
        self.parts(field, items)
    }

    /// The members of an object.
    pub(crate) fn members<'a>(&mut self, field: &Piece<'a>) -> Vec<Piece<'a>> {
        self.parts(field, members)
    }

    fn parts<'a>(&mut self, field: &Piece<'a>, split: Split<'a>) -> Vec<Piece<'a>> {
        match split(field.text.as_bytes()) {
            Ok(parts) => parts.into_iter().map(|it| Piece { at: it.at + field.at, ..it }).collect(),
            Err(fault) => {
                let of = (field.name.as_str(), field.at);
                self.note(|bytes, lang| Diagnosis::broken(lang, bytes, of, fault));
                Vec::new()
            }
        }
    }
}
