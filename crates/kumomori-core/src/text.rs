//! Texts in two languages, read in place from the blobs of their chapters.

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

    /// The language with this BCP 47 tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.tag() == tag)
    }

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
    /// Its number in the library.
    pub u32,
);

/// The texts of one language, as far as their chapters are at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Texts<'a> {
    chapters: &'a [Chapter<'a>],
}

impl<'a> Texts<'a> {
    /// The texts of some chapters of one language.
    pub fn new(chapters: &'a [Chapter<'a>]) -> Self {
        Self { chapters }
    }

    /// The chapters at hand.
    pub fn chapters(self) -> &'a [Chapter<'a>] {
        self.chapters
    }

    /// The text with this id, or an empty one when no chapter at hand has it.
    pub fn get(&self, id: TextId) -> &'a str {
        self.chapters.iter().find_map(|it| it.get(id)).unwrap_or_default()
    }
}

/// Texts of one language that are read together.
///
/// All numbers are little endian and take four bytes: how many runs of ids there are; the first
/// id and the length of each run, in order; where each text ends; then the texts, UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chapter<'a> {
    // INVARIANT: a whole blob as `write_chapter` writes it.
    runs: &'a [u8],
    ends: &'a [u8],
    body: &'a str,
}

impl<'a> Chapter<'a> {
    /// Opens a blob; `None` if it is not one.
    pub fn open(blob: &'a [u8]) -> Option<Self> {
        let (count, rest) = blob.split_first_chunk::<4>()?;
        let (runs, rest) = rest.split_at_checked(bytes_of(u32::from_le_bytes(*count), RUN)?)?;
        let texts = runs.chunks_exact(RUN).try_fold(0_u32, |n, run| n.checked_add(pair(run).1))?;
        let (ends, body) = rest.split_at_checked(bytes_of(texts, NUMBER)?)?;
        Some(Self { runs, ends, body: core::str::from_utf8(body).ok()? })
    }

    /// The text with this id, if it stands in this chapter.
    pub fn get(&self, id: TextId) -> Option<&'a str> {
        let idx = self.place(id.0)?;
        let from = if idx == 0 { 0 } else { self.end(idx - 1)? };
        self.body.get(from..self.end(idx)?)
    }

    fn place(&self, id: u32) -> Option<usize> {
        let mut before = 0;
        for (first, n) in self.runs.chunks_exact(RUN).map(pair) {
            match id.checked_sub(first) {
                Some(within) if within < n => return usize::try_from(before + within).ok(),
                _ => before += n,
            }
        }
        None
    }

    fn end(&self, idx: usize) -> Option<usize> {
        let bytes = self.ends.chunks_exact(NUMBER).nth(idx)?;
        usize::try_from(number(bytes)).ok()
    }
}

const NUMBER: usize = 4;
const RUN: usize = 2 * NUMBER;

fn bytes_of(count: u32, each: usize) -> Option<usize> {
    usize::try_from(count).ok()?.checked_mul(each)
}

fn pair(run: &[u8]) -> (u32, u32) {
    let (first, second) = run.split_at_checked(NUMBER).unwrap_or_default();
    (number(first), number(second))
}

fn number(bytes: &[u8]) -> u32 {
    bytes.first_chunk().map_or(0, |it| u32::from_le_bytes(*it))
}

/// Writes a chapter; texts come in the order of their ids, and 4 GiB of them are the most.
pub fn write_chapter(texts: &[(TextId, &str)]) -> Vec<u8> {
    let mut blob = Vec::new();
    let runs = runs(texts);
    put(&mut blob, runs.len());
    for (first, n) in runs {
        put(&mut blob, first);
        put(&mut blob, n);
    }
    let mut end = 0;
    for (_, text) in texts {
        end += text.len();
        put(&mut blob, end);
    }
    for (_, text) in texts {
        blob.extend(text.as_bytes());
    }
    blob
}

fn put(blob: &mut Vec<u8>, number: usize) {
    blob.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

/// Ids that follow one another, as first id and length.
fn runs(texts: &[(TextId, &str)]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (TextId(id), _) in texts {
        let id = *id as usize;
        match runs.last_mut() {
            Some((first, n)) if *first + *n == id => *n += 1,
            _ => runs.push((id, 1)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTED: [(TextId, &str); 4] =
        [(TextId(2), "雲守"), (TextId(3), ""), (TextId(7), "guard"), (TextId(8), "cloud")];

    #[test]
    fn texts_come_back_under_their_ids() {
        let blob = write_chapter(&PARTED);
        let chapter = Chapter::open(&blob).unwrap();
        for (id, text) in PARTED {
            assert_eq!(chapter.get(id), Some(text));
        }
        for id in [0, 1, 4, 6, 9, u32::MAX] {
            assert_eq!(chapter.get(TextId(id)), None, "{id}");
        }
    }

    #[test]
    fn texts_of_several_chapters_are_found_and_others_are_empty() {
        let (first, second) = (write_chapter(&PARTED), write_chapter(&[(TextId(4), "four")]));
        let chapters = [Chapter::open(&first).unwrap(), Chapter::open(&second).unwrap()];
        let texts = Texts::new(&chapters);
        assert_eq!(texts.get(TextId(4)), "four");
        assert_eq!(texts.get(TextId(7)), "guard");
        assert_eq!(Texts::new(&chapters[..1]).get(TextId(4)), "");
    }

    #[test]
    fn a_cut_blob_does_not_open() {
        let blob = write_chapter(&PARTED);
        for len in 0..blob.len() - PARTED.iter().map(|(_, text)| text.len()).sum::<usize>() {
            assert_eq!(Chapter::open(&blob[..len]), None, "{len}");
        }
    }

    #[test]
    fn a_blob_that_promises_too_much_does_not_open() {
        assert_eq!(Chapter::open(&[255; 64]), None);
        assert_eq!(Chapter::open(&[1, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255]), None);
    }
}
