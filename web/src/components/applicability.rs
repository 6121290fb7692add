//! Whether a control applies, and why not.

use crate::components::choice::{radio, select};
use crate::components::field::{long_field, text_field};
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::assessment::{Applicability, Exclusion, ExclusionReason};
use kumomori_core::control::Control;
use kumomori_core::role::Role;
use kumomori_report::words as terms;
use kumomori_wire::assessment::limit;
use leptos::prelude::*;

/// The choice, and the reasons when the control is left out.
pub(crate) fn applicability(control: &'static Control, role: Role) -> AnyView {
    let state = use_state();
    let is_out = Memo::new(move |_| exclusion(state, control, role).is_some());
    let name = format!("{}-{role}-applies", control.id);
    let set = move |applicability: Applicability| {
        state.edit_answer(&control.id, role, |answer| answer.applicability = applicability);
    };
    let fields = move || is_out.get().then(|| exclusion_fields(control, role));
    view! {
        <fieldset class="inline">
            <legend>{state.say(words::APPLICABILITY)}</legend>
            <div class="row">
                {radio(name.clone(), words::APPLIES, None, move || !is_out.get(), move || set(Applicability::Applicable))}
                {radio(name, words::APPLIES_NOT, None, move || is_out.get(), move || set(Applicability::NotApplicable(blank())))}
            </div>
            {fields}
        </fieldset>
    }
    .into_any()
}

fn blank() -> Exclusion {
    let reason = ExclusionReason::OutOfScope;
    Exclusion { reason, justification: String::new(), by: String::new() }
}

fn exclusion(state: State, control: &Control, role: Role) -> Option<Exclusion> {
    match state.answer(&control.id, role).applicability {
        Applicability::Applicable => None,
        Applicability::NotApplicable(exclusion) => Some(exclusion),
    }
}

fn exclusion_fields(control: &'static Control, role: Role) -> AnyView {
    let state = use_state();
    let now = Memo::new(move |_| exclusion(state, control, role).unwrap_or_else(blank));
    let edit = move |change: &dyn Fn(&mut Exclusion)| {
        state.edit_answer(&control.id, role, |answer| {
            if let Applicability::NotApplicable(exclusion) = &mut answer.applicability {
                change(exclusion);
            }
        });
    };
    let is_incomplete = move || !now.read().is_complete();
    let hint = move || {
        is_incomplete().then(|| view! { <p class="hint">{state.say(words::EXCLUSION_HINT)}</p> })
    };
    view! {
        {select(
            words::REASON,
            ExclusionReason::ALL.to_vec(),
            move |it| state.say(terms::exclusion_reason(*it))().to_owned(),
            move || now.read().reason,
            move |reason| edit(&|it| it.reason = reason),
        )}
        {long_field(
            (words::JUSTIFICATION, limit::NOTE),
            move || now.read().justification.clone(),
            move |text| edit(&|it| it.justification.clone_from(&text)),
        )}
        {text_field(
            (words::BY, limit::NAME),
            move || now.read().by.clone(),
            move |text| edit(&|it| it.by.clone_from(&text)),
        )}
        <div role="status">{hint}</div>
    }
    .into_any()
}
