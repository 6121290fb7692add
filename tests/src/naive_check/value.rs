//! Values.

use super::version::Version;
use std::collections::BTreeMap;

/// A value, known or not.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nobody knows.
    Unknown,
    /// `null`, which is as good as missing unless an expression asks for it.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A whole number where any number may stand: it compares as what it is and counts as a
    /// double.
    Wide(i64),
    /// Any other number.
    Double(f64),
    /// A text.
    Text(String),
    /// A moment, in nanoseconds since 1970.
    Moment(i128),
    /// A length of time, in nanoseconds.
    Span(i128),
    /// A version.
    Version(Version),
    /// A list.
    List(Vec<Value>),
    /// An object: the fields that are there.
    Object(BTreeMap<String, Value>),
}

impl Value {
    /// A list of texts.
    pub fn texts(texts: &[String]) -> Self {
        Self::List(texts.iter().cloned().map(Self::Text).collect())
    }

    /// A value that may be there.
    pub(crate) fn from_option<T>(value: Option<T>, make: fn(T) -> Self) -> Self {
        value.map_or(Self::Unknown, make)
    }
}
