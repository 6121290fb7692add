//! From text to a tree: tokens, then expressions with the precedence of CEL.

mod parser;
mod token;
pub(crate) mod tree;

pub(crate) use parser::{MAX_DEPTH, parse};
