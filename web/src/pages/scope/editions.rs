//! From one edition of a standard to another, with what that means shown before.

use crate::components::aside::{aside, ask};
use crate::components::piece::{block, button_while, details};
use crate::dom::{View, all, before_paint, document, live, text};
use crate::past::read;
use crate::reactive::prelude::*;
use crate::state::{Notice, State};
use crate::text::scope as words;
use kumomori_core::id::FrameworkRef;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// The name of the place where an edition is chosen.
pub(super) fn place(edition: &FrameworkRef) -> String {
    format!("edition-{}-{}", edition.framework, edition.edition)
}

/// The ways from an edition, where it is a target, to those that are none.
pub(super) fn moves(state: State, from: &'static FrameworkRef) -> View {
    let of = state.library.migrations.iter().filter_map(move |it| {
        let ends = [(&it.from, &it.to), (&it.to, &it.from)];
        ends.into_iter().find(|(start, _)| *start == from).map(|(_, end)| end)
    });
    let of: Vec<&'static FrameworkRef> = of.collect();
    let open = Memo::new(move |_| {
        let targets = state.of_work(|it| it.scope.targets.clone()).unwrap_or_default();
        let is_target = |edition: &FrameworkRef| targets.iter().any(|it| it.framework == *edition);
        let ends = of.iter().copied().filter(|it| is_target(from) && !is_target(it));
        ends.collect::<Vec<_>>()
    });
    live(move || Some(all(open.get().into_iter().map(|to| way(state, to)))))
}

fn way(state: State, to: &'static FrameworkRef) -> View {
    let edition = format!("{} {}", to.framework, to.edition);
    let label = text(move || words::move_to(state.lang.get(), &state.names().framework(to)));
    details("", label, move || {
        let (shown, taken) = (edition.clone(), edition.clone());
        let is_writer = move || state.is_writer;
        let act = move || take(state, to, format!("moved {taken}"));
        let act = button_while("", state.say(words::MOVE_DO), is_writer, act);
        all([aside(state, move || Some(format!("move {shown}")), 3), block("actions", act)])
    })
}

/// Takes the assessment there; the focus goes to where this edition is chosen, because what had it
/// is not there any more.
fn take(state: State, to: &'static FrameworkRef, subject: String) {
    spawn_local(async move {
        let told = ask(state, subject).await;
        let Some(moved) = read(state, &told) else { return state.refuse(Notice::NoTexts) };
        state.edit(|it| *it = moved);
        before_paint(|| focus(to));
    });
}

fn focus(edition: &FrameworkRef) {
    let chosen = document().query_selector(&format!("#{} input", place(edition)));
    let chosen = chosen.ok().flatten().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(chosen) = chosen {
        chosen.focus().unwrap_or_default();
    }
}
