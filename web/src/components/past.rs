//! What the history tells.

use crate::components::aside::aside;
use crate::components::piece::paragraph;
use crate::dom::{View, all, follow, live};
use crate::past;
use crate::reactive::prelude::*;
use crate::state::{Saving, State};
use crate::text::past as words;
use wasm_bindgen_futures::spawn_local;

/// The history that the browser keeps.
#[derive(Debug, Clone)]
pub(crate) enum Kept {
    /// It was not read yet.
    Unread,
    /// There is none.
    Nothing,
    /// Its file.
    File(String),
}

impl Kept {
    /// What is kept now.
    pub(crate) async fn read() -> Self {
        past::file().await.map_or(Self::Nothing, Self::File)
    }
}

/// The history as a file, read again whenever something was kept.
pub(crate) fn file(state: State) -> RwSignal<Kept> {
    let file = RwSignal::new(Kept::Unread);
    follow(move || {
        if matches!(*state.saving.read(), Saving::Busy) {
            return;
        }
        spawn_local(async move {
            file.try_set(Kept::read().await);
        });
    });
    file
}

/// What the worker says about a history, or that there is none.
pub(crate) fn told(
    state: State,
    file: RwSignal<Kept>,
    subject: impl Fn() -> String + Copy + 'static,
    top: u8,
) -> View {
    let has_none = Memo::new(move |_| matches!(*file.read(), Kept::Nothing));
    let subject = move || match &*file.read() {
        Kept::File(file) => Some(format!("{} {file}", subject())),
        Kept::Unread | Kept::Nothing => None,
    };
    all([live(move || {
        Some(if has_none.get() {
            paragraph("", state.say(words::NONE))
        } else {
            aside(state, subject, top)
        })
    })])
}
