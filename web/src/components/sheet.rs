//! Answers to a spreadsheet and back.

use crate::components::aside::{aside, ask};
use crate::components::header::{file_button, offer};
use crate::components::piece::{block, button, paragraph};
use crate::dom::{View, all, live};
use crate::past::read;
use crate::reactive::prelude::*;
use crate::state::{Notice, State};
use crate::text::list as words;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

/// What spreadsheets save.
const ACCEPTED: &str = ".csv,.txt,.tsv,text/csv,text/plain";

#[wasm_bindgen]
extern "C" {
    /// The text of a spreadsheet's file; nothing where it is none.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriAside"], js_name = sheet, catch)]
    async fn text_of(file: &File) -> Result<JsValue, JsValue>;
}

/// Writes the answers out, takes them back, and shows what would change before it does.
pub(crate) fn sheet(state: State) -> View {
    let chosen = RwSignal::new(None::<String>);
    let export = button("", state.say(words::EXPORT), move || {
        spawn_local(async move {
            match ask(state, "sheet".to_owned()).await {
                text if text.is_empty() => state.refuse(Notice::NoTexts),
                text => offer(state, "kumomori-answers.csv", &text),
            }
        });
    });
    let choose = file_button(state.say(words::IMPORT), ACCEPTED, !state.is_writer, move |file| {
        spawn_local(async move {
            match text_of(&file).await.ok().and_then(|it| it.as_string()) {
                Some(text) => chosen.set(Some(text)),
                None => state.refuse(Notice::NotRead),
            }
        });
    });
    let is_chosen = Memo::new(move |_| chosen.read().is_some());
    all([
        paragraph("hint", state.say(words::SHEET_HINT)),
        block("actions", all([export, choose])),
        live(move || is_chosen.get().then(|| preview(state, chosen))),
    ])
}

fn preview(state: State, chosen: RwSignal<Option<String>>) -> View {
    let subject = move || chosen.get().map(|it| format!("preview {it}"));
    let take = move || {
        let Some(sheet) = chosen.get_untracked() else { return };
        chosen.set(None);
        spawn_local(async move {
            let changed = ask(state, format!("take {sheet}")).await;
            if let Some(changed) = read(state, &changed) {
                state.edit(|it| *it = changed);
            }
        });
    };
    let ways = all([
        button("primary", state.say(words::TAKE), take),
        button("", state.say(words::LEAVE), move || chosen.set(None)),
    ]);
    all([aside(state, subject, 3), block("actions", ways)])
}
