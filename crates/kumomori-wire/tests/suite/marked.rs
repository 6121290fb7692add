//! Files with the faulty text marked, `⟦like this⟧`.

use kumomori_wire::diagnostic::{Diagnostic, Place};

/// The file without its marks, and where the marked text is.
pub(crate) struct Marked {
    pub(crate) text: String,
    line: usize,
    column: usize,
    span: (usize, usize),
    underlined: String,
}

impl Marked {
    pub(crate) fn new(marked: &str) -> Self {
        let (before, rest) = marked.split_once('⟦').unwrap();
        let (fault, after) = rest.split_once('⟧').unwrap();
        Self {
            text: [before, fault, after].concat(),
            line: before.lines().count() + usize::from(before.is_empty() || before.ends_with('\n')),
            column: before.rsplit('\n').next().unwrap().chars().count() + 1,
            span: (before.len(), before.len() + fault.len()),
            underlined: fault.lines().next().unwrap_or_default().into(),
        }
    }

    /// Asserts that a diagnostic has this code and path and underlines the marked text.
    #[track_caller]
    pub(crate) fn check(&self, found: &Diagnostic, code: &str, path: &str) {
        assert_eq!((found.problem.code(), found.path.as_str()), (code, path));
        let place = found.place.as_ref().unwrap();
        assert_eq!((place.line as usize, place.column as usize), (self.line, self.column));
        assert_eq!(place.span, self.span);
        assert_eq!(underlined(place), self.underlined);
    }
}

/// The underlined characters.
pub(crate) fn underlined(place: &Place) -> String {
    let (from, to) = (place.underline.0 as usize, place.underline.1 as usize);
    place.excerpt.chars().skip(from).take(to - from).collect()
}
