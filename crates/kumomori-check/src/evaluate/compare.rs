//! Comparison and conversion, as far as both sides are known.

use super::{Machine, Truth, count, reason_of, unknown_of};
use crate::program::{At, Comparison, Conversion};
use crate::value::{Reason, Value};
use crate::{time, version};
use core::cmp::Ordering;

impl<'a> Machine<'a> {
    pub(super) fn compared(&mut self, how: Comparison, a: &Value<'a>, b: &Value<'a>) -> Truth {
        let bytes = match (a, b) {
            (Value::Text(a), Value::Text(b)) => a.len().min(b.len()),
            (Value::Version(a), Value::Version(b)) => a.len() + b.len(),
            _ => 0,
        };
        match self.spend_on(bytes) {
            Ok(()) => compared(how, a, b),
            Err(reason) => Truth::Unknown(reason),
        }
    }

    pub(super) fn converted(&mut self, how: Conversion, of: At) -> Value<'a> {
        let value = self.value(of);
        let Value::Text(text) = value else { return unknown_of(&[&value]) };
        if let Err(reason) = self.spend_on(text.len()) {
            return Value::Unknown(reason);
        }
        let converted = match how {
            Conversion::Timestamp => time::moment(text).map(Value::Moment),
            Conversion::Duration => time::span(text).map(Value::Span),
            Conversion::Version => version::Version::from_text(text).map(|_| Value::Version(text)),
        };
        converted.unwrap_or(Value::Unknown(Reason::Unreadable))
    }
}

fn compared(how: Comparison, a: &Value<'_>, b: &Value<'_>) -> Truth {
    if let (Value::Null, other) | (other, Value::Null) = (a, b) {
        return match other {
            Value::Unknown(reason) => Truth::Unknown(*reason),
            other => {
                let is_null = matches!(other, Value::Null | Value::Blank);
                Truth::of(is_null == (how == Comparison::Equal))
            }
        };
    }
    // Texts of different lengths are unequal at a glance.
    if let (Value::Text(a), Value::Text(b), Comparison::Equal | Comparison::NotEqual) = (a, b, how)
    {
        return Truth::of((a == b) == (how == Comparison::Equal));
    }
    match order(a, b) {
        Ok(order) => Truth::of(match how {
            Comparison::Equal => order == Some(Ordering::Equal),
            Comparison::NotEqual => order != Some(Ordering::Equal),
            Comparison::Less => order == Some(Ordering::Less),
            Comparison::LessOrEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            Comparison::Greater => order == Some(Ordering::Greater),
            Comparison::GreaterOrEqual => {
                matches!(order, Some(Ordering::Greater | Ordering::Equal))
            }
        }),
        Err(reason) => Truth::Unknown(reason),
    }
}

fn order(a: &Value<'_>, b: &Value<'_>) -> Result<Option<Ordering>, Reason> {
    Ok(match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
        (Value::Double(a), Value::Double(b)) => a.partial_cmp(b),
        (Value::Int(a), Value::Double(b)) => count::compare(*a, *b),
        (Value::Double(a), Value::Int(b)) => count::compare(*b, *a).map(Ordering::reverse),
        (Value::Text(a), Value::Text(b)) => Some(a.cmp(b)),
        (Value::Bool(a), Value::Bool(b)) => Some(a.cmp(b)),
        (Value::Moment(a), Value::Moment(b)) | (Value::Span(a), Value::Span(b)) => Some(a.cmp(b)),
        (Value::Version(a), Value::Version(b)) => {
            Some(version::compare(a, b).ok_or(Reason::Unreadable)?)
        }
        (a, b) => return Err(reason_of(&[a, b])),
    })
}
