//! How the module is linked: hosts give it its memory, the smallest of them two pages.

fn main() {
    let target = std::env::var("CARGO_CFG_TARGET_ARCH").unwrap_or_default();
    if target == "wasm32" {
        for argument in ["--import-memory", "--export-memory", "-zstack-size=32768"] {
            println!("cargo::rustc-link-arg-cdylib={argument}");
        }
    }
}
