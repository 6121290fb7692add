//! Evidence that a person types in, for those who have no file.
//!
//! A form has a place for every field of a kind; where objects are repeated, a number stands in
//! the path, such as `assurance.0.type`. The numbers say which belong together and in which order
//! they come, and may have gaps. What is left empty is left out of the document.

mod fill;
mod make;
mod show;
mod value;

use alloc::string::String;
pub use fill::{fill, lacking};
pub use make::{Typed, file};
pub use show::typed;
pub use value::needed;

/// What stands in one place of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The place, such as `contract.reviewed_at` or `assurance.0.type`.
    pub path: String,
    /// What was typed; the values of a list stand one a line.
    pub value: String,
}

/// Something that a field does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The place of the form.
    pub path: String,
    /// What should stand there.
    pub needed: Needed,
}

/// What a place of a form takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// Any text.
    Text,
    /// One of the field's words.
    Word,
    /// `true` or `false`.
    YesOrNo,
    /// A whole number, 0 or more.
    Whole,
    /// A number, 0 or more.
    Number,
    /// A day, or a moment as an RFC 3339 text.
    Day,
    /// A length of time such as `24h`.
    Span,
    /// A version such as `TLS1.2`.
    Version,
    /// A country code such as `JP`.
    Country,
    /// A field that the kind has.
    KnownField,
}

#[cfg(test)]
mod tests;
