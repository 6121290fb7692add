//! Expressions as they are written.

use crate::fault::Span;
use crate::program::{Comparison, Counting};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// An expression and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Expr {
    pub(crate) node: Node,
    pub(crate) span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Literal(Literal),
    List(Vec<Expr>),
    Name(String),
    Field(Box<Expr>, String, Span),
    Index(Box<Expr>, Box<Expr>),
    Not(Box<Expr>),
    Minus(Box<Expr>),
    Binary(Operator, Box<Expr>, Box<Expr>),
    Choice(Box<Expr>, Box<Expr>, Box<Expr>),
    /// A function, or a method with what it is called on first.
    Call {
        name: String,
        at: Span,
        target: Option<Box<Expr>>,
        arguments: Vec<Expr>,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Literal {
    Null,
    Bool(bool),
    Int(i64),
    Double(f64),
    Text(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Or,
    And,
    In,
    Compare(Comparison),
    Count(Counting),
}
