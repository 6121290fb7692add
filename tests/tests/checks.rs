//! The checks of policies/ on real documents: each fixture has one fault and one verdict.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use kumomori_core::checks::asking::Questions;
use kumomori_core::checks::{Check, Checks};
use kumomori_core::pack::read_checks_of;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The names in a folder, sorted.
fn names(folder: &PathBuf) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_fixture_gets_the_verdict_that_it_is_named_after() {
    let checks = kumomori_data::checks().unwrap();
    let questions = Questions::new(&checks, checks.policy());
    let folder = root().join("fixtures/checks");
    let mut wrong = Vec::new();
    for check in names(&folder) {
        for file in names(&folder.join(&check)) {
            let bytes = fs::read(folder.join(&check).join(&file)).unwrap();
            let asked = questions.ask(&bytes).unwrap();
            let found = asked.answers.iter().find(|it| it.check.id.as_str() == check).unwrap();
            let expected = file.trim_end_matches(".json");
            if found.outcome.verdict.word() != expected {
                wrong.push(format!("{check}/{file}: {:?} {:?}", found.outcome, found.trace.leaves));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_check_has_a_document_for_each_verdict() {
    let checks = kumomori_data::checks().unwrap();
    let folder = root().join("fixtures/checks");
    let known: BTreeSet<String> = names(&folder).into_iter().collect();
    for check in &checks.checks {
        assert!(known.contains(check.id.as_str()), "{} has no fixtures", check.id);
        let mut expected = vec!["contradicts.json", "insufficient.json", "supports.json"];
        if check.when.is_some() {
            expected.insert(2, "not-applicable.json");
        }
        assert_eq!(names(&folder.join(check.id.as_str())), expected, "{}", check.id);
    }
    assert_eq!(known.len(), checks.checks.len());
}

#[test]
fn the_example_of_every_kind_passes_all_of_its_checks() {
    let checks = kumomori_data::checks().unwrap();
    let questions = Questions::new(&checks, checks.policy());
    for kind in &checks.kinds {
        let path = root().join("../policies/evidence").join(&kind.kind.id).join("example.json");
        let asked = questions.ask(&fs::read(path).unwrap()).unwrap();
        for answer in asked.answers {
            let verdict = answer.outcome.verdict.word();
            assert!(
                matches!(verdict, "supports" | "not-applicable"),
                "{} {verdict}",
                answer.check.id
            );
        }
    }
}

#[test]
fn reading_one_kind_gives_what_reading_all_gives_of_it() {
    let all = kumomori_data::checks().unwrap();
    for (place, kind) in all.kinds.iter().enumerate() {
        let id = &kind.kind.id;
        let some = read_checks_of(kumomori_data::CHECKS, |it| it == id).unwrap();
        let expected: Vec<&Check> = all.checks.iter().filter(|it| it.kind == place).collect();
        assert_eq!(some.checks.iter().collect::<Vec<_>>(), expected, "{id}");
        assert_eq!(some.thresholds, all.thresholds, "{id}");
        assert_eq!(&some.kinds[place], kind);
        let ids = |it: &Checks| it.kinds.iter().map(|it| it.kind.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&some), ids(&all));
    }
}
