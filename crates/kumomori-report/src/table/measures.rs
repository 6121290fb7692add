//! Measures that providers publish, and what they are worth against the targets.

use super::{Cell, Table, requirements::widest};
use crate::names::Names;
use crate::sentence;
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::GroupKey;
use kumomori_core::framework::{Framework, Part, Requirement};
use kumomori_core::id::{CategoryId, FrameworkRef};
use kumomori_core::measure::Measure;
use kumomori_core::text::Lang;

/// The published measures: their controls with confirmed levels, and per target the requirements
/// in scope that these controls answer, with part and status.
pub fn measures(names: &Names<'_>, evaluation: &Evaluation<'_>) -> Table {
    let targets = targets(evaluation);
    let head =
        [Words::new("公開されている対策", "Published measure"), Words::new("管理策", "Controls")];
    let caption = Words::new(
        "公開されている対策と、それが答える要求事項",
        "Published measures and the requirements they answer",
    );
    let head = head.iter().map(|it| names.words(*it).to_owned());
    let measures = names.library.measures.iter();
    Table {
        caption: names.words(caption).to_owned(),
        head: head.chain(targets.iter().map(|it| names.framework(it))).collect(),
        rows: measures.map(|it| row(names, evaluation, it, &targets)).collect(),
    }
}

/// The frameworks among the targets, in order.
pub(crate) fn targets<'a>(evaluation: &'a Evaluation<'_>) -> Vec<&'a FrameworkRef> {
    let mut targets = Vec::new();
    for group in &evaluation.groups {
        if let GroupKey::Framework(id) = &group.key
            && !targets.contains(&id)
        {
            targets.push(id);
        }
    }
    targets
}

fn row(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    measure: &Measure,
    targets: &[&FrameworkRef],
) -> Vec<Cell> {
    let controls: Vec<String> =
        measure.controls.iter().map(|it| names.control(it).to_owned()).collect();
    let mut row = vec![
        Cell::start(format!("{} {}", measure.id, names.measure(&measure.id))),
        Cell::start(sentence::list(names, &controls)),
    ];
    row.extend(targets.iter().map(|it| Cell::start(answered(names, evaluation, measure, it))));
    row
}

/// The requirements of one target that a measure's controls answer or are related to.
fn answered(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    measure: &Measure,
    target: &FrameworkRef,
) -> String {
    let Some(framework) = names.library.framework(target) else { return String::new() };
    let found = answering(names, measure, framework);
    let in_scope: Vec<&(&Requirement, Part)> = found
        .iter()
        .filter(|(requirement, _)| widest(evaluation, target, &requirement.id).is_some())
        .collect();
    let items: Vec<String> = in_scope
        .iter()
        .map(|(requirement, part)| item(names, evaluation, framework, requirement, *part))
        .collect();
    let categories = categories(names, framework, &in_scope);
    let items = sentence::list(names, &items);
    if categories.is_empty() { items } else { format!("{categories}: {items}") }
}

/// Requirements in the framework's order with the strongest part that a control has in each.
fn answering<'a>(
    names: &Names<'a>,
    measure: &Measure,
    framework: &'a Framework,
) -> Vec<(&'a Requirement, Part)> {
    let indices: Vec<usize> =
        measure.controls.iter().filter_map(|it| names.library.control_idx(it)).collect();
    let part = |requirement: &Requirement| {
        let is_it = |idx: usize| indices.contains(&idx);
        let rows = requirement.rows.iter().filter(|row| row.control.known().is_some_and(is_it));
        rows.map(|row| row.part).min()
    };
    framework.requirements.iter().filter_map(|it| Some((it, part(it)?))).collect()
}

fn item(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    framework: &Framework,
    requirement: &Requirement,
    part: Part,
) -> String {
    let word = names.words(words::part(part));
    let status = widest(evaluation, &framework.id, &requirement.id)
        .filter(|_| part != Part::Related)
        .map(|it| names.words(words::requirement_status(it.status)));
    match (status, names.lang) {
        (Some(status), Lang::Ja) => format!("{}({word}・{status})", requirement.id),
        (None, Lang::Ja) => format!("{}({word})", requirement.id),
        (Some(status), Lang::En) => {
            format!(
                "{} ({}: {})",
                requirement.id,
                word.to_ascii_lowercase(),
                status.to_ascii_lowercase()
            )
        }
        (None, Lang::En) => format!("{} ({})", requirement.id, word.to_ascii_lowercase()),
    }
}

/// The categories of the requirements, each once, in the framework's order.
fn categories(names: &Names<'_>, framework: &Framework, found: &[&(&Requirement, Part)]) -> String {
    let has = |id: &CategoryId| found.iter().any(|(it, _)| it.category.as_ref() == Some(id));
    let titles: Vec<String> = framework
        .categories
        .iter()
        .filter(|it| has(&it.id))
        .map(|it| names.category(&framework.id, &it.id).to_owned())
        .collect();
    sentence::list(names, &titles)
}
