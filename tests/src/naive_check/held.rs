//! Documents as values: what a field does not hold is unknown.

use super::Value;
use kumomori_check::kind::{Holds, Kind, Scalar};
use serde_json::{Number, Value as Json};
use std::collections::BTreeMap;

/// A document of a kind: whatever is of another type than its field holds is unknown.
pub fn document(json: &Json, kind: &Kind) -> Value {
    if kind.is_list { objects(json, &kind.top, kind) } else { object(json, &kind.top, kind) }
}

fn objects(json: &Json, fields: &[usize], kind: &Kind) -> Value {
    match json {
        Json::Array(items) => {
            Value::List(items.iter().map(|it| object(it, fields, kind)).collect())
        }
        Json::Null => Value::Null,
        _ => Value::Unknown,
    }
}

fn object(json: &Json, fields: &[usize], kind: &Kind) -> Value {
    let members = match json {
        Json::Object(members) => members,
        Json::Null => return Value::Null,
        _ => return Value::Unknown,
    };
    let mut held = BTreeMap::new();
    for field in fields.iter().map(|it| &kind.fields[*it]) {
        if let Some(json) = members.get(&field.name) {
            let value = match field.holds {
                Holds::One(scalar) => one(json, scalar),
                Holds::List(scalar) => list(json, scalar),
                Holds::Object => object(json, &field.children, kind),
                Holds::Objects => objects(json, &field.children, kind),
            };
            held.insert(field.name.clone(), value);
        }
    }
    Value::Object(held)
}

fn list(json: &Json, scalar: Scalar) -> Value {
    match json {
        Json::Array(items) => Value::List(items.iter().map(|it| one(it, scalar)).collect()),
        Json::Null => Value::Null,
        _ => Value::Unknown,
    }
}

/// A whole number, however it is written.
fn whole(number: &Number) -> Option<i64> {
    let double = || number.as_f64().filter(|it| it.fract() == 0.0);
    number.as_i64().or_else(|| format!("{:.0}", double()?).parse().ok())
}

fn one(json: &Json, scalar: Scalar) -> Value {
    match (json, scalar) {
        (Json::Null, _) => Value::Null,
        (Json::Bool(value), Scalar::Bool) => Value::Bool(*value),
        (Json::Number(number), Scalar::Int) => Value::from_option(whole(number), Value::Int),
        (Json::Number(number), Scalar::Number) => match number.as_i64() {
            Some(whole) => Value::Wide(whole),
            None => Value::from_option(number.as_f64(), Value::Double),
        },
        (Json::String(text), Scalar::Text | Scalar::Time | Scalar::Span | Scalar::Version) => {
            Value::Text(text.clone())
        }
        _ => Value::Unknown,
    }
}
