//! What could not be read out, each reason once.

use super::reason;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::text::Lang;
use kumomori_import::note::{Note, Place, Reason};

/// The places of one reason that are named at most.
const MAX_PLACES: usize = 3;

/// The notes with one reason together, in the order of their first places.
pub fn by_reason(notes: &[Note]) -> Vec<(&Reason, Vec<&Place>)> {
    let mut groups: Vec<(&Reason, Vec<&Place>)> = Vec::new();
    for it in notes {
        match groups.iter_mut().find(|(reason, _)| **reason == it.reason) {
            Some((_, places)) => places.push(&it.place),
            None => groups.push((&it.reason, vec![&it.place])),
        }
    }
    groups
}

/// One sentence for each reason, with the first lines that it is about.
pub fn notes(lang: Lang, notes: &[Note]) -> Vec<String> {
    let sentence = |(why, places): (&Reason, Vec<&Place>)| {
        let lines: Vec<String> =
            places.iter().take(MAX_PLACES).map(|it| it.line.to_string()).collect();
        let more = places.len() > MAX_PLACES;
        match lang {
            Lang::Ja => {
                let more = if more { "ほか" } else { "" };
                format!("{}({}行目{more})", reason(lang, why), lines.join("・"))
            }
            Lang::En => {
                let word = if places.len() == 1 { "line" } else { "lines" };
                let more = if more { " and more" } else { "" };
                format!("{} ({word} {}{more})", reason(lang, why), lines.join(", "))
            }
        }
    };
    by_reason(notes).into_iter().map(sentence).collect()
}
