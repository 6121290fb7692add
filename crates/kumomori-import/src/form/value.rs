//! One value: what a text means for a field, and back.

use super::Needed;
use crate::entry::{node, text};
use crate::moment::from_person;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_check::kind::{Holds, Scalar};
use kumomori_check::{time, version};
use kumomori_core::checks::FieldAbout;
use kumomori_wire::json::{Node, Value};

/// What a place for a field takes, each of its values if it holds several.
pub fn needed(scalar: Scalar, about: &FieldAbout) -> Needed {
    match scalar {
        Scalar::Text if about.is_country => Needed::Country,
        Scalar::Text if !about.values.is_empty() => Needed::Word,
        Scalar::Text => Needed::Text,
        Scalar::Bool => Needed::YesOrNo,
        Scalar::Int => Needed::Whole,
        Scalar::Number => Needed::Number,
        Scalar::Time => Needed::Day,
        Scalar::Span => Needed::Span,
        Scalar::Version => Needed::Version,
    }
}

/// The value that a text means for a field that holds one or a list; `None` within where it is
/// empty.
pub(crate) fn read(holds: Holds, about: &FieldAbout, typed: &str) -> Result<Option<Value>, Needed> {
    match holds {
        Holds::One(_) if typed.trim().is_empty() => Ok(None),
        Holds::One(scalar) => one(scalar, about, typed.trim()).map(Some),
        Holds::List(scalar) => {
            let is_end = |c: char| c == '\n' || about.is_country && ",、 ".contains(c);
            let items = typed.split(is_end).map(str::trim).filter(|it| !it.is_empty());
            let items = items.map(|it| one(scalar, about, it).map(node));
            let items: Vec<Node> = items.collect::<Result<_, _>>()?;
            Ok(if items.is_empty() { None } else { Some(Value::Array(items)) })
        }
        Holds::Object | Holds::Objects => Err(Needed::KnownField),
    }
}

fn one(scalar: Scalar, about: &FieldAbout, typed: &str) -> Result<Value, Needed> {
    let needed = needed(scalar, about);
    let is_digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let found = match needed {
        Needed::Text => Some(text(typed)),
        Needed::Word => about.values.iter().any(|it| it == typed).then(|| text(typed)),
        Needed::YesOrNo => typed.parse().ok().map(Value::Bool),
        Needed::Whole => typed.parse::<u32>().ok().filter(|_| is_digits(typed)).map(number),
        Needed::Number => {
            let (whole, part) = typed.split_once('.').unwrap_or((typed, "0"));
            let whole = whole.parse::<u32>().ok().filter(|_| is_digits(whole) && is_digits(part));
            let has_part = typed.contains('.') && part.len() <= 9;
            whole.map(|it| if has_part { decimal(it, part) } else { number(it) })
        }
        Needed::Day => from_person(typed).map(text),
        Needed::Span => time::span(typed).filter(|it| *it >= 0).map(|_| text(typed)),
        Needed::Version => version::Version::from_text(typed).map(|_| text(typed)),
        Needed::Country => country(typed).map(text),
        Needed::KnownField => None,
    };
    found.ok_or(needed)
}

fn number(value: u32) -> Value {
    Value::Number(value.to_string())
}

fn decimal(whole: u32, part: &str) -> Value {
    Value::Number([whole.to_string().as_str(), ".", part].concat())
}

fn country(typed: &str) -> Option<String> {
    let is_code = typed.len() == 2 && typed.bytes().all(|it| it.is_ascii_alphabetic());
    is_code.then(|| typed.to_ascii_uppercase())
}

/// How a value is typed; `None` for what no place of a form takes.
pub(crate) fn show(holds: Holds, value: &Value) -> Option<String> {
    match (holds, value) {
        (Holds::One(Scalar::Time), Value::Text(text)) => {
            Some(text.strip_suffix("T00:00:00Z").unwrap_or(text).to_string())
        }
        (Holds::One(_), Value::Text(text) | Value::Number(text)) => Some(text.clone()),
        (Holds::One(_), Value::Bool(value)) => Some(value.to_string()),
        (Holds::List(scalar), Value::Array(items)) => {
            let items = items.iter().filter_map(|it| show(Holds::One(scalar), &it.value));
            Some(items.collect::<Vec<_>>().join("\n"))
        }
        _ => None,
    }
}
