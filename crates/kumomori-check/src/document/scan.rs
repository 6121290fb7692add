//! JSON, byte by byte.

use super::{DocumentFault, DocumentProblem, Expected, MAX_DEPTH, MAX_VALUES, Part};
use alloc::boxed::Box;
use alloc::string::String;

/// What was read, or what is wrong: boxed, so that what was read fits into registers.
pub(super) type Scanned<T> = Result<T, Box<DocumentFault>>;

/// A place in a text.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    n_values: usize,
}

/// A text as it stands, or one with escapes.
#[derive(Clone, Copy)]
pub(super) enum Quoted {
    Plain(Part),
    Escaped(Part),
}

/// A number.
pub(super) enum Number {
    Int(i64),
    Double(f64),
}

pub(super) fn fault<T>(problem: DocumentProblem, at: usize) -> Scanned<T> {
    Err(Box::new(DocumentFault { problem, at }))
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, n_values: 0 }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn fault<T>(&self, problem: DocumentProblem) -> Scanned<T> {
        fault(problem, self.at)
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
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if rest.starts_with(word.as_bytes()) {
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
            self.at += plain(self.text.as_bytes().get(self.at..).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    let part = Part::new(start, self.at);
                    self.at += 1;
                    return Ok(if is_plain { Quoted::Plain(part) } else { Quoted::Escaped(part) });
                }
                Some(b'\\') => {
                    is_plain = false;
                    self.at += 1;
                    self.check_escape()?;
                }
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
            _ => fault(DocumentProblem::NumberTooLarge, start),
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

/// How many bytes at the beginning stand for themselves in a text.
fn plain(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((eight, after)) = rest.split_first_chunk() {
        let special = special(u64::from_le_bytes(*eight));
        if special != 0 {
            let before = bytes.len() - rest.len();
            return before + usize::try_from(special.trailing_zeros() / 8).unwrap_or_default();
        }
        rest = after;
    }
    let is_special = |it: &u8| matches!(it, b'"' | b'\\' | 0..0x20);
    bytes.len() - rest.len() + rest.iter().position(is_special).unwrap_or(rest.len())
}

/// The highest bit of each of eight bytes that is a quote, a backslash or a control character; up
/// to the first of them exact, which is all that counts (`haszero` of S. E. Anderson's "Bit
/// Twiddling Hacks").
fn special(eight: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    let below = |bytes: u64, limit: u64| bytes.wrapping_sub(ONES * limit) & !bytes & (ONES << 7);
    let is = |byte: u8| below(eight ^ (ONES * u64::from(byte)), 1);
    is(b'"') | is(b'\\') | below(eight, 0x20)
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
