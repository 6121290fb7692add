//! Whether a text is in the language under which it stands.

use super::Finding;
use super::script::is_japanese_letter;
use crate::problem::Fault;
use kumomori_core::text::Lang;

/// The shortest word that names of standards and services do not consist of.
const WORD: usize = 4;

pub(super) fn findings(line: &str, lang: Lang) -> Vec<Finding> {
    let range = match lang {
        Lang::En => japanese_stretch(line),
        Lang::Ja => (!line.contains(is_japanese_letter) && has_latin_word(line))
            .then(|| (0, line.trim_end().len())),
    };
    let finding = |(start, end)| (start..end, Fault::Untranslated { lang: lang.tag() });
    range.map(finding).into_iter().collect()
}

/// From the first to the last Japanese letter.
fn japanese_stretch(line: &str) -> Option<(usize, usize)> {
    let start = line.find(is_japanese_letter)?;
    let (last, c) = line.rmatch_indices(is_japanese_letter).next()?;
    Some((start, last + c.len()))
}

fn has_latin_word(line: &str) -> bool {
    let words = line.split(|c: char| !c.is_ascii_alphanumeric());
    words.into_iter().any(|it| it.len() >= WORD && it.chars().all(|c| c.is_ascii_lowercase()))
}
