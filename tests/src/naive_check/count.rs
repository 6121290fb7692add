//! Arithmetic: exactly, or not at all.

use super::{Operator, Value};

pub(crate) fn count(operator: Operator, a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => {
            Value::from_option(whole(operator, (*a).into(), (*b).into()), Value::Int)
        }
        (Value::Wide(_) | Value::Double(_), _) | (_, Value::Wide(_) | Value::Double(_)) => {
            let result = as_double(a).zip(as_double(b)).and_then(|(a, b)| double(operator, a, b));
            Value::from_option(result, Value::Double)
        }
        (Value::List(a), Value::List(b)) if operator == Operator::Add => {
            Value::List([a.as_slice(), b].concat())
        }
        _ => time(operator, a, b),
    }
}

pub(crate) fn minus(a: &Value) -> Value {
    match a {
        Value::Int(a) => Value::from_option(a.checked_neg(), Value::Int),
        _ => Value::from_option(as_double(a), |a| Value::Double(-a)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "what has a fraction counts as a double")]
fn as_double(value: &Value) -> Option<f64> {
    match value {
        Value::Int(value) | Value::Wide(value) => Some(*value as f64),
        Value::Double(value) => Some(*value),
        _ => None,
    }
}

fn whole(operator: Operator, a: i128, b: i128) -> Option<i64> {
    let result = match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a * b,
        Operator::Divide => a.checked_div(b)?,
        // As in CEL, what cannot be divided leaves no remainder either.
        Operator::Remainder => i64::try_from(a.checked_div(b)?).ok().map(|_| a % b)?,
        _ => return None,
    };
    result.try_into().ok()
}

fn double(operator: Operator, a: f64, b: f64) -> Option<f64> {
    let result = match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a * b,
        Operator::Divide => a / b,
        _ => return None,
    };
    result.is_finite().then_some(result)
}

fn time(operator: Operator, a: &Value, b: &Value) -> Value {
    match (operator, a, b) {
        (Operator::Subtract, Value::Moment(a), Value::Moment(b))
        | (Operator::Subtract, Value::Span(a), Value::Span(b)) => Value::Span(a - b),
        (Operator::Subtract, Value::Moment(a), Value::Span(b)) => Value::Moment(a - b),
        (Operator::Add, Value::Span(a), Value::Span(b)) => Value::Span(a + b),
        (Operator::Add, Value::Moment(a), Value::Span(b))
        | (Operator::Add, Value::Span(a), Value::Moment(b)) => Value::Moment(a + b),
        _ => Value::Unknown,
    }
}
