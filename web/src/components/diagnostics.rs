//! What is wrong with a file: the same messages as on the command line.

use crate::components::piece::{all, live, paragraph, run, text};
use crate::state::use_state;
use kumomori_report::diagnostic::{help, message};
use kumomori_wire::diagnostic::{Diagnostic, Place};
use leptos::prelude::*;
use std::sync::Arc;

/// Every diagnostic with its place, the line underlined, and what to do.
pub(crate) fn diagnostics(found: &Arc<Vec<Diagnostic>>) -> AnyView {
    let items = all((0..found.len()).map(|idx| item(Arc::clone(found), idx)));
    view! { <ol class="diagnostics">{items}</ol> }.into_any()
}

fn item(found: Arc<Vec<Diagnostic>>, idx: usize) -> AnyView {
    let state = use_state();
    let Some(diagnostic) = found.get(idx) else { return ().into_any() };
    let place = diagnostic.place.as_ref().map(excerpt);
    let code = diagnostic.problem.code().into_any();
    let (said, advised) = (Arc::clone(&found), found);
    let said =
        text(move || said.get(idx).map(|it| message(state.lang.get(), it)).unwrap_or_default());
    let advice = live(move || {
        let advice = advised.get(idx).and_then(|it| help(state.lang.get(), it));
        advice.map(|it| paragraph("help", it.into_any()))
    });
    let line = paragraph("", all([said, " ".into_any(), run("code", code)]));
    view! { <li>{line}{place}{advice}</li> }.into_any()
}

/// The line of a place with the part that is meant marked.
fn excerpt(place: &Place) -> AnyView {
    let (from, to) = place.underline;
    let part = |from: u32, to: u32| -> String {
        let (from, n) = (from as usize, to.saturating_sub(from) as usize);
        place.excerpt.chars().skip(from).take(n).collect()
    };
    let at = run("place", format!("{}:{}", place.line, place.column).into_any());
    view! {
        <pre class="excerpt">
            {at} " " {part(0, from)} <mark>{part(from, to)}</mark> {part(to, u32::MAX)}
        </pre>
    }
    .into_any()
}
