//! What should stand where something else stands.

/// What should stand at a place of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Any value.
    Value,
    /// A text.
    Text,
    /// The closing quote of a text.
    EndOfText,
    /// A digit of a number.
    Digit,
    /// The name of a field, in quotes.
    Name,
    /// `:`.
    Colon,
    /// `,` or `}`.
    CommaOrBrace,
    /// `,` or `]`.
    CommaOrBracket,
    /// An object.
    Object,
    /// A list.
    List,
    /// An object with `from` and `to`.
    Period,
    /// A day, or a moment.
    Moment,
    /// A day that is not before `from`.
    NotBeforeFrom,
    /// The name of a role.
    Role,
}

impl Expected {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Value,
        Self::Text,
        Self::EndOfText,
        Self::Digit,
        Self::Name,
        Self::Colon,
        Self::CommaOrBrace,
        Self::CommaOrBracket,
        Self::Object,
        Self::List,
        Self::Period,
        Self::Moment,
        Self::NotBeforeFrom,
        Self::Role,
    ];
}
