//! The entries of evidence of one answer.

use crate::components::choice::{check_box, select};
use crate::components::field::{date_field, text_field};
use crate::state::{State, use_state};
use crate::text;
use crate::text::assess as words;
use kumomori_core::assessment::Evidence;
use kumomori_core::control::Control;
use kumomori_core::dimension::{Aspects, Dimension};
use kumomori_core::role::Role;
use kumomori_report::words as terms;
use kumomori_wire::assessment::limit;
use leptos::prelude::*;

/// The entries, and a way to add one.
pub(crate) fn evidence(control: &'static Control, role: Role) -> AnyView {
    let state = use_state();
    let count = Memo::new(move |_| state.answer(&control.id, role).evidence.len());
    let add = move |_| state.edit_answer(&control.id, role, |it| it.evidence.push(statement()));
    let entry = move |idx: usize| entry(Entry { control, role, idx });
    view! {
        <details>
            <summary>{state.say(words::EVIDENCE)}" ("{count}")"</summary>
            <p class="hint">{state.say(words::EVIDENCE_HINT)}</p>
            <For each=move || 0..count.get() key=|idx| *idx children=entry />
            <button type="button" on:click=add>{state.say(words::EVIDENCE_ADD)}</button>
        </details>
    }
    .into_any()
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
}

fn entry(entry: Entry) -> AnyView {
    let state = use_state();
    let now = Memo::new(move |_| entry.now(state));
    let location = move |text: String| {
        entry.edit(state, |it| it.location = Some(text).filter(|it| !it.is_empty()));
    };
    let grade = move |grade: &u8| format!("{grade} {}", state.say(terms::evidence_grade(*grade))());
    view! {
        <fieldset class="entry">
            <legend>{state.say(words::EVIDENCE)}" "{entry.idx + 1}</legend>
            {text_field(
                (words::EVIDENCE_TITLE, limit::EVIDENCE_TITLE),
                move || now.read().title.clone(),
                move |text| entry.edit(state, |it| it.title = text),
            )}
            {aspects(entry, now)}
            <div class="row">
                {select(
                    words::EVIDENCE_GRADE,
                    vec![0, 1, 2, 3, 4],
                    grade,
                    move || now.read().grade,
                    move |grade| entry.edit(state, |it| it.grade = grade),
                )}
                {date_field(
                    words::EVIDENCE_DATE,
                    move || now.read().date,
                    move |date| entry.edit(state, |it| it.date = date),
                )}
            </div>
            {text_field(
                (words::EVIDENCE_LOCATION, limit::LOCATION),
                move || now.read().location.clone().unwrap_or_default(),
                location,
            )}
            <button type="button" class="quiet" on:click=move |_| entry.remove(state)>
                {state.say(text::REMOVE)}
                <span class="unseen">" "{state.say(words::EVIDENCE)}" "{entry.idx + 1}</span>
            </button>
        </fieldset>
    }
    .into_any()
}

fn aspects(entry: Entry, now: Memo<Evidence>) -> AnyView {
    let state = use_state();
    let boxes = Dimension::ALL.map(|dimension| {
        let set = move |is_in: bool| {
            entry.edit(state, |it| match dimension {
                Dimension::Design => it.aspects.design = is_in,
                Dimension::Operation => it.aspects.operation = is_in,
            });
        };
        check_box(
            move || state.say(terms::dimension(dimension))().to_owned(),
            None,
            move || now.read().aspects.contains(dimension),
            set,
        )
    });
    view! {
        <fieldset class="inline">
            <legend>{state.say(words::EVIDENCE_ASPECTS)}</legend>
            <div class="row">{boxes.into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
