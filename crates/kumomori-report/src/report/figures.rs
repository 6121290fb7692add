//! Design and operation side by side, overall and by target.

use super::Case;
use crate::number::reading;
use crate::table::{Cell, Table, Topic, coverage, targets};
use crate::words::{self, Figure, Sense};
use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::dimension::Dimension;
use kumomori_core::figures::{Figures, GroupKey, GroupResult};

/// The group levels of everything and of each target: what is confirmed, with the range that is
/// possible, beside what is claimed.
pub(super) fn figures(case: &Case<'_>) -> Table {
    let names = case.names;
    let claimed = names.words(words::sense(Sense::Claimed)).to_owned();
    let targets = targets(case.evaluation).into_iter().cloned().map(GroupKey::Framework);
    let keys = [GroupKey::Overall].into_iter().chain(targets);
    let view = case.evaluation.widest_view();
    let groups = keys.filter_map(|key| case.evaluation.group(&key, view?));
    Table {
        caption: case.word(
            "確認済みのグループレベル(0から5)。角括弧は取り得る幅、回答率は設計/運用、*は暫定",
            "Confirmed group level, the possible range in brackets; coverage of design/operation; * provisional",
        ),
        head: vec![
            case.word("区分", "Group"),
            names.words(words::dimension(Dimension::Design)).to_owned(),
            claimed.clone(),
            names.words(words::assured_operation()).to_owned(),
            claimed,
            names.words(words::figure(Figure::Coverage)).to_owned(),
        ],
        rows: groups.filter_map(|it| row(case, it)).collect(),
    }
}

fn row(case: &Case<'_>, group: &GroupResult) -> Option<Vec<Cell>> {
    let (design, operation) = (group.design.as_ref()?, group.operation.as_ref()?);
    let claimed = |it: &Figures| Cell::end(it.group_level.claimed.number().to_string());
    let name: String = case.names.group(&group.key);
    Some(vec![
        Cell::start(name).about(Topic::Figure(group.key.clone(), group.view)),
        Cell::end(reading(design.group_level)),
        claimed(design),
        Cell::end(reading(operation.group_level)),
        claimed(operation),
        Cell::end(coverage(case.names, design, operation)),
    ])
}
