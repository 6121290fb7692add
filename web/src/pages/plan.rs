//! Who closes which gap until when, and how long it takes.

use crate::components::aside::aside;
use crate::components::field::{checked_date_field, number_field};
use crate::components::notes::owner_and_due;
use crate::components::piece::{
    announced, block, button, details, group, link, paragraph, section,
};
use crate::dom::{View, all, live, text};
use crate::pages::result::ways;
use crate::pages::{fields, with_work};
use crate::reactive::prelude::*;
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text::plan as words;
use kumomori_core::control::Control;
use kumomori_core::role::Role;
use kumomori_report::report::{Kind, Terms};

/// How many duties are shown before the reader asks for all.
const FIRST: usize = 7;

/// The page.
pub(crate) fn plan_page() -> View {
    let state = use_state();
    with_work(state.say(words::TITLE), move || content(state))
}

fn content(state: State) -> View {
    all([
        paragraph("lead", state.say(words::LEAD)),
        section(state.say(words::WHO), fields(who(state))),
        section(state.say(words::SCHEDULE), schedule(state)),
        section(state.say(words::STEPS), steps(state)),
    ])
}

/// The duties below the target, each with its owner and its due date.
fn who(state: State) -> View {
    let shows_all = RwSignal::new(false);
    let found = Memo::new(move |_| duties(state));
    let is_cut = Memo::new(move |_| !shows_all.get() && found.read().len() > FIRST);
    let shown = move || {
        let found = found.read();
        let n = if is_cut.get() { FIRST } else { found.len() };
        let none = found.is_empty().then(|| paragraph("", state.say(words::NONE)));
        let each = found
            .iter()
            .take(n)
            .filter_map(|(idx, role)| Some(duty(state, state.library.controls.get(*idx)?, *role)));
        Some(all(each.chain(none)))
    };
    let more = move || {
        let label = text(move || format!("{} ({})", state.word(words::MORE), found.read().len()));
        is_cut.get().then(|| button("", label, move || shows_all.set(true)))
    };
    all([live(shown), live(more)])
}

/// The controls with a gap and whose duty it is, each once, the one most worth closing first.
fn duties(state: State) -> Vec<(usize, Role)> {
    let mut found = Vec::new();
    let evaluation = state.evaluation.read();
    for gap in evaluation.iter().flat_map(|it| &it.gaps) {
        let place = state.library.controls.iter().position(|it| it.id == gap.control.id);
        let Some(duty) = place.map(|idx| (idx, gap.role)) else { continue };
        if !found.contains(&duty) {
            found.push(duty);
        }
    }
    found
}

fn duty(state: State, control: &'static Control, role: Role) -> View {
    let name = text(move || state.names().control_of(&control.id, role));
    let name = link("", &Route::of_control(&control.id).href(), name);
    group("duty", name, owner_and_due(state, control, role))
}

/// When the gaps could be closed, by how many people from which day on.
fn schedule(state: State) -> View {
    let start = RwSignal::new(Some(state.today));
    let people = RwSignal::new("1".to_owned());
    let number = move || people.read().trim().parse::<u8>().ok();
    let terms = move || {
        let terms = Terms::of(start.get()?, number()?)?;
        Some(format!(" {} {}", terms.start, terms.people))
    };
    let wrong = move || terms().is_none().then(|| paragraph("hint", state.say(words::TERMS_WRONG)));
    let day = {
        let (is_wrong, shown) = (move || start.read().is_none(), move || start.get());
        checked_date_field(words::START, is_wrong, shown, move |it| start.set(it))
    };
    let is_wrong = move || number().and_then(|it| Terms::of(state.today, it)).is_none();
    let people =
        number_field(words::PEOPLE, is_wrong, move || people.get(), move |it| people.set(it));
    let subject = move || Some(format!("document {}{}", Kind::Schedule.word(), terms()?));
    all([
        block("row screen", all([day, people])),
        announced(live(wrong)),
        block("actions screen", ways(state, Kind::Schedule, terms)),
        aside(state, subject, 3),
    ])
}

/// What to do on each step of the roadmap, with deliverables and cautions.
fn steps(state: State) -> View {
    let subject = move || Some(format!("document {}", Kind::Plan.word()));
    let files = ways(state, Kind::Plan, || Some(String::new()));
    all([
        block("actions screen", files),
        details("", state.say(crate::text::result::SHOW), move || aside(state, subject, 3)),
    ])
}
