//! What is done with passphrases: a key made of one (feature `key`), and files that open with one
//! (feature `file`). Each is a WebAssembly module of its own that imports nothing (`src/module.rs`).

#[cfg(feature = "file")]
pub mod file;
#[cfg(feature = "key")]
pub mod key;
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod module;
