//! Reads policies/ into core values and says, with line and column, what is wrong.
//!
//! [`read::read_library`] takes every file of a policy folder and returns what could be built
//! together with all problems found in one pass. The only crate that knows YAML.

#![forbid(unsafe_code)]

pub mod coverage;
mod expression;
pub mod folder;
pub mod glossary;
mod lint;
mod node;
pub mod own;
mod page;
pub mod policy;
pub mod problem;
mod raw;
pub mod read;
pub mod source;
mod syntax;
pub mod texts;
