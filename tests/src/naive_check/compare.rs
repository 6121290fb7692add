//! Comparison, as far as both sides are known.

use super::Value;
use std::cmp::Ordering;

pub(crate) fn equal(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Bool(a), Value::Bool(b)) => Value::Bool(a == b),
        _ => decided(a, b, Ordering::is_eq),
    }
}

pub(crate) fn less(a: &Value, b: &Value) -> Value {
    decided(a, b, Ordering::is_lt)
}

pub(crate) fn is_in(a: &Value, list: &Value) -> Value {
    let Value::List(items) = list else { return Value::Unknown };
    if matches!(a, Value::Unknown | Value::Null) {
        return Value::Unknown;
    }
    let answers: Vec<Value> = items.iter().map(|it| equal(a, it)).collect();
    if answers.contains(&Value::Bool(true)) {
        Value::Bool(true)
    } else if answers.contains(&Value::Unknown) {
        Value::Unknown
    } else {
        Value::Bool(false)
    }
}

fn decided(a: &Value, b: &Value, holds: fn(Ordering) -> bool) -> Value {
    Value::from_option(order(a, b).map(holds), Value::Bool)
}

/// Which comes first, where both have a place in one order.
fn order(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Int(a) | Value::Wide(a), Value::Int(b) | Value::Wide(b)) => Some(a.cmp(b)),
        (Value::Double(a), Value::Double(b)) => a.partial_cmp(b),
        (Value::Int(a) | Value::Wide(a), Value::Double(b)) => Some(int_and_double(*a, *b)),
        (Value::Double(a), Value::Int(b) | Value::Wide(b)) => {
            Some(int_and_double(*b, *a).reverse())
        }
        (Value::Text(a), Value::Text(b)) => Some(a.chars().cmp(b.chars())),
        (Value::Moment(a), Value::Moment(b)) | (Value::Span(a), Value::Span(b)) => Some(a.cmp(b)),
        (Value::Version(a), Value::Version(b)) => Some(a.cmp(b)),
        _ => None,
    }
}

/// The order of the numbers themselves, not of what a double makes of the whole one.
fn int_and_double(a: i64, b: f64) -> Ordering {
    if b >= 9.3e18 {
        return Ordering::Less;
    }
    if b <= -9.3e18 {
        return Ordering::Greater;
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is within range")]
    let whole = b.trunc() as i128;
    let by_fraction = 0.0.partial_cmp(&b.fract()).unwrap();
    i128::from(a).cmp(&whole).then(by_fraction)
}
