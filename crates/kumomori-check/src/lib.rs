//! Checks: one question to one evidence document, in a documented subset of CEL.
//!
//! [`compile::compile`] turns an expression into a [`program::Program`] over the fields of a
//! [`kind::Kind`] and says, with line and column, what cannot be meant. [`document::read`] walks
//! an evidence document once and keeps what the programs of its kind read.
//! [`evaluate::evaluate`] answers with one of four verdicts, and [`trace::trace`] with the leaves
//! that decided it.
//!
//! What is missing or of the wrong type is unknown, never false: `unknown && false` is false,
//! `unknown || true` is true (Kleene). There is no clock, no regular expression and no recursion,
//! and every evaluation ends within a number of steps that is fixed beforehand.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod compile;
pub mod document;
pub mod evaluate;
pub mod export;
pub mod fault;
pub mod kind;
pub mod program;
mod syntax;
pub mod time;
pub mod trace;
pub mod value;
pub mod version;
