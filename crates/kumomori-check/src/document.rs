//! Evidence documents, read once and kept as far as checks read them.

mod envelope;
mod expected;
mod pieces;
mod reader;
mod scan;

pub use envelope::{Envelope, Word, read_envelope};
pub use expected::Expected;
pub use pieces::{Piece, items, members};
pub use reader::read;

use crate::kind::Kind;
use crate::program::Program;
use crate::value::{Reason, Value};
use alloc::string::String;
use alloc::vec::Vec;
use core::iter::once;

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
        part: Part,
        reason: Reason,
    },
    Null,
    Bool(bool),
    Int(i64),
    Double(f64),
    /// A text as it stands in the document.
    Text(Part),
    /// A text whose escapes were resolved.
    Resolved(Part),
    List {
        first: u32,
        len: u32,
    },
    Object {
        first: u32,
    },
}

/// A part of a text: its end in the lower half, its start in the upper one. As one number it is
/// handed on in one step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Part(u64);

impl Part {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        Self(u64::from(narrow(start)) << 32 | u64::from(narrow(end)))
    }

    pub(crate) fn of(self, text: &str) -> Option<&str> {
        let half = |it: u64| usize::try_from(it & u64::from(u32::MAX)).unwrap_or(usize::MAX);
        text.get(half(self.0 >> 32)..half(self.0))
    }
}

/// A place in 32 bits, which no document exceeds: a hundred thousand values take half the memory.
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn wide(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
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
            Slot::Text(part) => Value::Text(part.of(self.text).unwrap_or_default()),
            Slot::Resolved(part) => Value::Text(part.of(&self.resolved).unwrap_or_default()),
            Slot::List { first, len } => Value::Slots { first: wide(first), len: wide(len) },
            Slot::Object { first } => Value::Object { first: wide(first) },
        }
    }
}

/// What is kept of documents of a kind.
#[derive(Debug, Clone)]
pub struct Plan<'a> {
    pub(crate) kind: &'a Kind,
    pub(crate) is_kept: Vec<bool>,
    // The document or its elements, then the objects of each field.
    widths: Vec<usize>,
}

/// The most fields of an object that are not kept.
const MAX_PASSED: usize = 64;

impl<'a> Plan<'a> {
    /// Keeps what some programs over a kind read.
    pub fn of<'p>(kind: &'a Kind, programs: impl IntoIterator<Item = &'p Program>) -> Self {
        let mut is_kept = alloc::vec![false; kind.fields.len()];
        for field in programs.into_iter().flat_map(Program::reads) {
            if let Some(is_kept) = is_kept.get_mut(*field) {
                *is_kept = true;
            }
        }
        let width = |of| width(kind.children(of), &is_kept);
        let widths = once(None).chain((0..kind.fields.len()).map(Some)).map(width).collect();
        Self { kind, is_kept, widths }
    }

    /// How many fields of an object are kept; those after them are only told apart.
    pub(crate) fn width(&self, of: Option<usize>) -> usize {
        self.widths.get(of.map_or(0, |it| it + 1)).copied().unwrap_or_default()
    }
}

fn width(children: &[usize], is_kept: &[bool]) -> usize {
    let is_kept = |field: &usize| is_kept.get(*field).copied().unwrap_or_default();
    let n_kept = children.iter().rposition(is_kept).map_or(0, |last| last + 1);
    n_kept.max(children.len().saturating_sub(MAX_PASSED))
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
