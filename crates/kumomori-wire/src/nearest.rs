//! The known word that was probably meant.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;

/// The longest word that is compared, in bytes.
const MAX_LEN: usize = 64;

/// The known word closest to what was written, if one is close enough to be meant.
pub(crate) fn nearest<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    if written.len() > MAX_LEN {
        return None;
    }
    let limit = (written.chars().count() / 3).max(1);
    known
        .into_iter()
        .filter(|it| it.len().abs_diff(written.len()) <= limit * 4 && it.len() <= MAX_LEN)
        .map(|it| (distance(written, it), it))
        .filter(|(distance, _)| (1..=limit).contains(distance))
        .min()
        .map(|(_, it)| it.into())
}

/// Letters to insert, remove or replace to get from one word to another, regardless of case.
fn distance(from: &str, to: &str) -> usize {
    if from == to {
        return 0;
    }
    let to: Vec<char> = to.chars().map(|c| c.to_ascii_lowercase()).collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (idx, c) in from.chars().map(|c| c.to_ascii_lowercase()).enumerate() {
        let mut diagonal = idx;
        let mut left = idx + 1;
        let mut cells = row.iter_mut();
        if let Some(first) = cells.next() {
            *first = left;
        }
        for (cell, other) in cells.zip(&to) {
            let above = mem::replace(cell, 0);
            left = (diagonal + usize::from(c != *other)).min(above + 1).min(left + 1);
            diagonal = above;
            *cell = left;
        }
    }
    // Words that differ only in case are one step apart.
    row.last().copied().unwrap_or_default().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognized() {
        let known = ["design", "operation", "evidence"];
        assert_eq!(nearest("desing", known).as_deref(), Some("design"));
        assert_eq!(nearest("Operation", known).as_deref(), Some("operation"));
        assert_eq!(nearest("evidences", known).as_deref(), Some("evidence"));
    }

    #[test]
    fn an_unrelated_word_suggests_nothing() {
        assert_eq!(nearest("color", ["design", "operation"]), None);
        assert_eq!(nearest("", ["design"]), None);
    }

    #[test]
    fn distances_are_those_of_levenshtein() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", ""), 3);
    }
}
