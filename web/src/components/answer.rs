//! One control with its questions, for each role that is asked.

use crate::components::applicability::applicability;
use crate::components::evidence::evidence;
use crate::components::ladder::{Asked, ladder};
use crate::components::notes::notes;
use crate::components::outcome::outcome;
use crate::components::sample::sample;
use crate::routes::heading_id;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::assessment::Applicability;
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::framework::Part;
use kumomori_core::role::{Role, Roles};
use kumomori_report::words as terms;
use leptos::prelude::*;

/// A control as a section of its domain's page.
pub(crate) fn control_section(control: &'static Control, roles: Roles) -> AnyView {
    let state = use_state();
    let heading = heading_id(&control.id);
    let roles = roles.iter().map(|role| role_section(control, role)).collect_view();
    view! {
        <section class="control" aria-labelledby=heading>
            <h2 id=heading.clone() tabindex="-1">{state.tell(control.title)}</h2>
            <p>{state.tell(control.objective)}</p>
            {background(control)}
            {roles}
        </section>
    }
    .into_any()
}

/// Why the control matters, what it weighs and what it answers.
fn background(control: &'static Control) -> AnyView {
    let state = use_state();
    let is_key = state.library.is_key(control);
    let key = is_key.then(|| view! { " "<strong>{state.say(terms::is_key())}</strong> });
    view! {
        <details>
            <summary>{state.say(words::ABOUT_CONTROL)}</summary>
            <dl class="facts">
                <div><dt>{state.say(words::WHY)}</dt><dd>{state.tell(control.why)}</dd></div>
                <div>
                    <dt>{state.say(words::WEIGHT)}</dt>
                    <dd>{state.say(terms::weight(control.weight))}{key}" "{state.tell(control.weight_reason)}</dd>
                </div>
                <div>
                    <dt>{state.say(words::FREQUENCY)}</dt>
                    <dd>{state.say(terms::frequency(control.frequency))}</dd>
                </div>
                <div>
                    <dt>{state.say(words::EFFORT)}</dt>
                    <dd>{state.say(terms::effort(control.effort))}</dd>
                </div>
                <div>
                    <dt>{state.say(words::ANSWERS_REQUIREMENTS)}</dt>
                    <dd>{requirements(state, control)}</dd>
                </div>
            </dl>
        </details>
    }
    .into_any()
}

fn requirements(state: State, control: &'static Control) -> AnyView {
    let rows = state.library.control_idx(&control.id).into_iter();
    let rows = rows.flat_map(|idx| state.library.rows_of(idx)).filter(|(_, _, row)| row.part != Part::Related);
    let items = rows.map(|(framework, requirement, row)| {
        view! {
            <li>
                {framework.name.clone()}" "{requirement.id.to_string()}" "
                {state.tell(requirement.title)}" ("{state.say(terms::part(row.part))}")"
            </li>
        }
    });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}

fn role_section(control: &'static Control, role: Role) -> AnyView {
    let state = use_state();
    let id = format!("{}-{role}", control.id);
    let title = move || words::duty_of(state.lang.get(), role);
    let duty = move || state.names().duty(control, role);
    let applies = Memo::new(move |_| {
        matches!(state.answer(&control.id, role).applicability, Applicability::Applicable)
    });
    view! {
        <div class="role" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{title}</h3>
            <p>{duty}</p>
            {applicability(control, role)}
            {move || applies.get().then(|| questions(control, role))}
        </div>
    }
    .into_any()
}

fn questions(control: &'static Control, role: Role) -> AnyView {
    let asked = |dimension| Asked { control, role, dimension };
    view! {
        <div class="ladders">
            {ladder(asked(Dimension::Design))}
            {ladder(asked(Dimension::Operation))}
        </div>
        {outcome(control, role)}
        {evidence(control, role)}
        {sample(control, role)}
        {notes(control, role)}
    }
    .into_any()
}
