//! Values as Rego writes them.

use crate::syntax::tree::Literal;
use crate::value::Threshold;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A threshold as a term.
pub fn threshold(value: &Threshold) -> String {
    match value {
        Threshold::Int(value) => value.to_string(),
        Threshold::Double(value) => format!("{value:?}"),
        Threshold::Text(text) => quoted(text),
        Threshold::Texts(texts) => {
            let texts: Vec<String> = texts.iter().map(|it| quoted(it)).collect();
            format!("[{}]", texts.join(", "))
        }
    }
}

pub(super) fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Null => "null".into(),
        Literal::Bool(value) => value.to_string(),
        Literal::Int(value) => value.to_string(),
        Literal::Double(value) => format!("{value:?}"),
        Literal::Text(text) => quoted(text),
    }
}

/// A text in quotes, as JSON and Rego write it.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
