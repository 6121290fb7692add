//! The certificates and reports of an assessment.

use crate::components::choice::{check_box, select};
use crate::components::field::{date_field, text_field};
use crate::components::period::period;
use crate::edit;
use crate::state::{State, use_state};
use crate::text;
use crate::text::scope as words;
use kumomori_core::attestation::{Attestation, AttestationKind, AttestationState};
use kumomori_core::control::Control;
use kumomori_core::id::{AttestationId, FrameworkRef};
use kumomori_report::words as terms;
use kumomori_wire::assessment::limit;
use leptos::prelude::*;

/// The list, and a way to add one.
pub(crate) fn attestations() -> AnyView {
    let state = use_state();
    let ids = Memo::new(move |_| {
        let ids = |it: &kumomori_core::assessment::Assessment| {
            it.attestations.iter().map(|it| it.id.clone()).collect::<Vec<_>>()
        };
        state.of_work(ids).unwrap_or_default()
    });
    let none = move || {
        ids.read().is_empty().then(|| view! { <p>{state.say(words::ATTESTATION_NONE)}</p> })
    };
    let add = move |_| state.edit(|it| edit::add_attestation(it, state.library));
    view! {
        <p class="hint">{state.say(words::ATTESTATIONS_HINT)}</p>
        {none}
        <For each=move || ids.get() key=Clone::clone children=entry />
        <button type="button" on:click=add>{state.say(words::ATTESTATION_ADD)}</button>
    }
    .into_any()
}

/// Changes one attestation.
fn change(state: State, id: &AttestationId, change: impl FnOnce(&mut Attestation)) {
    state.edit(|assessment| {
        if let Some(it) = assessment.attestations.iter_mut().find(|it| it.id == *id) {
            change(it);
        }
    });
}

/// One attestation with its state and the means to change it.
#[derive(Clone, Copy)]
struct Entry {
    state: State,
    id: StoredValue<AttestationId>,
    now: Memo<Option<Attestation>>,
}

impl Entry {
    fn read<T>(self, read: impl FnOnce(&Attestation) -> T) -> Option<T> {
        self.now.read().as_ref().map(read)
    }

    fn edit(self, by: impl FnOnce(&mut Attestation)) {
        change(self.state, &self.id.get_value(), by);
    }
}

fn entry(id: AttestationId) -> AnyView {
    let state = use_state();
    let wanted = id.clone();
    let now = Memo::new(move |_| {
        let find = |it: &kumomori_core::assessment::Assessment| {
            it.attestations.iter().find(|it| it.id == wanted).cloned()
        };
        state.of_work(find).flatten()
    });
    let entry = Entry { state, id: StoredValue::new(id.clone()), now };
    let label = id.to_string();
    let remove = move |_| state.edit(|it| edit::remove_attestation(it, &id));
    let is_planned = Memo::new(move |_| entry.read(|it| it.state) == Some(AttestationState::Planned));
    let is_iso =
        Memo::new(move |_| entry.read(|it| it.kind) == Some(AttestationKind::IsoCertificate));
    let dates = move || if is_planned.get() { planned(entry) } else { held(entry) };
    view! {
        <fieldset class="entry">
            <legend>{state.say(words::ATTESTATION)}" "{label.clone()}</legend>
            {identity(entry)}
            {dates}
            {move || (!is_iso.get()).then(|| report(entry))}
            <button type="button" class="quiet" on:click=remove>
                {state.say(text::REMOVE)}
                <span class="unseen">" "{state.say(words::ATTESTATION)}" "{label}</span>
            </button>
        </fieldset>
    }
    .into_any()
}

fn identity(entry: Entry) -> AnyView {
    let state = entry.state;
    let frameworks: Vec<FrameworkRef> = state.library.frameworks.iter().map(|it| it.id.clone()).collect();
    let first = frameworks.first().cloned();
    let framework = move || entry.read(|it| it.framework.clone());
    let fallback = StoredValue::new(first);
    view! {
        <div class="row">
            {select(
                words::ATTESTATION_KIND,
                AttestationKind::ALL.to_vec(),
                move |it| state.say(terms::attestation_kind(*it))().to_owned(),
                move || entry.read(|it| it.kind).unwrap_or(AttestationKind::IsoCertificate),
                move |kind| entry.edit(|it| it.kind = kind),
            )}
            {select(
                words::ATTESTATION_FRAMEWORK,
                frameworks.into_iter().map(Some).collect(),
                move |it: &Option<FrameworkRef>| {
                    it.as_ref().map(|it| state.names().framework(it)).unwrap_or_default()
                },
                move || framework().or_else(|| fallback.get_value()),
                move |chosen| entry.edit(|it| if let Some(chosen) = chosen {
                    it.framework = chosen;
                    it.categories.clear();
                }),
            )}
            {select(
                words::ATTESTATION_STATE,
                AttestationState::ALL.to_vec(),
                move |it| state.say(terms::attestation_state(*it))().to_owned(),
                move || entry.read(|it| it.state).unwrap_or(AttestationState::Planned),
                move |chosen| entry.edit(|it| it.state = chosen),
            )}
        </div>
        {text_field(
            (words::ISSUER, limit::NAME),
            move || entry.read(|it| it.issuer.clone()).unwrap_or_default(),
            move |text| entry.edit(|it| it.issuer = text),
        )}
        {check_box(
            move || state.say(words::NAMES_SERVICE)().to_owned(),
            None,
            move || entry.read(|it| it.names_service).unwrap_or(false),
            move |is_in| entry.edit(|it| it.names_service = is_in),
        )}
    }
    .into_any()
}

fn planned(entry: Entry) -> AnyView {
    let state = entry.state;
    view! {
        <p class="hint">{state.say(words::ATTESTATION_PLANNED)}</p>
        {date_field(
            words::EXPECTED,
            move || entry.read(|it| it.expected).flatten(),
            move |date| entry.edit(|it| it.expected = date),
        )}
    }
    .into_any()
}

fn held(entry: Entry) -> AnyView {
    period(
        (words::VALID_FROM, words::VALID_TO),
        move || entry.read(|it| (it.from, it.to)).unwrap_or_default(),
        move |(from, to)| entry.edit(|it| (it.from, it.to) = (from, to)),
    )
}

/// What only an auditor's report has: categories and exceptions.
fn report(entry: Entry) -> AnyView {
    let state = entry.state;
    let categories = move || entry.read(|it| it.framework.clone()).map(|it| categories(entry, &it));
    let exceptions = state.library.controls.iter().map(|it| exception(entry, it)).collect_view();
    view! {
        <fieldset class="inline">
            <legend>{state.say(words::COVERED_CATEGORIES)}</legend>
            <div class="row">{categories}</div>
        </fieldset>
        <details>
            <summary>{state.say(words::EXCEPTIONS)}</summary>
            <fieldset class="inline">
                <legend>{state.say(words::EXCEPTIONS_HINT)}</legend>
                <div class="columns">{exceptions}</div>
            </fieldset>
        </details>
    }
    .into_any()
}

fn categories(entry: Entry, framework: &FrameworkRef) -> AnyView {
    let state = entry.state;
    let of = state.library.framework(framework);
    let boxes = of.into_iter().flat_map(|it| &it.categories).map(|category| {
        check_box(
            move || state.tell(category.title)(),
            None,
            move || entry.read(|it| it.categories.contains(&category.id)).unwrap_or(false),
            move |is_in| {
                entry.edit(|it| {
                    let framework = it.framework.clone();
                    let chosen = (&category.id, is_in);
                    edit::toggle_category(&mut it.categories, state.library, &framework, chosen);
                });
            },
        )
    });
    boxes.collect_view().into_any()
}

fn exception(entry: Entry, control: &'static Control) -> AnyView {
    let state = entry.state;
    check_box(
        move || state.tell(control.title)(),
        None,
        move || entry.read(|it| it.exceptions.contains(&control.id)).unwrap_or(false),
        move |is_in| {
            entry.edit(|it| {
                it.exceptions.retain(|it| *it != control.id);
                if is_in {
                    it.exceptions.push(control.id.clone());
                }
            });
        },
    )
}
