//! Canonical JSON text: equal values give equal bytes.
//!
//! Two spaces a level and a line break at the end. A list stands on one line when all its items
//! are scalars; an object does when all its values are scalars or such lists, unless it is the
//! document itself.

use crate::json::{Member, Node, Span, Value};
use alloc::format;
use alloc::string::{String, ToString};

/// The canonical text of a document.
pub fn to_text(document: &Node) -> String {
    let mut text = String::new();
    match &document.value {
        Value::Object(members) if !members.is_empty() => write_members(members, 0, &mut text),
        _ => write(document, 0, &mut text),
    }
    text.push('\n');
    text
}

/// A value that was not read from a text.
pub fn node(value: Value) -> Node {
    Node { span: Span::default(), value }
}

/// A text.
pub fn text(text: &(impl ToString + ?Sized)) -> Node {
    node(Value::Text(text.to_string()))
}

/// A number.
pub fn number(number: &impl ToString) -> Node {
    node(Value::Number(number.to_string()))
}

/// `true` or `false`.
pub fn bool(value: bool) -> Node {
    node(Value::Bool(value))
}

/// A list.
pub fn list(items: impl IntoIterator<Item = Node>) -> Node {
    node(Value::Array(items.into_iter().collect()))
}

/// A value, or `null`.
pub fn or_null(value: Option<Node>) -> Node {
    value.unwrap_or(node(Value::Null))
}

/// An object.
pub fn object<const N: usize>(fields: [(&str, Node); N]) -> Node {
    object_of_some(fields.map(|(key, value)| (key, Some(value))))
}

/// An object of those fields that have a value.
pub fn object_of_some<const N: usize>(fields: [(&str, Option<Node>); N]) -> Node {
    let member = |(key, value): (&str, Option<Node>)| {
        Some(Member { key: key.into(), key_span: Span::default(), value: value? })
    };
    node(Value::Object(fields.into_iter().filter_map(member).collect()))
}

impl Node {
    /// An object with the fields of another after its own.
    #[must_use]
    pub fn followed_by(mut self, other: Self) -> Self {
        if let (Value::Object(own), Value::Object(other)) = (&mut self.value, other.value) {
            own.extend(other);
        }
        self
    }
}

fn is_scalar(node: &Node) -> bool {
    !matches!(node.value, Value::Array(_) | Value::Object(_))
}

fn is_inline(node: &Node) -> bool {
    let is_flat = |it: &Node| it.members().is_empty() && it.items().iter().all(is_scalar);
    is_flat(node) || node.members().iter().all(|it| is_flat(&it.value)) && node.items().is_empty()
}

fn write(node: &Node, depth: usize, out: &mut String) {
    if is_inline(node) {
        return write_inline(node, out);
    }
    match &node.value {
        Value::Array(items) => write_items(items, depth, out),
        Value::Object(members) => write_members(members, depth, out),
        _ => {}
    }
}

fn write_items(items: &[Node], depth: usize, out: &mut String) {
    out.push('[');
    for (idx, item) in items.iter().enumerate() {
        new_line(idx, depth + 1, out);
        write(item, depth + 1, out);
    }
    new_line(0, depth, out);
    out.push(']');
}

fn write_members(members: &[Member], depth: usize, out: &mut String) {
    out.push('{');
    for (idx, member) in members.iter().enumerate() {
        new_line(idx, depth + 1, out);
        write_text(&member.key, out);
        out.push_str(": ");
        write(&member.value, depth + 1, out);
    }
    new_line(0, depth, out);
    out.push('}');
}

fn new_line(idx: usize, depth: usize, out: &mut String) {
    out.push_str(if idx == 0 { "\n" } else { ",\n" });
    for _ in 0..depth {
        out.push_str("  ");
    }
}

fn write_inline(node: &Node, out: &mut String) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(raw) => out.push_str(raw),
        Value::Text(text) => write_text(text, out),
        Value::Array(items) => {
            out.push('[');
            for (idx, item) in items.iter().enumerate() {
                out.push_str(if idx == 0 { "" } else { ", " });
                write_inline(item, out);
            }
            out.push(']');
        }
        Value::Object(members) if members.is_empty() => out.push_str("{}"),
        Value::Object(members) => {
            for (idx, member) in members.iter().enumerate() {
                out.push_str(if idx == 0 { "{ " } else { ", " });
                write_text(&member.key, out);
                out.push_str(": ");
                write_inline(&member.value, out);
            }
            out.push_str(" }");
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A list of words or ids.
pub(crate) fn texts<T: ToString>(items: impl IntoIterator<Item = T>) -> Node {
    node(Value::Array(items.into_iter().map(|it| text(&it)).collect()))
}
