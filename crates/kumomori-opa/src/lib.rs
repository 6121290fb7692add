//! The policy module as a policy of OPA in WebAssembly, ABI 1.3.
//!
//! A host that runs policies compiled by `opa build -t wasm` loads it as one of those. Its
//! entrypoints are `assess/result`, which answers a request of the module, `assess/checks` and
//! `assess/score`, which answer it as if it wanted `checks` or `frameworks`, and `catalog`, which
//! takes no input. The input is a `kumomori.request/1`. `assess/result` also answers reviews of
//! Kubernetes objects in the form of the host that asks, with `data` as the settings.
//!
//! A value is the text of its JSON with its length, and the memory that holds it is never freed:
//! hosts set the heap back themselves, which `kumomori-guest` follows.

#![cfg_attr(target_arch = "wasm32", no_std)]

#[cfg(target_arch = "wasm32")]
extern crate alloc;

#[cfg(target_arch = "wasm32")]
pub mod abi;
