//! Values as an evaluation sees them.

use alloc::rc::Rc;
use alloc::vec::Vec;

/// A value, borrowed from a document, a program or the thresholds where it can be.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Nobody knows, and why.
    Unknown(Reason),
    /// The word `null` of an expression.
    Null,
    /// `null` in a document: as good as missing, unless the expression asks for `null`.
    Blank,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number.
    Double(f64),
    /// A text.
    Text(&'a str),
    /// A moment, in nanoseconds since 1970.
    Moment(i128),
    /// A length of time, in nanoseconds.
    Span(i128),
    /// A version, as it is written.
    Version(&'a str),
    /// A list of the document: its first slot and its length.
    Slots {
        /// The first slot.
        first: usize,
        /// How many.
        len: usize,
    },
    /// A list that an expression made.
    List(Rc<Vec<Value<'a>>>),
    /// An object of the document: its first slot.
    Object {
        /// The first slot.
        first: usize,
    },
}

/// Why something is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It is not there.
    Missing,
    /// It is of another type than it should be.
    WrongType,
    /// A text is no moment, no length of time or no version.
    Unreadable,
    /// A number is too large to count with.
    TooLarge,
    /// A division by zero.
    DivisionByZero,
    /// An index beyond the end of a list.
    OutOfRange,
    /// The document is a list without elements: nothing was collected.
    Empty,
    /// The evaluation took more steps than allowed.
    Limit,
}

/// A user's threshold.
#[derive(Debug, Clone, PartialEq)]
pub enum Threshold {
    /// A whole number.
    Int(i64),
    /// Any other number.
    Double(f64),
    /// A text: of a version, a length of time, a country.
    Text(alloc::string::String),
    /// A list of texts.
    Texts(Vec<alloc::string::String>),
}
