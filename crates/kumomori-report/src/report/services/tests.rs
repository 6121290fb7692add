//! Services side by side.

use super::*;
use crate::document::to_text;
use crate::support::{World, id};
use kumomori_core::ladder::{Ladder, Level};
use kumomori_core::role::Role;

fn told(worlds: &[&World], lang: Lang) -> Option<Report> {
    let names: Vec<_> = worlds.iter().map(|it| it.names(lang)).collect();
    let evaluations: Vec<_> = worlds.iter().map(|it| it.evaluation()).collect();
    let all = worlds.iter().zip(&names).zip(&evaluations);
    let cases: Vec<Case<'_>> = all
        .map(|((it, names), evaluation)| Case { names, assessment: &it.assessment, evaluation })
        .collect();
    services(&cases)
}

fn named(name: &str) -> World {
    let mut world = World::new();
    world.assessment.subject.name = name.into();
    world
}

fn row<'a>(report: &'a Report, item: &str) -> Vec<&'a str> {
    let of_item = |it: &&Vec<Cell>| it.get(1).is_some_and(|it| it.text.contains(item));
    let row = report.rows.rows.iter().find(of_item).unwrap();
    row.iter().map(|it| it.text.as_str()).collect()
}

#[test]
fn each_service_has_a_column_of_its_own() {
    let (one, other, third) = (named("One"), named("Other"), named("Third"));
    for lang in Lang::ALL {
        let report = told(&[&one, &other, &third], lang).unwrap();
        let heads: Vec<&str> = report.rows.head.iter().map(String::as_str).collect();
        assert_eq!(heads[3..6], ["A: One", "B: Other", "C: Third"]);
        assert!(report.rows.rows.iter().all(|it| it.len() == heads.len()));
        let text = to_text(&report.document, 120);
        assert!(text.contains("A = B = C"), "{text}");
    }
}

#[test]
fn a_gate_that_one_service_misses_shows_beside_the_others() {
    let (one, mut other) = (named("One"), named("Other"));
    for answer in &mut other.assessment.answers {
        answer.design = Ladder::up_to(Level::ZERO);
        answer.operation = answer.design;
    }
    let report = told(&[&one, &other], Lang::En).unwrap();
    let gates = report.rows.rows.iter().filter(|it| it[0].text.starts_with("Gates"));
    let gates: Vec<_> = gates.collect();
    assert!(!gates.is_empty());
    assert!(gates.iter().any(|it| it[4].text == "Gap" && it[3].text != "Gap"), "{gates:?}");
    let ahead = row(&report, "Overall");
    assert!(ahead.last().unwrap().contains('A') || ahead.last().unwrap() == &"Open", "{ahead:?}");
}

#[test]
fn what_is_not_answered_for_one_service_is_named() {
    let (one, mut other) = (named("One"), named("Other"));
    other
        .assessment
        .answers
        .retain(|it| !(it.control == id("back-up-data") && it.role == Role::Provider));
    let report = told(&[&one, &other], Lang::En).unwrap();
    let open = report.rows.rows.iter().filter(|it| it[0].text == "What is open");
    assert!(open.into_iter().any(|it| it[3].text != "Unanswered" && it[4].text == "Unanswered"));
}

#[test]
fn scopes_that_differ_are_told() {
    let (one, mut other) = (named("One"), named("Other"));
    other.assessment.scope.targets.pop();
    let text = |lang| to_text(&told(&[&one, &other], lang).unwrap().document, 120);
    assert!(text(Lang::En).contains("The scopes of A and B differ in: targets."));
    assert!(text(Lang::Ja).contains("AとBでは、評価範囲が異なります: 目標の基準。"));
    let same = to_text(&told(&[&one, &one], Lang::En).unwrap().document, 120);
    assert!(same.contains("A and B are about one subject"));
}

#[test]
fn one_service_or_too_many_are_no_comparison() {
    let one = World::new();
    assert_eq!(told(&[], Lang::En), None);
    assert_eq!(told(&[&one], Lang::En), None);
    assert_eq!(told(&[&one, &one, &one, &one, &one], Lang::En), None);
}
