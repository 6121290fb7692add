//! Types of values, and what may be done with them.

use crate::fault::Problem;
use crate::kind::{Holds, Scalar};
use crate::program::{Comparison, Counting};
use crate::value::Threshold;
use alloc::boxed::Box;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type {
    Null,
    Bool,
    Int,
    Number,
    /// A text that may be written out of a function for its order.
    Text(Option<&'static str>),
    Moment,
    Span,
    Version,
    List(Box<Type>),
    /// An object: the field that holds it, or the top.
    Object(Option<usize>),
}

impl Type {
    pub(super) fn plain() -> Self {
        Self::Text(None)
    }

    pub(super) fn list(item: Self) -> Self {
        Self::List(Box::new(item))
    }

    pub(super) fn of(holds: Holds, field: usize) -> Self {
        match holds {
            Holds::One(scalar) => Self::of_scalar(scalar),
            Holds::List(scalar) => Self::list(Self::of_scalar(scalar)),
            Holds::Object => Self::Object(Some(field)),
            Holds::Objects => Self::list(Self::Object(Some(field))),
        }
    }

    fn of_scalar(scalar: Scalar) -> Self {
        match scalar {
            Scalar::Bool => Self::Bool,
            Scalar::Int => Self::Int,
            Scalar::Number => Self::Number,
            Scalar::Text => Self::plain(),
            Scalar::Time => Self::Text(Some("timestamp")),
            Scalar::Span => Self::Text(Some("duration")),
            Scalar::Version => Self::Text(Some("version")),
        }
    }

    pub(super) fn of_threshold(value: &Threshold) -> Self {
        match value {
            Threshold::Int(_) => Self::Int,
            Threshold::Double(_) => Self::Number,
            Threshold::Text(_) => Self::plain(),
            Threshold::Texts(_) => Self::list(Self::plain()),
        }
    }

    pub(super) fn noun(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "true or false",
            Self::Int => "a whole number",
            Self::Number => "a number",
            Self::Text(_) => "a text",
            Self::Moment => "a moment",
            Self::Span => "a length of time",
            Self::Version => "a version",
            Self::List(item) => match **item {
                Self::Bool => "a list of true or false",
                Self::Int => "a list of whole numbers",
                Self::Number => "a list of numbers",
                Self::Text(_) => "a list of texts",
                Self::Moment => "a list of moments",
                Self::Span => "a list of lengths of time",
                Self::Version => "a list of versions",
                Self::List(_) => "a list of lists",
                Self::Object(_) => "a list of objects",
                Self::Null => "a list",
            },
            Self::Object(_) => "an object",
        }
    }

    /// One type for both; `None` where they have none in common.
    pub(super) fn both(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => Some(Self::Text(a.or(*b))),
            (Self::List(a), Self::List(_)) if **a == Self::Null => Some(other.clone()),
            (Self::List(_), Self::List(b)) if **b == Self::Null => Some(self.clone()),
            (Self::List(a), Self::List(b)) => Some(Self::list(a.both(b)?)),
            (a, b) => (a == b).then(|| a.clone()),
        }
    }

    fn is_number(&self) -> bool {
        matches!(self, Self::Int | Self::Number)
    }
}

/// Whether two types can be compared so.
pub(super) fn compare(how: Comparison, left: &Type, right: &Type) -> Result<(), Problem> {
    let is_equality = matches!(how, Comparison::Equal | Comparison::NotEqual);
    let wrong = || Problem::Incomparable { left: left.noun(), right: right.noun() };
    match (left, right) {
        (Type::Text(a), Type::Text(b)) => match a.or(*b) {
            Some(function) if !is_equality => Err(Problem::NeedsConversion { function }),
            _ => Ok(()),
        },
        (Type::Moment, Type::Moment)
        | (Type::Span, Type::Span)
        | (Type::Version, Type::Version) => Ok(()),
        (Type::Bool, Type::Bool) | (Type::Null, _) | (_, Type::Null) if is_equality => Ok(()),
        (a, b) if a.is_number() && b.is_number() => Ok(()),
        _ => Err(wrong()),
    }
}

/// The type of counting with two types.
pub(super) fn count(how: Counting, left: &Type, right: &Type) -> Result<Type, Problem> {
    use Counting::{Add, Remainder, Subtract};
    Ok(match (how, left, right) {
        (_, Type::Int, Type::Int) => Type::Int,
        (Remainder, _, _) => {
            return Err(Problem::WrongType { expected: "a whole number", found: left.noun() });
        }
        (_, a, b) if a.is_number() && b.is_number() => Type::Number,
        (Add, Type::List(_), Type::List(_)) => left
            .both(right)
            .ok_or(Problem::WrongType { expected: left.noun(), found: right.noun() })?,
        (Add | Subtract, Type::Moment, Type::Span) | (Add, Type::Span, Type::Moment) => {
            Type::Moment
        }
        (Subtract, Type::Moment, Type::Moment) | (Add | Subtract, Type::Span, Type::Span) => {
            Type::Span
        }
        _ => {
            let found = if left.is_number() { right.noun() } else { left.noun() };
            return Err(Problem::WrongType { expected: "a number", found });
        }
    })
}
