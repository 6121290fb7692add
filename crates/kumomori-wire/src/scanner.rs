//! The tokens of JSON: texts and numbers, character by character.

use crate::diagnostic::{Expected, Problem};
use crate::excerpt::{shown, shown_char};
use crate::findings::Finding;
use crate::json::Span;
use alloc::string::String;

/// A text and how far it has been read.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    rest: &'a str,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, rest: text }
    }

    pub(crate) fn at(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    pub(crate) fn rest(&self) -> &'a str {
        self.rest
    }

    pub(crate) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    pub(crate) fn span_from(&self, start: usize) -> Span {
        Span { start, end: self.at() }
    }

    pub(crate) fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    pub(crate) fn skip_char(&mut self) {
        let mut chars = self.rest.chars();
        chars.next();
        self.rest = chars.as_str();
    }

    pub(crate) fn take(&mut self, c: char) -> bool {
        let after = self.rest.strip_prefix(c);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    pub(crate) fn take_while(&mut self, holds: impl Fn(char) -> bool) -> &'a str {
        let after = self.rest.trim_start_matches(holds);
        let taken = self.rest.get(..self.rest.len() - after.len()).unwrap_or_default();
        self.rest = after;
        taken
    }

    /// A problem with the character that comes next.
    pub(crate) fn here(&self, problem: Problem) -> Finding {
        let start = self.at();
        let end = start + self.peek().map_or(0, char::len_utf8);
        Finding::new(Span { start, end }, problem)
    }

    /// What comes next is not what should.
    pub(crate) fn unexpected(&self, expected: Expected) -> Finding {
        self.here(match self.peek() {
            None => Problem::UnexpectedEnd { expected },
            Some(c) => Problem::UnexpectedCharacter { found: shown_char(c), expected },
        })
    }

    fn unexpected_end(&self, expected: Expected) -> Finding {
        let end = self.text.len();
        Finding::new(Span { start: end, end }, Problem::UnexpectedEnd { expected })
    }

    /// A number as written: the scanner stands on its first character.
    pub(crate) fn number(&mut self) -> Result<String, Finding> {
        let start = self.at();
        let raw = self.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-'));
        if is_number(raw) {
            return Ok(raw.into());
        }
        let span = self.span_from(start);
        if self.rest.is_empty() && raw.ends_with(['-', '+', '.', 'e', 'E']) {
            return Err(self.unexpected_end(Expected::Value));
        }
        Err(Finding::new(span, Problem::MalformedNumber { found: shown(raw) }))
    }

    /// A text with escapes resolved: the scanner stands on the opening quote.
    pub(crate) fn text(&mut self) -> Result<String, Finding> {
        self.skip_char();
        let mut out = String::new();
        loop {
            out.push_str(self.take_while(|c| c >= ' ' && c != '"' && c != '\\'));
            match self.peek() {
                Some('"') => {
                    self.skip_char();
                    return Ok(out);
                }
                Some('\\') => out.push(self.escape()?),
                Some(c) => return Err(self.here(Problem::ControlCharacter { code: c.into() })),
                None => return Err(self.unexpected(Expected::ClosingQuote)),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Finding> {
        let start = self.at();
        self.skip_char();
        let Some(letter) = self.peek() else {
            return Err(self.unexpected(Expected::ClosingQuote));
        };
        self.skip_char();
        Ok(match letter {
            '"' | '\\' | '/' => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.unicode_escape(start),
            _ => return Err(Finding::new(self.span_from(start), Problem::MalformedEscape)),
        })
    }

    fn unicode_escape(&mut self, start: usize) -> Result<char, Finding> {
        let first = self.four_digits(start)?;
        if let Some(c) = char::from_u32(first) {
            return Ok(c);
        }
        let lone = Finding::new(self.span_from(start), Problem::LoneSurrogate);
        if first < 0xdc00 && "\\u".starts_with(self.rest) && self.rest != "\\u" {
            return Err(self.unexpected_end(Expected::ClosingQuote));
        }
        let Some(after) = self.rest.strip_prefix("\\u").filter(|_| first < 0xdc00) else {
            return Err(lone);
        };
        self.rest = after;
        let second = self.four_digits(start)?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(lone);
        }
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)).ok_or(lone)
    }

    fn four_digits(&mut self, start: usize) -> Result<u32, Finding> {
        let digits: String =
            self.rest.chars().take(4).take_while(char::is_ascii_hexdigit).collect();
        self.rest = self.rest.get(digits.len()..).unwrap_or_default();
        if digits.len() < 4 {
            if self.rest.is_empty() {
                return Err(self.unexpected_end(Expected::ClosingQuote));
            }
            return Err(Finding::new(self.span_from(start), Problem::MalformedEscape));
        }
        Ok(digits.chars().filter_map(|c| c.to_digit(16)).fold(0, |sum, digit| sum * 16 + digit))
    }
}

fn is_number(raw: &str) -> bool {
    let unsigned = raw.strip_prefix('-').unwrap_or(raw);
    let (base, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((base, exponent)) => (base, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match base.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (base, None),
    };
    is_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(is_digits)
        && exponent.is_none_or(|it| is_digits(it.strip_prefix(['+', '-']).unwrap_or(it)))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
