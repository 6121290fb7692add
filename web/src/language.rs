//! The language that is shown: how it changes and where it shows.

use crate::boot::texts_in;
use crate::dom::document;
use crate::reactive::prelude::*;
use crate::state::{Notice, State};
use kumomori_core::text::{Lang, Texts};
use wasm_bindgen_futures::spawn_local;

/// Shows a language as soon as all its texts are there; says so when they cannot be had.
///
/// Of several that were asked for meanwhile, only the last one counts.
pub(crate) fn speak(state: State, lang: Lang) {
    state.wanted.set_value(lang);
    if untrack(|| state.has_texts(lang)) {
        state.spoken.set(lang);
        return;
    }
    spawn_local(async move {
        let texts = texts_in(lang).await;
        let is_wanted = state.wanted.get_value() == lang;
        match texts {
            Some(texts) => arrived(state, lang, texts, is_wanted),
            None if is_wanted => state.notice.set(Some(Notice::NoTexts)),
            None => {}
        }
    });
}

fn arrived(state: State, lang: Lang, texts: Texts<'static>, is_wanted: bool) {
    state.keep_texts(lang, texts);
    if is_wanted {
        state.spoken.set(lang);
    }
    if untrack(|| matches!(*state.notice.read(), Some(Notice::NoTexts))) {
        state.notice.set(None);
    }
}

/// Says the language to the browser: for hyphenation, fonts and voices.
pub(crate) fn mark(state: State) {
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            root.set_attribute("lang", state.lang.get().tag()).unwrap_or_default();
        }
    });
}
