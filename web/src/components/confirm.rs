//! The question before the present assessment is given up.

use crate::components::header::save_file;
use crate::components::modal::modal;
use crate::state::use_state;
use crate::text::file as words;
use leptos::prelude::*;

/// Asks whether an assessment may replace the present one, and offers to save that first.
pub(crate) fn confirm_replace() -> AnyView {
    let state = use_state();
    let is_open = move || state.incoming.read().is_some();
    let name = move || state.incoming.read().as_ref().map(|it| it.name.clone());
    let replace = move |_| {
        if let Some(incoming) = state.incoming.get_untracked() {
            state.replace(incoming);
        }
    };
    let body = move || {
        view! {
            <p>{state.say(words::REPLACE_TEXT)}" "<b>{name}</b></p>
            <p>{state.say(words::REPLACE_WARNING)}</p>
            <div class="actions">
                <button type="button" on:click=move |_| save_file(state)>
                    {state.say(words::REPLACE_SAVE)}
                </button>
                <button type="button" class="primary" on:click=move |_| state.incoming.set(None)>
                    {state.say(words::REPLACE_KEEP)}
                </button>
                <button type="button" class="danger" on:click=replace>
                    {state.say(words::REPLACE_DO)}
                </button>
            </div>
        }
        .into_any()
    };
    let title = move || state.say(words::REPLACE)().to_owned();
    modal("replace-title", title, is_open, move || state.incoming.set(None), body)
}
