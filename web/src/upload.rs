//! The only door through which files come in.

use crate::state::{Incoming, Notice, Saving, State};
use kumomori_wire::assessment::{MAX_BYTES, read_assessment};
use kumomori_wire::diagnostic::Diagnostic;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

/// Reads a file that the reader chose and opens it, or says what is wrong with it.
pub(crate) fn open_file(state: State, file: File) {
    spawn_local(async move {
        let name = file.name();
        match bytes(&file).await {
            Ok(bytes) => open_bytes(state, name, &bytes),
            Err(_) => state.refuse(Notice::NotRead),
        }
    });
}

/// Opens one of the examples that come with the site.
pub(crate) fn open_example(state: State, text: &str) {
    let name = |it: &Incoming| it.assessment.title.clone();
    match read(state, text.as_bytes(), String::new()) {
        Ok(mut incoming) => {
            incoming.name = name(&incoming);
            state.open(incoming);
        }
        Err(diagnostics) => refuse(state, String::new(), diagnostics),
    }
}

/// Takes up what the browser kept; what cannot be read stays there until the reader decides.
pub(crate) fn open_saved(state: State, text: String) {
    match read_assessment(text.as_bytes(), state.library, state.today) {
        Ok(reading) => {
            state.work.set(Some(reading.assessment));
            state.saving.set(Saving::Saved(None));
        }
        Err(diagnostics) => {
            state.unreadable.set(Some(text));
            state.notice.set(Some(Notice::StoredRefused { diagnostics: Arc::new(diagnostics) }));
        }
    }
}

/// The bytes of a file; of one that is too large only as many as show that it is.
async fn bytes(file: &File) -> Result<Vec<u8>, JsValue> {
    let limit = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
    let part = file.slice_with_f64_and_f64(0.0, f64::from(limit) + 1.0)?;
    let buffer = JsFuture::from(part.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

fn open_bytes(state: State, name: String, bytes: &[u8]) {
    match read(state, bytes, name.clone()) {
        Ok(incoming) => state.open(incoming),
        Err(diagnostics) => refuse(state, name, diagnostics),
    }
}

fn read(state: State, bytes: &[u8], name: String) -> Result<Incoming, Vec<Diagnostic>> {
    let reading = read_assessment(bytes, state.library, state.today)?;
    let warnings = Arc::new(reading.warnings);
    let notice = (!warnings.is_empty()).then(|| Notice::Opened { warnings });
    Ok(Incoming { assessment: reading.assessment, name, notice })
}

fn refuse(state: State, file: String, diagnostics: Vec<Diagnostic>) {
    state.refuse(Notice::Refused { file, diagnostics: Arc::new(diagnostics) });
}
