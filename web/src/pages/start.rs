//! What the site is, and where to begin.

use crate::components::header::open_button;
use crate::edit::new_assessment;
use crate::pages::page_title;
use crate::routes::Route;
use crate::state::{Incoming, State, use_state};
use crate::text::start as words;
use crate::upload::open_example;
use kumomori_report::words::Words;
use leptos::prelude::*;

const EXAMPLE_AI: &str =
    include_str!("../../../policies/examples/ai-translation-service/assessment.json");
const EXAMPLE_SAAS: &str = include_str!("../../../policies/examples/saas-provider/assessment.json");

/// The first page.
pub(crate) fn start_page() -> AnyView {
    let state = use_state();
    view! {
        {page_title(move || state.say(words::TITLE)().to_owned())}
        <p class="lead">{state.say(words::LEAD)}</p>
        {actions()}
        {examples()}
        {ideas()}
        {privacy()}
        {steps()}
    }
    .into_any()
}

fn actions() -> AnyView {
    let state = use_state();
    let start = move |_| {
        if let Some(assessment) = new_assessment(state.library, state.today) {
            let name = state.say(words::NEW)().to_owned();
            state.open(Incoming { assessment, name, notice: None });
        }
    };
    let has_work = Memo::new(move |_| state.work.read().is_some());
    let resume = move || has_work.get().then(|| resume(state));
    let class = move || if has_work.get() { "button" } else { "button primary" };
    view! {
        <section aria-labelledby="begin">
            <h2 id="begin">{state.say(words::ACTIONS)}</h2>
            <div class="actions">
                {resume}
                <button type="button" class=class disabled=!state.is_writer on:click=start>
                    {state.say(words::NEW)}
                </button>
                {open_button("button")}
            </div>
        </section>
    }
    .into_any()
}

fn resume(state: State) -> AnyView {
    let title = move || state.of_work(|it| it.title.clone()).filter(|it| !it.is_empty());
    let title = move || title().map(|it| view! { <span class="resumed">{it}</span> });
    view! {
        <a class="button primary" href=Route::Assess.href()>
            {state.say(words::CONTINUE)}
            {title}
        </a>
    }
    .into_any()
}

fn examples() -> AnyView {
    let state = use_state();
    let item = |name: Words, hint: Words, text: &'static str| {
        view! {
            <li>
                <button
                    type="button"
                    class="quiet"
                    disabled=!state.is_writer
                    on:click=move |_| open_example(state, text)
                >
                    {state.say(name)}
                </button>
                <span class="hint">{state.say(hint)}</span>
            </li>
        }
    };
    view! {
        <section aria-labelledby="examples">
            <h2 id="examples">{state.say(words::EXAMPLES)}</h2>
            <p class="hint">{state.say(words::EXAMPLES_HINT)}</p>
            <ul class="plain">
                {item(words::EXAMPLE_AI, words::EXAMPLE_AI_TEXT, EXAMPLE_AI)}
                {item(words::EXAMPLE_SAAS, words::EXAMPLE_SAAS_TEXT, EXAMPLE_SAAS)}
            </ul>
        </section>
    }
    .into_any()
}

fn ideas() -> AnyView {
    let state = use_state();
    let ideas = [
        (words::IDEA_DESIGN, words::IDEA_DESIGN_TEXT),
        (words::IDEA_PROOF, words::IDEA_PROOF_TEXT),
        (words::IDEA_UNKNOWN, words::IDEA_UNKNOWN_TEXT),
        (words::IDEA_VERDICT, words::IDEA_VERDICT_TEXT),
    ];
    let items = ideas.map(|(title, text)| {
        view! { <div><dt>{state.say(title)}</dt><dd>{state.say(text)}</dd></div> }
    });
    view! {
        <section aria-labelledby="ideas">
            <h2 id="ideas">{state.say(words::IDEAS)}</h2>
            <dl class="ideas">{items.into_iter().collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn privacy() -> AnyView {
    let state = use_state();
    view! {
        <section class="privacy" aria-labelledby="privacy">
            <h2 id="privacy">{state.say(words::PRIVACY)}</h2>
            <p>{state.say(words::PRIVACY_TEXT)}</p>
            <p><a href=Route::About.href()>{state.say(words::PRIVACY_MORE)}</a></p>
        </section>
    }
    .into_any()
}

fn steps() -> AnyView {
    let state = use_state();
    view! {
        <section aria-labelledby="steps">
            <h2 id="steps">{state.say(words::STEPS)}</h2>
            <ol>
                <li>{state.say(words::STEP_SCOPE)}</li>
                <li>{state.say(words::STEP_ASSESS)}</li>
                <li>{state.say(words::STEP_RESULT)}</li>
            </ol>
        </section>
    }
    .into_any()
}
