//! The parts of a text that holds documents, passed over without being read.

use super::reader::{end, string, text};
use super::scan::{Scanned, Scanner};
use super::{DocumentFault, DocumentProblem, Expected};
use alloc::string::String;
use alloc::vec::Vec;

/// A value that was passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its name; empty for the item of a list.
    pub name: String,
    /// The value, as JSON.
    pub text: &'a str,
    /// The byte at which it begins.
    pub at: usize,
}

/// The members of an object, in the order of the text.
///
/// # Errors
///
/// The first thing that is wrong with the text; a name that stands twice is.
pub fn members(bytes: &[u8]) -> Result<Vec<Piece<'_>>, DocumentFault> {
    all_members(bytes).map_err(|it| *it)
}

fn all_members(bytes: &[u8]) -> Scanned<Vec<Piece<'_>>> {
    let whole = text(bytes)?;
    let mut scanner = Scanner::new(whole);
    if scanner.next() != Some(b'{') {
        return scanner.fault(DocumentProblem::WrongShape { expected: Expected::Object });
    }
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    scanner.members(|scanner, key| {
        let name = string(whole, key);
        if pieces.iter().any(|it| it.name == name) {
            return scanner.fault(DocumentProblem::DuplicateField { field: name });
        }
        pieces.push(piece(scanner, whole, name)?);
        Ok(())
    })?;
    end(&mut scanner)?;
    Ok(pieces)
}

/// The items of a list.
///
/// # Errors
///
/// The first thing that is wrong with the text.
pub fn items(bytes: &[u8]) -> Result<Vec<Piece<'_>>, DocumentFault> {
    all_items(bytes).map_err(|it| *it)
}

fn all_items(bytes: &[u8]) -> Scanned<Vec<Piece<'_>>> {
    let whole = text(bytes)?;
    let mut scanner = Scanner::new(whole);
    if scanner.next() != Some(b'[') {
        return scanner.fault(DocumentProblem::WrongShape { expected: Expected::List });
    }
    let mut pieces = Vec::new();
    scanner.elements(|scanner| {
        pieces.push(piece(scanner, whole, String::new())?);
        Ok(())
    })?;
    end(&mut scanner)?;
    Ok(pieces)
}

fn piece<'a>(scanner: &mut Scanner<'_>, whole: &'a str, name: String) -> Scanned<Piece<'a>> {
    scanner.next();
    let at = scanner.at;
    scanner.skip(0)?;
    Ok(Piece { name, text: whole.get(at..scanner.at).unwrap_or_default(), at })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_found_where_they_stand() {
        let text = br#" {"a": [1, {"b":2}], "\u0063": "x" } "#;
        let found = members(text).unwrap();
        let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["a", "c"]);
        let [list, _] = found.as_slice() else { panic!("two") };
        assert_eq!((list.text, list.at), (r#"[1, {"b":2}]"#, 7));
        let parts = items(list.text.as_bytes()).unwrap();
        assert_eq!((parts[1].text, parts[1].at), (r#"{"b":2}"#, 4));
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        let twice = DocumentProblem::DuplicateField { field: "a".into() };
        assert_eq!(members(br#"{"a":1,"a":2}"#), Err(DocumentFault { problem: twice, at: 11 }));
        assert!(members(b"[]").is_err());
        assert!(items(b"{}").is_err());
        assert!(members(br#"{"a":1} {}"#).is_err());
        assert!(items(b"[1,]").is_err());
    }
}
