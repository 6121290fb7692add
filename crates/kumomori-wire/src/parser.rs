//! From text to JSON values, by RFC 8259.

use crate::diagnostic::{Expected, Problem};
use crate::excerpt::shown;
use crate::findings::Finding;
use crate::json::{MAX_DEPTH, MAX_VALUES, Member, Node, Span, Value};
use crate::scanner::Scanner;
use alloc::vec::Vec;

type Parsed<T> = Result<T, Finding>;

/// Reads a text as one JSON value.
pub(crate) fn parse(text: &str) -> Parsed<Node> {
    if text.starts_with('\u{feff}') {
        return Err(Finding::new(Span { start: 0, end: 3 }, Problem::ByteOrderMark));
    }
    let mut parser = Parser { scanner: Scanner::new(text), depth: 0, n_values: 0 };
    let node = parser.value()?;
    parser.space()?;
    match parser.scanner.rest() {
        "" => Ok(node),
        rest => {
            let start = parser.scanner.at();
            let end = start + rest.trim_end().len();
            Err(Finding::new(Span { start, end }, Problem::TrailingText))
        }
    }
}

struct Parser<'a> {
    scanner: Scanner<'a>,
    depth: usize,
    n_values: usize,
}

impl Parser<'_> {
    fn space(&mut self) -> Parsed<()> {
        self.scanner.skip_space();
        if self.scanner.rest().starts_with(['/', '#']) {
            return Err(self.scanner.here(Problem::Comment));
        }
        Ok(())
    }

    fn value(&mut self) -> Parsed<Node> {
        self.space()?;
        self.n_values += 1;
        if self.n_values > MAX_VALUES {
            return Err(self.scanner.here(Problem::TooManyValues { limit: MAX_VALUES }));
        }
        let start = self.scanner.at();
        let value = match self.scanner.peek() {
            Some('{') => self.nested(Self::object)?,
            Some('[') => self.nested(Self::array)?,
            Some('"') => Value::Text(self.scanner.text()?),
            Some('-' | '0'..='9') => Value::Number(self.scanner.number()?),
            Some(first) if first.is_alphabetic() => self.word()?,
            _ => return Err(self.scanner.unexpected(Expected::Value)),
        };
        Ok(Node { span: self.scanner.span_from(start), value })
    }

    fn word(&mut self) -> Parsed<Value> {
        let start = self.scanner.at();
        match self.scanner.take_while(|c| c.is_alphanumeric() || c == '_') {
            "null" => Ok(Value::Null),
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            other if self.scanner.rest().is_empty() && is_start_of_word(other) => {
                Err(self.scanner.unexpected(Expected::Value))
            }
            other => {
                let problem = Problem::UnknownWord { found: shown(other) };
                Err(Finding::new(self.scanner.span_from(start), problem))
            }
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Parsed<Value>) -> Parsed<Value> {
        if self.depth == MAX_DEPTH {
            return Err(self.scanner.here(Problem::TooDeep { limit: MAX_DEPTH }));
        }
        self.depth += 1;
        self.scanner.skip_char();
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn array(&mut self) -> Parsed<Value> {
        let mut items = Vec::new();
        self.space()?;
        if self.scanner.take(']') {
            return Ok(Value::Array(items));
        }
        loop {
            items.push(self.value()?);
            if !self.goes_on(']', Expected::CommaOrEndOfList)? {
                return Ok(Value::Array(items));
            }
        }
    }

    fn object(&mut self) -> Parsed<Value> {
        let mut members = Vec::new();
        self.space()?;
        if self.scanner.take('}') {
            return Ok(Value::Object(members));
        }
        let mut expected = Expected::FieldNameOrEnd;
        loop {
            members.push(self.member(expected)?);
            expected = Expected::FieldName;
            if !self.goes_on('}', Expected::CommaOrEndOfObject)? {
                return Ok(Value::Object(members));
            }
        }
    }

    fn member(&mut self, expected: Expected) -> Parsed<Member> {
        self.space()?;
        let start = self.scanner.at();
        if self.scanner.peek() != Some('"') {
            return Err(self.scanner.unexpected(expected));
        }
        let key = self.scanner.text()?;
        let key_span = self.scanner.span_from(start);
        self.space()?;
        if !self.scanner.take(':') {
            return Err(self.scanner.unexpected(Expected::Colon));
        }
        Ok(Member { key, key_span, value: self.value()? })
    }

    /// Whether a comma and something after it follow; otherwise `end` was taken.
    fn goes_on(&mut self, end: char, expected: Expected) -> Parsed<bool> {
        self.space()?;
        if self.scanner.take(end) {
            return Ok(false);
        }
        let comma = self.scanner.at();
        if !self.scanner.take(',') {
            return Err(self.scanner.unexpected(expected));
        }
        let span = self.scanner.span_from(comma);
        self.space()?;
        if self.scanner.peek() == Some(end) {
            return Err(Finding::new(span, Problem::TrailingComma));
        }
        Ok(true)
    }
}

fn is_start_of_word(text: &str) -> bool {
    ["null", "true", "false"].iter().any(|word| word.starts_with(text))
}
