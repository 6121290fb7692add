//! Compiled checks.

mod code;
mod proof;

use crate::fault::Span;
use crate::value::Threshold;
use alloc::string::String;
use alloc::vec::Vec;

/// The place of an operation in its program.
pub(crate) type At = usize;

/// An expression, compiled over one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    // INVARIANT: operations stand after everything that they read; the last one is the whole.
    // INVARIANT: each is read by one other, and operands stand in order right before what reads
    // them, so that a stack is enough to say which they are.
    pub(crate) ops: Vec<Op>,
    pub(crate) texts: Vec<String>,
    reads: Vec<usize>,
    // Where each operation stands in the expression; empty when the program was read from code.
    pub(crate) spans: Vec<Span>,
}

impl Program {
    /// The program that answers null, for where another cannot be had.
    pub fn null() -> Self {
        Self::new(Vec::from([Op::Null]), Vec::new(), Vec::new())
    }

    pub(crate) fn new(ops: Vec<Op>, texts: Vec<String>, spans: Vec<Span>) -> Self {
        let read = |op: &Op| match op {
            Op::Field { field, .. } | Op::Has { field, .. } => Some(*field),
            _ => None,
        };
        let mut reads = Vec::new();
        for field in ops.iter().filter_map(read) {
            if let Err(place) = reads.binary_search(&field) {
                reads.insert(place, field);
            }
        }
        Self { ops, texts, reads, spans }
    }

    /// The fields of the kind that it reads, sorted.
    pub fn reads(&self) -> &[usize] {
        &self.reads
    }

    pub(crate) fn root(&self) -> At {
        self.ops.len().saturating_sub(1)
    }
}

/// One operation.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Op {
    Null,
    Bool(bool),
    Int(i64),
    Double(f64),
    Text(usize),
    List(Vec<At>),
    /// A threshold by its place.
    Policy(usize),
    /// The document.
    Document,
    /// The variable of a macro, counted from the outermost one.
    Variable(usize),
    /// A field: the object, the slot within it and the field of the kind.
    Field {
        of: At,
        slot: usize,
        field: usize,
    },
    Index(At, At),
    Has {
        of: At,
        slot: usize,
        field: usize,
    },
    Not(At),
    Minus(At),
    And(At, At),
    Or(At, At),
    Choice(At, At, At),
    Compare(Comparison, At, At),
    In(At, At),
    Count(Counting, At, At),
    /// A number, counted as one with a fraction however it is written.
    Decimal(At),
    Size(At),
    Search(Search, At, At),
    Convert(Conversion, At),
    Macro {
        kind: Macro,
        list: At,
        body: At,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparison {
    /// All, in the order of their codes.
    const ALL: [Self; 6] = [
        Self::Equal,
        Self::NotEqual,
        Self::Less,
        Self::LessOrEqual,
        Self::Greater,
        Self::GreaterOrEqual,
    ];
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

impl Counting {
    /// All, in the order of their codes.
    const ALL: [Self; 5] =
        [Self::Add, Self::Subtract, Self::Multiply, Self::Divide, Self::Remainder];
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Search {
    StartsWith,
    EndsWith,
    Contains,
}

impl Search {
    /// All, in the order of their codes.
    const ALL: [Self; 3] = [Self::StartsWith, Self::EndsWith, Self::Contains];
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conversion {
    Timestamp,
    Duration,
    Version,
}

impl Conversion {
    /// All, in the order of their codes.
    const ALL: [Self; 3] = [Self::Timestamp, Self::Duration, Self::Version];
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Macro {
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
}

impl Macro {
    /// All, in the order of their codes.
    const ALL: [Self; 5] = [Self::All, Self::Exists, Self::ExistsOne, Self::Filter, Self::Map];
}

/// The thresholds that expressions may name, with their values.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Policy {
    /// Name (as in `policy.tls_floor`) and value, in the order in which programs know them.
    pub thresholds: Vec<(String, Threshold)>,
}

#[cfg(test)]
mod tests;
