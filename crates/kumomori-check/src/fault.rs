//! What is wrong with an expression, where, and what to write instead.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// A part of an expression, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// From the beginning of one span to the end of another.
    pub(crate) fn to(self, end: Self) -> Self {
        Self { start: self.start, end: end.end }
    }

    /// Line and column of its beginning, both from 1, columns in characters.
    pub fn place(self, text: &str) -> (usize, usize) {
        let before = text.get(..self.start).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|it| *it != '\n').count() + 1;
        (line, column)
    }
}

/// One thing that is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub problem: Problem,
    /// Where.
    pub span: Span,
}

/// What can be wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The expression is longer than allowed.
    TooLong {
        /// The most bytes.
        limit: usize,
    },
    /// The expression nests deeper than allowed.
    TooDeep {
        /// The deepest nesting.
        limit: usize,
    },
    /// A character that nothing begins with.
    Unexpected {
        /// What stands there.
        found: String,
        /// What should stand there.
        expected: &'static str,
    },
    /// A text without its closing quote, or with an unknown escape.
    BadText,
    /// A number that cannot be represented.
    BadNumber,
    /// Something of CEL or of another language that checks do not have.
    NotSupported {
        /// What.
        what: String,
        /// What to write instead.
        instead: &'static str,
    },
    /// A name that is neither the document, `policy` nor a variable.
    UnknownName {
        /// The name.
        name: String,
        /// A known name that looks like it.
        nearest: Option<String>,
    },
    /// A field that the kind does not have.
    UnknownField {
        /// The field.
        field: String,
        /// A field that looks like it.
        nearest: Option<String>,
        /// The fields there are.
        known: Vec<String>,
    },
    /// A threshold that does not exist.
    UnknownThreshold {
        /// Its name.
        name: String,
        /// A threshold that looks like it.
        nearest: Option<String>,
    },
    /// A function that checks do not have.
    UnknownFunction {
        /// Its name.
        name: String,
        /// A function that looks like it.
        nearest: Option<String>,
    },
    /// A function with another number of arguments.
    WrongArguments {
        /// Its name.
        name: &'static str,
        /// How it is written.
        usage: &'static str,
    },
    /// A value of another type than is needed.
    WrongType {
        /// What is needed.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// Two values that cannot be compared.
    Incomparable {
        /// The type on the left.
        left: &'static str,
        /// The type on the right.
        right: &'static str,
    },
    /// A division by the number zero.
    DivisionByZero,
    /// A text with an order of its own, compared as a mere text.
    NeedsConversion {
        /// The function that gives it its order.
        function: &'static str,
    },
    /// A comparison of versions that standard CEL has no means for.
    NotInStandardCel,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { limit } => write!(f, "the expression is longer than {limit} bytes"),
            Self::TooDeep { limit } => write!(f, "the expression nests deeper than {limit}"),
            Self::Unexpected { found, expected } => {
                write!(f, "`{found}` stands where {expected} should stand")
            }
            Self::BadText => f.write_str("this text has no end, or an escape that does not exist"),
            Self::BadNumber => f.write_str("this number is too large"),
            Self::NotSupported { what, .. } => write!(f, "checks have no {what}"),
            Self::UnknownName { name, .. } => write!(f, "there is no `{name}` here"),
            Self::UnknownField { field, .. } => write!(f, "there is no field `{field}` here"),
            Self::UnknownThreshold { name, .. } => write!(f, "there is no threshold `{name}`"),
            Self::UnknownFunction { name, .. } => write!(f, "there is no function `{name}`"),
            Self::WrongArguments { name, .. } => write!(f, "`{name}` is called otherwise"),
            Self::WrongType { expected, found } => write!(f, "this is {found}, not {expected}"),
            Self::Incomparable { left, right } => {
                write!(f, "{left} cannot be compared with {right}")
            }
            Self::DivisionByZero => f.write_str("nothing can be divided by 0"),
            Self::NeedsConversion { .. } => {
                f.write_str("as mere texts these are compared letter by letter")
            }
            Self::NotInStandardCel => f.write_str("standard CEL cannot compare these versions"),
        }
    }
}

impl Problem {
    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        let quoted = |name: &str| alloc::format!("write `{name}`");
        match self {
            Self::NotSupported { instead, .. } => Some(alloc::format!("write {instead}")),
            Self::UnknownField { nearest, known, .. } => nearest
                .as_deref()
                .map(quoted)
                .or_else(|| Some(alloc::format!("use one of {}", known.join(", ")))),
            Self::UnknownName { nearest, .. }
            | Self::UnknownThreshold { nearest, .. }
            | Self::UnknownFunction { nearest, .. } => nearest.as_deref().map(quoted),
            Self::WrongArguments { usage, .. } => Some(quoted(usage)),
            Self::NeedsConversion { function } => {
                Some(alloc::format!("write `{function}(...)` around both sides"))
            }
            Self::NotInStandardCel => {
                Some("compare with a version of TLS or SSL, such as `TLS1.2`".into())
            }
            _ => None,
        }
    }
}

/// The name among several that looks most like one, if any does.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let distance = |it: &str| (distance(name, it), it.len());
    let best = known.min_by_key(|it| distance(it))?;
    (self::distance(name, best) <= 1 + name.chars().count() / 4).then(|| best.into())
}

/// How many letters must change to get from one text to the other.
fn distance(a: &str, b: &str) -> usize {
    let mut last: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut row = alloc::vec![i + 1];
        for ((y, before), (diagonal, above)) in
            b.chars().zip(0..).zip(last.iter().zip(last.iter().skip(1)))
        {
            let left = row.get(before).copied().unwrap_or_default();
            row.push((diagonal + usize::from(x != y)).min(left + 1).min(above + 1));
        }
        last = row;
    }
    last.last().copied().unwrap_or_default()
}
