//! The packed policies as bytes.
//!
//! The build script packs `policies/`; nothing generated is committed, and no YAML is read at
//! run time.

#![cfg_attr(not(feature = "std"), no_std)]
#![forbid(unsafe_code)]

#[cfg(feature = "std")]
use kumomori_core::assessment::LibraryStamp;
#[cfg(feature = "std")]
use kumomori_core::checks::Checks;
#[cfg(feature = "std")]
use kumomori_core::library::Library;
#[cfg(feature = "std")]
use kumomori_core::pack;
use kumomori_core::text::Lang;
#[cfg(feature = "std")]
use kumomori_core::text::{Chapter, Texts};
#[cfg(feature = "std")]
use std::sync::OnceLock;

/// The packed library, without texts.
pub const LIBRARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.bin"));

/// The packed checks, without texts.
pub const CHECKS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/checks.bin"));

mod packed {
    include!(concat!(env!("OUT_DIR"), "/chapters.rs"));
}

/// SHA-256 over the library, the checks and the chapters, each after its length, in lower-case hexadecimal.
pub const SHA256: &str = env!("KUMOMORI_LIBRARY_SHA256");

/// The chapters of texts in one language: the name and the bytes of each, the titles first.
pub fn chapters(lang: Lang) -> &'static [(&'static str, &'static [u8])] {
    match lang {
        Lang::Ja => packed::JA,
        Lang::En => packed::EN,
    }
}

/// All texts of one language; `None` only if the build was tampered with.
#[cfg(feature = "std")]
pub fn texts(lang: Lang) -> Option<Texts<'static>> {
    static OPEN: [OnceLock<Option<Vec<Chapter<'static>>>>; 2] = [OnceLock::new(), OnceLock::new()];
    let [ja, en] = &OPEN;
    let place = if lang == Lang::Ja { ja } else { en };
    let open = || chapters(lang).iter().map(|(_, blob)| Chapter::open(blob)).collect();
    place.get_or_init(open).as_deref().map(Texts::new)
}

/// The library, opened once; `None` only if the build was tampered with.
#[cfg(feature = "std")]
pub fn library() -> Option<&'static Library> {
    static OPEN: OnceLock<Option<Library>> = OnceLock::new();
    OPEN.get_or_init(|| pack::read(LIBRARY)).as_ref()
}

/// The checks; `None` only if the build was tampered with.
#[cfg(feature = "std")]
pub fn checks() -> Option<Checks> {
    pack::read_checks(CHECKS)
}

/// The stamp that files saved with this library carry.
#[cfg(feature = "std")]
pub fn stamp(library: &Library) -> LibraryStamp {
    LibraryStamp { version: library.version.clone(), sha256: SHA256.to_owned() }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::*;

    #[test]
    fn the_pack_opens_and_writes_back_the_same_bytes() {
        let library = library().unwrap();
        assert_eq!(pack::write(library), LIBRARY);
        assert!(library.controls.len() >= 26);
    }

    #[test]
    fn every_text_is_there_in_both_languages() {
        let library = library().unwrap();
        for lang in Lang::ALL {
            let texts = texts(lang).unwrap();
            for control in &library.controls {
                assert_ne!(texts.get(control.title), "", "{} {lang}", control.id);
            }
        }
    }

    #[test]
    fn a_damaged_pack_does_not_open() {
        for len in (0..LIBRARY.len()).step_by(97) {
            assert_eq!(pack::read(&LIBRARY[..len]), None, "cut at {len}");
        }
    }
}
