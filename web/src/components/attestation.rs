//! The certificates and reports of an assessment.

use crate::components::choice::{check_box, select};
use crate::components::field::{date_field, text_field};
use crate::components::period::period;
use crate::components::piece::{block, button, details, done_to, group, paragraph};
use crate::dom::{View, all, live, plain, text};
use crate::edit;
use crate::reactive::prelude::*;
use crate::state::{State, use_state};
use crate::text as site;
use crate::text::scope as words;
use kumomori_core::assessment::Assessment;
use kumomori_core::attestation::{Attestation, AttestationKind, AttestationState};
use kumomori_core::control::Control;
use kumomori_core::framework::Category;
use kumomori_core::id::{AttestationId, FrameworkRef};
use kumomori_report::words as terms;
use kumomori_wire::assessment::limit;

/// The list, and a way to add one.
pub(crate) fn attestations() -> View {
    let state = use_state();
    let ids = Memo::new(move |_| {
        let ids = |it: &Assessment| -> Vec<AttestationId> {
            it.attestations.iter().map(|it| it.id.clone()).collect()
        };
        state.of_work(ids).unwrap_or_default()
    });
    let entries = move || {
        let ids = ids.get();
        let none = || paragraph("", state.say(words::ATTESTATION_NONE));
        Some(if ids.is_empty() { none() } else { all(ids.into_iter().map(|it| entry(state, it))) })
    };
    let add = move || state.edit(|it| edit::add_attestation(it, state.library));
    all([
        paragraph("hint", state.say(words::ATTESTATIONS_HINT)),
        live(entries),
        button("", state.say(words::ATTESTATION_ADD), add),
    ])
}

/// One attestation with its state and the means to change it.
#[derive(Clone, Copy)]
struct Entry {
    state: State,
    id: StoredValue<AttestationId>,
    now: Memo<Option<Attestation>>,
}

impl Entry {
    fn new(state: State, id: AttestationId) -> Self {
        let id = StoredValue::new(id);
        let find = move |it: &Assessment| {
            id.with_value(|id| it.attestations.iter().find(|it| it.id == *id).cloned())
        };
        Self { state, id, now: Memo::new(move |_| state.of_work(find).flatten()) }
    }

    fn read<T>(self, read: impl FnOnce(&Attestation) -> T) -> Option<T> {
        self.now.read().as_ref().map(read)
    }

    fn edit(self, change: impl FnOnce(&mut Attestation)) {
        let id = self.id.get_value();
        self.state.edit(|assessment| {
            if let Some(it) = assessment.attestations.iter_mut().find(|it| it.id == id) {
                change(it);
            }
        });
    }

    fn remove(self) {
        let id = self.id.get_value();
        self.state.edit(|it| edit::remove_attestation(it, &id));
    }

    /// Such as "Certificate or report a1".
    fn name(self) -> View {
        let id = self.id.get_value();
        text(move || format!("{} {id}", self.state.word(words::ATTESTATION)))
    }
}

fn entry(state: State, id: AttestationId) -> View {
    let entry = Entry::new(state, id);
    let is_planned =
        Memo::new(move |_| entry.read(|it| it.state) == Some(AttestationState::Planned));
    let is_iso =
        Memo::new(move |_| entry.read(|it| it.kind) == Some(AttestationKind::IsoCertificate));
    let remove = done_to(state, site::REMOVE, move || entry.name());
    let content = all([
        identity(entry),
        live(move || Some(if is_planned.get() { planned(entry) } else { held(entry) })),
        live(move || (!is_iso.get()).then(|| report(entry))),
        button("quiet", remove, move || entry.remove()),
    ]);
    group("entry", entry.name(), content)
}

fn identity(entry: Entry) -> View {
    let state = entry.state;
    let issuer = text_field(
        (words::ISSUER, limit::NAME),
        move || entry.read(|it| it.issuer.clone()).unwrap_or_default(),
        move |text| entry.edit(|it| it.issuer = text),
    );
    let names_service = check_box(
        state.say(words::NAMES_SERVICE),
        None,
        move || entry.read(|it| it.names_service).unwrap_or(false),
        move |is_in| entry.edit(|it| it.names_service = is_in),
    );
    all([
        block("row", all([kind(entry), framework(entry), standing(entry)])),
        issuer,
        names_service,
    ])
}

fn kind(entry: Entry) -> View {
    let kinds = AttestationKind::ALL.map(|it| (it, entry.state.say(terms::attestation_kind(it))));
    let value = move || entry.read(|it| it.kind).unwrap_or(AttestationKind::IsoCertificate);
    select(words::ATTESTATION_KIND, kinds.into(), value, move |kind| {
        entry.edit(|it| it.kind = kind);
    })
}

fn framework(entry: Entry) -> View {
    let frameworks = &entry.state.library.frameworks;
    let all = frameworks.iter().map(|it| (Some(it.id.clone()), plain(&it.name)));
    let value = move || entry.read(|it| it.framework.clone());
    select(words::ATTESTATION_FRAMEWORK, all.collect(), value, move |chosen| {
        entry.edit(|it| {
            if let Some(framework) = chosen {
                it.framework = framework;
                it.categories.clear();
            }
        });
    })
}

fn standing(entry: Entry) -> View {
    let states =
        AttestationState::ALL.map(|it| (it, entry.state.say(terms::attestation_state(it))));
    let value = move || entry.read(|it| it.state).unwrap_or(AttestationState::Planned);
    select(words::ATTESTATION_STATE, states.into(), value, move |state| {
        entry.edit(|it| it.state = state);
    })
}

fn planned(entry: Entry) -> View {
    let expected = date_field(
        words::EXPECTED,
        move || entry.read(|it| it.expected).flatten(),
        move |date| entry.edit(|it| it.expected = date),
    );
    all([paragraph("hint", entry.state.say(words::ATTESTATION_PLANNED)), expected])
}

fn held(entry: Entry) -> View {
    period(
        (words::VALID_FROM, words::VALID_TO),
        move || entry.read(|it| (it.from, it.to)).unwrap_or_default(),
        move |(from, to)| entry.edit(|it| (it.from, it.to) = (from, to)),
    )
}

/// What only an auditor's report has: categories and exceptions.
fn report(entry: Entry) -> View {
    let state = entry.state;
    let of = Memo::new(move |_| entry.read(|it| it.framework.clone()));
    let categories = live(move || of.get().map(|it| categories(entry, &it)));
    let exceptions = details("", state.say(words::EXCEPTIONS), move || {
        let boxes = all(state.library.controls.iter().map(|it| exception(entry, it)));
        group("inline", state.say(words::EXCEPTIONS_HINT), block("columns", boxes))
    });
    let covered = group("inline", state.say(words::COVERED_CATEGORIES), block("row", categories));
    all([covered, exceptions])
}

fn categories(entry: Entry, framework: &FrameworkRef) -> View {
    let of = entry.state.library.framework(framework);
    all(of.into_iter().flat_map(|it| &it.categories).map(|it| category(entry, it)))
}

fn category(entry: Entry, category: &'static Category) -> View {
    let state = entry.state;
    let set = move |is_in: bool| {
        entry.edit(|it| {
            let framework = it.framework.clone();
            let chosen = (&category.id, is_in);
            edit::toggle_category(&mut it.categories, state.library, &framework, chosen);
        });
    };
    let is_in = move || entry.read(|it| it.categories.contains(&category.id)).unwrap_or(false);
    check_box(state.tell(category.title), None, is_in, set)
}

fn exception(entry: Entry, control: &'static Control) -> View {
    let set = move |is_in: bool| {
        entry.edit(|it| {
            it.exceptions.retain(|it| *it != control.id);
            if is_in {
                it.exceptions.push(control.id.clone());
            }
        });
    };
    let is_in = move || entry.read(|it| it.exceptions.contains(&control.id)).unwrap_or(false);
    check_box(entry.state.tell(control.title), None, is_in, set)
}
