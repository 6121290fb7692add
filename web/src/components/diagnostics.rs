//! What is wrong with a file: the same messages as on the command line.

use crate::state::use_state;
use kumomori_report::diagnostic::{help, message};
use kumomori_wire::diagnostic::{Diagnostic, Place};
use leptos::prelude::*;
use std::sync::Arc;

/// Every diagnostic with its place, the line underlined, and what to do.
pub(crate) fn diagnostics(all: Arc<Vec<Diagnostic>>) -> AnyView {
    let items = all.iter().cloned().map(item).collect_view();
    view! { <ol class="diagnostics">{items}</ol> }.into_any()
}

fn item(diagnostic: Diagnostic) -> AnyView {
    let state = use_state();
    let place = diagnostic.place.as_ref().map(excerpt);
    let code = diagnostic.problem.code();
    let said = diagnostic.clone();
    let advice = move || {
        let text = help(state.lang.get(), &said);
        text.map(|text| view! { <p class="help">{text}</p> })
    };
    let said = move || message(state.lang.get(), &diagnostic);
    view! {
        <li>
            <p>{said}" "<code>{code}</code></p>
            {place}
            {advice}
        </li>
    }
    .into_any()
}

/// The line of a place with the part that is meant marked.
fn excerpt(place: &Place) -> AnyView {
    let (from, to) = place.underline;
    let part = |from: u32, to: u32| -> String {
        let (from, n) = (from as usize, to.saturating_sub(from) as usize);
        place.excerpt.chars().skip(from).take(n).collect()
    };
    let place_of = format!("{}:{}", place.line, place.column);
    view! {
        <pre class="excerpt">
            <span class="place">{place_of}</span>
            " "
            {part(0, from)}
            <mark>{part(from, to)}</mark>
            {part(to, u32::MAX)}
        </pre>
    }
    .into_any()
}
