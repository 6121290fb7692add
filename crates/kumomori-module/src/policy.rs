//! Thresholds of a request: names with values.

use crate::reader::Reader;
use alloc::format;
use alloc::vec::Vec;
use kumomori_check::document::Piece;
use kumomori_check::program::Policy;
use kumomori_check::value::Threshold;
use kumomori_wire::json::{Node, Value, parse};

/// Puts the thresholds of a request into the place of the defaults.
pub(crate) fn take(given: &Piece<'_>, policy: &mut Policy, reader: &mut Reader<'_>) {
    for field in reader.members(given) {
        let known = policy.thresholds.iter().position(|(name, _)| *name == field.name);
        let Some(place) = known.and_then(|it| policy.thresholds.get_mut(it)) else {
            let known: Vec<&str> = policy.thresholds.iter().map(|(it, _)| it.as_str()).collect();
            reader.unknown(&field, &known);
            continue;
        };
        if let Some(value) = parse(field.text).ok().and_then(|it| fitting(&place.1, &it)) {
            place.1 = value;
        } else {
            let (ja, en) = needed(&place.1);
            let message = reader.say(format!("{ja}が要る"), format!("{en} is needed here"));
            reader.wrong(&field, message, None);
        }
    }
}

/// A value of the type that the default has.
fn fitting(known: &Threshold, given: &Node) -> Option<Threshold> {
    match (known, &given.value) {
        (Threshold::Int(_), Value::Number(text)) => text.parse().ok().map(Threshold::Int),
        (Threshold::Double(_), Value::Number(text)) => {
            text.parse::<f64>().ok().filter(|it| it.is_finite()).map(Threshold::Double)
        }
        (Threshold::Text(_), Value::Text(text)) => Some(Threshold::Text(text.clone())),
        (Threshold::Texts(_), Value::Array(items)) => {
            let texts = items.iter().map(|it| it.text().map(Into::into));
            texts.collect::<Option<Vec<_>>>().map(Threshold::Texts)
        }
        _ => None,
    }
}

fn needed(known: &Threshold) -> (&'static str, &'static str) {
    match known {
        Threshold::Int(_) => ("整数", "a whole number"),
        Threshold::Double(_) => ("数", "a number"),
        Threshold::Text(_) => ("文字列", "a text"),
        Threshold::Texts(_) => ("文字列の一覧", "a list of texts"),
    }
}
