//! The policy module without imports, for hosts that call plain functions.
//!
//! A host makes a buffer, writes a request into it, and gets a buffer with the answer back:
//! `kumomori_buffer`, `kumomori_answer`, `kumomori_free`. A handle is the address of two 32-bit
//! numbers, little-endian: where the bytes begin, and how many there are. When all buffers are
//! freed the memory begins anew. A handle of 0 in place of an answer means that there is no memory
//! for it, or that a handle given is none of a buffer in use.
//!
//! Memory that runs out ends a call with a trap; `kumomori_reset` then makes the instance usable
//! again.

#![cfg_attr(target_arch = "wasm32", no_std)]

#[cfg(target_arch = "wasm32")]
extern crate alloc;

#[cfg(target_arch = "wasm32")]
pub mod abi;
#[cfg(target_arch = "wasm32")]
mod buffer;
#[cfg(target_arch = "wasm32")]
mod rows;
