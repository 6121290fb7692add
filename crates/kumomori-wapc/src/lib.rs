//! The policy module for waPC hosts, Kubewarden among them.
//!
//! Operations: `answer` (a `kumomori.request/1`), `catalog`, and those of Kubewarden: `validate`,
//! `validate_settings` and `protocol_version`. All are JSON in and out.

#![cfg_attr(target_arch = "wasm32", no_std)]

#[cfg(target_arch = "wasm32")]
extern crate alloc;

#[cfg(target_arch = "wasm32")]
pub mod abi;
