//! Tokens of an expression.

use crate::fault::{Fault, Problem, Span};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Name(String),
    Int(i64),
    /// 2^63, which only stands after a minus.
    MinInt,
    Double(f64),
    Text(String),
    Sign(&'static str),
    End,
}

/// Signs, the longer ones first.
const SIGNS: [&str; 25] = [
    "&&", "||", "==", "!=", "<=", ">=", "!", "<", ">", "+", "-", "*", "/", "%", "?", ":", ",", ".",
    "(", ")", "[", "]", "{", "}", "=",
];

/// Splits a text into tokens with their places; the last one is the end.
pub(super) fn tokens(text: &str) -> Result<Vec<(Token, Span)>, Fault> {
    let mut tokens = Vec::new();
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let trimmed = rest.trim_start();
        at += rest.len() - trimmed.len();
        if let Some(comment) = trimmed.strip_prefix("//") {
            at += 2 + comment.find('\n').unwrap_or(comment.len());
            continue;
        }
        let Some(first) = trimmed.chars().next() else {
            tokens.push((Token::End, Span { start: at, end: at }));
            return Ok(tokens);
        };
        let (token, len) = token(trimmed, first).map_err(|problem| Fault {
            problem,
            span: Span { start: at, end: at + first.len_utf8() },
        })?;
        tokens.push((token, Span { start: at, end: at + len }));
        at += len;
    }
}

fn token(text: &str, first: char) -> Result<(Token, usize), Problem> {
    if first.is_ascii_digit() {
        return number(text);
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let name = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
        let after = text.get(name.len()..).unwrap_or_default();
        if matches!(name, "r" | "b" | "R" | "B" | "rb" | "br") && after.starts_with(['"', '\'']) {
            return Err(unsupported("raw texts or bytes", "a text with escapes"));
        }
        return Ok((Token::Name(name.to_string()), name.len()));
    }
    if matches!(first, '"' | '\'') {
        return quoted(text, first);
    }
    let sign = SIGNS.into_iter().find(|it| text.starts_with(it));
    sign.map(|it| (Token::Sign(it), it.len())).ok_or_else(|| Problem::Unexpected {
        found: first.to_string(),
        expected: "an operator, a name or a value",
    })
}

pub(super) fn unsupported(what: &str, instead: &'static str) -> Problem {
    Problem::NotSupported { what: what.into(), instead }
}

fn number(text: &str) -> Result<(Token, usize), Problem> {
    let digits = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        from + rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())
    };
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let is = |at: usize, bytes: &[u8]| text.as_bytes().get(at).is_some_and(|it| bytes.contains(it));
    if text.starts_with('0') && is(1, b"xX") {
        return Err(unsupported("hexadecimal numbers", "the number in decimal"));
    }
    let mut end = digits(0);
    let mut is_whole = true;
    if is(end, b".") && is_digit(end + 1) {
        (end, is_whole) = (digits(end + 1), false);
    }
    if is(end, b"eE") {
        let sign = usize::from(is(end + 1, b"+-"));
        if is_digit(end + 1 + sign) {
            (end, is_whole) = (digits(end + 1 + sign), false);
        }
    }
    let written = text.get(..end).unwrap_or_default();
    if is_whole {
        let len = end + usize::from(is(end, b"uU"));
        return match written.parse::<u64>() {
            Ok(value) => match i64::try_from(value) {
                Ok(value) => Ok((Token::Int(value), len)),
                Err(_) if value == 1 << 63 => Ok((Token::MinInt, len)),
                Err(_) => Err(Problem::BadNumber),
            },
            Err(_) => Err(Problem::BadNumber),
        };
    }
    let value = written.parse::<f64>().ok().filter(|it| it.is_finite());
    value.map(|it| (Token::Double(it), end)).ok_or(Problem::BadNumber)
}

fn quoted(text: &str, quote: char) -> Result<(Token, usize), Problem> {
    let mut value = String::new();
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            _ if c == quote => return Ok((Token::Text(value), at + 1)),
            '\n' => break,
            '\\' => value.push(escape(&mut chars).ok_or(Problem::BadText)?),
            _ => value.push(c),
        }
    }
    Err(Problem::BadText)
}

fn escape(chars: &mut impl Iterator<Item = (usize, char)>) -> Option<char> {
    Some(match chars.next()?.1 {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'u' => {
            let digits = [chars.next()?.1, chars.next()?.1, chars.next()?.1, chars.next()?.1];
            let code = digits.into_iter().try_fold(0, |n, it| Some(n * 16 + it.to_digit(16)?))?;
            char::from_u32(code)?
        }
        c @ ('\\' | '"' | '\'' | '`' | '?') => c,
        _ => return None,
    })
}
