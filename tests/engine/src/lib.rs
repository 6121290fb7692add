//! The engine of checks without its compiler: packed checks and a document in, answers as JSON
//! out. It is what `cargo xtask bench checks` measures, natively and as a WebAssembly module.

mod json;
#[cfg(target_family = "wasm")]
pub mod module;
pub mod questions;
