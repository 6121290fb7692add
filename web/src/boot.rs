//! What `boot.js` fetched and opened before the program started.

use kumomori_core::assessment::LibraryStamp;
use kumomori_core::library::Library;
use kumomori_core::pack;
use kumomori_core::text::{Lang, Texts};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The values that the script hands over.
    #[wasm_bindgen(extends = js_sys::Object)]
    type Handover;

    #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = kumomoriBoot)]
    static HANDOVER: Handover;

    #[wasm_bindgen(method, getter)]
    fn library(this: &Handover) -> Vec<u8>;
    #[wasm_bindgen(method, getter, js_name = textsJa)]
    fn texts_ja(this: &Handover) -> Vec<u8>;
    #[wasm_bindgen(method, getter, js_name = textsEn)]
    fn texts_en(this: &Handover) -> Vec<u8>;
    #[wasm_bindgen(method, getter)]
    fn sha256(this: &Handover) -> String;
    #[wasm_bindgen(method, getter)]
    fn assessment(this: &Handover) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn language(this: &Handover) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = storeProblem)]
    fn store_problem(this: &Handover) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = isWriter)]
    fn is_writer(this: &Handover) -> bool;
}

/// Everything the program starts from.
#[derive(Debug)]
pub(crate) struct Boot {
    /// The policies.
    pub(crate) library: &'static Library,
    /// Their texts, Japanese first.
    pub(crate) texts: [Texts<'static>; 2],
    /// Their version and hash.
    pub(crate) stamp: LibraryStamp,
    /// The assessment kept in this browser, as text.
    pub(crate) saved: Option<String>,
    /// The language chosen last time.
    pub(crate) language: Option<Lang>,
    /// Why nothing can be kept, if so.
    pub(crate) store_problem: Option<String>,
    /// Whether this tab may change what is kept.
    pub(crate) is_writer: bool,
}

/// Takes over from the script; `None` if the policies are not what this program reads.
pub(crate) fn boot() -> Option<Boot> {
    HANDOVER.with(|from| {
        let library: &'static Library = Box::leak(Box::new(pack::read(keep(from.library()))?));
        let stamp = LibraryStamp { version: library.version.clone(), sha256: from.sha256() };
        Some(Boot {
            library,
            texts: [Texts::open(keep(from.texts_ja()))?, Texts::open(keep(from.texts_en()))?],
            stamp,
            saved: from.assessment(),
            language: from.language().and_then(|tag| lang_from_tag(&tag)),
            store_problem: from.store_problem(),
            is_writer: from.is_writer(),
        })
    })
}

/// The language of a tag such as `ja-JP`, if the site speaks it.
pub(crate) fn lang_from_tag(tag: &str) -> Option<Lang> {
    let primary = tag.split('-').next()?;
    Lang::ALL.into_iter().find(|lang| lang.tag() == primary)
}

/// Keeps bytes for as long as the page lives: the policies are read in place.
fn keep(bytes: Vec<u8>) -> &'static [u8] {
    Box::leak(bytes.into_boxed_slice())
}
