//! What is judged, in which role, against which target.

use crate::components::attestation::attestations;
use crate::components::choice::{check_box, radio, select};
use crate::components::field::text_field;
use crate::components::period::period;
use crate::edit;
use crate::pages::with_work;
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text::scope as words;
use kumomori_core::assessment::{
    Assessment, DataClass, Scope, ServiceModel, SubjectKind, Window,
};
use kumomori_core::framework::{Framework, Standing};
use kumomori_core::ladder::Level;
use kumomori_core::role::Roles;
use kumomori_report::words as terms;
use kumomori_report::words::Words;
use kumomori_wire::assessment::limit;
use leptos::prelude::*;

/// The page.
pub(crate) fn scope_page() -> AnyView {
    let state = use_state();
    with_work(move || state.say(words::TITLE)().to_owned(), move || form(state))
}

fn form(state: State) -> AnyView {
    view! {
        <p class="lead">{state.say(words::LEAD)}</p>
        <fieldset class="page" disabled=!state.is_writer>
            {section("subject", words::SUBJECT, subject(state))}
            {section("roles", words::ROLES, roles(state))}
            {section("circumstances", words::CIRCUMSTANCES, circumstances(state))}
            {section("targets", words::TARGETS, targets(state))}
            {section("window", words::WINDOW, window(state))}
            {section("attestations", words::ATTESTATIONS, attestations())}
        </fieldset>
        <p class="actions">
            <a class="button primary" href=Route::Assess.href()>{state.say(words::NEXT)}</a>
        </p>
    }
    .into_any()
}

fn section(id: &'static str, title: Words, content: AnyView) -> AnyView {
    let state = use_state();
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{state.say(title)}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn subject(state: State) -> AnyView {
    let kind = |kind: SubjectKind| {
        radio(
            "subject-kind".to_owned(),
            terms::subject_kind(kind),
            None,
            move || state.of_work(|it| it.subject.kind == kind).unwrap_or(false),
            move || state.edit(|it| it.subject.kind = kind),
        )
    };
    view! {
        <fieldset class="inline">
            <legend>{state.say(words::KIND)}</legend>
            <div class="row">{kind(SubjectKind::Service)}{kind(SubjectKind::Organization)}</div>
        </fieldset>
        {text_field(
            (words::NAME, limit::NAME),
            move || state.of_work(|it| it.subject.name.clone()).unwrap_or_default(),
            move |text| state.edit(|it| it.subject.name = text),
        )}
        {text_field(
            (words::ASSESSMENT_TITLE, limit::NAME),
            move || state.of_work(|it| it.title.clone()).unwrap_or_default(),
            move |text| state.edit(|it| it.title = text),
        )}
    }
    .into_any()
}

fn roles(state: State) -> AnyView {
    let customer = Roles { customer: true, provider: false };
    let provider = Roles { customer: false, provider: true };
    let choice = |roles: Roles, label: Words, hint: Words| {
        radio(
            "roles".to_owned(),
            label,
            Some(hint),
            move || read(state, |it| it.roles == roles),
            move || state.edit(|it| it.scope.roles = roles),
        )
    };
    view! {
        <fieldset class="inline">
            <legend>{state.say(words::ROLES_LEGEND)}</legend>
            {choice(Roles::BOTH, words::ROLES_BOTH, words::ROLES_BOTH_TEXT)}
            {choice(customer, words::ROLES_CUSTOMER, words::ROLES_CUSTOMER_TEXT)}
            {choice(provider, words::ROLES_PROVIDER, words::ROLES_PROVIDER_TEXT)}
        </fieldset>
    }
    .into_any()
}

fn circumstances(state: State) -> AnyView {
    let models = ServiceModel::ALL.map(|model| {
        check_box(
            move || state.say(terms::service_model(model))().to_owned(),
            None,
            move || read(state, |it| it.service_models.contains(&model)),
            move |is_in| {
                state.edit(|it| {
                    edit::toggle(&mut it.scope.service_models, &ServiceModel::ALL, model, is_in);
                });
            },
        )
    });
    let classes = DataClass::ALL.map(|class| {
        check_box(
            move || state.say(terms::data_class(class))().to_owned(),
            None,
            move || read(state, |it| it.data_classes.contains(&class)),
            move |is_in| {
                state.edit(|it| {
                    edit::toggle(&mut it.scope.data_classes, &DataClass::ALL, class, is_in);
                });
            },
        )
    });
    view! {
        {group(words::MODELS, models.into_iter().collect_view().into_any())}
        {group(words::FLAGS, flags(state))}
        {group(words::DATA, classes.into_iter().collect_view().into_any())}
    }
    .into_any()
}

fn flags(state: State) -> AnyView {
    view! {
        {check_box(
            move || state.say(words::USES_AI)().to_owned(),
            Some(words::USES_AI_TEXT),
            move || read(state, |it| it.uses_ai),
            move |is_in| state.edit(|it| it.scope.uses_ai = is_in),
        )}
        {check_box(
            move || state.say(words::PERSONAL_DATA)().to_owned(),
            Some(words::PERSONAL_DATA_TEXT),
            move || read(state, |it| it.personal_data),
            move |is_in| state.edit(|it| it.scope.personal_data = is_in),
        )}
    }
    .into_any()
}

fn targets(state: State) -> AnyView {
    let frameworks = state.library.frameworks.iter().map(|it| target(state, it)).collect_view();
    let level_name = move |it: &Level| {
        let lang = state.lang.get();
        format!("{} {}", terms::level(*it).of(lang), terms::level_name(*it).of(lang))
    };
    view! {
        {group(words::TARGETS_LEGEND, frameworks.into_any())}
        {select(
            words::LEVEL,
            Level::all().skip(1).collect(),
            level_name,
            move || state.of_work(|it| it.scope.target_level).unwrap_or(Level::ONE),
            move |level| state.edit(|it| it.scope.target_level = level),
        )}
        <p class="hint">{state.say(words::LEVEL_HINT)}</p>
    }
    .into_any()
}

fn target(state: State, framework: &'static Framework) -> AnyView {
    let is_chosen = Memo::new(move |_| {
        read(state, |it| it.targets.iter().any(|it| it.framework == framework.id))
    });
    let withdrawn = matches!(framework.standing, Standing::Withdrawn { .. });
    let notice = withdrawn.then(|| view! { <p class="notice">{state.tell(framework.notice)}</p> });
    let has_categories = !framework.categories.is_empty();
    let categories = move || {
        (is_chosen.get() && has_categories).then(|| categories(state, framework))
    };
    view! {
        {check_box(
            move || format!("{} {}", framework.name, state.tell(framework.title)()),
            None,
            move || is_chosen.get(),
            move |is_in| state.edit(|it| {
                edit::toggle_target(&mut it.scope, state.library, &framework.id, is_in);
            }),
        )}
        <div class="nested">{notice}{categories}</div>
    }
    .into_any()
}

fn categories(state: State, framework: &'static Framework) -> AnyView {
    let boxes = framework.categories.iter().map(|category| {
        if category.is_always_in {
            return view! {
                <p>{state.tell(category.title)}" ("{state.say(words::ALWAYS_IN)}")"</p>
            }
            .into_any();
        }
        let is_chosen = move |it: &Scope| {
            let target = it.targets.iter().find(|it| it.framework == framework.id);
            target.is_some_and(|it| it.categories.contains(&category.id))
        };
        check_box(
            move || state.tell(category.title)(),
            None,
            move || read(state, is_chosen),
            move |is_in| {
                state.edit(|it| {
                    let mut targets = it.scope.targets.iter_mut();
                    if let Some(target) = targets.find(|it| it.framework == framework.id) {
                        let (chosen, of) = (&mut target.categories, &framework.id);
                        edit::toggle_category(chosen, state.library, of, (&category.id, is_in));
                    }
                });
            },
        )
    });
    group(words::CATEGORIES, boxes.collect_view().into_any())
}

fn window(state: State) -> AnyView {
    let typed = RwSignal::new((None, None));
    let kept = move || state.of_work(|it| it.window.map(|it| (it.from, it.to))).flatten();
    let value = move || kept().map_or_else(|| typed.get(), |(from, to)| (Some(from), Some(to)));
    let change = move |dates: crate::components::period::Dates| {
        typed.set(dates);
        let window = dates.0.zip(dates.1).map(|(from, to)| Window { from, to });
        state.edit(|it| it.window = window);
    };
    let is_half = move || {
        let (from, to) = value();
        from.is_some() != to.is_some()
    };
    let half = move || is_half().then(|| view! { <p class="hint">{state.say(words::PERIOD_BOTH)}</p> });
    view! {
        <p class="hint">{state.say(words::WINDOW_HINT)}</p>
        {period((words::FROM, words::TO), value, change)}
        {half}
    }
    .into_any()
}

fn group(legend: Words, content: AnyView) -> AnyView {
    let state = use_state();
    view! {
        <fieldset class="inline">
            <legend>{state.say(legend)}</legend>
            {content}
        </fieldset>
    }
    .into_any()
}

fn read(state: State, read: impl FnOnce(&Scope) -> bool) -> bool {
    state.of_work(|it: &Assessment| read(&it.scope)).unwrap_or(false)
}
