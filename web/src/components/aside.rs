//! Documents that the worker makes.

use crate::components::document::document_view;
use crate::components::header::saved_text;
use crate::components::piece::{announced, paragraph};
use crate::dom::{View, all, el, follow, live};
use crate::reactive::prelude::*;
use crate::state::State;
use crate::text;
use kumomori_report::document::from_passed;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What the worker says about a subject, the assessment as it is now, if there is one; empty when it
/// cannot.
pub(crate) async fn ask(state: State, subject: String) -> String {
    let (tag, day) = (state.spoken.get_untracked().tag(), state.today.to_string());
    let assessment = saved_text(state).unwrap_or_default();
    let answer = explain(tag, &day, &subject, &assessment).await;
    answer.ok().and_then(|it| it.as_string()).unwrap_or_default()
}

#[wasm_bindgen]
extern "C" {
    /// What the worker says about a subject: language, day, subject and assessment.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriAside"], catch)]
    async fn explain(
        tag: &str,
        day: &str,
        subject: &str,
        assessment: &str,
    ) -> Result<JsValue, JsValue>;
}

/// What the worker says about a subject, again whenever something it is made from has changed;
/// headings begin at level `top`.
pub(crate) fn aside(state: State, subject: impl Fn() -> Option<String> + 'static, top: u8) -> View {
    let told = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(true);
    let asked = StoredValue::new(0_u32);
    follow(move || {
        let Some(subject) = subject() else { return };
        state.work.track();
        state.documents.track();
        state.lang.track();
        asked.update_value(|it| *it = it.wrapping_add(1));
        let number = asked.get_value();
        is_busy.set(true);
        spawn_local(async move {
            let answer = ask(state, subject).await;
            // The answer to an earlier question is left alone; so is one to a page that is gone.
            if asked.try_get_value() == Some(number) {
                told.set(Some(answer));
                is_busy.set(false);
            }
        });
    });
    // What is told may be long, so only what keeps it from being told is read out.
    let hint = announced(live(move || match told.read().as_deref() {
        None => Some(paragraph("hint", state.say(text::LOADING))),
        Some("") => Some(paragraph("problem", state.say(text::NO_TEXTS_HINT))),
        Some(_) => None,
    }));
    let document = live(move || Some(document_view(from_passed(told.read().as_deref()?), top)));
    let busy = move || is_busy.get().then_some("true");
    all([hint, el("div").follow("aria-busy", busy).with(document).view()])
}
