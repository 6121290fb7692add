//! Texts in two languages, read in place from one blob per language.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// A language that every text exists in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// Names one text of a library, the same in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextId(
    /// Its place in the blob.
    pub u32,
);

/// The texts of one language: a count, the end of each text, then the texts (little endian,
/// UTF-8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Texts<'a> {
    // INVARIANT: a whole blob as `blob_from_texts` writes it.
    ends: &'a [u8],
    body: &'a str,
}

impl<'a> Texts<'a> {
    /// Opens a blob; `None` if it is not one.
    pub fn open(blob: &'a [u8]) -> Option<Self> {
        let (count, rest) = blob.split_first_chunk::<4>()?;
        let table = usize::try_from(u32::from_le_bytes(*count)).ok()?.checked_mul(4)?;
        let (ends, body) = rest.split_at_checked(table)?;
        Some(Self { ends, body: core::str::from_utf8(body).ok()? })
    }

    /// The text with this id, or an empty one when the blob has none.
    pub fn get(&self, id: TextId) -> &'a str {
        let idx = id.0 as usize;
        let from = if idx == 0 { Some(0) } else { self.end(idx - 1) };
        from.zip(self.end(idx)).and_then(|(from, to)| self.body.get(from..to)).unwrap_or_default()
    }

    fn end(&self, idx: usize) -> Option<usize> {
        let at = idx.checked_mul(4)?;
        let bytes = self.ends.get(at..at + 4)?.first_chunk::<4>()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    }
}

/// Writes the blob of one language; texts beyond 4 GiB are not supported.
pub fn blob_from_texts(texts: &[String]) -> Vec<u8> {
    let mut blob = Vec::new();
    let number = |len: usize| u32::try_from(len).unwrap_or(u32::MAX).to_le_bytes();
    blob.extend(number(texts.len()));
    let mut end = 0;
    for text in texts {
        end += text.len();
        blob.extend(number(end));
    }
    for text in texts {
        blob.extend(text.as_bytes());
    }
    blob
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_as_they_went_in() {
        let texts = ["雲守".into(), String::new(), "guard".into()];
        let blob = blob_from_texts(&texts);
        let open = Texts::open(&blob).unwrap();
        for (idx, text) in (0..).zip(&texts) {
            assert_eq!(open.get(TextId(idx)), text);
        }
        assert_eq!(open.get(TextId(3)), "");
    }

    #[test]
    fn a_cut_blob_does_not_open() {
        assert_eq!(Texts::open(&[1, 0]), None);
        assert_eq!(Texts::open(&[9, 0, 0, 0, 1]), None);
    }
}
