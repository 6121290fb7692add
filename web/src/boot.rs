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
    #[wasm_bindgen(method, getter)]
    fn texts(this: &Handover) -> Vec<u8>;
    #[wasm_bindgen(method, getter)]
    fn assessment(this: &Handover) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn language(this: &Handover) -> String;
    #[wasm_bindgen(method, getter, js_name = storeProblem)]
    fn store_problem(this: &Handover) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = isWriter)]
    fn is_writer(this: &Handover) -> bool;

    /// The texts of a language, fetched once by the script.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriBoot"], js_name = textsOf, catch)]
    async fn texts_of(tag: &str) -> Result<JsValue, JsValue>;
}

/// The texts of another language; `None` when they cannot be had.
pub(crate) async fn texts_in(lang: Lang) -> Option<Texts<'static>> {
    let fetched = texts_of(lang.tag()).await.ok()?;
    Texts::open(keep(js_sys::Uint8Array::from(fetched).to_vec()))
}

/// Everything the program starts from.
#[derive(Debug)]
pub(crate) struct Boot {
    /// The policies.
    pub(crate) library: &'static Library,
    /// Their texts in the language to begin with.
    pub(crate) texts: Texts<'static>,
    /// Their version and hash.
    pub(crate) stamp: LibraryStamp,
    /// The assessment kept in this browser, as text.
    pub(crate) saved: Option<String>,
    /// The language to begin with.
    pub(crate) language: Lang,
    /// Why nothing can be kept, if so.
    pub(crate) store_problem: Option<String>,
    /// Whether this tab may change what is kept.
    pub(crate) is_writer: bool,
}

/// Takes over from the script; `None` if the policies are not what this program reads.
pub(crate) fn boot() -> Option<Boot> {
    HANDOVER.with(|from| {
        let library: &'static Library = Box::leak(Box::new(pack::read(keep(from.library()))?));
        Some(Boot {
            library,
            texts: Texts::open(keep(from.texts()))?,
            stamp: kumomori_data::stamp(library),
            saved: from.assessment(),
            language: lang_from_tag(&from.language())?,
            store_problem: from.store_problem(),
            is_writer: from.is_writer(),
        })
    })
}

fn lang_from_tag(tag: &str) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

/// Keeps bytes for as long as the page lives: the policies are read in place.
fn keep(bytes: Vec<u8>) -> &'static [u8] {
    Box::leak(bytes.into_boxed_slice())
}
