//! Versioned JSON formats of Kumomori and their JSON Schemas.
//!
//! Three formats: `kumomori.assessment/1`, a user's file, `kumomori.evaluation/1`, what follows
//! from it, and `kumomori.history/1`, how it came about. Reading reports everything that is wrong with a file at once, each with its place;
//! the words for it live elsewhere, so that every door says the same in the reader's language.
//! Writing is canonical: equal values give equal bytes.
//!
//! ```
//! use kumomori_wire::evaluation::check_evaluation;
//!
//! let found = check_evaluation(b"{ \"format\": \"kumomori.assessment/1\" }").unwrap_err();
//! assert_eq!(found[0].problem.code(), "other-format");
//! assert_eq!(found[0].place.as_ref().map(|it| (it.line, it.column)), Some((1, 13)));
//! ```
//!
//! The crate reads no file and no clock, and never fails without saying where.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod assessment;
mod check;
pub mod diagnostic;
pub mod evaluation;
pub mod excerpt;
mod findings;
pub mod history;
pub mod json;
mod nearest;
mod parser;
mod scanner;
#[cfg(feature = "schema")]
mod schema;
mod shape;
mod source;
mod word;
pub mod write;

#[cfg(feature = "schema")]
pub use schema::schemas;
