//! One control with its questions, for each role that is asked.

use crate::components::applicability::applicability;
use crate::components::evidence::evidence;
use crate::components::ladder::{Asked, ladder};
use crate::components::notes::notes;
use crate::components::outcome::outcome;
use crate::components::piece::{all, block, details, facts, list, live, paragraph, text};
use crate::components::sample::sample;
use crate::routes::heading_id;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::assessment::Applicability;
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::framework::{Framework, Part, Requirement, Row};
use kumomori_core::role::{Role, Roles};
use kumomori_report::words as terms;
use leptos::prelude::*;

/// A control as a section of its domain's page.
pub(crate) fn control_section(control: &'static Control, roles: Roles) -> AnyView {
    let state = use_state();
    let heading = heading_id(&control.id);
    let content = all([
        paragraph("", state.tell(control.objective)),
        details("", state.say(words::ABOUT_CONTROL), move || background(state, control)),
        all(roles.iter().map(|role| duty(state, control, role))),
    ]);
    view! {
        <section class="control" aria-labelledby=heading.clone()>
            <h2 id=heading.clone() tabindex="-1">{state.tell(control.title)}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// Why the control matters, what it weighs and what it answers.
fn background(state: State, control: &'static Control) -> AnyView {
    let weight = all([
        state.say(terms::weight(control.weight)),
        " ".into_any(),
        state.tell(control.weight_reason),
    ]);
    let found = vec![
        (state.say(words::WHY), state.tell(control.why)),
        (state.say(words::WEIGHT), weight),
        (state.say(words::FREQUENCY), state.say(terms::frequency(control.frequency))),
        (state.say(words::EFFORT), state.say(terms::effort(control.effort))),
        (state.say(words::ANSWERS_REQUIREMENTS), requirements(state, control)),
    ];
    facts("facts", found)
}

fn requirements(state: State, control: &'static Control) -> AnyView {
    let rows = state.library.control_idx(&control.id).into_iter();
    let rows = rows.flat_map(|idx| state.library.rows_of(idx));
    list("", rows.filter(|(_, _, row)| row.part != Part::Related).map(|it| answered(state, it)))
}

fn answered(
    state: State,
    (framework, requirement, row): (&'static Framework, &'static Requirement, &'static Row),
) -> AnyView {
    text(move || {
        let title = state.names().prose(requirement.title);
        let part = state.word(terms::part(row.part));
        format!("{} {} {title} ({part})", framework.name, requirement.id)
    })
}

fn duty(state: State, control: &'static Control, role: Role) -> AnyView {
    let id = format!("{}-{role}", control.id);
    let title_id = format!("{id}-title");
    let title = text(move || words::duty_of(state.lang.get(), role).to_owned());
    let asked = text(move || state.names().duty(control, role).unwrap_or_default());
    let applies = Memo::new(move |_| {
        matches!(state.answer(&control.id, role).applicability, Applicability::Applicable)
    });
    let questions = live(move || applies.get().then(|| questions(control, role)));
    let content = all([paragraph("", asked), applicability(control, role), questions]);
    view! {
        <div class="role" role="group" id=id aria-labelledby=title_id.clone()>
            <h3 id=title_id.clone()>{title}</h3>
            {content}
        </div>
    }
    .into_any()
}

fn questions(control: &'static Control, role: Role) -> AnyView {
    let ladders = Dimension::ALL.map(|dimension| ladder(Asked { control, role, dimension }));
    all([
        block("ladders", all(ladders)),
        outcome(control, role),
        evidence(control, role),
        sample(control, role),
        notes(control, role),
    ])
}
