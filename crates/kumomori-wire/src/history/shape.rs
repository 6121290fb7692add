//! The shape of a history file.

use crate::assessment::LIBRARY;
use crate::assessment::limit;
use crate::assessment::shape::{
    ANSWER, ATTESTATION, FIELDS, MIGRATED, NAME, SCOPE, SUBJECT, WINDOW,
};
use crate::shape::{Field, Shape};
use crate::word::Worded;
use kumomori_core::role::Role;

/// The name of the format with its version.
pub const FORMAT: &str = "kumomori.history/1";

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// The most steps of a file.
const STEPS: usize = 100_000;

/// The whole file.
pub(crate) static SHAPE: Shape = Shape::Object(&[
    Field::required("format", Shape::Format(FORMAT), "The format and its version."),
    Field::required(
        "steps",
        Shape::Array { items: &Shape::Object(STEP), min: 1, max: STEPS },
        "The steps, the oldest first; the first opens an assessment.",
    ),
]);

const STEP: &[Field] = &[
    Field::required("seq", Shape::Integer { min: 1, max: u32::MAX }, "Its number."),
    Field::required("at", Shape::Moment, "When it was taken, by the clock of the browser."),
    Field::optional(
        "prev",
        Shape::Hash,
        "SHA-256 of the step before it, from its opening to its closing brace.",
    ),
    Field::optional("name", NAME, "The name that the state was given."),
    Field::optional("open", Shape::Object(FIELDS), "The assessment that was begun or opened."),
    Field::optional("set", Shape::Object(SET), "What became another."),
];

/// The fields of an assessment that a step may change.
const SET: &[Field] = &[
    Field::optional("title", NAME, "The title."),
    Field::optional("subject", Shape::Object(SUBJECT), "What is judged."),
    Field::optional("library", Shape::Nullable(&Shape::Object(LIBRARY)), "The library."),
    Field::optional("scope", Shape::Object(SCOPE), "What is inside."),
    Field::optional(
        "window",
        Shape::Nullable(&Shape::Object(WINDOW)),
        "The window; null for none.",
    ),
    Field::optional(
        "answers",
        Shape::Array { items: &Shape::Object(ANSWER), min: 0, max: limit::ANSWERS },
        "The answers that are new or became others.",
    ),
    Field::optional(
        "gone",
        Shape::Array { items: &Shape::Object(GONE), min: 0, max: limit::ANSWERS },
        "The answers that were taken away.",
    ),
    Field::optional(
        "attestations",
        Shape::Array { items: &Shape::Object(ATTESTATION), min: 0, max: limit::ATTESTATIONS },
        "All certificates and reports.",
    ),
    Field::optional(
        "migrations",
        Shape::Array { items: &Shape::Object(MIGRATED), min: 0, max: limit::MIGRATIONS },
        "All steps from one edition to another.",
    ),
];

const GONE: &[Field] = &[
    Field::required("control", Shape::Id, "The control."),
    Field::required("role", Shape::Choice(Role::WORDS), "Whose duty it is."),
];
