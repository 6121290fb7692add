//! The engine of checks without its compiler: packed checks and a document in, answers as JSON
//! out. It is what `cargo xtask bench checks` measures, natively and as a WebAssembly module.

// The standard library of the module would be a third of it: words for panics, above all.
#![cfg_attr(target_family = "wasm", no_std)]

extern crate alloc;

mod json;
#[cfg(target_family = "wasm")]
pub mod module;
pub mod questions;
