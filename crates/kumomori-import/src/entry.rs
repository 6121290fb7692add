//! Entries of a document on their way to JSON.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_wire::json::{Member, Node, Span, Value};

/// One entry: a value for each field that is known.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entry {
    values: Vec<(&'static str, Value)>,
}

impl Entry {
    /// Sets a field; nothing leaves it out.
    pub(crate) fn set(&mut self, name: &'static str, value: Option<Value>) {
        if let Some(value) = value {
            self.values.push((name, value));
        }
    }

    /// The value of a field, if it is known.
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.values.iter().find(|(it, _)| *it == name).map(|(_, value)| value)
    }

    /// The entry as an object, its fields in the order of some names.
    pub(crate) fn into_node(self, names: impl Iterator<Item = &'static str>) -> Node {
        let values = names.filter_map(|name| Some((name, self.get(name)?.clone())));
        object(values)
    }
}

/// A JSON text.
pub(crate) fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

/// A JSON number.
pub(crate) fn count(count: u64) -> Value {
    Value::Number(count.to_string())
}

/// A JSON list of texts.
pub(crate) fn texts<'a>(texts: impl Iterator<Item = &'a str>) -> Value {
    Value::Array(texts.map(|it| node(text(it))).collect())
}

/// A JSON object.
pub(crate) fn object<'a>(values: impl Iterator<Item = (&'a str, Value)>) -> Node {
    let member = |(key, value): (&str, Value)| Member {
        key: key.into(),
        key_span: Span::default(),
        value: node(value),
    };
    node(Value::Object(values.map(member).collect()))
}

/// A value that was not read from a text.
pub(crate) fn node(value: Value) -> Node {
    Node { span: Span::default(), value }
}
