//! What is wrong with a file, where, and with which arguments; the words live with the doors.

mod problem;

use alloc::string::String;

pub use problem::Problem;

/// One thing that a reader of a file should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether the file can be used all the same.
    pub severity: Severity,
    /// What it is.
    pub problem: Problem,
    /// The value it is about, such as `answers[3].design.level`; empty for the whole file.
    pub path: String,
    /// Where it is; `None` when it is about the file as a whole.
    pub place: Option<Place>,
    /// Where the other half of a contradiction is, such as the first of two equal answers.
    pub related: Option<Place>,
}

/// Whether a file can be used all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used; something in it has no effect or is doubtful.
    Warning,
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// The bytes it covers, the end not included.
    pub span: (usize, usize),
    /// The line as text, at most 200 characters around the place; control characters are
    /// replaced one for one, cut ends show as `…`.
    pub excerpt: String,
    /// The characters of the excerpt to underline, from 0, the end not included; never empty,
    /// and one beyond the excerpt when something is missing at the end of the line.
    pub underline: (u32, u32),
}

/// A kind of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A text in quotes.
    Text,
    /// A list in `[` and `]`.
    List,
    /// An object in `{` and `}`.
    Object,
}

/// What may stand where something else was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Any value.
    Value,
    /// The name of a field, in quotes.
    FieldName,
    /// The name of a field, in quotes, or `}`.
    FieldNameOrEnd,
    /// `:`.
    Colon,
    /// `,` or `]`.
    CommaOrEndOfList,
    /// `,` or `}`.
    CommaOrEndOfObject,
    /// The `"` that ends a text.
    ClosingQuote,
}

/// What a file that is not JSON seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seems {
    /// A PNG image.
    Png,
    /// A JPEG image.
    Jpeg,
    /// A ZIP archive, which office documents are too.
    Zip,
    /// A PDF document.
    Pdf,
    /// A gzip archive.
    Gzip,
    /// A web page or another XML document.
    Markup,
    /// Text in UTF-16.
    Utf16,
    /// Text in another encoding than UTF-8, such as `Shift_JIS`.
    OtherEncoding,
    /// Something else that is not text.
    Binary,
}
