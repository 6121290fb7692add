//! The policy module as a component: typed functions over the same requests and answers.
//!
//! `wit/policy.wit` has the functions. It imports nothing, so that hosts need no WASI.

#![cfg_attr(target_arch = "wasm32", no_std)]

#[cfg(target_arch = "wasm32")]
extern crate alloc;

#[cfg(target_arch = "wasm32")]
mod asking;
#[cfg(target_arch = "wasm32")]
mod catalog;
#[cfg(target_arch = "wasm32")]
mod exports;
#[cfg(target_arch = "wasm32")]
mod judging;
#[cfg(target_arch = "wasm32")]
mod request;
