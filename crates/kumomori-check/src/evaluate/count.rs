//! Arithmetic: exact, or unknown.

use super::{Machine, unknown_of};
use crate::program::Counting;
use crate::value::{Reason, Value};
use core::cmp::Ordering;

impl<'a> Machine<'a> {
    pub(super) fn counted(&mut self, how: Counting, a: Value<'a>, b: Value<'a>) -> Value<'a> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => whole(how, a, b),
            (Value::Double(a), Value::Double(b)) => decimal(how, a, b),
            (Value::Int(a), Value::Double(b)) => decimal(how, double(a), b),
            (Value::Double(a), Value::Int(b)) => decimal(how, a, double(b)),
            (Value::Moment(a), Value::Span(b)) => exact(sum(how, a, b), Value::Moment),
            (Value::Span(a), Value::Moment(b)) => exact(a.checked_add(b), Value::Moment),
            (Value::Moment(a), Value::Moment(b)) => exact(a.checked_sub(b), Value::Span),
            (Value::Span(a), Value::Span(b)) => exact(sum(how, a, b), Value::Span),
            (a, b) if how == Counting::Add => self.joined(a, b),
            (a, b) => unknown_of(&[&a, &b]),
        }
    }
}

fn sum(how: Counting, a: i128, b: i128) -> Option<i128> {
    if how == Counting::Subtract { a.checked_sub(b) } else { a.checked_add(b) }
}

fn exact<'a>(value: Option<i128>, kind: fn(i128) -> Value<'a>) -> Value<'a> {
    value.map_or(Value::Unknown(Reason::TooLarge), kind)
}

fn whole<'a>(how: Counting, a: i64, b: i64) -> Value<'a> {
    if b == 0 && matches!(how, Counting::Divide | Counting::Remainder) {
        return Value::Unknown(Reason::DivisionByZero);
    }
    let value = match how {
        Counting::Add => a.checked_add(b),
        Counting::Subtract => a.checked_sub(b),
        Counting::Multiply => a.checked_mul(b),
        Counting::Divide => a.checked_div(b),
        Counting::Remainder => a.checked_rem(b),
    };
    value.map_or(Value::Unknown(Reason::TooLarge), Value::Int)
}

fn decimal<'a>(how: Counting, a: f64, b: f64) -> Value<'a> {
    if b == 0.0 && how == Counting::Divide {
        return Value::Unknown(Reason::DivisionByZero);
    }
    let value = match how {
        Counting::Add => a + b,
        Counting::Subtract => a - b,
        Counting::Multiply => a * b,
        Counting::Divide => a / b,
        Counting::Remainder => return Value::Unknown(Reason::WrongType),
    };
    if value.is_finite() { Value::Double(value) } else { Value::Unknown(Reason::TooLarge) }
}

/// A number as one with a fraction.
pub(super) fn decimal_of(value: Value<'_>) -> Value<'_> {
    match value {
        Value::Int(value) => Value::Double(double(value)),
        other => other,
    }
}

#[expect(clippy::cast_precision_loss, reason = "CEL counts with doubles where one is a double")]
fn double(value: i64) -> f64 {
    value as f64
}

/// Compares a whole number with any other, exactly.
pub(super) fn compare(a: i64, b: f64) -> Option<Ordering> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if b >= LIMIT {
        return Some(Ordering::Less);
    }
    if b < -LIMIT {
        return Some(Ordering::Greater);
    }
    #[expect(clippy::cast_possible_truncation, reason = "b lies within the range of whole numbers")]
    let whole = b as i64;
    let part = b - double(whole);
    Some(a.cmp(&whole).then(0.0.partial_cmp(&part)?))
}
