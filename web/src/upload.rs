//! The only door through which files come in.

use crate::boot::example;
use crate::state::{Incoming, Notice, Saving, State};
use kumomori_wire::assessment::{MAX_BYTES, read_assessment};
use kumomori_wire::diagnostic::{Diagnostic, Problem, Severity};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

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

/// Reads a file that the reader chose and hands on what is in it, or says what is wrong with it.
fn choose(state: State, file: File, take: impl FnOnce(Incoming, Vec<u8>) + 'static) {
    let name = file.name();
    if let Some(problem) = too_large(&file) {
        refuse(state, name, vec![problem]);
        return;
    }
    spawn_local(async move {
        let Ok(bytes) = bytes(&file).await else { return state.refuse(Notice::NotRead) };
        match read(state, &bytes, name.clone()) {
            Ok(incoming) => take(incoming, bytes),
            Err(found) => refuse(state, name, found),
        }
    });
}

/// What is wrong with a file that is not even worth reading.
fn too_large(file: &File) -> Option<Diagnostic> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size is whole and not negative; one beyond the address space saturates"
    )]
    let bytes = file.size() as usize;
    let problem = Problem::TooLarge { bytes, limit: MAX_BYTES };
    (bytes > MAX_BYTES).then(|| Diagnostic {
        severity: Severity::Error,
        problem,
        path: String::new(),
        place: None,
        related: None,
    })
}

/// Opens one of the examples that come with the site.
pub(crate) fn open_example(state: State, name: &'static str) {
    spawn_local(async move {
        match example(name).await.map(|text| read(state, text.as_bytes(), String::new())) {
            Some(Ok(mut incoming)) => {
                incoming.name.clone_from(&incoming.assessment.title);
                state.open(incoming);
            }
            Some(Err(diagnostics)) => refuse(state, name.to_owned(), diagnostics),
            None => state.refuse(Notice::NotRead),
        }
    });
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

async fn bytes(file: &File) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

fn read(state: State, bytes: &[u8], name: String) -> Result<Incoming, Vec<Diagnostic>> {
    let reading = read_assessment(bytes, state.library, state.today)?;
    let warnings = Arc::new(reading.warnings);
    let notice = (!warnings.is_empty()).then_some(Notice::Opened { warnings });
    Ok(Incoming { assessment: reading.assessment, name, notice })
}

fn refuse(state: State, file: String, diagnostics: Vec<Diagnostic>) {
    state.refuse(Notice::Refused { file, diagnostics: Arc::new(diagnostics) });
}
