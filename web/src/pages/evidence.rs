//! Evidence files: choose them, see what they say and do, take them back.

use crate::components::aside::aside;
use crate::components::choice::select;
use crate::components::form::form;
use crate::components::piece::{announced, block, button, button_while, done_to, paragraph, run};
use crate::dom::{View, all, el, live, plain};
use crate::evidence::{ask, begin_form, speak_for, take_back};
use crate::pages::with_work;
use crate::reactive::prelude::*;
use crate::state::{Document, Form, State, use_state};
use crate::text::evidence as words;
use kumomori_core::role::{Role, Roles};
use kumomori_core::testimony::{Testimony, Told};
use kumomori_core::text::Lang;
use kumomori_report::words as report_words;
use wasm_bindgen::prelude::*;
use web_sys::{FileList, HtmlInputElement};

#[wasm_bindgen]
extern "C" {
    /// A drag or drop, as far as files are in it.
    type Dragged;
    #[wasm_bindgen(method, getter, structural, js_name = dataTransfer)]
    fn data(this: &Dragged) -> Option<Carried>;
    /// What is dragged.
    type Carried;
    #[wasm_bindgen(method, getter, structural)]
    fn files(this: &Carried) -> Option<FileList>;
}

/// The page.
pub(crate) fn evidence_page() -> View {
    let state = use_state();
    with_work(state.say(words::TITLE), move || content(state))
}

fn content(state: State) -> View {
    let documents = live(move || {
        let all_documents = state.documents.get();
        let mut heard = 0;
        let shown = all_documents.into_iter().map(|it| {
            let place = it.testimony().map(|_| heard);
            heard += usize::from(place.is_some());
            document(state, &it, place)
        });
        let shown: Vec<View> = shown.collect();
        Some(if shown.is_empty() { paragraph("hint", state.say(words::NONE)) } else { all(shown) })
    });
    all([
        paragraph("lead", state.say(words::LEAD)),
        drop_zone(state),
        paragraph("hint", state.say(words::PRIVACY)),
        forms(state),
        form(state),
        documents,
        aside(state, || Some("missing".to_owned()), 2),
    ])
}

/// The kinds that people can fill in who have no file.
fn forms(state: State) -> View {
    let kinds = [(words::FORM_PROFILE, "service-profile"), (words::FORM_AI, "ai-service-terms")];
    let open = kinds.map(|(label, kind)| {
        button_while("", state.say(label), move || state.is_writer, move || begin_form(state, kind))
    });
    all([paragraph("", state.say(words::FORMS)), block("actions", all(open))])
}

/// A place to drop files, with the button that does the same.
fn drop_zone(state: State) -> View {
    let input = el("input").set("type", "file").set("accept", ".json,.ndjson,application/json");
    let chosen: HtmlInputElement = input.element();
    let choose = move |_| {
        ask(state, chosen.files());
        // The same file can be chosen again after it was corrected.
        chosen.set_value("");
    };
    let input = input.set("multiple", "").set_if("disabled", !state.is_writer).on("change", choose);
    let label = run("", state.say(words::ADD));
    let add = el("label").class("button file").with(label).with(input.view()).view();
    let busy = move || (state.asking.get() > 0).then(|| plain(state.word(words::ASKING)));
    let inside = all([add, run("hint", state.say(words::DROP)), announced(live(busy))]);
    let take = move |event: web_sys::Event| {
        event.prevent_default();
        let carried = event.unchecked_ref::<Dragged>().data();
        ask(state, carried.and_then(|it| it.files()));
    };
    let zone = el("div").class("drop").on("dragover", |event| event.prevent_default());
    zone.on("drop", take).with(inside).view()
}

fn document(state: State, document: &Document, place: Option<usize>) -> View {
    let id = document.id;
    let name = document.name.clone();
    let back = done_to(state, words::TAKE_BACK, move || plain(&name));
    let said = match &*document.told {
        Told::Refused { why: (ja, en), at } => {
            let why = if state.lang.get() == Lang::Ja { ja } else { en };
            let at = at.map_or_else(String::new, |(line, column)| format!(" ({line}:{column})"));
            let refused = format!("{}: {why}{at}", state.word(words::REFUSED));
            paragraph("problem", plain(&refused))
        }
        Told::Asked { testimony, lacking, .. } => {
            let subject = format!("evidence {}", place.unwrap_or_default());
            let said = aside(state, move || Some(subject.clone()), 2);
            all([whose(state, document, testimony), edited(state, id, testimony, lacking), said])
        }
    };
    let title = el("h2").with(plain(&document.name)).view();
    let take_back = button("quiet", back, move || take_back(state, Some(id)));
    el("section").class("entry").with(all([title, said, take_back])).view()
}

/// The form of what was typed in, or of what a tool does not tell.
fn edited(state: State, id: u32, testimony: &Testimony, lacking: &[String]) -> View {
    let is_typed = testimony.tool.is_none();
    if !state.is_writer || !is_typed && lacking.is_empty() {
        return all([]);
    }
    let rest = (!is_typed).then(|| lacking.join(" "));
    let form = Form { id, kind: testimony.kind.clone(), rest };
    let label = if is_typed { words::EDIT } else { words::FILL_OPEN };
    let open = button("", state.say(label), move || state.form.set(Some(form.clone())));
    let about = if is_typed { all([]) } else { paragraph("", state.say(words::LACKING)) };
    all([about, open])
}

/// Asks whose evidence it is where the file does not say and both roles are in scope.
fn whose(state: State, document: &Document, testimony: &Testimony) -> View {
    let is_open =
        testimony.role.is_none() && state.of_work(|it| it.scope.roles) == Some(Roles::BOTH);
    if !is_open {
        return all([]);
    }
    let (id, role) = (document.id, document.role);
    let roles = Role::ALL.map(|it| (Some(it), state.say(report_words::role(it))));
    let options = [(None, state.say(words::WHOSE_OPEN))].into_iter().chain(roles).collect();
    select(words::WHOSE, options, move || role, move |role| speak_for(state, id, role))
}
