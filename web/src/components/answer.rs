//! One control with its questions, for each role that is asked.

use crate::components::applicability::applicability;
use crate::components::evidence::evidence;
use crate::components::ladder::{Asked, ladder};
use crate::components::notes::{mark, notes};
use crate::components::outcome::outcome;
use crate::components::past::{file, told};
use crate::components::piece::{block, details, facts, list, paragraph};
use crate::components::sample::sample;
use crate::dom::{View, all, el, live, plain, text};
use crate::reactive::prelude::*;
use crate::routes::heading_id;
use crate::state::{State, use_state};
use crate::text::assess as words;
use crate::text::past;
use kumomori_core::assessment::{Applicability, ServiceModel};
use kumomori_core::control::{Control, Question};
use kumomori_core::dimension::Dimension;
use kumomori_core::framework::{Framework, Part, Requirement, Row};
use kumomori_core::id::ControlId;
use kumomori_core::role::{Role, Roles};
use kumomori_core::text::Lang;
use kumomori_report::words as terms;

/// A control as a section of its domain's page.
pub(crate) fn control_section(control: &'static Control, roles: Roles) -> View {
    let state = use_state();
    let heading = heading_id(&control.id);
    let content = all([
        paragraph("", state.tell(control.objective)),
        details("", state.say(words::ABOUT_CONTROL), move || background(state, control)),
        details("screen", state.say(past::OF_CONTROL), move || history(state, &control.id)),
        all(roles.iter().map(|role| duty(state, control, role))),
    ]);
    let title = el("h2").set("id", &heading).set("tabindex", "-1");
    let title = title.with(state.tell(control.title)).view();
    el("section").class("control").set("aria-labelledby", &heading).with(title).with(content).view()
}

/// How the answers became what they are.
fn history(state: State, id: &'static ControlId) -> View {
    told(state, file(state), move || format!("answer {id}"), 3)
}

/// Why the control matters, what it weighs and what it answers.
fn background(state: State, control: &'static Control) -> View {
    let weight = text(move || {
        let word = state.word(terms::weight(control.weight));
        let reason = state.names().prose(control.weight_reason);
        match state.lang.get() {
            Lang::Ja => format!("{word}。{reason}"),
            Lang::En => format!("{word}. {reason}"),
        }
    });
    let found = vec![
        (state.say(words::WHY), state.tell(control.why)),
        (state.say(words::WEIGHT), weight),
        (state.say(words::FREQUENCY), state.say(terms::frequency(control.frequency))),
        (state.say(words::EFFORT), state.say(terms::effort(control.effort))),
        (state.say(words::SAMPLE_ITEM), state.tell(control.sample)),
        (state.say(words::QUESTIONS), questions_to_provider(state, control)),
        (state.say(words::ANSWERS_REQUIREMENTS), requirements(state, control)),
    ];
    facts("facts", found)
}

/// What to ask a provider, each with what a good answer has.
fn questions_to_provider(state: State, control: &'static Control) -> View {
    let question = |it: &Question| {
        let good = all([state.say(words::GOOD_ANSWER), plain(" "), state.tell(it.good)]);
        all([state.tell(it.ask), paragraph("hint", good)])
    };
    list("", control.questions.iter().map(question))
}

fn requirements(state: State, control: &'static Control) -> View {
    let rows = state.library.control_idx(&control.id).into_iter();
    let rows = rows.flat_map(|idx| state.library.rows_of(idx));
    list("", rows.filter(|(_, _, row)| row.part != Part::Related).map(|it| answered(state, it)))
}

fn answered(
    state: State,
    (framework, requirement, row): (&'static Framework, &'static Requirement, &'static Row),
) -> View {
    text(move || {
        let title = state.names().prose(requirement.title);
        let part = state.word(terms::part(row.part));
        format!("{} {} {title} ({part})", framework.name, requirement.id)
    })
}

fn duty(state: State, control: &'static Control, role: Role) -> View {
    let id = format!("{}-{role}", control.id);
    let title_id = format!("{id}-title");
    let title = state.say(words::duty_of(role));
    let asked = text(move || state.names().duty(control, role).unwrap_or_default());
    let applies = Memo::new(move |_| {
        matches!(state.answer(&control.id, role).applicability, Applicability::Applicable)
    });
    let questions = live(move || applies.get().then(|| questions(control, role)));
    let models = models(state, control, role);
    let asks = paragraph("", asked);
    let content = all([asks, models, applicability(control, role), questions, mark(control, role)]);
    let title = el("h3").set("id", &title_id).with(title).view();
    let duty = el("div").class("role").set("role", "group").set("id", &id);
    duty.set("aria-labelledby", &title_id).with(title).with(content).view()
}

/// What differs by service model, for the models in scope; for all while none is chosen.
fn models(state: State, control: &'static Control, role: Role) -> View {
    let duty = control.duties.iter().find(|it| it.role == role);
    let known = duty.map(|it| it.models.as_slice()).unwrap_or_default();
    let shown = move |model: ServiceModel| {
        let chosen = state.of_work(|it| it.scope.service_models.clone()).unwrap_or_default();
        chosen.is_empty() || chosen.contains(&model)
    };
    live(move || {
        let shown = known.iter().filter(|(model, _)| shown(*model));
        let told =
            shown.map(|(it, text)| (state.say(terms::service_model(*it)), state.tell(*text)));
        let told: Vec<_> = told.collect();
        (!told.is_empty()).then(|| facts("facts", told))
    })
}

fn questions(control: &'static Control, role: Role) -> View {
    let ladders = Dimension::ALL.map(|dimension| ladder(Asked { control, role, dimension }));
    all([
        block("ladders", all(ladders)),
        outcome(control, role),
        evidence(control, role),
        sample(control, role),
        notes(control, role),
    ])
}
