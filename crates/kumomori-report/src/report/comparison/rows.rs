//! What differs, a row each.

use super::Pair;
use crate::report::Case;
use crate::report::shortfalls::both;
use crate::sentence;
use crate::table::{Cell, Table, Topic};
use crate::words;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::comparison::{Change, Comparison, Turn};
use kumomori_core::control_result::{Applies, ControlResult};
use kumomori_core::id::FrameworkRef;
use kumomori_core::requirement::RequirementResult;

/// What differs: requirements, then controls, each by how it turned out.
pub(super) fn rows(pair: &Pair<'_>, compared: &Comparison<'_, '_>) -> Table {
    let found = frameworks(compared);
    let requirements = found.iter().flat_map(|id| {
        let of = compared.requirements.iter().filter(|it| framework(it) == Some(*id));
        by_turn(&of.collect::<Vec<_>>()).into_iter().filter_map(|it| requirement(pair, it))
    });
    let controls = by_turn(&compared.controls.iter().collect::<Vec<_>>());
    let controls = controls.into_iter().filter_map(|it| control(pair, it));
    Table {
        caption: String::new(),
        head: vec![
            pair.word("種類", "What"),
            pair.word("変化", "Change"),
            pair.word("番号", "Id"),
            pair.word("名称", "Name"),
            pair.word("比較元", "Before"),
            pair.word("比較先", "After"),
            pair.word("何による変化か", "What it comes from"),
        ],
        rows: requirements.chain(controls).collect(),
    }
}

/// The frameworks of the requirements, as they come.
fn frameworks<'a>(compared: &Comparison<'_, 'a>) -> Vec<&'a FrameworkRef> {
    let mut found = Vec::new();
    for id in compared.requirements.iter().filter_map(framework) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

fn framework<'a>(change: &Change<&RequirementResult<'a>>) -> Option<&'a FrameworkRef> {
    Some(&change.after.or(change.before)?.framework.id)
}

/// The changes that differ, by how they turned out.
fn by_turn<'c, T>(changes: &[&'c Change<T>]) -> Vec<&'c Change<T>> {
    let differing = Turn::ALL.into_iter().filter(|it| *it != Turn::Same);
    differing.flat_map(|turn| changes.iter().copied().filter(move |it| it.turn == turn)).collect()
}

fn requirement(pair: &Pair<'_>, change: &Change<&RequirementResult<'_>>) -> Option<Vec<Cell>> {
    let names = pair.after.names;
    let any = change.after.or(change.before)?;
    let (framework, id) = (&any.framework.id, &any.requirement.id);
    let status = |it: Option<&RequirementResult<'_>>| {
        it.map_or_else(
            || "-".to_owned(),
            |it| names.words(words::requirement_status(it.status)).to_owned(),
        )
    };
    let topic = Topic::Requirement(framework.clone(), id.clone());
    Some(vec![
        Cell::start(names.framework(framework)),
        Cell::start(names.words(words::turn(change.turn))),
        Cell::start(id.as_str()).about(topic),
        Cell::start(names.requirement(framework, id)),
        Cell::start(status(change.before)),
        Cell::start(status(change.after)),
        Cell::start(cause(pair, change)),
    ])
}

fn control(pair: &Pair<'_>, change: &Change<&ControlResult<'_>>) -> Option<Vec<Cell>> {
    let names = pair.after.names;
    let any = change.after.or(change.before)?;
    let id = &any.control.id;
    let [before, after] = [(&pair.before, change.before), (&pair.after, change.after)]
        .map(|(case, it)| it.map_or_else(|| "-".to_owned(), |it| standing(case, it)));
    Some(vec![
        Cell::start(pair.word("管理策", "Controls")),
        Cell::start(names.words(words::turn(change.turn))),
        Cell::start(id.as_str()).about(Topic::Control(id.clone())),
        Cell::start(names.control_of(id, any.role)),
        Cell::start(before),
        Cell::start(after),
        Cell::start(cause(pair, change)),
    ])
}

fn standing(case: &Case<'_>, result: &ControlResult<'_>) -> String {
    if !result.is_applicable() {
        return case.names.words(words::applies(Applies::No)).to_owned();
    }
    both(case, result.design.reading, result.assured)
}

/// Whether the file, time or both changed something.
fn cause<T>(pair: &Pair<'_>, change: &Change<T>) -> String {
    let by_file = pair.word("回答・証拠・評価範囲", "Answers, evidence, scope");
    let by_time =
        pair.word("時の経過(証拠・証明書・期間)", "Time (evidence, certificates, window)");
    let causes = [(change.by_file, by_file), (change.by_time, by_time)];
    let causes: Vec<String> =
        causes.into_iter().filter(|(is_it, _)| *is_it).map(|(_, said)| said).collect();
    sentence::list(pair.after.names, &causes)
}
