//! The only door through which files come in.

use crate::boot::{decrypted, example};
use crate::reactive::prelude::*;
use crate::state::{Incoming, Notice, Saving, State};
use kumomori_core::pack::to_digits;
use kumomori_wire::assessment::{MAX_BYTES, read_assessment};
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

/// What encrypted files begin with, in bytes and in letters (the format of age).
const ENCRYPTED: [&[u8]; 2] = [b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----"];

/// Reads a file that the reader chose and opens it, or says what is wrong with it.
pub(crate) fn open_file(state: State, file: File) {
    choose(state, file, move |incoming, _| state.open(incoming));
}

/// Reads a file that the reader chose beside the one that is open, or says what is wrong with it.
pub(crate) fn read_beside(state: State, file: File, take: impl FnOnce(String) + 'static) {
    choose(state, file, move |_, bytes| match String::from_utf8(bytes) {
        Ok(text) => take(text),
        Err(_) => state.refuse(Notice::NotRead),
    });
}

/// The name of a file that the reader chose with the SHA-256 of what is in it, in hexadecimal; nothing
/// else of it is kept.
pub(crate) fn identify(state: State, file: File, take: impl FnOnce(&str, &str) + 'static) {
    spawn_local(async move {
        match sha256(&file).await.ok().and_then(|it| it.as_string()) {
            Some(hash) => take(&file.name(), &hash),
            None => state.refuse(Notice::NotRead),
        }
    });
}

#[wasm_bindgen]
extern "C" {
    /// The SHA-256 of a file in hexadecimal, as the browser computes it.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriAside"], catch)]
    async fn sha256(file: &File) -> Result<JsValue, JsValue>;
}

/// Reads a file that the reader chose and hands on what is in it, or says what is wrong with it.
fn choose(state: State, file: File, take: impl FnOnce(Incoming, Vec<u8>) + 'static) {
    let name = file.name();
    if let Some(told) = too_large(&file) {
        return state.refuse(Notice::Refused { file: name, told });
    }
    spawn_local(async move {
        let bytes = match opened(state, &file).await {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return,
            Err(_) => return state.refuse(Notice::NotRead),
        };
        match read(state, &bytes, name.clone()) {
            Ok(incoming) => take(incoming, bytes),
            Err(told) => state.refuse(Notice::Refused { file: name, told }),
        }
    });
}

/// How large a file is that is not even worth reading.
fn too_large(file: &File) -> Option<Arc<str>> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size is whole and not negative; one beyond the address space saturates"
    )]
    let bytes = file.size() as usize;
    (bytes > MAX_BYTES).then(|| format!("size {bytes}").into())
}

/// Opens one of the examples that come with the site.
pub(crate) fn open_example(state: State, name: &'static str) {
    spawn_local(async move {
        match example(name).await.map(|text| read(state, text.as_bytes(), String::new())) {
            Some(Ok(mut incoming)) => {
                incoming.name.clone_from(&incoming.assessment.title);
                state.open(incoming);
            }
            Some(Err(told)) => state.refuse(Notice::Refused { file: name.to_owned(), told }),
            None => state.refuse(Notice::NotRead),
        }
    });
}

/// Takes up what the browser kept; what cannot be read stays there until the reader decides.
pub(crate) fn open_saved(state: State, text: String) {
    if let Ok(reading) = read_assessment(text.as_bytes(), state.library, state.today) {
        state.work.set(Some(reading.assessment));
        state.saving.set(Saving::Saved(None));
    } else {
        state.notice.set(Some(Notice::StoredRefused { told: to_digits(text.as_bytes()).into() }));
        state.unreadable.set(Some(text));
    }
}

/// What is in a file; of an encrypted one nothing, when the reader does not open it after all.
async fn opened(state: State, file: &File) -> Result<Option<Vec<u8>>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    if ENCRYPTED.iter().any(|it| bytes.starts_with(it)) {
        return decrypted(state.spoken.get_untracked(), &file.name(), &bytes).await;
    }
    Ok(Some(bytes))
}

/// Reads a file; one that cannot be used comes back as the worker is told of it.
fn read(state: State, bytes: &[u8], name: String) -> Result<Incoming, Arc<str>> {
    let told = || Arc::<str>::from(to_digits(bytes));
    let reading = read_assessment(bytes, state.library, state.today).map_err(|_| told())?;
    let warnings = reading.warnings.len();
    let notice = (warnings > 0).then(|| Notice::Opened { warnings, told: told() });
    Ok(Incoming { assessment: reading.assessment, name, notice })
}
