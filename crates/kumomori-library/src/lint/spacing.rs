//! Spaces: one between words, none at the ends of a line, none beside Japanese.

use super::Finding;
use super::script::is_japanese;
use crate::problem::Fault;
use kumomori_core::text::Lang;
use std::ops::Range;

pub(super) fn findings(line: &str, lang: Lang) -> Vec<Finding> {
    let spaces = stretches(line);
    let wrong = spaces.into_iter().filter(|it| is_wrong(line, it, lang));
    wrong.map(|it| (it, Fault::DoubleSpace)).collect()
}

fn stretches(line: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, c) in line.char_indices().filter(|(_, c)| c.is_whitespace()) {
        let end = start + c.len_utf8();
        match found.last_mut().filter(|it| it.end == start) {
            Some(last) => last.end = end,
            None => found.push(start..end),
        }
    }
    found
}

fn is_wrong(line: &str, space: &Range<usize>, lang: Lang) -> bool {
    let before = line.get(..space.start).and_then(|it| it.chars().next_back());
    let after = line.get(space.end..).and_then(|it| it.chars().next());
    let (Some(before), Some(after)) = (before, after) else { return true };
    let is_beside_japanese = lang == Lang::Ja && (is_japanese(before) || is_japanese(after));
    is_beside_japanese || line.get(space.clone()) != Some(" ")
}
