//! The policy module in hosts that are written in Rust.

mod calls;
mod component;
mod example;
mod fuel;
mod opa;
mod opa_orders;
mod raw;
mod wapc_host;
