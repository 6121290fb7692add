//! The same document, written in another way.

use super::choices::Choices;
use serde_json::{Map, Number, Value as Json};
use std::fmt::Write;

/// Whole numbers beyond this are others when they are written with a fraction.
const EXACT: i64 = 1 << 53;

/// A document with its members in another order, other spaces, other spellings of numbers and
/// texts, and members that nobody asks for.
pub fn respelled(choices: &mut Choices<'_>, document: &Json) -> String {
    let mut text = String::new();
    write(choices, document, &mut text);
    text
}

fn write(choices: &mut Choices<'_>, value: &Json, into: &mut String) {
    space(choices, into);
    match value {
        Json::Null | Json::Bool(_) => into.push_str(&value.to_string()),
        Json::Number(number) => into.push_str(&spelled(choices, number)),
        Json::String(text) => quoted(choices, text, into),
        Json::Array(items) => {
            into.push('[');
            for (idx, item) in items.iter().enumerate() {
                into.push_str(if idx > 0 { "," } else { "" });
                write(choices, item, into);
            }
            into.push(']');
        }
        Json::Object(members) => object(choices, members, into),
    }
    space(choices, into);
}

fn object(choices: &mut Choices<'_>, members: &Map<String, Json>, into: &mut String) {
    let mut left: Vec<(&str, Json)> =
        members.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    if choices.is(30) {
        left.push(("of no interest", serde_json::json!([{ "port": [1e3] }, null])));
    }
    into.push('{');
    let mut is_first = true;
    while !left.is_empty() {
        let (name, value) = left.remove(choices.below(left.len()));
        into.push_str(if is_first { "" } else { "," });
        is_first = false;
        space(choices, into);
        quoted(choices, name, into);
        space(choices, into);
        into.push(':');
        write(choices, &value, into);
    }
    into.push('}');
}

fn space(choices: &mut Choices<'_>, into: &mut String) {
    const SPACES: [&str; 5] = ["", "", " ", "\n", "\t\r\n "];
    into.push_str(SPACES[choices.below(SPACES.len())]);
}

fn spelled(choices: &mut Choices<'_>, number: &Number) -> String {
    match number.as_i64() {
        Some(whole) if !(-EXACT..=EXACT).contains(&whole) => number.to_string(),
        Some(whole) => {
            let ways = [
                format!("{whole}"),
                format!("{whole}.0"),
                format!("{whole}e0"),
                if whole == 0 { "0E7".to_owned() } else { format!("{whole}0E-1") },
                format!("{whole}.000e+00"),
            ];
            choices.one(&ways).clone()
        }
        None => {
            let double = number.as_f64().unwrap();
            choices.one(&[number.to_string(), format!("{double:e}")]).clone()
        }
    }
}

fn quoted(choices: &mut Choices<'_>, text: &str, into: &mut String) {
    into.push('"');
    for char in text.chars() {
        let is_plain = !matches!(char, '"' | '\\' | '\0'..='\u{1f}');
        if is_plain && !choices.is(20) {
            into.push(char);
            continue;
        }
        for unit in char.encode_utf16(&mut [0; 2]) {
            write!(into, "\\u{unit:04x}").unwrap();
        }
    }
    into.push('"');
}
