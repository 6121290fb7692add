//! What is wrong with a file: the same messages as on the command line.

use crate::components::piece::{in_order, paragraph, run};
use crate::dom::{View, all, el, live, plain, text};
use crate::state::use_state;
use kumomori_report::diagnostic::{help, message};
use kumomori_wire::diagnostic::{Diagnostic, Place};
use leptos::prelude::*;
use std::sync::Arc;

/// Every diagnostic with its place, the line underlined, and what to do.
pub(crate) fn diagnostics(found: &Arc<Vec<Diagnostic>>) -> View {
    let items = (0..found.len()).map(|idx| item(Arc::clone(found), idx));
    in_order("diagnostics", items)
}

fn item(found: Arc<Vec<Diagnostic>>, idx: usize) -> View {
    let state = use_state();
    let Some(diagnostic) = found.get(idx) else { return all([]) };
    let place = diagnostic.place.as_ref().map(excerpt);
    let code = plain(diagnostic.problem.code());
    let (said, advised) = (Arc::clone(&found), found);
    let said =
        text(move || said.get(idx).map(|it| message(state.lang.get(), it)).unwrap_or_default());
    let advice = live(move || {
        let advice = advised.get(idx).and_then(|it| help(state.lang.get(), it));
        advice.map(|it| paragraph("help", plain(&it)))
    });
    let line = paragraph("", all([said, plain(" "), run("code", code)]));
    all([line].into_iter().chain(place).chain([advice]))
}

/// The line of a place with the part that is meant marked.
fn excerpt(place: &Place) -> View {
    let (from, to) = place.underline;
    let part = |from: u32, to: u32| -> String {
        let (from, n) = (from as usize, to.saturating_sub(from) as usize);
        place.excerpt.chars().skip(from).take(n).collect()
    };
    let at = run("place", plain(&format!("{}:{}", place.line, place.column)));
    let mark = el("mark").with(plain(&part(from, to))).view();
    let line = [at, plain(" "), plain(&part(0, from)), mark, plain(&part(to, u32::MAX))];
    el("pre").class("excerpt").with(all(line)).view()
}
