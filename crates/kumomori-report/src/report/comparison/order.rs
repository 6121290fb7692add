//! Which of two services has the higher means, and whether that hangs on a single weight.

use super::Pair;
use crate::sentence::figures_name;
use crate::table::{Cell, Table, targets};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;
use kumomori_core::dimension::Dimension;
use kumomori_core::figures::GroupKey;
use kumomori_core::stability::{Stability, stability};

/// The confirmed means of both, and how stable their order is; by target, then by domain.
pub(super) fn order(pair: &Pair<'_>) -> Table {
    let frameworks = targets(pair.after.evaluation).into_iter().cloned().map(GroupKey::Framework);
    let domains = pair.after.names.library.domains.iter().map(|it| GroupKey::Domain(it.id.clone()));
    let keys = [GroupKey::Overall].into_iter().chain(frameworks).chain(domains);
    let rows = keys.flat_map(|key| Dimension::ALL.map(|it| row(pair, &key, it)));
    Table {
        caption: pair.word(
            "確認済みの加重平均と、その順位の安定性(管理策1件の重みを1だけ増減しても順位が変わらない割合)",
            "Confirmed weighted means, and how stable their order is: the share of changes of one weight by one that leave it",
        ),
        head: vec![
            pair.word("区分", "Group"),
            pair.word("次元", "Dimension"),
            pair.word("比較元", "Before"),
            pair.word("比較先", "After"),
            pair.word("高い方", "Higher"),
            pair.word("順位の安定性", "Stability"),
        ],
        rows: rows.flatten().collect(),
    }
}

fn row(pair: &Pair<'_>, key: &GroupKey, dimension: Dimension) -> Option<Vec<Cell>> {
    let names = pair.after.names;
    let [before, after] = pair.cases().map(|case| {
        let group = case.evaluation.group(key, case.evaluation.widest_view()?)?;
        Some(group.dimension(dimension)?.mean.confirmed.to_string())
    });
    let found = stability(pair.before.evaluation, pair.after.evaluation, key, dimension)?;
    Some(vec![
        Cell::start(names.group(key)),
        Cell::start(figures_name(names, dimension)),
        Cell::end(before?),
        Cell::end(after?),
        Cell::start(higher(pair, found.order)),
        Cell::start(share(found)),
    ])
}

fn higher(pair: &Pair<'_>, order: Ordering) -> String {
    match order {
        Ordering::Greater => pair.word("比較先", "After"),
        Ordering::Less => pair.word("比較元", "Before"),
        Ordering::Equal => pair.word("同じ", "Equal"),
    }
}

/// How many of the changes leave the order, and the share of that, rounded down.
fn share(found: Stability) -> String {
    let percent = u64::from(found.kept) * 100 / u64::from(found.tried.max(1));
    format!("{percent} % ({}/{})", found.kept, found.tried)
}
