//! The language that is shown: how it changes and where it shows.

use crate::boot::texts_in;
use crate::state::{Notice, State};
use kumomori_core::text::Lang;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Shows another language, as soon as its texts are there; says so when they cannot be had.
pub(crate) fn speak(state: State, lang: Lang) {
    if state.has_texts(lang) {
        state.lang.set(lang);
        return;
    }
    spawn_local(async move {
        match texts_in(lang).await {
            Some(texts) => {
                state.keep_texts(lang, texts);
                state.lang.set(lang);
            }
            None => state.notice.set(Some(Notice::NoTexts)),
        }
    });
}

/// Says the language to the browser: for hyphenation, fonts and voices.
pub(crate) fn mark(state: State) {
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            root.set_attribute("lang", state.lang.get().tag()).unwrap_or_default();
        }
    });
}
