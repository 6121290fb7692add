//! From the text of a file to its raw form, and from the reader's complaints to ours.

use crate::problem::{Fault, Problem};
use crate::source::{Source, Span};
use serde::de::DeserializeOwned;
use serde_saphyr::{Error, Location};

/// Reads one file into its raw form.
pub(crate) fn parse<T: DeserializeOwned>(source: &Source) -> Result<T, Problem> {
    serde_saphyr::from_str(&source.text).map_err(|err| problem(source, err.without_snippet()))
}

/// The place of a location: to the end of its text, within its line.
pub(crate) fn span(source: &Source, location: Location) -> Span {
    let narrow = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let (line, column) = (narrow(location.line()).max(1), narrow(location.column()).max(1));
    let rest = source.line(line).chars().count().saturating_sub(column as usize - 1);
    let len = narrow(location.span().len()).clamp(1, narrow(rest as u64).max(1));
    Span { path: source.path.clone(), line, column, len }
}

fn problem(source: &Source, err: &Error) -> Problem {
    let at = err.location().map_or_else(|| source.start(), |it| span(source, it));
    Problem::new(fault(err), at)
}

fn fault(err: &Error) -> Fault {
    match err {
        Error::SerdeUnknownField { field, expected, .. } => {
            Fault::UnknownField { field: field.clone(), known: expected.clone() }
        }
        Error::SerdeMissingField { field, .. } => {
            Fault::MissingField { field: (*field).to_owned() }
        }
        Error::SerdeUnknownVariant { variant, expected, .. } => {
            Fault::UnknownWord { word: variant.clone(), known: expected.clone() }
        }
        Error::DuplicateMappingKey { key, .. } => {
            Fault::DuplicateKey { key: key.clone().unwrap_or_default() }
        }
        Error::SerdeInvalidType { expected, .. } | Error::SerdeInvalidValue { expected, .. } => {
            Fault::WrongType { expected: plain(expected) }
        }
        Error::Unexpected { expected, .. } => Fault::WrongType { expected: plain(expected) },
        Error::InvalidScalar { ty, .. } => Fault::WrongType { expected: plain(ty) },
        _ => Fault::YamlSyntax,
    }
}

/// The words of the author for what a parser expects.
fn plain(expected: &str) -> String {
    let number = ["u8", "u16", "u32", "u64", "i32", "i64", "integer", "unsigned"];
    if number.iter().any(|it| expected.contains(it)) {
        "a whole number".to_owned()
    } else if expected.contains("bool") {
        "`true` or `false`".to_owned()
    } else if expected.contains("sequence") {
        "a list".to_owned()
    } else if expected.contains("string") {
        "a text".to_owned()
    } else {
        "fields with values".to_owned()
    }
}
