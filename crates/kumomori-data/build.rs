//! Packs policies/ into one blob without texts and the chapters of texts in both languages.

use kumomori_core::pack;
use kumomori_core::text::Lang;
use kumomori_library::read::read_policies;
use sha2::{Digest, Sha256};
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

/// The variable that has the path of an organization's own policy, if the build is to have one.
const OVERLAY: &str = "KUMOMORI_OVERLAY";

fn main() -> Result<(), Box<dyn Error>> {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../policies");
    println!("cargo::rerun-if-changed={}", policies.display());
    println!("cargo::rerun-if-env-changed={OVERLAY}");
    let overlay = env::var_os(OVERLAY);
    if let Some(overlay) = &overlay {
        println!("cargo::rerun-if-changed={}", overlay.display());
    }
    let (sources, reading) = read_policies(&policies, overlay.as_ref().map(Path::new))?;
    let Some(library) = reading.library.as_ref().filter(|_| reading.is_usable()) else {
        let all: Vec<String> = reading.problems.iter().map(|it| it.to_text(&sources)).collect();
        return Err(format!("policies/ has problems:\n{}", all.join("\n")).into());
    };
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let mut blobs = vec![
        ("library.bin".to_owned(), pack::write(library)),
        ("checks.bin".to_owned(), pack::write_checks(&reading.checks)),
    ];
    let mut list = String::new();
    for lang in Lang::ALL {
        let names = reading.texts.chapters();
        writeln!(list, "pub(crate) static {}: &[(&str, &[u8])] = &[", lang.tag().to_uppercase())?;
        for name in names {
            let file = format!("texts.{lang}.{name}.bin");
            writeln!(
                list,
                "    ({name:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))),"
            )?;
            blobs.push((file, reading.texts.blob(name, lang)));
        }
        writeln!(list, "];")?;
    }
    fs::write(out.join("chapters.rs"), list)?;
    let mut hash = Sha256::new();
    for (name, blob) in &blobs {
        fs::write(out.join(name), blob)?;
        hash.update(u64::try_from(blob.len())?.to_le_bytes());
        hash.update(blob);
    }
    let mut sha256 = String::new();
    for byte in hash.finalize() {
        write!(sha256, "{byte:02x}")?;
    }
    println!("cargo::rustc-env=KUMOMORI_LIBRARY_SHA256={sha256}");
    Ok(())
}
