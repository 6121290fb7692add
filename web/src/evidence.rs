//! The only door through which evidence files come in; `aside.js` and its worker do the work.

use crate::reactive::prelude::*;
use crate::state::{Document, Form, Saving, State};
use crate::storage::{UNREADABLE, reason_words};
use crate::text::evidence::{KEPT, NOT_ASKED, NOT_READ};
use kumomori_core::pack::read_told;
use kumomori_core::role::Role;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File, FileList};

#[wasm_bindgen]
extern "C" {
    /// A file that was asked.
    type Item;
    #[wasm_bindgen(method, getter)]
    fn id(this: &Item) -> u32;
    #[wasm_bindgen(method, getter)]
    fn name(this: &Item) -> String;
    #[wasm_bindgen(method, getter)]
    fn role(this: &Item) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn told(this: &Item) -> Vec<u8>;

    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriAside"], catch)]
    async fn add(file: &File) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriAside"], catch)]
    async fn kept() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriAside"], catch)]
    async fn keep() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriAside"], catch)]
    async fn begin(tag: &str, kind: &str, day: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriAside"])]
    fn open(
        place: &Element,
        tag: &str,
        kind: &str,
        day: &str,
        id: u32,
        rest: Option<String>,
        is_new: bool,
    );
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriAside"], js_name = speakFor)]
    fn speak_for_role(id: u32, role: &str);
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriAside"], js_name = remove)]
    fn remove_file(id: u32);
}

/// The number of what was kept and cannot be read, as `aside.js` has it.
const UNREAD: u32 = u32::MAX;

/// Asks again the files that were kept.
pub(crate) fn restore(state: State) {
    spawn_local(async move {
        let items: Vec<Document> = match kept().await {
            Ok(items) => js_sys::Array::from(&items).iter().filter_map(document).collect(),
            Err(reason) => vec![kept_before(state, &reason)],
        };
        if !items.is_empty() {
            state.documents.update(|all| all.extend(items));
        }
    });
}

/// What stands for the files that were kept and cannot be had: given up once it is taken back, unless
/// only nobody could be asked about them.
fn kept_before(state: State, reason: &JsValue) -> Document {
    let name = KEPT.of(state.lang.get_untracked()).to_owned();
    if reason.as_string().is_some_and(|it| it == UNREADABLE) {
        Document { id: UNREAD, ..Document::refused(name, NOT_READ) }
    } else {
        Document::refused(name, NOT_ASKED)
    }
}

/// Asks files one after another, and keeps them.
pub(crate) fn ask(state: State, files: Option<FileList>) {
    let Some(files) = files.filter(|_| state.is_writer) else { return };
    let files: Vec<File> = (0..files.length()).filter_map(|idx| files.get(idx)).collect();
    spawn_local(async move {
        let mut has_more = false;
        for file in files {
            state.asking.update(|n| *n += 1);
            let asked = add(&file).await.ok().and_then(document);
            state.asking.update(|n| *n -= 1);
            has_more |= asked.is_some();
            let document = asked.unwrap_or_else(|| Document::refused(file.name(), NOT_ASKED));
            state.documents.update(|all| all.push(document));
        }
        if has_more {
            save(state).await;
        }
    });
}

/// Says whose duties a file speaks for.
pub(crate) fn speak_for(state: State, id: u32, role: Option<Role>) {
    if !state.is_writer {
        return;
    }
    speak_for_role(id, role.map_or("", Role::word));
    state.documents.update(|all| {
        if let Some(it) = all.iter_mut().find(|it| it.id == id) {
            it.role = role;
        }
    });
    spawn_local(save(state));
}

/// Takes files back: one, or all.
pub(crate) fn take_back(state: State, id: Option<u32>) {
    let is_taken = |it: &Document| id.is_none_or(|id| it.id == id);
    let is_any = state.documents.with_untracked(|all| all.iter().any(is_taken));
    if !state.is_writer || !is_any {
        return;
    }
    for it in state.documents.get_untracked().iter().filter(|it| is_taken(it)) {
        remove_file(it.id);
    }
    state.documents.update(|all| all.retain(|it| !is_taken(it)));
    if state.form.with_untracked(|it| it.as_ref().is_some_and(|it| id.is_none_or(|id| id == it.id)))
    {
        state.form.set(None);
    }
    spawn_local(save(state));
}

async fn save(state: State) {
    if let Err(reason) = keep().await {
        state.saving.set(Saving::Failed(reason_words(&reason)));
    }
}

/// Begins a file that is typed in, and opens its form.
pub(crate) fn begin_form(state: State, kind: &'static str) {
    spawn_local(async move {
        let tag = state.spoken.get_untracked().tag();
        let made = begin(tag, kind, &state.today.to_string()).await;
        match made.ok().and_then(document) {
            None => state
                .documents
                .update(|all| all.push(Document::refused(kind.to_owned(), NOT_ASKED))),
            Some(made) => {
                let form = Form { id: made.id, kind: kind.to_owned(), rest: None };
                state.documents.update(|all| all.push(made));
                state.form.set(Some(form));
                save(state).await;
            }
        }
    });
}

/// Shows a form in an element.
pub(crate) fn open_form(state: State, form: &Form, place: &Element, is_new: bool) {
    let (tag, day) = (state.lang.get().tag(), state.today.to_string());
    open(place, tag, &form.kind, &day, form.id, form.rest.clone(), is_new);
}

/// Puts what a file says now in the place of what it said before, and keeps it.
pub(crate) fn replace(state: State, item: JsValue) {
    let Some(document) = document(item) else { return };
    state.documents.update(|all| {
        if let Some(it) = all.iter_mut().find(|it| it.id == document.id) {
            *it = document;
        }
    });
    spawn_local(save(state));
}

fn document(item: JsValue) -> Option<Document> {
    let item: Item = item.unchecked_into();
    let word = item.role();
    Some(Document {
        id: item.id(),
        name: item.name(),
        role: word.as_deref().and_then(Role::from_word),
        told: Arc::new(read_told(&item.told())?),
    })
}
