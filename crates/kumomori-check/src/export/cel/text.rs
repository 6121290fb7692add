//! Values as CEL writes them.

use super::level;
use crate::syntax::tree::Literal;
use crate::value::Threshold;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn literal(literal: &Literal) -> (String, u8) {
    let of_number = |text: String| {
        let level = if text.starts_with('-') { level::UNARY } else { level::MEMBER };
        (text, level)
    };
    match literal {
        Literal::Null => ("null".into(), level::MEMBER),
        Literal::Bool(value) => (value.to_string(), level::MEMBER),
        Literal::Int(value) => of_number(value.to_string()),
        Literal::Double(value) => of_number(format!("{value:?}")),
        Literal::Text(text) => (quoted(text), level::MEMBER),
    }
}

pub(super) fn threshold(value: &Threshold) -> (String, u8) {
    match value {
        Threshold::Int(value) => literal(&Literal::Int(*value)),
        Threshold::Double(value) => literal(&Literal::Double(*value)),
        Threshold::Text(text) => (quoted(text), level::MEMBER),
        Threshold::Texts(texts) => {
            let texts: Vec<String> = texts.iter().map(|it| quoted(it)).collect();
            (format!("[{}]", texts.join(", ")), level::MEMBER)
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for c in text.chars() {
        match c {
            '\'' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('\'');
    quoted
}
