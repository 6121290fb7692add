use super::super::{Case, Kind, Report, Terms, report};
use crate::document::to_text;
use crate::support::{World, day};
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::assessment::{Sample, Window};
use kumomori_core::role::Role;
use kumomori_core::text::Lang;

fn made(world: &World, lang: Lang) -> Report {
    let (names, evaluation) = (world.names(lang), world.evaluation());
    let case = Case { names: &names, assessment: &world.assessment, evaluation: &evaluation };
    report(&case, Kind::Readiness, Terms::from(day("2026-07-01"))).unwrap()
}

fn text(world: &World, lang: Lang) -> String {
    to_text(&made(world, lang).document, 100)
}

/// The cells of all rows of one examination: id, finding, why.
fn rows(world: &World, examination: &str, role: &str) -> Vec<[String; 3]> {
    let rows = made(world, Lang::En).rows.rows.into_iter();
    let is_it = |row: &Vec<crate::table::Cell>| row[1].text == examination && row[2].text == role;
    rows.filter(is_it).map(|row| [3, 5, 6].map(|at| row[at].text.clone())).collect()
}

/// A window and a sample of the key control, and no report by others that stands for it.
fn tested(world: &mut World, deviations: u32) {
    world.assessment.attestations.clear();
    world.assessment.window = Some(Window { from: day("2025-07-01"), to: day("2026-06-30") });
    let sample = Sample { population: None, tested: 60, deviations, automation: None };
    world.answer("limit-admins", Role::Provider).sample = Some(sample);
}

#[test]
fn an_extension_is_provisional_and_told_for_each_role() {
    let said = text(&World::new(), Lang::En);
    assert!(said.contains("ISO/IEC 27001, which is not among the targets"), "{said}");
    assert!(said.contains("Certification audit (customer)"), "{said}");
    assert!(said.contains("Certification audit (provider)"), "{said}");
    let ja = text(&World::new(), Lang::Ja);
    assert!(ja.contains("認証審査(利用者)") && ja.contains("以下は暫定です"), "{ja}");
}

#[test]
fn type_2_needs_a_window_and_samples_of_key_controls() {
    let mut world = World::new();
    world.assessment.window = None;
    let said = text(&world, Lang::En);
    assert!(said.contains("No observation window is set"), "{said}");
    tested(&mut world, 0);
    world.answer("limit-admins", Role::Provider).sample = None;
    let rows = rows(&world, "Type 2 report", "Provider");
    assert!(
        rows.iter().any(|[_, _, why]| why.contains("no sample that passes: Limit administrators")),
        "{rows:?}"
    );
    assert!(!text(&world, Lang::En).contains("No observation window is set"));
}

#[test]
fn deviations_are_exceptions_or_more() {
    let mut world = World::new();
    tested(&mut world, 0);
    assert!(!text(&world, Lang::En).contains("Deviations in samples"));
    tested(&mut world, 30);
    let said = text(&world, Lang::En);
    assert!(said.contains("Deviations in samples"), "{said}");
    assert!(said.contains("Operation cannot be called"), "{said}");
    let rows = rows(&world, "Type 2 report", "Provider");
    assert!(rows.iter().any(|[_, finding, _]| finding == "Gap"), "{rows:?}");
    assert!(said.contains("Not ready"), "{said}");
}
