//! The examples in policies/examples/: what was derived by hand is what comes out.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use kumomori_core::assessment::Assessment;
use kumomori_core::date::Date;
use kumomori_core::dimension::Reading;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::figures::{Figures, GroupKey, GroupResult, Means};
use kumomori_core::library::Library;
use kumomori_core::role::View;
use kumomori_core::testimony::Hearing;
use kumomori_wire::assessment::{assessment_text, read_assessment};
use kumomori_wire::evaluation::evaluation_text;
use std::fs;
use std::path::PathBuf;

const STORIES: [&str; 2] = ["ai-translation-service", "saas-provider"];

fn folder(story: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../policies/examples").join(story)
}

fn as_of() -> Date {
    "2026-06-30".parse().unwrap()
}

fn library() -> &'static Library {
    kumomori_data::library().unwrap()
}

fn assessment(story: &str, library: &Library) -> Assessment {
    let bytes = fs::read(folder(story).join("assessment.json")).unwrap();
    let reading = read_assessment(&bytes, library, as_of());
    reading.unwrap_or_else(|problems| panic!("{story}: {problems:#?}")).assessment
}

fn evaluation(story: &str) -> Evaluation<'static> {
    let library = library();
    evaluate(library, &assessment(story, library), Hearing::default(), as_of())
}

/// The rows of one table of expected.md, cells trimmed, head and rule left out.
fn rows(story: &str, heading: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(folder(story).join("expected.md")).unwrap();
    let section = text.split("\n## ").find(|it| it.starts_with(heading)).unwrap();
    let lines = section.lines().filter(|it| it.starts_with('|')).skip(2);
    let cells = |line: &str| line.trim_matches('|').split('|').map(|it| it.trim().into()).collect();
    lines.map(cells).collect()
}

fn view(word: &str) -> View {
    let all = [View::Customer, View::Provider, View::Both];
    all.into_iter().find(|it| it.word() == word).unwrap()
}

fn levels(reading: Reading) -> String {
    let Reading { low, confirmed, claimed, high, .. } = reading;
    [low, confirmed, claimed, high].map(|it| it.number().to_string()).join(" ")
}

fn bearing(bearing: Option<Reading>) -> String {
    bearing.map_or_else(|| "-".into(), levels)
}

fn means(Means { low, confirmed, claimed, high }: &Means) -> String {
    [low, confirmed, claimed, high].map(ToString::to_string).join(" ")
}

fn figures(figures: &Figures) -> Vec<String> {
    let floor = figures.floor.map_or_else(|| "-".into(), |it| it.number().to_string());
    vec![
        levels(figures.group_level),
        means(&figures.mean),
        floor,
        format!("{}/{}", figures.coverage.part, figures.coverage.of),
        format!("{}/{}", figures.evidence.part, figures.evidence.of),
    ]
}

fn dimension<'a>(group: &'a GroupResult, word: &str) -> &'a Figures {
    match word {
        "design" => group.design.as_ref().unwrap(),
        "operation" => group.operation.as_ref().unwrap(),
        _ => panic!("{word}"),
    }
}

#[test]
fn requirements_come_out_as_derived_by_hand() {
    for story in STORIES {
        let evaluation = evaluation(story);
        let rows = rows(story, "Requirements");
        assert!(rows.len() >= 12, "{story} derives {} requirements", rows.len());
        for row in rows {
            let (framework, requirement) = row[0].split_once(' ').unwrap();
            let found = evaluation
                .requirements
                .iter()
                .find(|it| {
                    it.framework.id.to_string() == framework
                        && it.requirement.id.as_str() == requirement
                        && it.view == view(&row[1])
                })
                .unwrap_or_else(|| panic!("{story}: no {row:?}"));
            let actual =
                [bearing(found.design), bearing(found.operation), found.status.word().to_owned()];
            assert_eq!(actual[..], row[2..], "{story}: {row:?}");
        }
    }
}

#[test]
fn figures_come_out_as_derived_by_hand() {
    for story in STORIES {
        let evaluation = evaluation(story);
        let domains = rows(story, "Domains");
        let overall = rows(story, "Overall");
        assert_eq!((domains.len(), overall.len()), (8, 2), "{story}");
        for row in domains.iter().chain(&overall) {
            let key = if row[0] == "overall" {
                GroupKey::Overall
            } else {
                GroupKey::Domain(row[0].parse().unwrap())
            };
            let group = evaluation.group(&key, View::Both).expect("a group of both roles");
            assert_eq!(figures(dimension(group, &row[1])), row[2..], "{story}: {row:?}");
        }
    }
}

#[test]
fn the_expected_evaluation_is_what_comes_out() {
    for story in STORIES {
        let library = library();
        let assessment = assessment(story, library);
        let evaluation = evaluate(library, &assessment, Hearing::default(), as_of());
        let mut stamp = kumomori_data::stamp(library);
        // The file must not change with every text of the library, only with figures.
        stamp.sha256 = "0".repeat(64);
        let actual = evaluation_text(&evaluation, &assessment, &stamp);
        let path = folder(story).join("evaluation.json");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, &actual).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert!(actual == expected, "{story}: set UPDATE_EXPECT=1, run again and read the change");
    }
}

#[test]
fn the_examples_are_canonical_files() {
    let library = library();
    for story in STORIES {
        let written = assessment_text(&assessment(story, library));
        let path = folder(story).join("assessment.json");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, &written).unwrap();
        }
        assert_eq!(fs::read_to_string(path).unwrap(), written, "{story}");
    }
}
