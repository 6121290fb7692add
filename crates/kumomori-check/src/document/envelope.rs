//! What stands around a document: where it comes from and what it speaks for.

use super::reader::{end, string, text};
use super::scan::{Scanned, Scanner, fault};
use super::{DocumentFault, DocumentProblem, Expected};
use alloc::string::String;
use core::ops::Range;

/// What stands around a document, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope<'a> {
    /// The kind of evidence.
    pub kind: Word,
    /// When it was collected.
    pub collected_at: Option<Word>,
    /// What collected it; typed in by hand without it.
    pub tool: Option<Word>,
    /// Who collected it.
    pub collected_by: Option<Word>,
    /// What it was collected from, such as an account; documents of different sources stand
    /// beside each other.
    pub source: Option<Word>,
    /// Whose duties it speaks for.
    pub role: Option<Word>,
    /// The first and the last day that it covers, where it is about a period.
    pub period: Option<(Word, Word)>,
    /// The document, as a text.
    pub document: &'a str,
    /// Where the document begins in the file.
    pub at: usize,
}

/// A text of an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The text.
    pub text: String,
    /// The byte at which it begins.
    pub at: usize,
}

/// The texts that an envelope may have.
const NAMES: [&str; 6] = ["kind", "collected_at", "tool", "collected_by", "source", "role"];
/// The ends of a period.
const ENDS: [&str; 2] = ["from", "to"];

/// Reads what stands around a document and finds the document.
///
/// # Errors
///
/// The first thing that is wrong with the text.
pub fn read_envelope(bytes: &[u8]) -> Result<Envelope<'_>, DocumentFault> {
    envelope(bytes).map_err(|it| *it)
}

fn envelope(bytes: &[u8]) -> Scanned<Envelope<'_>> {
    let text = text(bytes)?;
    let mut scanner = Scanner::new(text);
    if scanner.next() != Some(b'{') {
        return scanner.fault(DocumentProblem::WrongShape { expected: Expected::Object });
    }
    let (mut period, mut document) = (None, None);
    let words = words(&mut scanner, NAMES, &mut |scanner, name| match name {
        "period" if period.is_none() => {
            period = Some(ends(scanner)?);
            Ok(())
        }
        "document" if document.is_none() => {
            document = Some(skipped(scanner)?);
            Ok(())
        }
        "period" | "document" => {
            scanner.fault(DocumentProblem::DuplicateField { field: name.into() })
        }
        _ => scanner.skip(0),
    })?;
    end(&mut scanner)?;
    let [kind, collected_at, tool, collected_by, source, role] = words;
    let range = document.map_or_else(|| missing("document"), Ok)?;
    let at = range.start;
    Ok(Envelope {
        kind: kind.map_or_else(|| missing("kind"), Ok)?,
        collected_at,
        tool,
        collected_by,
        source,
        role,
        period,
        document: text.get(range).unwrap_or_default(),
        at,
    })
}

fn missing<T>(field: &'static str) -> Scanned<T> {
    fault(DocumentProblem::NoField { field }, 0)
}

/// The range of a value, passed over.
fn skipped(scanner: &mut Scanner<'_>) -> Scanned<Range<usize>> {
    let start = scanner.at;
    scanner.skip(0)?;
    Ok(start..scanner.at)
}

fn ends(scanner: &mut Scanner<'_>) -> Scanned<(Word, Word)> {
    let expected = Expected::Period;
    let problem = DocumentProblem::WrongField { field: "period", expected };
    if scanner.peek() != Some(b'{') {
        return scanner.fault(problem);
    }
    let at = scanner.at;
    match words(scanner, ENDS, &mut |scanner, _| scanner.skip(0))? {
        [Some(from), Some(to)] => Ok((from, to)),
        _ => fault(problem, at),
    }
}

/// Reads an object with some texts; `other` reads what is none of them.
fn words<const N: usize>(
    scanner: &mut Scanner<'_>,
    names: [&'static str; N],
    other: &mut dyn FnMut(&mut Scanner<'_>, &str) -> Scanned<()>,
) -> Scanned<[Option<Word>; N]> {
    let mut words = [const { None }; N];
    let whole = scanner.text;
    scanner.members(|scanner, key| {
        let name = string(whole, key);
        let first = scanner.next();
        let at = scanner.at;
        let found = names.iter().zip(&mut words).find(|(it, _)| **it == name);
        let Some((field, place)) = found else { return other(scanner, &name) };
        if place.is_some() {
            return scanner.fault(DocumentProblem::DuplicateField { field: name });
        }
        if first != Some(b'"') {
            return scanner.fault(DocumentProblem::WrongField { field, expected: Expected::Text });
        }
        *place = Some(Word { text: string(whole, scanner.quoted()?), at });
        Ok(())
    })?;
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_document_is_read() {
        let file = br#"{"role":"provider","kind":"tls-endpoints","period":{"to":"2026-06-30","from":"2026-01-01"},"note":[1],"document":[{}]}"#;
        let envelope = read_envelope(file).unwrap();
        assert_eq!(envelope.kind.text, "tls-endpoints");
        assert_eq!(envelope.role.unwrap().text, "provider");
        let (from, to) = envelope.period.unwrap();
        assert_eq!((from.text.as_str(), to.text.as_str()), ("2026-01-01", "2026-06-30"));
        assert_eq!((envelope.document, envelope.tool), ("[{}]", None));
        assert_eq!(file.get(envelope.at), Some(&b'['));
    }

    fn problem(text: &str) -> (DocumentProblem, usize) {
        let fault = read_envelope(text.as_bytes()).unwrap_err();
        (fault.problem, fault.at)
    }

    #[test]
    fn what_is_wrong_around_a_document_has_its_place() {
        let expected = Expected::Text;
        let wrong = DocumentProblem::WrongField { field: "tool", expected };
        assert_eq!(problem(r#"{"kind":"a","tool":3,"document":[]}"#), (wrong, 19));
        let twice = DocumentProblem::DuplicateField { field: "kind".into() };
        assert_eq!(problem(r#"{"kind":"a","kind":"b"}"#), (twice, 19));
        let twice = DocumentProblem::DuplicateField { field: "document".into() };
        assert_eq!(problem(r#"{"document":[],"document":[]}"#), (twice, 26));
        let expected = Expected::Period;
        let wrong = DocumentProblem::WrongField { field: "period", expected };
        assert_eq!(problem(r#"{"kind":"a","period":{"from":"x"}}"#), (wrong, 21));
        assert_eq!(problem(r#"{"kind":"a"}"#), (DocumentProblem::NoField { field: "document" }, 0));
    }
}
