//! The assessment beside those of files.

use super::save;
use crate::components::aside::aside;
use crate::components::header::{ASSESSMENTS, file_button};
use crate::components::piece::{block, button, paragraph};
use crate::dom::{View, all, live, plain};
use crate::reactive::prelude::*;
use crate::state::State;
use crate::text::result as words;
use crate::upload::read_beside;
use kumomori_report::report::{Format, MOST_SERVICES};

/// The end of a file in what the worker is asked.
const FILE: char = '\u{1e}';

/// The assessment beside an earlier one of the same subject.
pub(super) fn comparison(state: State) -> View {
    let other = RwSignal::new(None::<String>);
    let choose = move |file| read_beside(state, file, move |text| other.set(Some(text)));
    let subject = move || other.get().map(|it| format!("compare {it}"));
    let is_chosen = Memo::new(move |_| other.read().is_some());
    all([
        paragraph("hint screen", state.say(words::COMPARE_HINT)),
        block(
            "actions screen",
            file_button(state.say(words::COMPARE_WITH), ASSESSMENTS, false, choose),
        ),
        live(move || is_chosen.get().then(|| aside(state, subject, 3))),
    ])
}

/// The assessment beside those of other services, as many as there is room for.
pub(super) fn services(state: State) -> View {
    let others = RwSignal::new(String::new());
    let count = Memo::new(move |_| others.read().matches(FILE).count());
    let add =
        move |text: String| others.update(|it| *it += &(text + FILE.encode_utf8(&mut [0; 4])));
    let has_room = Memo::new(move |_| count.get() + 1 < MOST_SERVICES);
    let choose = move || {
        let choose = move |file| read_beside(state, file, add);
        has_room
            .get()
            .then(|| file_button(state.say(words::SERVICES_ADD), ASSESSMENTS, false, choose))
    };
    let is_chosen = Memo::new(move |_| count.get() > 0);
    let shown = move || {
        let subject = move || (count.get() > 0).then(|| format!("services {}", others.read()));
        is_chosen.get().then(|| all([ways(state, others), aside(state, subject, 3)]))
    };
    all([
        paragraph("hint screen", state.say(words::SERVICES_HINT)),
        block("actions screen", live(choose)),
        live(shown),
    ])
}

/// What can be done with services that stand side by side.
fn ways(state: State, others: RwSignal<String>) -> View {
    let file = move |format: Format| {
        let ending = format.word();
        let act = move || {
            let subject = format!("services-file {ending} {}", others.read_untracked());
            save(state, subject, format!("kumomori-services.{ending}"));
        };
        button("", plain(format.name()), act)
    };
    let files = [Format::Html, Format::Markdown, Format::Csv].map(file);
    let clear = button("", state.say(words::SERVICES_CLEAR), move || others.set(String::new()));
    block("actions screen", all(files.into_iter().chain([clear])))
}
