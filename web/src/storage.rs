//! The only door to what the browser keeps; `store.js` does the work.

use crate::clock;
use crate::components::header::saved_text;
use crate::dom::{on_window, set_timeout, window};
use crate::reactive::prelude::*;
use crate::state::{History, Saving, State};
use crate::text;
use kumomori_report::words::Words;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriStore"], catch)]
    async fn save(id: &str, text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriStore"], catch)]
    async fn record(
        id: &str,
        text: &str,
        is_same: bool,
        name: Option<String>,
    ) -> Result<JsValue, JsValue>;

    /// All steps as a file, or the last ones after the state before them.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriStore"], catch)]
    pub(crate) async fn history(is_recent: bool) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriStore"], js_name = forgetSteps, catch)]
    async fn forget_steps(text: &str) -> Result<JsValue, JsValue>;

    /// Starts again as the tab that may write.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriStore"], js_name = takeOver)]
    pub(crate) fn take_over();

    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriStore"], js_name = forgetAll, catch)]
    async fn forget_all() -> Result<JsValue, JsValue>;

    /// Gives up what is kept under an id and cannot be read.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriStore"], js_name = giveUp)]
    fn give_up(id: &str);

    /// Notes that the assessment was saved to a file.
    #[wasm_bindgen(js_namespace = ["globalThis", "kumomoriStore"], catch)]
    async fn filed() -> Result<JsValue, JsValue>;
}

/// Changes that follow one another faster than this are kept together.
const PAUSE: f64 = 400.0;

/// The reason of the store where what it kept is gone or cannot be read.
pub(crate) const UNREADABLE: &str = "load";

/// The id of the assessment.
const ASSESSMENT: &str = "assessment";

/// What is still to be kept.
#[derive(Debug, Clone, Copy, Default)]
struct Queue {
    is_dirty: bool,
    is_busy: bool,
    is_waiting: bool,
    last: f64,
    /// The step that is still open, by what the page counted.
    open: Option<u32>,
}

/// The name that the present state is to be given in its history.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Naming(pub(crate) RwSignal<Option<String>>);

/// Keeps the assessment: the first change at once, those that follow together.
#[derive(Debug, Clone, Copy)]
struct Keeper {
    state: State,
    queue: StoredValue<Queue>,
    naming: RwSignal<Option<String>>,
}

/// Keeps every change of the assessment from now on, and the language.
pub(crate) fn keep_saved(state: State) {
    let (queue, naming) = (StoredValue::new(Queue::default()), RwSignal::new(None));
    provide_context(Naming(naming));
    let keeper = Keeper { state, queue, naming };
    Effect::new(move |before: Option<()>| {
        let has_name = naming.read().is_some();
        if before.is_some() && has_name {
            keeper.touch();
        }
    });
    Effect::new(move |before: Option<()>| {
        let has_work = state.work.read().is_some();
        if before.is_some() && has_work {
            keeper.touch();
        }
    });
    Effect::new(move |before: Option<()>| {
        let tag = state.lang.get().tag();
        if before.is_some() && state.is_writer {
            // The language is a comfort; the assessment's own saving shows any trouble.
            spawn_local(async move { drop(save("language", tag).await) });
        }
    });
    on_window("visibilitychange", move |_| keeper.flush());
    on_window("pagehide", move |_| keeper.flush());
    on_window("beforeunload", move |event| {
        if keeper.is_unsaved() {
            keeper.flush();
            event.prevent_default();
        }
    });
}

/// Deletes everything that the browser keeps and starts again.
pub(crate) async fn erase(state: State) -> Result<(), JsValue> {
    forget_all().await?;
    state.work.set(None);
    window().location().reload()
}

/// Lets another assessment take the place of one that cannot be read.
pub(crate) fn give_up_assessment() {
    give_up(ASSESSMENT);
}

/// Notes that the assessment was saved to a file just now; a comfort, so its failure is not told.
pub(crate) fn note_file() {
    spawn_local(async { drop(filed().await) });
}

/// Deletes the steps and begins again with the present state.
pub(crate) async fn erase_steps(state: State) -> Result<(), JsValue> {
    let Some(text) = saved_text(state) else { return Ok(()) };
    state.history.update(History::part);
    forget_steps(&text).await.map(drop)
}

impl Keeper {
    fn touch(self) {
        if !self.state.is_writer {
            return;
        }
        self.queue.update_value(|it| it.is_dirty = true);
        self.state.saving.set(Saving::Busy);
        self.schedule();
    }

    fn schedule(self) {
        let queue = self.queue.get_value();
        if queue.is_busy || queue.is_waiting {
            return;
        }
        self.queue.update_value(|it| it.is_waiting = true);
        let rest = (queue.last + PAUSE - clock::milliseconds()).clamp(0.0, PAUSE);
        set_timeout(move || self.flush(), Duration::from_secs_f64(rest / 1000.0));
    }

    fn flush(self) {
        let queue = self.queue.get_value();
        self.queue.update_value(|it| it.is_waiting = false);
        if queue.is_busy || !queue.is_dirty {
            return;
        }
        let Some(text) = saved_text(self.state) else { return };
        self.queue.update_value(|it| (it.is_dirty, it.is_busy) = (false, true));
        let taken = self.state.history.read_untracked().taken();
        let name = self.naming.get_untracked();
        self.naming.set(None);
        spawn_local(async move {
            let is_same = queue.open == Some(taken);
            let outcome = record(ASSESSMENT, &text, is_same, name.clone()).await;
            if outcome.is_ok() {
                // A state that was named stays as it was then.
                let open = name.is_none().then_some(taken);
                self.queue.update_value(|it| it.open = open);
            } else {
                self.naming.set(name);
            }
            self.finish(outcome);
        });
    }

    fn finish(self, outcome: Result<JsValue, JsValue>) {
        self.queue.update_value(|it| {
            it.is_busy = false;
            it.last = clock::milliseconds();
            it.is_dirty |= outcome.is_err();
        });
        match outcome {
            Err(reason) => self.state.saving.set(Saving::Failed(reason_words(&reason))),
            Ok(_) if self.queue.get_value().is_dirty => self.schedule(),
            Ok(_) => self.state.saving.set(Saving::Saved(Some(clock::time_of_day()))),
        }
    }

    fn is_unsaved(self) -> bool {
        let queue = self.queue.get_value();
        self.state.is_writer && (queue.is_dirty || queue.is_busy)
    }
}

/// The reason of the store in words.
pub(crate) fn reason_words(reason: &JsValue) -> Words {
    problem_words(&reason.as_string().unwrap_or_default())
}

/// What a problem of the store means for the reader.
pub(crate) fn problem_words(problem: &str) -> Words {
    match problem {
        "conflict" => text::REASON_CONFLICT,
        "read-only" => text::OTHER_TAB,
        "memory" => text::REASON_MEMORY,
        "open: VersionError" => text::REASON_NEWER,
        "QuotaExceededError" => text::REASON_QUOTA,
        UNREADABLE => text::REASON_UNREADABLE,
        _ => text::REASON_CLOSED,
    }
}
