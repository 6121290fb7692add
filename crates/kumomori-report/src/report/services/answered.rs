//! What is still to be asked about the services.

use super::{Line, NOTHING, Part, Side};
use crate::report::Case;
use crate::report::unknown::{is_open, is_unanswered};
use crate::table::{Cell, Topic};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::control::Control;
use kumomori_core::control_result::{Applies, ControlResult};
use kumomori_core::role::Role;

/// The duties about which something is not known of a service.
pub(super) fn answered(sides: &[Side<'_>]) -> Part {
    let controls = sides.first().into_iter().flat_map(|it| &it.case.names.library.controls);
    let lines = controls.enumerate().flat_map(|it| Role::ALL.map(|role| line(sides, it, role)));
    Part {
        title: Words::new("わかっていないこと", "What is open"),
        note: Words::new(
            "いずれかのサービスで回答がそろっていない管理策です。「事業者への質問一覧」が、何を尋ねればよいかを示します。",
            "Controls that are not answered, or not in whole, for one of the services. The document Questions to the provider tells what to ask.",
        ),
        lines: lines.flatten().collect(),
        heads: [None, None],
    }
}

fn line(sides: &[Side<'_>], (idx, control): (usize, &Control), role: Role) -> Option<Line> {
    let first = sides.first()?.case;
    let found: Vec<_> = sides.iter().map(|it| (it.case, result(it, idx, role))).collect();
    let is_unknown = |(case, result): &(&Case<'_>, Option<&ControlResult<'_>>)| {
        let judged = result.filter(|it| it.is_in_scope && it.is_applicable());
        judged.is_some_and(|it| is_unanswered(it) || is_open(case, it))
    };
    found.iter().any(is_unknown).then(|| Line {
        item: Cell::start(first.names.control_of(&control.id, role))
            .about(Topic::Control(control.id.clone())),
        dimension: "",
        said: found.iter().map(|(case, it)| state(case, *it)).collect(),
        conclusion: String::new(),
    })
}

fn result<'a>(side: &Side<'a>, idx: usize, role: Role) -> Option<&'a ControlResult<'a>> {
    side.case.evaluation.control_at(idx, role).filter(|_| side.view.includes(role))
}

fn state(case: &Case<'_>, result: Option<&ControlResult<'_>>) -> String {
    let Some(result) = result.filter(|it| it.is_in_scope) else { return NOTHING.to_owned() };
    let said = if !result.is_applicable() {
        words::applies(Applies::No)
    } else if is_unanswered(result) {
        Words::new("未回答", "Unanswered")
    } else if is_open(case, result) {
        Words::new("一部が不明", "Partly unknown")
    } else {
        Words::new("回答あり", "Answered")
    };
    case.names.words(said).to_owned()
}
