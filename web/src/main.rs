//! The Kumomori site: an assessment in the browser, and nowhere else.
//!
//! `boot.js` fetches the program and the policies, opens the store and starts this program.
//! Pages read [`state::State`], whose commands are the only way to change an assessment; what
//! touches the outside has a door of its own: [`storage`], [`download`], [`upload`],
//! [`evidence`], [`clock`].

use crate::dom::document;
use crate::reactive::prelude::*;

mod app;
mod boot;
mod clock;
mod components;
mod dom;
mod download;
mod edit;
mod evidence;
mod filter;
mod language;
mod pages;
mod past;
mod progress;
mod reactive;
mod routes;
mod state;
mod storage;
mod text;
mod upload;

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let (Some(mut boot), Some(today)) = (boot::boot(), clock::today()) else {
        wasm_bindgen::throw_str("the policies or the date cannot be read");
    };
    let Some(root) = document().get_element_by_id("app") else {
        wasm_bindgen::throw_str("the page has no place for the site");
    };
    root.set_text_content(None);
    let place = root.clone();
    let saved = boot.saved.take();
    let problem = boot.store_problem.take();
    let has_steps = boot.has_steps;
    let start = move || {
        let state = state::State::new(boot, today);
        if let Some(problem) = problem {
            // Nothing takes the place of what cannot be read before the reader says so.
            state.unreadable.set((problem == storage::UNREADABLE).then(String::new));
            state.saving.set(state::Saving::Failed(storage::problem_words(&problem)));
        }
        if let Some(saved) = saved {
            upload::open_saved(state, saved);
        }
        provide_context(state);
        language::mark(state);
        language::speak(state, state.lang.get_untracked());
        routes::follow(state);
        storage::keep_saved(state);
        if has_steps {
            past::recall(state);
        }
        evidence::restore(state);
        let app = app::app(state);
        app.put_into(&place);
    };
    reactive::begin(start);
}
