//! Compiled checks.

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
    pub(crate) ops: Vec<Op>,
    /// Where each operation stands in the expression.
    pub(crate) spans: Vec<Span>,
    pub(crate) texts: Vec<String>,
    /// The fields of the kind that it reads, sorted.
    pub(crate) reads: Vec<usize>,
}

impl Program {
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
    /// The variable of the macro this many macros out.
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Search {
    StartsWith,
    EndsWith,
    Contains,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conversion {
    Timestamp,
    Duration,
    Version,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Macro {
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
}

/// The thresholds that expressions may name, with their values.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Policy {
    /// Name (as in `policy.tls_floor`) and value, in the order in which programs know them.
    pub thresholds: Vec<(String, Threshold)>,
}
