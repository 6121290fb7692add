//! How the modules are linked that have their own memory: the build script of each of them.

#![expect(clippy::print_stdout, reason = "cargo reads what a build script prints")]

fn main() {
    let target = std::env::var("CARGO_CFG_TARGET_ARCH").unwrap_or_default();
    if target == "wasm32" {
        println!("cargo::rustc-link-arg-cdylib=-zstack-size=131072");
    }
}
