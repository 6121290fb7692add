//! The improvement plan: the gaps on the steps of the roadmap.

use super::items::{self, Item, ordered};
use super::sections::{columns, sections};
use super::{Case, Kind, sources};
use crate::document::Document;
use crate::number::{counted, rise};
use crate::sentence;
use crate::table::{Cell, Table, Topic};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::dimension::Dimension;
use kumomori_core::id::ControlId;
use kumomori_core::roadmap::Step;
use kumomori_core::text::Lang;

/// The columns that a reader of the whole document needs.
const SHOWN: [usize; 7] = [1, 3, 4, 5, 6, 7, 8];

/// The steps in order, each with what it is for, its work, its deliverables and its cautions.
pub(super) fn report(case: &Case<'_>) -> (Document, Table) {
    let by_step = by_step(case);
    let rows = rows(case, &by_step);
    let mut document = Document::default();
    document.heading(1, case.title(Kind::Plan));
    document.facts(sources::facts(case));
    document.paragraph(case.word(
        "ギャップのある管理策を、初めて取り組む段階に置き、先に必要な管理策の後に並べています。工数は管理策を一から整える場合の目安で、期間は段階ごとの通例です。",
        "Each control with a gap stands in the step that works on it first, and after the controls that it needs. The effort is that of putting a control in place from nothing; the time of a step is what is usual.",
    ));
    document.paragraph(total(case, &by_step));
    let tables = sections(&rows);
    for (no, step) in (1..).zip(&case.names.library.roadmap) {
        let title = step_title(case, no, step);
        let table = tables.iter().find(|(name, _)| *name == title).map(|(_, it)| it);
        self::step(case, step, &title, table, &mut document);
    }
    let others = tables.iter().find(|(name, _)| *name == case.names.words(ELSEWHERE));
    if let Some((title, table)) = others {
        document.heading(2, *title);
        document.table(columns(table, &SHOWN));
    }
    (document, rows)
}

/// Where controls stand that no step works on.
const ELSEWHERE: Words = Words::new("どの段階にも属さないもの", "In no step");

fn step_title(case: &Case<'_>, no: usize, step: &Step) -> String {
    format!("{no}. {}", case.names.prose(step.title))
}

/// The work of each step, under its title.
fn by_step<'a>(case: &Case<'a>) -> Vec<(String, Vec<Item<'a>>)> {
    let titles = (1..).zip(&case.names.library.roadmap);
    let titles = titles.map(|(no, step)| step_title(case, no, step));
    let titles = titles.chain([case.names.words(ELSEWHERE).to_owned()]);
    titles.zip(items::by_step(case).into_iter().map(ordered)).collect()
}

/// The work of each role, since a provider's is not the customer's to do.
fn total(case: &Case<'_>, by_step: &[(String, Vec<Item<'_>>)]) -> String {
    let of_role = |role| {
        let items = || by_step.iter().flat_map(|(_, items)| items).filter(|it| it.role == role);
        let (n, days) = (items().count(), items().map(|it| it.days(case.names)).sum::<u32>());
        let name = case.names.words(words::role(role));
        match case.names.lang {
            Lang::Ja => format!("{name}の管理策{n}件、約{days}人日。"),
            Lang::En => {
                format!("{name}: {}, about {days} person-days.", counted(n, "control", "controls"))
            }
        }
    };
    let roles: Vec<String> = case.evaluation.roles.iter().map(of_role).collect();
    roles.join(case.names.between_sentences())
}

fn step(case: &Case<'_>, step: &Step, title: &str, table: Option<&Table>, document: &mut Document) {
    document.heading(2, title);
    document.paragraph(case.names.prose(step.aim));
    document.facts(vec![(case.word("期間", "Time"), sentence::weeks(case.names, step))]);
    match table {
        Some(table) => document.table(columns(table, &SHOWN)),
        None => document.paragraph(case.word(
            "この段階で初めて取り組む管理策に、ギャップはありません。",
            "No control that this step works on first has a gap.",
        )),
    }
    let lists = [
        (case.word("成果物", "Deliverables"), &step.deliverables),
        (case.word("注意点", "Cautions"), &step.cautions),
    ];
    for (title, texts) in lists.into_iter().filter(|(_, texts)| !texts.is_empty()) {
        document.heading(3, title);
        document.list(texts.iter().map(|it| case.names.prose(*it)).collect());
    }
}

fn rows(case: &Case<'_>, by_step: &[(String, Vec<Item<'_>>)]) -> Table {
    let names = case.names;
    let all = by_step.iter().flat_map(|(title, items)| items.iter().map(move |it| (title, it)));
    Table {
        caption: case.word("改善計画", "Improvement plan"),
        head: vec![
            case.word("段階", "Step"),
            case.word("順", "No."),
            case.word("管理策ID", "Control id"),
            case.word("管理策", "Control"),
            names.words(words::dimension(Dimension::Design)).to_owned(),
            names.words(words::dimension(Dimension::Operation)).to_owned(),
            case.word("次にすること", "What to do next"),
            case.word("先に必要な管理策", "Needs first"),
            case.word("工数(人日)", "Person-days"),
            case.word("責任者", "Owner"),
            case.word("期限", "Due"),
        ],
        rows: all.zip(1_usize..).map(|((title, it), no)| row(case, title, it, no)).collect(),
    }
}

fn row(case: &Case<'_>, step: &str, item: &Item<'_>, no: usize) -> Vec<Cell> {
    let Case { names, assessment, evaluation } = *case;
    let id = &item.control.id;
    let [owner, due] = sources::owner_and_due(assessment.answer(id, item.role));
    let [design, operation] = Dimension::ALL.map(|it| Cell::start(levels(case, item, it)));
    let first = item.gaps.first();
    let next = first.map(|it| sentence::gap_action(names, assessment, evaluation, it));
    vec![
        Cell::start(step),
        Cell::end(no.to_string()),
        Cell::start(id.as_str()),
        Cell::start(names.control_of(id, item.role)).about(Topic::Control(id.clone())),
        design,
        operation,
        Cell::start(next.unwrap_or_default()),
        Cell::start(needs(case, &item.control.depends_on)),
        Cell::end(item.days(names).to_string()),
        Cell::start(owner),
        Cell::start(due),
    ]
}

/// From which level to which, where there is a gap.
fn levels(case: &Case<'_>, item: &Item<'_>, dimension: Dimension) -> String {
    let Some(gap) = item.gap(dimension) else { return "-".to_owned() };
    rise(gap.reading.confirmed, case.evaluation.target)
}

/// What a control needs first, as far as that is still to be done.
fn needs(case: &Case<'_>, controls: &[ControlId]) -> String {
    let is_open = |id: &&ControlId| case.evaluation.gaps.iter().any(|it| it.control.id == **id);
    let open = controls.iter().filter(is_open);
    let titles: Vec<String> = open.map(|it| case.names.control(it).to_owned()).collect();
    sentence::list(case.names, &titles)
}
