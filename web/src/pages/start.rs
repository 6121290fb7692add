//! What the site is, and where to begin.

use crate::clock;
use crate::components::header::open_button;
use crate::components::piece::{
    block, button_while, facts, in_order, link, list, paragraph, run, section,
};
use crate::components::shown::shown;
use crate::dom::{View, all, live, text};
use crate::edit::new_assessment;
use crate::pages::page_title;
use crate::reactive::prelude::*;
use crate::routes::Route;
use crate::state::{Incoming, State, use_state};
use crate::text::start as words;
use crate::upload::open_example;
use kumomori_report::words::Words;

// The folders of policies/examples/.
const EXAMPLE_AI: &str = "ai-translation-service";
const EXAMPLE_SAAS: &str = "saas-provider";

/// The first page.
pub(crate) fn start_page() -> View {
    let state = use_state();
    all([
        page_title(state.say(words::TITLE)),
        paragraph("lead", state.say(words::LEAD)),
        section(state.say(words::ACTIONS), actions(state)),
        section(state.say(words::EXAMPLES), examples(state)),
        section(state.say(words::SHELF), shown(state, "shelf")),
        section(state.say(words::IDEAS), ideas(state)),
        block("privacy", section(state.say(words::PRIVACY), privacy(state))),
        section(state.say(words::STEPS), steps(state)),
    ])
}

fn actions(state: State) -> View {
    let start = move || {
        let begun = new_assessment(state.library, state.today, clock::moment());
        if let Some(assessment) = begun {
            let name = words::NEW.of(state.lang.get_untracked()).to_owned();
            state.open(Incoming { assessment, name, notice: None });
        }
    };
    let has_work = Memo::new(move |_| state.work.read().is_some());
    let new =
        move |class| button_while(class, state.say(words::NEW), move || state.is_writer, start);
    let ways = live(move || {
        Some(if has_work.get() { all([resume(state), new("")]) } else { new("primary") })
    });
    let guide = link("button", &Route::Guide.href(), state.say(words::GUIDE));
    block("actions", all([ways, guide, open_button()]))
}

fn resume(state: State) -> View {
    let title = text(move || state.of_work(|it| it.title.clone()).unwrap_or_default());
    let label = all([state.say(words::CONTINUE), run("resumed", title)]);
    link("button primary", &Route::Assess.href(), label)
}

fn examples(state: State) -> View {
    let example = |name: Words, hint: Words, file: &'static str| {
        let may = move || state.is_writer;
        let open = button_while("quiet", state.say(name), may, move || open_example(state, file));
        all([open, run("hint", state.say(hint))])
    };
    let examples = [
        example(words::EXAMPLE_AI, words::EXAMPLE_AI_TEXT, EXAMPLE_AI),
        example(words::EXAMPLE_SAAS, words::EXAMPLE_SAAS_TEXT, EXAMPLE_SAAS),
    ];
    all([paragraph("hint", state.say(words::EXAMPLES_HINT)), list("plain", examples)])
}

fn ideas(state: State) -> View {
    let ideas = [
        (words::IDEA_DESIGN, words::IDEA_DESIGN_TEXT),
        (words::IDEA_PROOF, words::IDEA_PROOF_TEXT),
        (words::IDEA_UNKNOWN, words::IDEA_UNKNOWN_TEXT),
        (words::IDEA_VERDICT, words::IDEA_VERDICT_TEXT),
    ];
    facts("ideas", ideas.map(|(title, text)| (state.say(title), state.say(text))).into())
}

fn privacy(state: State) -> View {
    let more = link("", &Route::About.href(), state.say(words::PRIVACY_MORE));
    all([paragraph("", state.say(words::PRIVACY_TEXT)), paragraph("", more)])
}

fn steps(state: State) -> View {
    let steps = [words::STEP_SCOPE, words::STEP_ASSESS, words::STEP_RESULT];
    in_order("", steps.map(|it| state.say(it)))
}
