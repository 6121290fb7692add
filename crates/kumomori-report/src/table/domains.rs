//! Domains side by side.

use super::{Cell, Table, Topic};
use crate::domain::{Line, Order, ordered};
use crate::names::Names;
use crate::number::{mean, means, percent, reading};
use crate::sentence;
use crate::words::{self, Figure, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::dimension::Dimension;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::Figures;
use kumomori_core::member::lowest_keys;
use kumomori_core::role::View;

fn title(names: &Names<'_>, line: &Line<'_>) -> Cell {
    let topic = Topic::Figure(line.group.key.clone(), line.group.view);
    Cell::start(names.domain(line.id)).about(topic)
}

/// The group levels of each domain, design beside assured operation: confirmed with the interval
/// from low to high, claimed, coverage and the lowest key controls.
pub fn domain_figures(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    view: View,
    order: Order,
) -> Table {
    let coverage = names.words(words::figure(Figure::Coverage));
    let head = [
        names.words(DOMAIN),
        names.words(words::dimension(Dimension::Design)),
        names.words(DESIGN_CLAIMED),
        names.words(words::assured_operation()),
        names.words(OPERATION_CLAIMED),
        coverage,
        names.words(words::figure(Figure::Floor)),
    ];
    let caption = Words::new(
        "領域ごとのグループレベル。角括弧は取り得る幅、回答率は設計/運用",
        "Group level by domain; the possible range in brackets; coverage of design/operation",
    );
    let lines = ordered(evaluation, view, order);
    Table {
        caption: names.words(caption).to_owned(),
        head: head.map(str::to_owned).into(),
        rows: lines.iter().map(|it| figures_row(names, evaluation, it)).collect(),
    }
}

const DESIGN_CLAIMED: Words = Words::new("設計の申告", "Design claimed");
const OPERATION_CLAIMED: Words = Words::new("運用の申告", "Operation claimed");
const DOMAIN: Words = Words::new("領域", "Domain");

fn figures_row(names: &Names<'_>, evaluation: &Evaluation<'_>, line: &Line<'_>) -> Vec<Cell> {
    let claimed = |figures: &Figures| Cell::end(figures.group_level.claimed.number().to_string());
    vec![
        title(names, line),
        Cell::end(reading(line.design.group_level)),
        claimed(line.design),
        Cell::end(reading(line.operation.group_level)),
        claimed(line.operation),
        Cell::end(coverage(names, line.design, line.operation)),
        Cell::start(floor(names, evaluation, line)),
    ]
}

/// The coverage of both dimensions; a star marks a provisional one.
pub(crate) fn coverage(names: &Names<'_>, design: &Figures, operation: &Figures) -> String {
    let is_provisional = design.is_provisional || operation.is_provisional;
    let [design, operation] = [design, operation].map(|it| percent(it.coverage, names.lang));
    let mark = if is_provisional { "*" } else { "" };
    if design == operation {
        return format!("{design}{mark}");
    }
    format!("{}/{operation}{mark}", design.trim_end_matches([' ', '%']))
}

fn floor(names: &Names<'_>, evaluation: &Evaluation<'_>, line: &Line<'_>) -> String {
    let Some(floor) = line.operation.floor else { return "-".to_owned() };
    let members = evaluation.members(&line.group.key, line.group.view);
    let controls = lowest_keys(&members, Dimension::Operation, line.operation);
    let controls = sentence::first_controls(names, &controls, 2);
    format!("{}: {controls}", floor.number())
}

/// The means of each domain, design beside assured operation: confirmed, the interval from low to
/// high, claimed, and the group level.
pub fn domain_means(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    view: View,
    order: Order,
) -> Table {
    let level = names.words(words::figure(Figure::GroupLevel));
    let head = [
        names.words(DOMAIN),
        names.words(words::dimension(Dimension::Design)),
        names.words(DESIGN_CLAIMED),
        names.words(words::assured_operation()),
        names.words(OPERATION_CLAIMED),
        level,
    ];
    let caption = Words::new(
        "領域ごとのレベルの平均(0から5)。角括弧は取り得る幅",
        "Mean level by domain (0 to 5); the possible range in brackets",
    );
    Table {
        caption: names.words(caption).to_owned(),
        head: head.map(str::to_owned).into(),
        rows: ordered(evaluation, view, order).iter().map(|it| means_row(names, it)).collect(),
    }
}

fn means_row(names: &Names<'_>, line: &Line<'_>) -> Vec<Cell> {
    vec![
        title(names, line),
        Cell::end(means(&line.design.mean)),
        Cell::end(mean(line.design.mean.claimed)),
        Cell::end(means(&line.operation.mean)),
        Cell::end(mean(line.operation.mean.claimed)),
        Cell::end(line.levels(names)),
    ]
}
