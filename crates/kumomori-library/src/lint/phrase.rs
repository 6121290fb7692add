//! Phrases to look for in texts, all of them in one walk over a line.

use super::script::is_katakana;
use kumomori_core::text::Lang;
use std::collections::BTreeMap;
use std::ops::Range;

/// Phrases of both languages by their first character, each with what is known of it.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    by_start: BTreeMap<(Lang, char), Vec<Phrase<T>>>,
}

/// Whole words, in upper or lower case alike.
#[derive(Debug)]
struct Phrase<T> {
    text: String,
    /// Whether it may go on within the word.
    is_stem: bool,
    about: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_start: BTreeMap::new() }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase; `*` at its end stands for any rest of the word.
    pub(super) fn add(&mut self, lang: Lang, phrase: &str, about: T) {
        let text = phrase.trim_end_matches('*').to_owned();
        let is_stem = text.len() < phrase.len();
        if let Some(start) = text.chars().next() {
            let same = self.by_start.entry((lang, start.to_ascii_lowercase())).or_default();
            same.push(Phrase { text, is_stem, about });
        }
    }

    /// Where phrases stand in a line, with the text that stands there.
    pub(super) fn matches<'a>(
        &'a self,
        lang: Lang,
        line: &'a str,
    ) -> impl Iterator<Item = (Range<usize>, &'a str, &'a T)> {
        line.char_indices().flat_map(move |(start, c)| {
            let same = self.by_start.get(&(lang, c.to_ascii_lowercase()));
            same.into_iter().flatten().filter_map(move |phrase| {
                let end = phrase.end(line, start)?;
                Some((start..end, line.get(start..end)?, &phrase.about))
            })
        })
    }
}

impl<T> Phrase<T> {
    /// The end of the phrase, when it stands at this place as whole words.
    fn end(&self, line: &str, start: usize) -> Option<usize> {
        let end = start + self.text.len();
        let is_here = line.get(start..end)?.eq_ignore_ascii_case(&self.text);
        let before = line.get(..start)?.chars().next_back();
        let rest = line.get(end..)?;
        let is_whole = !joins(before, self.text.chars().next())
            && (self.is_stem || !joins(self.text.chars().next_back(), rest.chars().next()));
        (is_here && is_whole).then_some(end)
    }
}

/// Whether two neighbors belong to one word: Latin letters and digits do, and `ー` to katakana.
fn joins(left: Option<char>, right: Option<char>) -> bool {
    left.zip(right).is_some_and(|(left, right)| {
        left.is_ascii_alphanumeric() && right.is_ascii_alphanumeric()
            || is_katakana(left) && right == 'ー'
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lang: Lang, phrase: &str, line: &str) -> Vec<String> {
        let mut phrases = Phrases::default();
        phrases.add(lang, phrase, ());
        phrases.matches(lang, line).map(|(_, text, ())| text.to_owned()).collect()
    }

    #[test]
    fn a_phrase_is_found_as_whole_words_in_any_case() {
        assert_eq!(found(Lang::En, "as needed", "As needed, but not as neededly"), ["As needed"]);
        assert_eq!(found(Lang::En, "adequate", "inadequate"), [""; 0]);
    }

    #[test]
    fn a_star_stands_for_any_ending() {
        assert_eq!(found(Lang::En, "virtualis*", "a virtualised host"), ["virtualis"]);
        assert_eq!(found(Lang::En, "programme", "a programmer"), [""; 0]);
    }

    #[test]
    fn a_long_vowel_makes_another_katakana_word() {
        assert_eq!(found(Lang::Ja, "サーバ", "サーバーとサーバ室"), ["サーバ"]);
    }

    #[test]
    fn a_phrase_belongs_to_one_language() {
        let mut phrases = Phrases::default();
        phrases.add(Lang::Ja, "SOC2", ());
        assert_eq!(phrases.matches(Lang::En, "a SOC2 report").count(), 0);
    }
}
