//! The entries of evidence of one answer.

use crate::components::choice::{check_box, select};
use crate::components::field::{date_field, text_field};
use crate::components::header::file_button;
use crate::components::piece::{block, button, details, done_to, group, paragraph};
use crate::dom::{View, all, live, plain, text};
use crate::edit;
use crate::reactive::prelude::*;
use crate::state::{State, use_state};
use crate::text as site;
use crate::text::assess as words;
use crate::upload::identify;
use kumomori_core::assessment::Evidence;
use kumomori_core::attestation::Attestation;
use kumomori_core::control::Control;
use kumomori_core::dimension::{Aspects, Dimension};
use kumomori_core::role::Role;
use kumomori_report::words as terms;
use kumomori_wire::assessment::limit;

/// The entries, and a way to add one.
pub(crate) fn evidence(control: &'static Control, role: Role) -> View {
    let state = use_state();
    let count = Memo::new(move |_| state.answer(&control.id, role).evidence.len());
    let summary = text(move || format!("{} ({})", state.word(words::EVIDENCE), count.get()));
    details("", summary, move || {
        let entries = move || all((0..count.get()).map(|idx| entry(Entry { control, role, idx })));
        let add = move || state.edit_answer(&control.id, role, |it| it.evidence.push(statement()));
        all([
            paragraph("hint", state.say(words::EVIDENCE_HINT)),
            live(move || Some(entries())),
            button("", state.say(words::EVIDENCE_ADD), add),
            source(state, control, role),
        ])
    })
}

/// The certificate or report that the answer relies on, where there are any to choose from.
fn source(state: State, control: &'static Control, role: Role) -> View {
    let known = Memo::new(move |_| {
        let named = |it: &Attestation| (it.id.clone(), format!("{} {}", it.id, it.issuer));
        state.of_work(|it| it.attestations.iter().map(named).collect::<Vec<_>>())
    });
    live(move || {
        let known = known.get().filter(|it| !it.is_empty())?;
        let none = (None, state.say(words::RELIES_ON_NONE));
        let named = known.into_iter().map(|(id, name)| (Some(id), plain(&name)));
        let value = move || state.answer(&control.id, role).inherited_from;
        let choices = [none].into_iter().chain(named).collect();
        Some(select(words::RELIES_ON, choices, value, move |id| {
            state.edit_answer(&control.id, role, |answer| answer.inherited_from = id);
        }))
    })
}

/// The least that counts as evidence; the reader says what more it is.
fn statement() -> Evidence {
    Evidence { title: String::new(), location: None, aspects: Aspects::BOTH, grade: 1, date: None }
}

/// One entry of evidence by its place.
#[derive(Debug, Clone, Copy)]
struct Entry {
    control: &'static Control,
    role: Role,
    idx: usize,
}

impl Entry {
    fn now(self, state: State) -> Evidence {
        let answer = state.answer(&self.control.id, self.role);
        answer.evidence.get(self.idx).cloned().unwrap_or_else(statement)
    }

    fn edit(self, state: State, change: impl FnOnce(&mut Evidence)) {
        state.edit_answer(&self.control.id, self.role, |answer| {
            if let Some(it) = answer.evidence.get_mut(self.idx) {
                change(it);
            }
        });
    }

    fn remove(self, state: State) {
        state.edit_answer(&self.control.id, self.role, |answer| {
            if self.idx < answer.evidence.len() {
                answer.evidence.remove(self.idx);
            }
        });
    }

    /// Such as "Evidence 1".
    fn name(self, state: State) -> View {
        text(move || format!("{} {}", state.word(words::EVIDENCE), self.idx + 1))
    }
}

fn entry(entry: Entry) -> View {
    let state = use_state();
    let now = Memo::new(move |_| entry.now(state));
    let location = move |text: String| {
        entry.edit(state, |it| it.location = Some(text).filter(|it| !it.is_empty()));
    };
    let hash = move |file| {
        identify(state, file, move |name, hash| {
            entry.edit(state, |it| {
                it.location = Some(edit::identified(it.location.as_deref(), name, hash));
            });
        });
    };
    let remove = done_to(state, site::REMOVE, move || entry.name(state));
    let content = all([
        text_field(
            (words::EVIDENCE_TITLE, limit::EVIDENCE_TITLE),
            move || now.get().title,
            move |text| entry.edit(state, |it| it.title = text),
        ),
        aspects(state, entry, now),
        block("row", all([grade(state, entry, now), date(state, entry, now)])),
        text_field(
            (words::EVIDENCE_LOCATION, limit::LOCATION),
            move || now.get().location.unwrap_or_default(),
            location,
        ),
        block("actions", file_button(state.say(words::EVIDENCE_HASH), "", false, hash)),
        button("quiet", remove, move || entry.remove(state)),
    ]);
    group("entry", entry.name(state), content)
}

fn grade(state: State, entry: Entry, now: Memo<Evidence>) -> View {
    let name = |grade: u8| {
        text(move || {
            let [kind, word] =
                [terms::evidence_grade(grade), words::GRADE].map(|it| state.word(it));
            format!("{kind} - {word} {grade}")
        })
    };
    let grades = (0..=4).map(|it| (it, name(it))).collect();
    select(
        words::EVIDENCE_GRADE,
        grades,
        move || now.get().grade,
        move |grade| {
            entry.edit(state, |it| it.grade = grade);
        },
    )
}

fn date(state: State, entry: Entry, now: Memo<Evidence>) -> View {
    date_field(
        words::EVIDENCE_DATE,
        move || now.get().date,
        move |date| {
            entry.edit(state, |it| it.date = date);
        },
    )
}

fn aspects(state: State, entry: Entry, now: Memo<Evidence>) -> View {
    let aspect = |dimension: Dimension| {
        let set = move |is_in: bool| {
            entry.edit(state, |it| match dimension {
                Dimension::Design => it.aspects.design = is_in,
                Dimension::Operation => it.aspects.operation = is_in,
            });
        };
        let label = state.say(terms::dimension(dimension));
        check_box(label, None, move || now.get().aspects.contains(dimension), set)
    };
    let boxes = block("row", all(Dimension::ALL.map(aspect)));
    group("inline", state.say(words::EVIDENCE_ASPECTS), boxes)
}
