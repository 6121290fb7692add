//! What a format looks like: the one description behind checks and JSON Schemas.

use crate::word::Worded;
use kumomori_core::ladder::Rung;

/// The fields of [`Shape::Ladder`]: exactly one of them stands there.
pub(crate) const LADDER: &[Field] = &[
    Field::optional(
        "rungs",
        Shape::Array { items: &Shape::Choice(Rung::WORDS), min: 5, max: 5 },
        "The five rungs, the lowest first: F fully, L largely, P partially, N not, U unknown.",
    ),
    Field::optional(
        "level",
        Shape::LEVEL,
        "Shorthand: rungs 1 to this level are F and the rest N.",
    ),
];

/// The shape of a value.
#[derive(Debug)]
pub(crate) enum Shape {
    /// An object with these fields and no others.
    Object(&'static [Field]),
    /// An object whose field `tag` says which further fields it has.
    Tagged {
        /// The field that decides.
        tag: &'static str,
        /// What the field means.
        #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "only a schema tells it"))]
        doc: Doc,
        /// The words that it takes.
        cases: &'static [Case],
    },
    /// The rungs of one dimension, or a level as shorthand.
    Ladder,
    /// A list of values of one shape.
    Array {
        /// The shape of each item.
        items: &'static Shape,
        /// The fewest items.
        min: usize,
        /// The most items.
        max: usize,
    },
    /// A list of words or ids, each at most once.
    Set {
        /// The shape of each item.
        items: &'static Shape,
        /// The fewest items.
        min: usize,
        /// The most items.
        max: usize,
    },
    /// A text.
    Text {
        /// The longest, in characters.
        max: usize,
    },
    /// An id of 1 to 64 letters, digits, `-` or `.`.
    Id,
    /// A day as year-month-day.
    Date,
    /// A day, a time and how far it is from universal time, by RFC 3339, in whole seconds.
    Moment,
    /// A SHA-256 in lower-case hexadecimal.
    Hash,
    /// A number with four decimals, as text.
    Decimal,
    /// One of several words.
    Choice(&'static [&'static str]),
    /// A whole number.
    Integer {
        /// The smallest.
        min: u32,
        /// The largest.
        max: u32,
    },
    /// `true` or `false`.
    Boolean,
    /// The shape or `null`.
    Nullable(&'static Shape),
    /// The name of the format with its version.
    Format(&'static str),
}

/// One field of an object.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) name: &'static str,
    /// The shape of its value.
    pub(crate) shape: Shape,
    /// Whether it must be there.
    pub(crate) presence: Presence,
    /// What it means.
    #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "only a schema tells it"))]
    pub(crate) doc: Doc,
}

/// What a field means, which is told where a schema is made; otherwise it takes no room.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Doc(#[cfg(feature = "schema")] pub(crate) &'static str);

impl Doc {
    /// What a field means, in words.
    #[cfg(feature = "schema")]
    pub(crate) const fn of(text: &'static str) -> Self {
        Self(text)
    }

    /// Nothing, whatever the words are.
    #[cfg(not(feature = "schema"))]
    pub(crate) const fn of(_: &'static str) -> Self {
        Self()
    }
}

/// Whether a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It must.
    Required,
    /// It may be left out.
    Optional,
}

/// The further fields of a tagged object with one tag.
#[derive(Debug)]
pub(crate) struct Case {
    /// The tag.
    pub(crate) tag: &'static str,
    /// The further fields.
    pub(crate) fields: &'static [Field],
}

impl Field {
    /// A field that must be there.
    pub(crate) const fn required(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self { name, shape, presence: Presence::Required, doc: Doc::of(doc) }
    }

    /// A field that may be left out.
    pub(crate) const fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self { name, shape, presence: Presence::Optional, doc: Doc::of(doc) }
    }
}

impl Shape {
    /// A text of any length.
    pub(crate) const TEXT: Self = Self::Text { max: usize::MAX };

    /// A level, 0 to 5.
    pub(crate) const LEVEL: Self = Self::Integer { min: 0, max: 5 };

    /// A list without a limit of its own.
    pub(crate) const fn list(items: &'static Self) -> Self {
        Self::Array { items, min: 0, max: usize::MAX }
    }
}
