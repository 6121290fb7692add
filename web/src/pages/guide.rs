//! From a situation to a target: ready-made beginnings, and the questions of the selection guide.

use crate::clock;
use crate::components::choice::check_box;
use crate::components::piece::{
    announced, block, button_while, facts, group, list, paragraph, run, section,
};
use crate::dom::{View, all, el, live, plain, text};
use crate::edit;
use crate::pages::{page_title, with_texts};
use crate::reactive::prelude::*;
use crate::routes::{Route, go};
use crate::state::{Incoming, State, use_state};
use crate::text::guide as words;
use kumomori_core::assessment::Assessment;
use kumomori_core::id::QuestionId;
use kumomori_core::profile::Profile;
use kumomori_core::selection::{Choice, SelectionQuestion};

/// The page.
pub(crate) fn guide_page() -> View {
    let state = use_state();
    let content = move || {
        all([
            section(state.say(words::PROFILES), profiles(state)),
            section(state.say(words::QUESTIONS), questions(state)),
        ])
    };
    all([
        page_title(state.say(words::TITLE)),
        paragraph("lead", state.say(words::LEAD)),
        with_texts(content),
    ])
}

fn profiles(state: State) -> View {
    list("plain ideas", state.library.profiles.iter().map(|it| profile(state, it)))
}

fn profile(state: State, profile: &'static Profile) -> View {
    let start = move || {
        begin(state, |it| {
            it.subject.kind = profile.subject;
            it.scope = profile.scope.clone();
            state.names().text(profile.title).clone_into(&mut it.title);
        });
    };
    let title = el("h3").with(state.tell(profile.title)).view();
    let may = move || state.is_writer;
    let which = run("unseen", all([plain(": "), state.tell(profile.title)]));
    let way = button_while("", all([state.say(words::START), which]), may, start);
    all([title, paragraph("", state.tell(profile.description)), block("actions", way)])
}

/// Opens a new assessment, changed before it is.
fn begin(state: State, change: impl FnOnce(&mut Assessment)) {
    let begun = edit::new_assessment(state.library, state.today, clock::moment());
    if let Some(mut assessment) = begun {
        change(&mut assessment);
        let name = state.word(crate::text::start::NEW).to_owned();
        state.open(Incoming { assessment, name, notice: None });
    }
}

fn questions(state: State) -> View {
    let yes = RwSignal::new(Vec::<QuestionId>::new());
    let question = |it: &'static SelectionQuestion| {
        let is_yes = move || yes.read().contains(&it.id);
        check_box(state.tell(it.ask), None, is_yes, move |is_yes| {
            yes.update(|all| {
                all.retain(|id| *id != it.id);
                all.extend(is_yes.then(|| it.id.clone()));
            });
        })
    };
    let questions = all(state.library.selection.questions.iter().map(question));
    let proposed = announced(live(move || Some(proposed(state, &yes.read()))));
    all([
        paragraph("hint", state.say(words::QUESTIONS_HINT)),
        group("inline", state.say(words::TRUE), questions),
        el("h3").with(state.say(words::PROPOSED)).view(),
        proposed,
        ways(state, yes),
    ])
}

/// Each target with the reasons for it.
fn proposed(state: State, yes: &[QuestionId]) -> View {
    let chosen = edit::chosen(&state.library.selection, yes);
    if chosen.is_empty() {
        return paragraph("", state.say(words::NOTHING));
    }
    let rules = || state.library.selection.holding(yes);
    let fact = |choice: &Choice| {
        let reasons =
            rules().filter(|it| it.choose.contains(choice)).map(|it| state.tell(it.reason));
        (name(state, choice), list("", reasons))
    };
    facts("facts", chosen.iter().map(fact).collect())
}

fn name(state: State, choice: &Choice) -> View {
    let choice = choice.clone();
    text(move || {
        let names = state.names();
        let framework = names.framework(&choice.framework);
        let category = choice.category.as_ref().map(|it| names.category(&choice.framework, it));
        category.map_or(framework.clone(), |it| format!("{framework}: {it}"))
    })
}

fn ways(state: State, yes: RwSignal<Vec<QuestionId>>) -> View {
    let take = move |it: &mut Assessment| {
        edit::take_selection(it, state.library, &yes.read_untracked());
    };
    let is_some = move || !edit::chosen(&state.library.selection, &yes.read()).is_empty();
    let may = move || state.is_writer && is_some();
    let anew =
        button_while("primary", state.say(words::START_HERE), may, move || begin(state, take));
    let apply = move || {
        state.edit(take);
        go(&Route::Scope);
    };
    let has_work = Memo::new(move |_| state.work.read().is_some());
    let present =
        live(move || has_work.get().then(|| button_while("", state.say(words::APPLY), may, apply)));
    block("actions", all([anew, plain(" "), present]))
}
