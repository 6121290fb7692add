//! A policy file as an ordered tree.

use std::fmt;

use anyhow::{Context, Result};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// A text.
    Text(String),
    /// A number, a truth value or nothing, as it is written.
    Word(String),
    /// A list.
    List(Vec<Node>),
    /// Fields in the order in which they stand.
    Fields(Vec<(String, Node)>),
}

impl Node {
    /// Whether it has no parts.
    pub(super) fn is_scalar(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Word(_))
    }
}

/// Reads a file.
///
/// # Errors
/// It is not YAML.
pub(super) fn parse(text: &str) -> Result<Node> {
    serde_saphyr::from_str(text).context("this cannot be read as YAML")
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Nodes)
    }
}

/// Makes nodes of what the parser finds.
struct Nodes;

impl<'de> Visitor<'de> for Nodes {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, a truth value, a list or fields")
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Word(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Word(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Word(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Word(value.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Word("null".to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = entries.next_entry()? {
            fields.push(field);
        }
        Ok(Node::Fields(fields))
    }
}
