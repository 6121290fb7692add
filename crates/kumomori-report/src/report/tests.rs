use super::*;
use crate::document::{Block, to_text};
use crate::support::{World, id, iso, soc2};
use crate::{csv, markdown};
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::{Applicability, Exclusion, ExclusionReason};
use kumomori_core::role::Role;

fn made(world: &World, lang: Lang, kind: Kind) -> Report {
    let (names, evaluation) = (world.names(lang), world.evaluation());
    let case = Case { names: &names, assessment: &world.assessment, evaluation: &evaluation };
    report(&case, kind, terms()).unwrap()
}

/// Two people from a Monday on.
fn terms() -> Terms {
    Terms::of("2026-07-06".parse().unwrap(), 2).unwrap()
}

fn text(world: &World, lang: Lang, kind: Kind) -> String {
    to_text(&made(world, lang, kind).document, 100)
}

/// What a hostile person may put into an assessment.
const HOSTILE: [&str; 6] = [
    "=HYPERLINK(\"https://example.invalid\")",
    "a | b\n| c |",
    "<script>alert(1)</script>",
    "`code` **bold** [x](y)",
    "\u{202e}مرحبا\u{202c} 😀",
    "-1\r\n,\"",
];

fn hostile(text: &str) -> World {
    let mut world = World::new();
    world.assessment.title = text.into();
    world.assessment.subject.name = text.into();
    let answer = world.answer("limit-admins", Role::Provider);
    answer.owner = Some(text.into());
    answer.evidence.first_mut().unwrap().title = text.into();
    let answer = world.answer("secure-login", Role::Provider);
    answer.applicability = Applicability::NotApplicable(Exclusion {
        reason: ExclusionReason::Other,
        justification: text.into(),
        by: text.into(),
    });
    world
}

#[test]
fn a_schedule_ends_when_its_longest_chain_does_and_its_dates_are_those_of_its_rows() {
    let mut world = World::new();
    for answer in &mut world.assessment.answers {
        answer.evidence.clear();
    }
    let made = made(&world, Lang::En, Kind::Schedule);
    let column = |name: &str| made.rows.head.iter().position(|it| it == name).unwrap();
    let said = |row: &[crate::table::Cell], name: &str| row[column(name)].text.clone();
    assert!(made.rows.rows.len() > 2);
    let ends: Vec<String> = made.rows.rows.iter().map(|it| said(it, "End")).collect();
    let dates: Vec<String> = made.events.iter().map(|it| it.to.to_string()).collect();
    assert_eq!(ends, dates);
    assert!(made.rows.rows.iter().all(|it| said(it, "Start").as_str() >= "2026-07-06"));
    let last = ends.iter().max().unwrap();
    let critical = made.rows.rows.iter().filter(|it| said(it, "Slack (workdays)") == "0");
    assert!(critical.map(|it| said(it, "End")).any(|it| it == *last));
    assert!(to_text(&made.document, 100).contains(last));
    let one = Terms::from("2026-07-06".parse().unwrap());
    let (names, evaluation) = (world.names(Lang::En), world.evaluation());
    let case = Case { names: &names, assessment: &world.assessment, evaluation: &evaluation };
    let alone = report(&case, Kind::Schedule, one).unwrap();
    assert!(alone.events.iter().map(|it| it.to.to_string()).max().unwrap() > *last);
}

#[test]
fn every_row_has_a_cell_for_every_head() {
    let world = World::new();
    for (lang, kind) in Lang::ALL.into_iter().flat_map(|lang| Kind::ALL.map(|it| (lang, it))) {
        let Report { document, rows, .. } = made(&world, lang, kind);
        let tables = document.blocks.iter().filter_map(|it| match it {
            Block::Table(table) => Some(table),
            _ => None,
        });
        for table in tables.chain([&rows]) {
            assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{table:?}");
            assert!(table.head.iter().all(|it| !it.is_empty()), "{table:?}");
        }
    }
}

#[test]
fn what_a_hostile_person_wrote_stays_text_in_every_format() {
    for said in HOSTILE {
        let world = hostile(said);
        for (lang, kind) in Lang::ALL.into_iter().flat_map(|lang| Kind::ALL.map(|it| (lang, it))) {
            let report = made(&world, lang, kind);
            let file = |format| report.file(&world.names(lang), format);
            let html = file(Format::Html);
            assert!(!html.contains("<script"), "{said}");
            let markdown = file(Format::Markdown);
            assert!(!markdown.replace("\\<", "").contains("<script"), "{said}");
            assert!(!markdown.replace("\\`", "").contains('`'), "{said}");
            for line in file(Format::Csv).lines() {
                assert!(!line.starts_with(['=', '@']) && !line.contains(",="), "{line}");
            }
            assert!(!to_text(&report.document, 100).is_empty());
        }
    }
}

#[test]
fn an_owner_cannot_put_a_formula_into_a_spreadsheet() {
    let [formula, ..] = HOSTILE;
    for kind in [Kind::Gaps, Kind::Plan] {
        let written = csv::table(&made(&hostile(formula), Lang::En, kind).rows);
        assert!(written.contains(",\"'=HYPERLINK(\"\"https:"), "{written}");
    }
}

#[test]
fn a_markdown_table_has_as_many_cells_as_heads_whatever_is_in_them() {
    for said in HOSTILE {
        let world = hostile(said);
        let report = made(&world, Lang::En, Kind::Applicability);
        let markdown = markdown::document(&report.document).replace("\\|", "");
        let rows: Vec<usize> = markdown
            .lines()
            .filter(|it| it.starts_with('|'))
            .map(|it| it.matches('|').count())
            .collect();
        assert_eq!(rows.len(), 5, "{markdown}");
        assert!(rows.iter().all(|it| *it == 9), "{said}: {rows:?}");
    }
}

#[test]
fn the_statement_says_whom_an_item_binds_and_what_is_left_out() {
    let said = text(&World::new(), Lang::En, Kind::Applicability);
    let rows = made(&World::new(), Lang::En, Kind::Applicability).rows.rows;
    let cell = |row: usize, column: usize| rows[row][column].text.as_str();
    assert_eq!((cell(0, 1), cell(0, 3)), ("9.2.3", "Applies"));
    assert_eq!(
        cell(0, 4),
        "A duty of the customer and the provider. Risks that it answers: The AI provider is attacked."
    );
    assert_eq!(cell(0, 6), "Unknown (confirmed 0, claimed 0)");
    let left_out = "Left out: Secure login (provider). What it is about does not exist here. \
                    Reason: No login exists. Decided by: A. Sato.";
    assert!(cell(2, 4).ends_with(left_out), "{}", cell(2, 4));
    assert_eq!(cell(2, 8), "\"Log\" (2026-06-01)");
    assert!(!said.contains("SOC 2 Type 2"), "it says nothing about this standard: {said}");
}

#[test]
fn where_nothing_is_in_scope_there_is_nothing_to_report_on() {
    let mut world = World::new();
    world.assessment.scope.targets.clear();
    let (names, evaluation) = (world.names(Lang::En), world.evaluation());
    let case = Case { names: &names, assessment: &world.assessment, evaluation: &evaluation };
    for kind in Kind::ALL {
        assert_eq!(report(&case, kind, terms()), Err(Refused::NothingInScope));
    }
}

#[test]
fn a_statement_needs_a_standard_that_lists_controls() {
    let mut world = World::new();
    world.assessment.scope.targets.retain(|it| it.framework != iso());
    let (names, evaluation) = (world.names(Lang::En), world.evaluation());
    let case = Case { names: &names, assessment: &world.assessment, evaluation: &evaluation };
    assert_eq!(report(&case, Kind::Applicability, terms()), Err(Refused::NoListOfControls));
    assert!(report(&case, Kind::Gaps, terms()).is_ok());
    let targets: Vec<_> = world.assessment.scope.targets.iter().map(|it| &it.framework).collect();
    assert_eq!(targets, [&soc2()]);
}

#[test]
fn a_plan_without_steps_still_names_all_work() {
    let report = made(&World::new(), Lang::En, Kind::Plan);
    assert!(!report.rows.rows.is_empty());
    assert!(report.rows.rows.iter().all(|row| row[0].text == "In no step"));
}

#[test]
fn nothing_stands_before_what_it_needs() {
    let (b, c) = (control("b", &["c"]), control("c", &[]));
    let item = |control| items::Item { control, role: Role::Customer, gaps: vec![] };
    let a = control("a", &["b"]);
    let order = |items| {
        let ordered: Vec<items::Item<'_>> = items::ordered(items);
        ordered.iter().map(|it| it.control.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(order(vec![item(&a), item(&b), item(&c)]), ["c", "b", "a"]);
    let circle = control("c", &["a"]);
    assert_eq!(order(vec![item(&a), item(&b), item(&circle)]), ["a", "c", "b"]);
}

fn control(name: &str, needs: &[&str]) -> kumomori_core::control::Control {
    let world = World::new();
    let mut control = world.names(Lang::En).library.controls.first().unwrap().clone();
    control.id = id(name);
    control.depends_on = needs.iter().map(|it| id(it)).collect();
    control
}
