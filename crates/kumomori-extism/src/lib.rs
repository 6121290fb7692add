//! The policy module as a plug-in of Extism.
//!
//! Functions: `answer` (a `kumomori.request/1`), `check` and `evaluate` (the request as if it
//! wanted `checks` or `evaluation`), and `catalog`. All are JSON in and out.

#![cfg_attr(target_arch = "wasm32", no_std)]

#[cfg(target_arch = "wasm32")]
extern crate alloc;

#[cfg(target_arch = "wasm32")]
pub mod abi;
