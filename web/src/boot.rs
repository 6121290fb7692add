//! What `boot.js` fetched and opened before the program started.

use kumomori_core::assessment::LibraryStamp;
use kumomori_core::library::Library;
use kumomori_core::pack;
use kumomori_core::text::{Chapter, Lang, Texts};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Element;

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
    fn titles(this: &Handover) -> Vec<u8>;
    #[wasm_bindgen(method, getter)]
    fn assessment(this: &Handover) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn language(this: &Handover) -> String;
    #[wasm_bindgen(method, getter, js_name = storeProblem)]
    fn store_problem(this: &Handover) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = isWriter)]
    fn is_writer(this: &Handover) -> bool;
    #[wasm_bindgen(method, getter)]
    fn steps(this: &Handover) -> u32;

    /// The chapters of a language, each fetched once by the script.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriBoot"], js_name = chaptersOf, catch)]
    async fn chapters_of(tag: &str) -> Result<JsValue, JsValue>;

    /// Shows in an element what goes by a name: `probe` tries the ways out of the page, `lock` has the
    /// passphrase, `shelf` the assessments of this browser, `keeping` how safely they are kept.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriBoot"], catch)]
    pub(crate) async fn show(name: &str, place: &Element, tag: &str) -> Result<JsValue, JsValue>;

    /// Asks for a passphrase and encrypts a text.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriBoot"], catch)]
    async fn encrypt(tag: &str, text: &str) -> Result<JsValue, JsValue>;

    /// Asks for the passphrase of a file and gives what is in it.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriBoot"], catch)]
    async fn decrypt(tag: &str, name: &str, file: &[u8]) -> Result<JsValue, JsValue>;

    /// An example by its name, as text.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriBoot"], js_name = exampleOf, catch)]
    async fn example_of(name: &str) -> Result<JsValue, JsValue>;
}

/// A text as a file that opens with a passphrase, for which the reader is asked; `None` when there is
/// to be none after all.
///
/// # Errors
/// What asks for it cannot be had.
pub(crate) async fn encrypted(lang: Lang, text: &str) -> Result<Option<Vec<u8>>, JsValue> {
    encrypt(lang.tag(), text).await.map(|it| bytes_of(&it))
}

/// What is in an encrypted file, for whose passphrase the reader is asked; `None` when it is not to
/// be opened after all.
///
/// # Errors
/// What asks for it cannot be had.
pub(crate) async fn decrypted(
    lang: Lang,
    name: &str,
    file: &[u8],
) -> Result<Option<Vec<u8>>, JsValue> {
    decrypt(lang.tag(), name, file).await.map(|it| bytes_of(&it))
}

fn bytes_of(given: &JsValue) -> Option<Vec<u8>> {
    given.dyn_ref::<js_sys::Uint8Array>().map(js_sys::Uint8Array::to_vec)
}

/// All texts of a language; `None` when they cannot be had.
pub(crate) async fn texts_in(lang: Lang) -> Option<Texts<'static>> {
    let fetched = js_sys::Array::from(&chapters_of(lang.tag()).await.ok()?);
    let mut blobs = fetched.iter().map(|it| js_sys::Uint8Array::from(it).to_vec());
    open_chapters(&mut blobs)
}

/// An example by its name; `None` when it cannot be had.
pub(crate) async fn example(name: &str) -> Option<String> {
    example_of(name).await.ok()?.as_string()
}

/// Opens chapters for as long as the page lives.
fn open_chapters(blobs: &mut dyn Iterator<Item = Vec<u8>>) -> Option<Texts<'static>> {
    let mut chapters = Vec::new();
    for blob in blobs {
        chapters.push(Chapter::open(keep(blob))?);
    }
    Some(Texts::new(Vec::leak(chapters)))
}

/// Everything the program starts from.
#[derive(Debug)]
pub(crate) struct Boot {
    /// The policies.
    pub(crate) library: &'static Library,
    /// Their titles in the language to begin with.
    pub(crate) titles: Texts<'static>,
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
    /// Whether steps are kept that led to the assessment.
    pub(crate) has_steps: bool,
}

/// Takes over from the script; `None` if the policies are not what this program reads.
pub(crate) fn boot() -> Option<Boot> {
    HANDOVER.with(|from| {
        let library: &'static Library = Box::leak(Box::new(pack::read(keep(from.library()))?));
        Some(Boot {
            library,
            titles: open_chapters(&mut [from.titles()].into_iter())?,
            stamp: kumomori_data::stamp(library),
            saved: from.assessment(),
            language: Lang::from_tag(&from.language())?,
            store_problem: from.store_problem(),
            is_writer: from.is_writer(),
            has_steps: from.steps() > 0,
        })
    })
}

/// Keeps bytes for as long as the page lives: the policies are read in place.
fn keep(bytes: Vec<u8>) -> &'static [u8] {
    Box::leak(bytes.into_boxed_slice())
}
