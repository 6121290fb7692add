//! Why a file is not what a tool prints.

use crate::located::{At, shown};
use crate::tool::Tool;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_wire::diagnostic::{Diagnostic, Kind};
use kumomori_wire::json::Value;

/// The names of an object that are shown at most.
const MAX_KEYS: usize = 6;

/// Why nothing can be read out of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is larger than allowed.
    TooLarge {
        /// Its bytes.
        bytes: usize,
        /// The most bytes.
        limit: usize,
    },
    /// It is empty or blank.
    Blank,
    /// It is text in UTF-16, as some shells write it.
    Utf16,
    /// It is not UTF-8.
    NotUtf8 {
        /// The first byte that does not fit.
        at: usize,
    },
    /// It is no JSON.
    NotJson(Box<Diagnostic>),
    /// It is JSON of another shape.
    OtherShape {
        /// Where the other shape stands; empty for the whole file.
        path: String,
        /// What stands there.
        found: Found,
        /// The tool that prints such files, if it is known.
        seems: Option<Tool>,
    },
}

/// The shape of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// An object with these names, the first few.
    Object {
        /// The names.
        names: Vec<String>,
    },
    /// A list whose first element has this shape.
    List {
        /// The element.
        first: Box<Found>,
    },
    /// A list without elements.
    EmptyList,
    /// Something else.
    Scalar {
        /// Its kind.
        kind: Kind,
    },
}

impl Refusal {
    /// A value of another shape than the tool prints.
    pub(crate) fn other_shape(at: &At<'_>) -> Self {
        let seems = Tool::ALL.into_iter().find(|it| crate::reading::is_printed_by(*it, at));
        Self::OtherShape { path: at.path.clone(), found: Found::of(at), seems }
    }
}

impl Found {
    fn of(at: &At<'_>) -> Self {
        match &at.node.value {
            Value::Object(members) => {
                let names = members.iter().take(MAX_KEYS).map(|it| shown(&it.key));
                Self::Object { names: names.collect() }
            }
            Value::Array(_) => match at.items().next() {
                None => Self::EmptyList,
                Some(first) if first.node.items().is_empty() => {
                    Self::List { first: Box::new(Self::of(&first)) }
                }
                Some(_) => Self::List { first: Box::new(Self::Scalar { kind: Kind::List }) },
            },
            _ => Self::Scalar { kind: at.node.kind() },
        }
    }
}
