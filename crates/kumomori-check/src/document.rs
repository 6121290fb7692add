//! Evidence documents, read once and kept as far as checks read them.

mod envelope;
mod expected;
mod reader;
mod scan;

pub use envelope::{Envelope, Word, read_envelope};
pub use expected::Expected;
pub use reader::read;

use crate::kind::Kind;
use crate::program::Program;
use crate::value::{Reason, Value};
use alloc::string::String;
use alloc::vec::Vec;

/// The largest document, in bytes.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;
/// The deepest nesting: so many lists and objects within one another.
pub const MAX_DEPTH: usize = 64;
/// The most values.
pub const MAX_VALUES: usize = 2_000_000;
/// The most places for fields, in all objects together: each has one for every field of its kind,
/// whether a value is there or not.
pub const MAX_PLACES: usize = 4_000_000;

/// One value of a document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Slot {
    Missing,
    /// Something that its field does not hold, as it stands in the document.
    Other {
        start: usize,
        end: usize,
        reason: Reason,
    },
    Null,
    Bool(bool),
    Int(i64),
    Double(f64),
    /// A text as it stands in the document.
    Text {
        start: usize,
        end: usize,
    },
    /// A text whose escapes were resolved.
    Resolved {
        start: usize,
        end: usize,
    },
    List {
        first: usize,
        len: usize,
    },
    Object {
        first: usize,
    },
}

/// A document of one kind.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    pub(crate) text: &'a str,
    pub(crate) resolved: String,
    pub(crate) slots: Vec<Slot>,
    pub(crate) root: Slot,
}

impl Document<'_> {
    /// Whether it is a list without elements: nothing was collected.
    pub fn is_empty(&self) -> bool {
        matches!(self.root, Slot::List { len: 0, .. })
    }

    pub(crate) fn slot(&self, at: usize) -> Slot {
        self.slots.get(at).copied().unwrap_or(Slot::Missing)
    }

    pub(crate) fn value(&self, slot: Slot) -> Value<'_> {
        match slot {
            Slot::Missing => Value::Unknown(Reason::Missing),
            Slot::Other { reason, .. } => Value::Unknown(reason),
            Slot::Null => Value::Blank,
            Slot::Bool(value) => Value::Bool(value),
            Slot::Int(value) => Value::Int(value),
            Slot::Double(value) => Value::Double(value),
            Slot::Text { start, end } => Value::Text(self.text.get(start..end).unwrap_or_default()),
            Slot::Resolved { start, end } => {
                Value::Text(self.resolved.get(start..end).unwrap_or_default())
            }
            Slot::List { first, len } => Value::Slots { first, len },
            Slot::Object { first } => Value::Object { first },
        }
    }
}

/// What is kept of documents of a kind.
#[derive(Debug, Clone)]
pub struct Plan<'a> {
    pub(crate) kind: &'a Kind,
    pub(crate) is_kept: Vec<bool>,
}

impl<'a> Plan<'a> {
    /// Keeps what some programs over a kind read.
    pub fn of<'p>(kind: &'a Kind, programs: impl IntoIterator<Item = &'p Program>) -> Self {
        let mut is_kept = alloc::vec![false; kind.fields.len()];
        for field in programs.into_iter().flat_map(Program::reads) {
            if let Some(is_kept) = is_kept.get_mut(*field) {
                *is_kept = true;
            }
        }
        Self { kind, is_kept }
    }
}

/// Line and column, both from 1, of a byte in a file; columns count characters.
pub fn place(file: &[u8], at: usize) -> (usize, usize) {
    let before = file.get(..at).unwrap_or(file);
    let line = before.split(|it| *it == b'\n').count();
    let start = before.iter().rposition(|it| *it == b'\n').map_or(0, |it| it + 1);
    let is_start = |byte: &&u8| **byte & 0xc0 != 0x80;
    (line, before.iter().skip(start).filter(is_start).count() + 1)
}

/// Why a text is no document of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFault {
    /// What is wrong.
    pub problem: DocumentProblem,
    /// The byte at which it stands.
    pub at: usize,
}

/// What can be wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentProblem {
    /// It is larger than allowed.
    TooLarge {
        /// Its bytes.
        bytes: usize,
    },
    /// It is no UTF-8.
    NotUtf8,
    /// It is no JSON.
    NotJson {
        /// What should stand there.
        expected: Expected,
    },
    /// A text has an escape that stands for no character.
    BadEscape,
    /// A number is too large.
    NumberTooLarge,
    /// It nests deeper than allowed.
    TooDeep,
    /// It has more values than allowed.
    TooManyValues,
    /// Something follows after its end.
    TrailingText,
    /// An object has a field twice.
    DuplicateField {
        /// The field.
        field: String,
    },
    /// It is not the list or object that its kind is.
    WrongShape {
        /// What it should be.
        expected: Expected,
    },
    /// A field of the envelope holds something else than it should.
    WrongField {
        /// The field.
        field: &'static str,
        /// What it should hold.
        expected: Expected,
    },
    /// The envelope lacks a field.
    NoField {
        /// The field.
        field: &'static str,
    },
}
