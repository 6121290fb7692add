//! The choice of a level for one dimension of a control.

use crate::components::piece::{details, group, paragraph, run};
use crate::components::rungs::rungs;
use crate::dom::{View, all, el, live, plain, text};
use crate::reactive::prelude::*;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::ladder::{Ladder, Level};
use kumomori_core::role::Role;
use kumomori_report::words as terms;

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
    fn ladder(self, state: State) -> Ladder {
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
pub(crate) fn ladder(asked: Asked) -> View {
    let state = use_state();
    let ladder = Memo::new(move |_| asked.ladder(state));
    let question = [terms::dimension_question(asked.dimension), words::LEVEL_HINT];
    let hint = move || question.map(|it| state.word(it)).join(state.names().between_sentences());
    let mixed = move || {
        let ladder = ladder.get();
        let is_mixed = ladder.is_answered() && ladder.plain_level().is_none();
        is_mixed.then(|| paragraph("mixed", plain(&words::by_rung(state.lang.get(), ladder))))
    };
    let levels = Level::all().map(Some).chain([None]);
    let content = all([
        paragraph("hint", text(hint)),
        live(mixed),
        all(levels.map(|it| level_option(asked, ladder, it))),
        details("", state.say(words::BY_RUNG), move || rungs(asked, ladder)),
    ]);
    group("ladder", state.say(words::level_of(asked.dimension)), content)
}

fn level_option(asked: Asked, ladder: Memo<Ladder>, level: Option<Level>) -> View {
    let state = use_state();
    let place = level.map_or_else(|| "u".to_owned(), |it| it.number().to_string());
    let [name_id, text_id] = ["name", "text"].map(|it| format!("{}-{place}-{it}", asked.name()));
    let is_checked = move || match level {
        Some(_) => ladder.get().plain_level() == level,
        None => !ladder.get().is_answered(),
    };
    let name = text(move || match level {
        Some(level) => state.level(level),
        None => state.word(words::UNKNOWN).to_owned(),
    });
    let general = level.map_or(words::UNKNOWN_TEXT, |it| terms::rung_words(asked.dimension, it));
    let criterion = text(move || {
        let names = state.names();
        level.map(|it| names.criterion(&asked.control.id, asked.dimension, it)).unwrap_or_default()
    });
    let meaning =
        all([run("criterion", criterion), plain(" "), run("general", state.say(general))]);
    let button = el("input").set("type", "radio").set("name", &asked.name());
    let button = button.set("aria-labelledby", &name_id).set("aria-describedby", &text_id);
    let button = button.checked(is_checked).on_checked(move |_| asked.choose(state, level));
    let named = |class, id: &str, text| el("span").class(class).set("id", id).with(text).view();
    let [name, meaning] =
        [named("option-name", &name_id, name), named("option-text", &text_id, meaning)];
    el("label").class("option").with(all([button.view(), name, meaning])).view()
}
