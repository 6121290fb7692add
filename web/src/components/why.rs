//! The reasons of a figure, down to the answers.

use crate::components::document::document_view;
use crate::components::modal::modal;
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text;
use kumomori_core::id::ControlId;
use kumomori_report::document::Document;
use kumomori_report::explain;
use kumomori_report::table::Topic;
use kumomori_report::words::Words;
use leptos::prelude::*;

/// Explains what was asked for last, until it is closed.
pub(crate) fn why() -> AnyView {
    let state = use_state();
    let is_open = move || state.question.read().is_some();
    let body = move || {
        let content = move || explanation(state).map(|it| document_view(it, 3));
        view! {
            <div class="explanation">{content}</div>
            <div class="actions">
                {move || state.question.get().and_then(|it| link(state, &it))}
                <button type="button" on:click=move |_| state.question.set(None)>
                    {state.say(text::CLOSE)}
                </button>
            </div>
        }
        .into_any()
    };
    let title = move || state.say(text::result::EXPLANATION)().to_owned();
    modal("why-title", title, is_open, move || state.question.set(None), body)
}

fn explanation(state: State) -> Option<Document> {
    let names = state.names();
    let question = state.question.get()?;
    let evaluation = state.evaluation.get()?;
    let work = state.work.read();
    let assessment = work.as_ref()?;
    explain::topic(&names, assessment, &evaluation, &question)
}

/// For a control: the way to its answers.
fn link(state: State, topic: &Topic) -> Option<AnyView> {
    let Topic::Control(id) = topic else { return None };
    let href = control_href(state, id)?;
    let close = move |_| state.question.set(None);
    Some(view! { <a href=href on:click=close>{state.say(text::result::TO_ANSWER)}</a> }.into_any())
}

/// The address of a control's answers.
pub(crate) fn control_href(state: State, id: &ControlId) -> Option<String> {
    let control = state.library.control(id)?;
    Some(Route::Domain(control.domain.clone(), Some(id.clone())).href())
}

/// A button that asks for the reasons of something, named after it.
pub(crate) fn why_button(topic: Topic, label: Words, about: impl Fn() -> String + Send + 'static) -> AnyView {
    let state = use_state();
    let ask = move |_| state.question.set(Some(topic.clone()));
    view! {
        <button type="button" class="topic" aria-haspopup="dialog" on:click=ask>
            {state.say(label)}
            <span class="unseen">" "{about}</span>
        </button>
    }
    .into_any()
}
