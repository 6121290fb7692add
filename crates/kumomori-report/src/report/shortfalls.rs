//! Requirements that are not met, with the controls that decide them.

use super::Case;
use crate::sentence::{self, figures_name};
use crate::table::{Cell, Table, Topic, decided_by};
use crate::words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::dimension::{Dimension, Reading, Status};
use kumomori_core::id::FrameworkRef;
use kumomori_core::requirement::{RequirementResult, RequirementStatus};
use kumomori_core::role::View;

/// The requirements of one target that are judged and not met, role by role, design and operation
/// apart.
pub(super) fn shortfalls(case: &Case<'_>, framework: &FrameworkRef) -> Table {
    let names = case.names;
    let found = case
        .evaluation
        .results(framework)
        .filter(|it| it.view != View::Both && is_short(it.status));
    let [design, operation] = Dimension::ALL.map(|it| figures_name(names, it).to_owned());
    Table {
        caption: String::new(),
        head: vec![
            case.word("番号", "Id"),
            case.word("要求事項", "Requirement"),
            case.word("役割", "Role"),
            design,
            operation,
            case.word("決め手の管理策", "Decided by"),
        ],
        rows: found.map(|it| row(case, it)).collect(),
    }
}

fn is_short(status: RequirementStatus) -> bool {
    matches!(status, RequirementStatus::Judged(status) if status != Status::Met)
}

fn row(case: &Case<'_>, result: &RequirementResult<'_>) -> Vec<Cell> {
    let names = case.names;
    let (framework, id) = (&result.framework.id, &result.requirement.id);
    let topic = Topic::Requirement(framework.clone(), id.clone());
    let [design, operation] = Dimension::ALL.map(|it| Cell::start(standing(case, result, it)));
    vec![
        Cell::start(id.as_str()).about(topic),
        Cell::start(names.requirement(framework, id)),
        Cell::start(names.words(words::view(result.view))),
        design,
        operation,
        Cell::start(decided_by(names, case.evaluation, result)),
    ]
}

/// What one dimension of a requirement amounts to; a dash where nothing is asked of it.
pub(super) fn standing(
    case: &Case<'_>,
    result: &RequirementResult<'_>,
    dimension: Dimension,
) -> String {
    let reading = result.dimension(dimension);
    let said = reading.map(|it| sentence::against(case.names, it, case.evaluation.target));
    said.unwrap_or_else(|| "-".to_owned())
}

/// What design and assured operation of a control amount to, side by side.
pub(super) fn both(case: &Case<'_>, design: Reading, assured: Reading) -> String {
    let of = |dimension, reading| {
        let said = sentence::against(case.names, reading, case.evaluation.target);
        format!("{}: {said}", figures_name(case.names, dimension))
    };
    let said = [of(Dimension::Design, design), of(Dimension::Operation, assured)];
    said.join(&case.word("、", "; "))
}
