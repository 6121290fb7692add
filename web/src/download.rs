//! The only door through which files leave: a download that the reader asked for.

use crate::dom::{document, set_timeout};
use kumomori_report::csv::BYTE_ORDER_MARK;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long a file stays to be read.
const KEPT: Duration = Duration::from_mins(1);

/// Offers a text as a file.
///
/// # Errors
///
/// The browser's reason when it cannot make the file.
pub(crate) fn download(name: &str, text: &str) -> Result<(), JsValue> {
    offer(name, &js_sys::Array::of2(&mark(name).into(), &JsValue::from_str(text)))
}

/// Offers bytes as a file.
///
/// # Errors
///
/// The browser's reason when it cannot make the file.
pub(crate) fn download_bytes(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    offer(name, &js_sys::Array::of1(&js_sys::Uint8Array::from(bytes)))
}

fn offer(name: &str, parts: &js_sys::Array) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind(name));
    let blob = Blob::new_with_blob_sequence_and_options(parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // A browser that is busy reads the file later than it says that it was clicked.
    set_timeout(move || drop(Url::revoke_object_url(&url)), KEPT);
    Ok(())
}

/// What comes before a text: Excel needs a mark to read CSV as UTF-8.
fn mark(name: &str) -> &'static str {
    if kind(name) == "text/csv" { BYTE_ORDER_MARK } else { "" }
}

/// What a file is, by the end of its name.
fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html",
        Some("csv") => "text/csv",
        Some("md") => "text/markdown",
        Some("age") => "application/octet-stream",
        _ => "application/json",
    }
}
