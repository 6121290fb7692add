//! The few answers that would lift the level overall by one.

use crate::document::Document;
use crate::names::Names;
use crate::number::{counted, rise};
use crate::sentence::{self, figures_name};
use crate::table::{Cell, Table, Topic};
use crate::words::Words;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::dimension::Dimension;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::GroupKey;
use kumomori_core::id::ControlId;
use kumomori_core::lift::{Lift, lift};
use kumomori_core::role::{Role, View};
use kumomori_core::text::Lang;

/// How many controls are shown for each dimension.
const SHOWN: usize = 5;

/// What would lift design and assured operation overall, each by one level.
pub(super) fn add(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    view: View,
    document: &mut Document,
) {
    let lifts = Dimension::ALL.map(|it| Some((it, of(evaluation, view, it)?)));
    let lifts: Vec<(Dimension, Lift<'_>)> = lifts.into_iter().flatten().collect();
    if lifts.is_empty() {
        return;
    }
    document
        .heading(2, names.words(Words::new("次のレベルに上げる管理策", "What would lift this")));
    document.list(lifts.iter().map(|(dimension, it)| sum(names, *dimension, it)).collect());
    let head = [
        Words::new("管理策", "Control"),
        Words::new("観点", "Dimension"),
        Words::new("現在→次", "Now, next"),
        Words::new("工数", "Effort"),
    ];
    let rows = lifts.iter().flat_map(|(dimension, lift)| {
        let shown = lift.controls.iter().take(SHOWN);
        shown.filter_map(|it| row(names, evaluation, (*dimension, lift), *it))
    });
    document.table(Table {
        caption: String::new(),
        head: head.iter().map(|it| names.words(*it).to_string()).collect(),
        rows: rows.collect(),
    });
}

fn of<'a>(evaluation: &Evaluation<'a>, view: View, dimension: Dimension) -> Option<Lift<'a>> {
    let group = evaluation.group(&GroupKey::Overall, view)?;
    let from = group.dimension(dimension)?.group_level.confirmed;
    lift(&evaluation.members(&GroupKey::Overall, view), dimension, from, evaluation.settings)
}

fn sum(names: &Names<'_>, dimension: Dimension, lift: &Lift<'_>) -> String {
    let (name, to, n) = (figures_name(names, dimension), lift.to.number(), lift.n_needed);
    let is_cut = n > SHOWN;
    match (names.lang, is_cut) {
        (Lang::Ja, false) => format!("{name}: レベル{to}まで、{n}件。"),
        (Lang::Ja, true) => format!("{name}: レベル{to}まで、{n}件。はじめの{SHOWN}件を示します。"),
        (Lang::En, false) => {
            format!("{name}: {} to level {to}.", counted(n, "control", "controls"))
        }
        (Lang::En, true) => {
            format!("{name}: {n} controls to level {to}; the first {SHOWN} are shown.")
        }
    }
}

fn row(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    (dimension, lift): (Dimension, &Lift<'_>),
    (id, role): (&ControlId, Role),
) -> Option<Vec<Cell>> {
    let result = evaluation.control(id, role)?;
    let now = match dimension {
        Dimension::Design => result.design.reading,
        Dimension::Operation => result.assured,
    };
    let levels = rise(now.confirmed, lift.to);
    Some(Vec::from([
        Cell::start(names.control_of(id, role)).about(Topic::Control(id.clone())),
        Cell::start(figures_name(names, dimension)),
        Cell::start(levels),
        Cell::start(sentence::effort(names, result.control.effort)),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, to_text};
    use crate::support::World;

    fn told(world: &World, lang: Lang) -> Document {
        let evaluation = world.evaluation();
        let mut document = Document::default();
        let view = evaluation.widest_view().unwrap();
        add(&world.names(lang), &evaluation, view, &mut document);
        document
    }

    #[test]
    fn the_controls_named_are_those_of_the_explanation() {
        let world = World::new();
        let evaluation = world.evaluation();
        for lang in Lang::ALL {
            let names = world.names(lang);
            let document = told(&world, lang);
            let Some(Block::Table(table)) = document.blocks.last() else { panic!("no table") };
            let topic = Topic::Figure(GroupKey::Overall, evaluation.widest_view().unwrap());
            let whole = crate::explain::topic(&names, &world.assessment, &evaluation, &topic);
            let whole = to_text(&whole.unwrap(), 10_000);
            let mark = if lang == Lang::Ja { "に上げるには" } else { "To reach level" };
            let lines: Vec<&str> = whole.lines().filter(|it| it.contains(mark)).collect();
            assert_eq!(lines.len(), 2, "{whole}");
            assert!(!table.rows.is_empty());
            for row in &table.rows {
                assert!(lines.iter().any(|it| it.contains(&row[0].text)), "{row:?}\n{lines:?}");
            }
        }
    }

    #[test]
    fn at_the_highest_level_nothing_is_left_to_lift() {
        let mut world = World::new();
        world.assessment.answers.clear();
        world.assessment.scope.targets.clear();
        assert_eq!(told(&world, Lang::En), Document::default());
    }
}
