//! What is judged, in which role, against which target.

mod editions;

use crate::components::attestation::attestations;
use crate::components::choice::{check_box, radio, select};
use crate::components::field::text_field;
use crate::components::period::{Dates, period};
use crate::components::piece::{block, group, link, paragraph, section};
use crate::dom::{View, all, el, live, text};
use crate::edit;
use crate::pages::{fields, with_work};
use crate::reactive::prelude::*;
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text::scope as words;
use kumomori_core::assessment::{DataClass, Scope, ServiceModel, SubjectKind, Window};
use kumomori_core::framework::{Category, Framework, Standing};
use kumomori_core::ladder::Level;
use kumomori_core::role::Roles;
use kumomori_report::words as terms;
use kumomori_report::words::Words;
use kumomori_wire::assessment::limit;

/// The page.
pub(crate) fn scope_page() -> View {
    let state = use_state();
    with_work(state.say(words::TITLE), move || form(state))
}

fn form(state: State) -> View {
    let parts = all([
        section(state.say(words::SUBJECT), subject(state)),
        section(state.say(words::ROLES), roles(state)),
        section(state.say(words::CIRCUMSTANCES), circumstances(state)),
        section(state.say(words::TARGETS), targets(state)),
        section(state.say(words::WINDOW), window(state)),
        section(state.say(words::ATTESTATIONS), attestations()),
    ]);
    let next = link("button primary", &Route::Assess.href(), state.say(words::NEXT));
    all([paragraph("lead", state.say(words::LEAD)), fields(parts), block("actions", next)])
}

fn subject(state: State) -> View {
    let kind = |kind: SubjectKind| {
        radio(
            "subject-kind",
            (terms::subject_kind(kind), None),
            move || state.of_work(|it| it.subject.kind == kind).unwrap_or(false),
            move || state.edit(|it| it.subject.kind = kind),
        )
    };
    let kinds = all([kind(SubjectKind::Service), kind(SubjectKind::Organization)]);
    all([
        group("inline", state.say(words::KIND), block("row", kinds)),
        text_field(
            (words::NAME, limit::NAME),
            move || state.of_work(|it| it.subject.name.clone()).unwrap_or_default(),
            move |text| state.edit(|it| it.subject.name = text),
        ),
        text_field(
            (words::ASSESSMENT_TITLE, limit::NAME),
            move || state.of_work(|it| it.title.clone()).unwrap_or_default(),
            move |text| state.edit(|it| it.title = text),
        ),
    ])
}

fn roles(state: State) -> View {
    let customer = Roles { customer: true, provider: false };
    let provider = Roles { customer: false, provider: true };
    let choice = |roles: Roles, label: Words, hint: Words| {
        let choose = move || state.edit(|it| it.scope.roles = roles);
        let is_chosen = move || reads(state, |it| it.roles == roles);
        radio("roles", (label, Some(hint)), is_chosen, choose)
    };
    let choices = all([
        choice(Roles::BOTH, words::ROLES_BOTH, words::ROLES_BOTH_TEXT),
        choice(customer, words::ROLES_CUSTOMER, words::ROLES_CUSTOMER_TEXT),
        choice(provider, words::ROLES_PROVIDER, words::ROLES_PROVIDER_TEXT),
    ]);
    group("inline", state.say(words::ROLES_LEGEND), choices)
}

fn circumstances(state: State) -> View {
    all([
        group(
            "inline",
            state.say(words::MODELS),
            all(ServiceModel::ALL.map(|it| model(state, it))),
        ),
        group("inline", state.say(words::FLAGS), flags(state)),
        group("inline", state.say(words::DATA), all(DataClass::ALL.map(|it| class(state, it)))),
    ])
}

fn model(state: State, model: ServiceModel) -> View {
    let is_in = move || reads(state, |it| it.service_models.contains(&model));
    check_box(state.say(terms::service_model(model)), None, is_in, move |is_in| {
        state.edit(|it| {
            edit::toggle(&mut it.scope.service_models, &ServiceModel::ALL, model, is_in);
        });
    })
}

fn class(state: State, class: DataClass) -> View {
    let is_in = move || reads(state, |it| it.data_classes.contains(&class));
    check_box(state.say(terms::data_class(class)), None, is_in, move |is_in| {
        state.edit(|it| edit::toggle(&mut it.scope.data_classes, &DataClass::ALL, class, is_in));
    })
}

fn flags(state: State) -> View {
    all([
        check_box(
            state.say(words::USES_AI),
            Some(words::USES_AI_TEXT),
            move || reads(state, |it| it.uses_ai),
            move |is_in| state.edit(|it| it.scope.uses_ai = is_in),
        ),
        check_box(
            state.say(words::PERSONAL_DATA),
            Some(words::PERSONAL_DATA_TEXT),
            move || reads(state, |it| it.personal_data),
            move |is_in| state.edit(|it| it.scope.personal_data = is_in),
        ),
    ])
}

fn targets(state: State) -> View {
    let frameworks = all(state.library.frameworks.iter().map(|it| target(state, it)));
    let levels = Level::all().skip(1).map(|it| (it, text(move || state.level(it)))).collect();
    let value = move || state.of_work(|it| it.scope.target_level).unwrap_or(Level::ONE);
    let level = select(words::LEVEL, levels, value, move |level| {
        state.edit(|it| it.scope.target_level = level);
    });
    let legend = state.say(words::TARGETS_LEGEND);
    let hint = paragraph("hint", state.say(words::LEVEL_HINT));
    all([group("inline", legend, frameworks), level, hint])
}

fn target(state: State, framework: &'static Framework) -> View {
    let is_chosen = Memo::new(move |_| {
        reads(state, |it| it.targets.iter().any(|it| it.framework == framework.id))
    });
    let title = framework.title;
    let label = text(move || format!("{} {}", framework.name, state.names().prose(title)));
    let choice = check_box(
        label,
        None,
        move || is_chosen.get(),
        move |is_in| {
            state
                .edit(|it| edit::toggle_target(&mut it.scope, state.library, &framework.id, is_in));
        },
    );
    let is_withdrawn = matches!(framework.standing, Standing::Withdrawn { .. });
    let notice = is_withdrawn.then(|| paragraph("notice", state.tell(framework.notice)));
    let has_categories = !framework.categories.is_empty();
    let categories =
        live(move || (is_chosen.get() && has_categories).then(|| categories(state, framework)));
    let moves = editions::moves(state, &framework.id);
    let below = block("nested", all(notice.into_iter().chain([moves, categories])));
    el("div").set("id", &editions::place(&framework.id)).with(choice).with(below).view()
}

fn categories(state: State, framework: &'static Framework) -> View {
    let boxes = all(framework.categories.iter().map(|it| category(state, framework, it)));
    group("inline", state.say(words::CATEGORIES), boxes)
}

fn category(state: State, framework: &'static Framework, category: &'static Category) -> View {
    if category.is_always_in {
        return paragraph(
            "",
            text(move || {
                let title = state.names().prose(category.title);
                format!("{title} ({})", state.word(words::ALWAYS_IN))
            }),
        );
    }
    let is_in = move || {
        reads(state, |it| {
            let target = it.targets.iter().find(|it| it.framework == framework.id);
            target.is_some_and(|it| it.categories.contains(&category.id))
        })
    };
    check_box(state.tell(category.title), None, is_in, move |is_in| {
        state.edit(|it| {
            let mut targets = it.scope.targets.iter_mut();
            if let Some(target) = targets.find(|it| it.framework == framework.id) {
                let (chosen, of) = (&mut target.categories, &framework.id);
                edit::toggle_category(chosen, state.library, of, (&category.id, is_in));
            }
        });
    })
}

fn window(state: State) -> View {
    let typed = RwSignal::new((None, None));
    let kept = move || state.of_work(|it| it.window.map(|it| (it.from, it.to))).flatten();
    let value = move || kept().map_or_else(|| typed.get(), |(from, to)| (Some(from), Some(to)));
    let change = move |dates: Dates| {
        typed.set(dates);
        let window = dates.0.zip(dates.1).map(|(from, to)| Window { from, to });
        state.edit(|it| it.window = window);
    };
    let half = move || {
        let (from, to) = value();
        let is_half = from.is_some() != to.is_some();
        is_half.then(|| paragraph("hint", state.say(words::PERIOD_BOTH)))
    };
    all([
        paragraph("hint", state.say(words::WINDOW_HINT)),
        period((words::FROM, words::TO), value, change),
        live(half),
    ])
}

/// Whether something holds of the scope.
fn reads(state: State, read: impl FnOnce(&Scope) -> bool) -> bool {
    state.of_work(|it| read(&it.scope)).unwrap_or(false)
}
