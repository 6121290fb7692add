//! What must be there, and which risks stay open.

use super::{Line, NOTHING, Part, Side};
use crate::report::Case;
use crate::table::{Cell, Topic};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::control::Control;
use kumomori_core::control_result::{Applies, ControlResult};
use kumomori_core::dimension::Status;
use kumomori_core::ladder::Level;
use kumomori_core::risk::{RiskKind, RiskStatus};
use kumomori_core::role::Role;

/// The key controls that are judged for a service: whether each is at the target of the first.
pub(super) fn gates(sides: &[Side<'_>]) -> Part {
    let lines = sides.first().map(|Side { case: first, .. }| {
        let controls = first.names.library.controls.iter().enumerate();
        let keys = controls.filter(|(_, it)| first.evaluation.settings.is_key(it));
        keys.filter_map(|it| gate(sides, it, first.evaluation.target)).collect()
    });
    Part {
        title: Words::new("関門(キー管理策)", "Gates (key controls)"),
        note: Words::new(
            "なくてはならない管理策です。設計と運用のうち、低いほうを示します。ひとつでも欠ければ、ほかの数値がよくても埋め合わせにはなりません。",
            "Controls that must be there, each by the lower of design and operation. Where one is missing, no other figure makes up for it.",
        ),
        lines: lines.unwrap_or_default(),
        heads: [None, None],
    }
}

fn gate(sides: &[Side<'_>], (idx, control): (usize, &Control), target: Level) -> Option<Line> {
    let first = sides.first()?.case;
    let found: Vec<Option<Gate>> = sides.iter().map(|it| judged(it, idx, target)).collect();
    let said = |it: Option<Gate>| match it {
        None => NOTHING.to_owned(),
        Some(Gate::LeftOut) => first.names.words(words::applies(Applies::No)).to_owned(),
        Some(Gate::Judged(status)) => first.names.words(words::status(status)).to_owned(),
    };
    found.iter().any(Option::is_some).then(|| Line {
        item: Cell::start(first.names.control(&control.id))
            .about(Topic::Control(control.id.clone())),
        dimension: "",
        said: found.into_iter().map(said).collect(),
        conclusion: String::new(),
    })
}

/// What becomes of a gate in one service.
#[derive(Clone, Copy)]
enum Gate {
    /// It is said not to apply.
    LeftOut,
    /// The worst of all that is judged.
    Judged(Status),
}

/// The worst of a control's dimensions over the roles that are compared; `None` where it is not in scope.
fn judged(side: &Side<'_>, idx: usize, target: Level) -> Option<Gate> {
    let roles = Role::ALL.into_iter().filter(|it| side.view.includes(*it));
    let results = roles.filter_map(|role| side.case.evaluation.control_at(idx, role));
    let in_scope: Vec<&ControlResult<'_>> = results.filter(|it| it.is_in_scope).collect();
    let applicable = in_scope.iter().filter(|it| it.is_applicable());
    let worst =
        applicable.flat_map(|it| [it.design.reading, it.assured].map(|it| it.status(target)));
    match worst.min() {
        Some(status) => Some(Gate::Judged(status)),
        None => (!in_scope.is_empty()).then_some(Gate::LeftOut),
    }
}

/// The risks with what is concluded about each; those of AI where a service uses it.
pub(super) fn risks(sides: &[Side<'_>]) -> Part {
    let uses_ai = sides.iter().any(|it| it.case.assessment.scope.uses_ai);
    let lines = sides.first().map(|Side { case: first, .. }| {
        let risks = first.evaluation.risks.iter().enumerate();
        let shown = risks.filter(|(_, it)| uses_ai || it.risk.kind == RiskKind::Cloud);
        shown.map(|(idx, it)| Line {
            item: Cell::start(first.names.risk(&it.risk.id)),
            dimension: "",
            said: sides.iter().map(|it| risk(it.case, idx)).collect(),
            conclusion: String::new(),
        })
    });
    Part {
        title: Words::new("残っているリスク", "Risks that stay open"),
        note: Words::new(
            "リスクごとに、それを抑える管理策がそろっているかを、それぞれの評価の目標レベルに照らして示します。ここでは、評価範囲にある役割の責務をすべて数えます。",
            "For each risk, whether the controls that answer it hold, by the target level of each assessment. All roles in scope count here.",
        ),
        lines: lines.into_iter().flatten().collect(),
        heads: [None, None],
    }
}

fn risk(case: &Case<'_>, idx: usize) -> String {
    let status = case.evaluation.risks.get(idx).map(|it| it.status);
    let is_ai =
        |idx: usize| case.evaluation.risks.get(idx).is_some_and(|it| it.risk.kind == RiskKind::Ai);
    let status = status.filter(|_| case.assessment.scope.uses_ai || !is_ai(idx));
    let said = |it: RiskStatus| case.names.words(words::risk_status(it)).to_owned();
    status.map_or_else(|| NOTHING.to_owned(), said)
}
