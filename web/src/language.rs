//! The language that is shown: where it comes from and where it shows.

use crate::boot::lang_from_tag;
use crate::state::State;
use kumomori_core::text::Lang;
use leptos::prelude::*;

/// The first language of the browser that the site speaks; Japanese otherwise.
pub(crate) fn of_browser() -> Lang {
    let tags = window().navigator().languages();
    tags.iter().filter_map(|it| it.as_string()).find_map(|it| lang_from_tag(&it)).unwrap_or(Lang::Ja)
}

/// Says the language to the browser: for hyphenation, fonts and voices.
pub(crate) fn mark(state: State) {
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            root.set_attribute("lang", state.lang.get().tag()).unwrap_or_default();
        }
    });
}
