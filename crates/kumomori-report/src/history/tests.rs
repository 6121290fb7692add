use super::{answer, facts, lines, steps};
use crate::document::{Document, to_text};
use crate::support::World;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::assessment::Assessment;
use kumomori_core::text::Lang;
use kumomori_wire::assessment::assessment_text;
use kumomori_wire::history::{Reading, read_history};

/// A history whose steps stand on their own: each of them breaks the chain.
fn reading(bodies: &[String]) -> Reading {
    let step = |(idx, body): (usize, &String)| {
        format!(r#"{{"seq":{},"at":"2026-06-30T09:0{idx}:30+09:00",{body}}}"#, idx + 1)
    };
    let steps: Vec<String> = bodies.iter().enumerate().map(step).collect();
    let file = format!(r#"{{"format":"kumomori.history/1","steps":[{}]}}"#, steps.join(","));
    read_history(file.as_bytes()).unwrap()
}

/// An assessment that is opened.
fn open(assessment: &Assessment) -> String {
    format!(r#""open":{}"#, assessment_text(assessment))
}

/// Opened, one answer changed, named, another answer and the scope changed.
fn told(world: &World) -> Reading {
    let scope = r#"{"roles":["customer"],"service_models":[],"uses_ai":true,"personal_data":false,"data_classes":[],"targets":[]}"#;
    let answer = r#""control":"limit-admins","role":"provider","design":{"level":5}"#;
    reading(&[
        open(&world.assessment),
        format!(r#""set":{{"answers":[{{{answer}}}]}}"#),
        r#""name":"before \"the\" audit""#.into(),
        format!(r#""set":{{"answers":[{{{answer},"owner":"Sato"}}],"scope":{scope}}}"#),
        r#""set":{}"#.into(),
    ])
}

#[test]
fn a_step_says_when_and_what() {
    let world = World::new();
    let reading = told(&world);
    let said = |lang| -> Vec<String> {
        let lines = lines(&world.names(lang), &reading.history);
        lines
            .into_iter()
            .map(|it| [it.seq.to_string(), it.at, it.name, it.what].join("|"))
            .collect()
    };
    assert_eq!(
        said(Lang::En),
        [
            "4|2026-06-30 09:03||Limit administrators (provider), Scope",
            "3|2026-06-30 09:02|before \"the\" audit|",
            "2|2026-06-30 09:01||Limit administrators (provider)",
            "1|2026-06-30 09:00||Begun or opened",
        ]
    );
    assert!(said(Lang::Ja)[0].ends_with("、対象範囲"), "{:?}", said(Lang::Ja));
    assert_eq!(
        steps(&world.names(Lang::En), &reading.history).rows.len(),
        4,
        "nothing changed in the fifth"
    );
}

#[test]
fn a_broken_chain_is_told() {
    let world = World::new();
    let reading = told(&world);
    let text = to_text(&facts(&world.names(Lang::En), &reading, None), 200);
    assert!(text.contains("4 steps do not follow from the one before"), "{text}");
    let whole = self::reading(&[open(&world.assessment)]);
    let text = to_text(&facts(&world.names(Lang::Ja), &whole, Some(&world.assessment)), 200);
    assert!(
        text.contains("どの記録も直前の記録につながっています") && text.contains(whole.hash()),
        "{text}"
    );
    assert!(!text.contains("失われた"), "{text}");
}

#[test]
fn steps_that_are_missing_at_the_end_are_told() {
    let world = World::new();
    let mut present = world.assessment.clone();
    present.title = "Later".into();
    let reading = self::reading(&[open(&world.assessment)]);
    let text = to_text(&facts(&world.names(Lang::En), &reading, Some(&present)), 200);
    assert!(text.contains("steps at the end may be missing"), "{text}");
}

#[test]
fn the_history_of_an_answer_shows_what_was_changed_in_it() {
    let world = World::new();
    let reading = told(&world);
    let control = "limit-admins".parse().unwrap();
    let document = answer(&world.names(Lang::En), &reading.history, &control);
    let text = to_text(&document, 200);
    assert!(text.contains("Provider") && !text.contains("Note"), "{text}");
    let rows: Vec<&str> = text.lines().filter(|it| it.contains("2026-06-30")).collect();
    let [owner, design, begun] = rows.as_slice() else { panic!("{text}") };
    assert!(owner.contains("Sato") && owner.contains("09:03"), "{text}");
    assert!(design.contains('5') && !design.contains("Sato") && begun.contains("09:00"), "{text}");
    assert!(begun.contains(" (") && !design.contains(" ("), "rungs of their own show: {text}");
    let nothing = answer(&world.names(Lang::En), &reading.history, &"other".parse().unwrap());
    assert_eq!(nothing, Document::default());
}
