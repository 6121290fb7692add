//! JSON values that know where in the text they stand.

use crate::diagnostic::{Diagnostic, Kind};
use crate::findings::Findings;
use crate::parser;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// The deepest nesting of lists and objects that is read.
pub const MAX_DEPTH: usize = 32;

/// The most values that are read from one text.
pub const MAX_VALUES: usize = 1_000_000;

/// Bytes of a text, the end not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A value and where it stands. The place never changes equality.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands; empty for a value that was not read from a text.
    pub span: Span,
    /// The value.
    pub value: Value,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A text, escapes resolved.
    Text(String),
    /// A list.
    Array(Vec<Node>),
    /// An object; members in the order of the text, a name may stand twice.
    Object(Vec<Member>),
}

/// A named value of an object.
#[derive(Debug, Clone)]
pub struct Member {
    /// The name.
    pub key: String,
    /// Where the name stands, with its quotes.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl PartialEq for Member {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.value == other.value
    }
}

/// Reads a text as JSON by RFC 8259, nothing more.
///
/// Nesting beyond [`MAX_DEPTH`] and more than [`MAX_VALUES`] values are refused. A name that
/// stands twice in an object is kept twice: whoever reads the node reports it.
///
/// # Errors
///
/// The first place where the text is not JSON.
pub fn parse(text: &str) -> Result<Node, Box<Diagnostic>> {
    parser::parse(text).map_err(|finding| Box::new(Findings::only(text, finding)))
}

impl Node {
    /// The kind of the value.
    pub fn kind(&self) -> Kind {
        match self.value {
            Value::Null => Kind::Null,
            Value::Bool(_) => Kind::Boolean,
            Value::Number(_) => Kind::Number,
            Value::Text(_) => Kind::Text,
            Value::Array(_) => Kind::List,
            Value::Object(_) => Kind::Object,
        }
    }

    /// The value of a field, the first if it stands twice.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.members().iter().find(|it| it.key == key).map(|it| &it.value)
    }

    /// The members of an object; none for anything else.
    pub fn members(&self) -> &[Member] {
        if let Value::Object(members) = &self.value { members } else { &[] }
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> &[Self] {
        if let Value::Array(items) = &self.value { items } else { &[] }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    /// The value, if it is `true` or `false`.
    pub fn bool(&self) -> Option<bool> {
        if let Value::Bool(value) = self.value { Some(value) } else { None }
    }

    /// The number, if it is a whole one that fits.
    pub fn whole(&self) -> Option<u32> {
        if let Value::Number(raw) = &self.value { raw.parse().ok() } else { None }
    }

    /// The text as another type, if it is one.
    pub(crate) fn parsed<T: core::str::FromStr>(&self) -> Option<T> {
        self.text()?.parse().ok()
    }
}
