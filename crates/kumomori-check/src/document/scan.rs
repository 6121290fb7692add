//! JSON, byte by byte.

use super::{DocumentFault, DocumentProblem, Expected, MAX_DEPTH, MAX_VALUES};
use alloc::string::String;

pub(super) type Scanned<T> = Result<T, DocumentFault>;

/// A place in a text.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    n_values: usize,
}

/// A text as it stands, or one with escapes.
pub(super) enum Quoted {
    Plain { start: usize, end: usize },
    Escaped { start: usize, end: usize },
}

/// A number.
pub(super) enum Number {
    Int(i64),
    Double(f64),
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, n_values: 0 }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn fault<T>(&self, problem: DocumentProblem) -> Scanned<T> {
        Err(DocumentFault { problem, at: self.at })
    }

    pub(super) fn expected<T>(&self, expected: Expected) -> Scanned<T> {
        self.fault(DocumentProblem::NotJson { expected })
    }

    /// Passes over space, then gives the next byte.
    pub(super) fn next(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    pub(super) fn take(&mut self, byte: u8) -> bool {
        let is_it = self.next() == Some(byte);
        self.at += usize::from(is_it);
        is_it
    }

    pub(super) fn count(&mut self) -> Scanned<()> {
        self.n_values += 1;
        if self.n_values > MAX_VALUES {
            return self.fault(DocumentProblem::TooManyValues);
        }
        Ok(())
    }

    pub(super) fn word(&mut self, word: &'static str) -> Scanned<()> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if rest.starts_with(word) {
            self.at += word.len();
            return Ok(());
        }
        self.expected(Expected::Value)
    }

    /// A text, the scanner on its opening quote.
    pub(super) fn quoted(&mut self) -> Scanned<Quoted> {
        self.at += 1;
        let start = self.at;
        let mut is_plain = true;
        loop {
            match self.peek() {
                Some(b'"') => {
                    let end = self.at;
                    self.at += 1;
                    return Ok(if is_plain {
                        Quoted::Plain { start, end }
                    } else {
                        Quoted::Escaped { start, end }
                    });
                }
                Some(b'\\') => {
                    is_plain = false;
                    self.at += 1;
                    self.check_escape()?;
                }
                Some(byte) if byte >= 0x20 => self.at += 1,
                _ => return self.expected(Expected::EndOfText),
            }
        }
    }

    fn check_escape(&mut self) -> Scanned<()> {
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 1;
                Ok(())
            }
            Some(b'u') => {
                let code = hex(self.text, self.at + 1);
                let is_low = |it: u32| (0xdc00..0xe000).contains(&it);
                match code {
                    Some(high) if (0xd800..0xdc00).contains(&high) => {
                        let is_escape = self.text.get(self.at + 5..self.at + 7) == Some("\\u");
                        let low = hex(self.text, self.at + 7).filter(|it| is_escape && is_low(*it));
                        if low.is_none() {
                            return self.fault(DocumentProblem::BadEscape);
                        }
                        self.at += 11;
                        Ok(())
                    }
                    Some(code) if !is_low(code) => {
                        self.at += 5;
                        Ok(())
                    }
                    _ => self.fault(DocumentProblem::BadEscape),
                }
            }
            _ => self.fault(DocumentProblem::BadEscape),
        }
    }

    /// A number, the scanner on its first byte.
    pub(super) fn number(&mut self) -> Scanned<Number> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        match self.peek() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.digits(),
            _ => return self.expected(Expected::Digit),
        }
        let mut is_whole = true;
        if self.peek() == Some(b'.') {
            is_whole = false;
            self.at += 1;
            self.some_digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            is_whole = false;
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.some_digits()?;
        }
        let written = self.text.get(start..self.at).unwrap_or_default();
        if is_whole && let Ok(value) = written.parse::<i64>() {
            return Ok(Number::Int(value));
        }
        match written.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(Number::Double(value)),
            _ => Err(DocumentFault { problem: DocumentProblem::NumberTooLarge, at: start }),
        }
    }

    fn digits(&mut self) {
        while self.peek().is_some_and(|it| it.is_ascii_digit()) {
            self.at += 1;
        }
    }

    fn some_digits(&mut self) -> Scanned<()> {
        let start = self.at;
        self.digits();
        if self.at == start { self.expected(Expected::Digit) } else { Ok(()) }
    }

    /// Passes over one value of any kind.
    pub(super) fn skip(&mut self, depth: usize) -> Scanned<()> {
        self.count()?;
        let first = self.next();
        if depth >= MAX_DEPTH && matches!(first, Some(b'{' | b'[')) {
            return self.fault(DocumentProblem::TooDeep);
        }
        match first {
            Some(b'{') => self.members(|scanner, _| scanner.skip(depth + 1)),
            Some(b'[') => self.elements(|scanner| scanner.skip(depth + 1)),
            Some(b'"') => self.quoted().map(|_| ()),
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            Some(b'n') => self.word("null"),
            Some(b'-' | b'0'..=b'9') => self.number().map(|_| ()),
            _ => self.expected(Expected::Value),
        }
    }

    /// The members of an object, the scanner on its opening brace.
    pub(super) fn members(
        &mut self,
        mut member: impl FnMut(&mut Self, Quoted) -> Scanned<()>,
    ) -> Scanned<()> {
        self.at += 1;
        if self.take(b'}') {
            return Ok(());
        }
        loop {
            if self.next() != Some(b'"') {
                return self.expected(Expected::Name);
            }
            let key = self.quoted()?;
            if !self.take(b':') {
                return self.expected(Expected::Colon);
            }
            member(self, key)?;
            if self.take(b'}') {
                return Ok(());
            }
            if !self.take(b',') {
                return self.expected(Expected::CommaOrBrace);
            }
        }
    }

    /// The elements of a list, the scanner on its opening bracket.
    pub(super) fn elements(
        &mut self,
        mut element: impl FnMut(&mut Self) -> Scanned<()>,
    ) -> Scanned<()> {
        self.at += 1;
        if self.take(b']') {
            return Ok(());
        }
        loop {
            element(self)?;
            if self.take(b']') {
                return Ok(());
            }
            if !self.take(b',') {
                return self.expected(Expected::CommaOrBracket);
            }
        }
    }
}

fn hex(text: &str, at: usize) -> Option<u32> {
    let digits = text.get(at..at + 4)?;
    let is_hex = digits.bytes().all(|it| it.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)
}

/// Resolves the escapes of a text that the scanner has passed.
pub(super) fn resolve(text: &str, into: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        into.push_str(before);
        let Some(kind) = after.chars().next() else { return };
        let mut len = kind.len_utf8();
        match kind {
            'n' => into.push('\n'),
            't' => into.push('\t'),
            'r' => into.push('\r'),
            'b' => into.push('\u{8}'),
            'f' => into.push('\u{c}'),
            'u' => {
                let (character, taken) = character(after);
                into.push(character);
                len = taken;
            }
            other => into.push(other),
        }
        rest = after.get(len..).unwrap_or_default();
    }
    into.push_str(rest);
}

/// The character of an escape from its `u` on, and how many bytes it takes.
fn character(text: &str) -> (char, usize) {
    let high = hex(text, 1).unwrap_or_default();
    if !(0xd800..0xdc00).contains(&high) {
        return (char::from_u32(high).unwrap_or_default(), 5);
    }
    let low = hex(text, 7).unwrap_or_default();
    let code = 0x1_0000 + ((high - 0xd800) << 10) + low.saturating_sub(0xdc00);
    (char::from_u32(code).unwrap_or_default(), 11)
}
