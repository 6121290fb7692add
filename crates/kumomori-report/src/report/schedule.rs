//! The schedule: when the gaps could be closed, by how many people, and what decides the end.

use super::items::{Item, by_step, ordered};
use super::{Case, Event, Kind, Terms, sources};
use crate::chart::{Bar, gantt};
use crate::document::Document;
use crate::number::counted;
use crate::report::sections::columns;
use crate::sentence;
use crate::table::{Cell, Table, Topic};
use crate::words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::date::Date;
use kumomori_core::role::Role;
use kumomori_core::schedule::{Slot, Task, schedule};
use kumomori_core::text::Lang;

/// The columns that a reader of the whole document needs.
const SHOWN: [usize; 6] = [1, 3, 4, 5, 6, 7];
/// How many controls of the critical path are named.
const NAMED: usize = 3;

/// Something to be done, and when.
struct Planned<'a> {
    item: Item<'a>,
    slot: Slot,
}

/// For each role: the work on its gaps on a line of days, as a picture and as a table.
pub(super) fn report(case: &Case<'_>, terms: Terms) -> (Document, Table, Vec<Event>) {
    let items: Vec<Item<'_>> = by_step(case).into_iter().flatten().collect();
    let of = |role| items.iter().filter(move |it| it.role == role).cloned().collect();
    let roles = case.evaluation.roles.iter();
    let planned: Vec<(Role, Vec<Planned<'_>>)> =
        roles.map(|role| (role, planned(case, of(role), terms))).collect();
    let rows = |of: &[Planned<'_>]| of.iter().map(|it| row(case, terms.start, it)).collect();
    let mut document = Document::default();
    document.heading(1, case.title(Kind::Schedule));
    document.facts(facts(case, terms));
    document.paragraph(case.word(
        "ギャップのある管理策を、改善計画と同じ順に、先に必要な管理策の後に置いています。1件を1人が担当し、1日に1人日進むとし、土日を除いて数えます。祝日は数えていません。工数は管理策を一から整える場合の目安です。",
        "Each control with a gap stands in the order of the improvement plan, after the controls that it needs. One person does one control, a person-day a day, Monday to Friday; holidays are not counted. The effort is that of putting a control in place from nothing.",
    ));
    let mut all = Vec::new();
    for (role, of) in &planned {
        let table = Table { rows: rows(of), ..head(case) };
        document.heading(2, case.names.words(words::role(*role)));
        part(case, terms, of, &table, &mut document);
        all.extend(table.rows);
    }
    let events = planned.iter().flat_map(|(_, of)| of).map(|it| event(case, terms.start, it));
    (document, Table { rows: all, ..head(case) }, events.collect())
}

fn facts(case: &Case<'_>, terms: Terms) -> Vec<(String, String)> {
    let mut facts = sources::facts(case);
    facts.push((case.word("開始日", "Start"), terms.start.to_string()));
    let people = match case.names.lang {
        Lang::Ja => format!("役割ごとに{}人", terms.people),
        Lang::En => format!("{} for each role", terms.people),
    };
    facts.push((case.word("人数", "People"), people));
    facts
}

/// The work of a role, step by step, each when it can be done.
fn planned<'a>(case: &Case<'a>, items: Vec<Item<'a>>, terms: Terms) -> Vec<Planned<'a>> {
    let all = ordered(items);
    let after = |it: &Item<'_>| {
        let needs = |other: &Item<'_>| it.control.depends_on.contains(&other.control.id);
        all.iter().enumerate().filter(|(_, other)| needs(other)).map(|(idx, _)| idx).collect()
    };
    let task = |it: &Item<'_>| Task { days: it.days(case.names), after: after(it) };
    let tasks: Vec<Task> = all.iter().map(task).collect();
    let slots = schedule(&tasks, usize::from(terms.people));
    all.into_iter().zip(slots).map(|(item, slot)| Planned { item, slot }).collect()
}

fn part(
    case: &Case<'_>,
    terms: Terms,
    planned: &[Planned<'_>],
    table: &Table,
    document: &mut Document,
) {
    if planned.is_empty() {
        document.paragraph(
            case.word("目標に届いていないものはありません。", "Nothing is below the target."),
        );
        return;
    }
    let bars: Vec<Bar> = planned
        .iter()
        .map(|it| Bar { title: case.names.control(&it.item.control.id).to_owned(), slot: it.slot })
        .collect();
    let title = case.names.words(Kind::Schedule.title());
    let named = (title, takeaway(case, terms, planned));
    let table = columns(table, &SHOWN);
    let picture = gantt(case.names, named, &bars, terms.start, table);
    document.picture(picture);
}

/// When it ends, and what decides that.
fn takeaway(case: &Case<'_>, terms: Terms, planned: &[Planned<'_>]) -> String {
    let end = planned.iter().map(|it| it.slot.end).max().unwrap_or(0);
    let day = last_day(terms.start, end);
    let critical = planned.iter().filter(|it| it.slot.is_critical());
    let critical: Vec<String> =
        critical.map(|it| case.names.quoted(case.names.control(&it.item.control.id))).collect();
    let listed = sentence::first_texts(case.names, &critical, NAMED);
    let (n, all) = (critical.len(), planned.len());
    let days = usize::try_from(end).unwrap_or(usize::MAX);
    let whole = match case.names.lang {
        Lang::Ja => format!("{all}件の作業に{days}営業日かかり、{day}に終わる見込みです。"),
        Lang::En => format!(
            "{} would take {} and be done on {day}.",
            counted(all, "control", "controls"),
            counted(days, "workday", "workdays"),
        ),
    };
    let deciding = match (case.names.lang, n == all) {
        (Lang::Ja, true) => "どれが延びても、終わりが延びます。".to_owned(),
        (Lang::En, true) => "Whatever takes longer moves the end.".to_owned(),
        (Lang::Ja, false) => format!("終わりを決めているのは{n}件: {listed}。"),
        (Lang::En, false) => format!("{n} of them decide the end: {listed}."),
    };
    [whole, deciding].join(case.names.between_sentences())
}

/// The day on which something ends that takes until before a workday.
fn last_day(start: Date, end: u32) -> Date {
    start.plus_workdays(end.saturating_sub(1))
}

fn head(case: &Case<'_>) -> Table {
    Table {
        caption: String::new(),
        head: vec![
            case.word("役割", "Role"),
            case.word("管理策", "Control"),
            case.word("管理策ID", "Control id"),
            case.word("開始", "Start"),
            case.word("終了", "End"),
            case.word("工数(人日)", "Person-days"),
            case.word("余裕(営業日)", "Slack (workdays)"),
            case.word("担当", "Person"),
            case.word("責任者", "Owner"),
            case.word("期限", "Due"),
        ],
        rows: Vec::new(),
    }
}

fn row(case: &Case<'_>, start: Date, planned: &Planned<'_>) -> Vec<Cell> {
    let Planned { item, slot } = planned;
    let id = &item.control.id;
    let [owner, due] = sources::owner_and_due(case.assessment.answer(id, item.role));
    vec![
        Cell::start(case.names.words(words::role(item.role))),
        Cell::start(case.names.control(id)).about(Topic::Control(id.clone())),
        Cell::start(id.as_str()),
        Cell::start(start.plus_workdays(slot.start).to_string()),
        Cell::start(last_day(start, slot.end).to_string()),
        Cell::end((slot.end - slot.start).to_string()),
        Cell::end(slot.slack.to_string()),
        Cell::end((slot.person + 1).to_string()),
        Cell::start(owner),
        Cell::start(due),
    ]
}

fn event(case: &Case<'_>, start: Date, planned: &Planned<'_>) -> Event {
    let Planned { item, slot } = planned;
    let Case { names, assessment, evaluation } = *case;
    let first = item.gaps.first();
    let next = first.map(|it| sentence::gap_action(names, assessment, evaluation, it));
    Event {
        id: format!("{}-{}@{}", item.control.id, item.role, assessment.id),
        title: names.control_of(&item.control.id, item.role),
        said: next.unwrap_or_default(),
        from: start.plus_workdays(slot.start),
        to: last_day(start, slot.end),
    }
}
