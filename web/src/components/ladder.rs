//! The choice of a level for one dimension of a control.

use crate::components::rungs::rungs;
use crate::edit::plain_level;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::ladder::{Ladder, Level};
use kumomori_core::role::Role;
use kumomori_core::text::Lang;
use kumomori_report::words as terms;
use leptos::prelude::*;

/// One dimension of one control for one role.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    /// The control.
    pub(crate) control: &'static Control,
    /// Whose duty it is.
    pub(crate) role: Role,
    /// The dimension.
    pub(crate) dimension: Dimension,
}

impl Asked {
    /// The rungs as answered.
    pub(crate) fn ladder(self, state: State) -> Ladder {
        state.answer(&self.control.id, self.role).ladder(self.dimension)
    }

    /// A name that is unique on the page.
    pub(crate) fn name(self) -> String {
        format!("{}-{}-{}", self.control.id, self.role, self.dimension.word())
    }

    fn choose(self, state: State, level: Option<Level>) {
        state.set_level(&self.control.id, self.role, self.dimension, level);
    }
}

/// The levels as a radio group, and the rungs one by one for those who need them.
pub(crate) fn ladder(asked: Asked) -> AnyView {
    let state = use_state();
    let ladder = Memo::new(move |_| asked.ladder(state));
    let levels = Level::all().map(|it| level_option(asked, ladder, Some(it))).collect_view();
    let is_mixed = move || {
        let ladder = ladder.get();
        ladder.is_answered() && plain_level(ladder).is_none()
    };
    let mixed = move || {
        let said = is_mixed().then(|| words::by_rung(state.lang.get(), ladder.get()));
        said.map(|it| view! { <p class="mixed">{it}</p> })
    };
    let is_open = RwSignal::new(false);
    view! {
        <fieldset class="ladder">
            <legend>{legend(state, asked.dimension)}</legend>
            <p class="hint">
                {state.say(terms::dimension_question(asked.dimension))}" "{state.say(words::LEVEL_HINT)}
            </p>
            {mixed}
            {levels}
            {level_option(asked, ladder, None)}
            <details on:toggle:target=move |event| is_open.set(event.target().open())>
                <summary>{state.say(words::BY_RUNG)}</summary>
                {move || is_open.get().then(|| rungs(asked, ladder))}
            </details>
        </fieldset>
    }
    .into_any()
}

/// Such as "Level of design".
fn legend(state: State, dimension: Dimension) -> impl Fn() -> String + Send {
    move || {
        let dimension = terms::dimension(dimension).of(state.lang.get());
        let level = state.say(words::LEVEL_OF)();
        match state.lang.get() {
            Lang::Ja => format!("{dimension}{level}"),
            Lang::En => format!("{dimension} {level}"),
        }
    }
}

fn level_option(asked: Asked, ladder: Memo<Ladder>, level: Option<Level>) -> AnyView {
    let state = use_state();
    let id = format!("{}-{}", asked.name(), level.map_or_else(|| "u".into(), |it| it.number().to_string()));
    let (name_id, text_id) = (format!("{id}-name"), format!("{id}-text"));
    let is_checked = move || match level {
        Some(_) => plain_level(ladder.get()) == level,
        None => !ladder.get().is_answered(),
    };
    let name = move || match level {
        Some(level) => format!("{} {}", say(state, terms::level(level)), say(state, terms::level_name(level))),
        None => say(state, words::UNKNOWN).to_owned(),
    };
    let general = move || match level {
        Some(level) => say(state, terms::rung_words(asked.dimension, level)),
        None => say(state, words::UNKNOWN_TEXT),
    };
    let criterion = move || {
        let names = state.names();
        level.map(|it| names.criterion(&asked.control.id, asked.dimension, it)).unwrap_or_default()
    };
    view! {
        <label class="option">
            <input
                type="radio"
                name=asked.name()
                aria-labelledby=name_id.clone()
                aria-describedby=text_id.clone()
                prop:checked=is_checked
                on:change=move |_| asked.choose(state, level)
            />
            <span class="option-name" id=name_id>{name}</span>
            <span class="option-text" id=text_id>
                <span class="criterion">{criterion}</span>
                " "
                <span class="general">{general}</span>
            </span>
        </label>
    }
    .into_any()
}

fn say(state: State, words: terms::Words) -> &'static str {
    words.of(state.lang.get())
}
