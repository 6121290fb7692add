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
    /// How many expressions stand within one another, itself included.
    pub(crate) depth: usize,
}

impl Expr {
    pub(crate) fn new(node: Node, span: Span) -> Self {
        let depth = 1 + node.parts().into_iter().map(|it| it.depth).max().unwrap_or_default();
        Self { node, span, depth }
    }
}

impl Node {
    fn parts(&self) -> Vec<&Expr> {
        match self {
            Self::Literal(_) | Self::Name(_) => Vec::new(),
            Self::List(items) => items.iter().collect(),
            Self::Field(of, ..) | Self::Not(of) | Self::Minus(of) => alloc::vec![of],
            Self::Index(a, b) | Self::Binary(_, a, b) => alloc::vec![a, b],
            Self::Choice(a, b, c) => alloc::vec![a, b, c],
            Self::Call { target, arguments, .. } => {
                target.as_deref().into_iter().chain(arguments).collect()
            }
        }
    }
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
