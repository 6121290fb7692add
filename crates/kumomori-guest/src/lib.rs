//! What the modules for hosts in WebAssembly share: their memory.
//!
//! A module keeps nothing between calls, so its memory is one stack: taken upward, and set back at
//! once when a call is over. Nothing is searched, and a million calls leave it as it was.

#![cfg_attr(target_arch = "wasm32", no_std)]

#[cfg(target_arch = "wasm32")]
pub mod heap;
