//! Whether a control applies, and why not.

use crate::components::choice::{radio, select};
use crate::components::field::{long_field, text_field};
use crate::components::piece::{announced, block, group, paragraph};
use crate::dom::{View, all, live};
use crate::reactive::prelude::*;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::assessment::{Applicability, Exclusion, ExclusionReason};
use kumomori_core::control::Control;
use kumomori_core::role::Role;
use kumomori_report::words as terms;
use kumomori_wire::assessment::limit;

/// The choice, and the reasons when the control is left out.
pub(crate) fn applicability(control: &'static Control, role: Role) -> View {
    let state = use_state();
    let now = Memo::new(move |_| exclusion(state, control, role));
    let is_out = Memo::new(move |_| now.read().is_some());
    let name = format!("{}-{role}-applies", control.id);
    let set = move |applicability: Applicability| {
        state.edit_answer(&control.id, role, |answer| answer.applicability = applicability);
    };
    let choices = [
        radio(
            &name,
            (words::APPLIES, None),
            move || !is_out.get(),
            move || {
                set(Applicability::Applicable);
            },
        ),
        radio(
            &name,
            (words::APPLIES_NOT, None),
            move || is_out.get(),
            move || {
                set(Applicability::NotApplicable(blank()));
            },
        ),
    ];
    let fields = live(move || is_out.get().then(|| reasons(state, control, role, now)));
    let content = all([block("row", all(choices)), fields]);
    group("inline", state.say(words::APPLICABILITY), content)
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

fn reasons(
    state: State,
    control: &'static Control,
    role: Role,
    now: Memo<Option<Exclusion>>,
) -> View {
    let now = move || now.get().unwrap_or_else(blank);
    let edit = move |change: &dyn Fn(&mut Exclusion)| {
        state.edit_answer(&control.id, role, |answer| {
            if let Applicability::NotApplicable(exclusion) = &mut answer.applicability {
                change(exclusion);
            }
        });
    };
    let kinds = ExclusionReason::ALL.map(|it| (it, state.say(terms::exclusion_reason(it))));
    let hint =
        move || (!now().is_complete()).then(|| paragraph("hint", state.say(words::EXCLUSION_HINT)));
    all([
        select(
            words::REASON,
            kinds.into(),
            move || now().reason,
            move |reason| {
                edit(&|it| it.reason = reason);
            },
        ),
        long_field(
            (words::JUSTIFICATION, limit::NOTE),
            move || now().justification,
            move |text| edit(&|it| it.justification.clone_from(&text)),
        ),
        text_field(
            (words::BY, limit::NAME),
            move || now().by,
            move |text| edit(&|it| it.by.clone_from(&text)),
        ),
        announced(live(hint)),
    ])
}
