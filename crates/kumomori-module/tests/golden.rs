//! Golden requests: each gets the answer beside it, here and in every host.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use expect_test::expect_file;
use kumomori_core::testimony::Hearing;
use kumomori_wire::assessment::read_assessment;
use kumomori_wire::evaluation::{evaluation_text, part};
use kumomori_wire::json::{Node, parse};
use kumomori_wire::write::to_text;
use std::fs;
use std::path::{Path, PathBuf};

/// Bytes from which on an answer is not kept beside its request.
const LARGE: usize = 20_000;

fn requests() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/requests");
    let paths = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let mut requests: Vec<PathBuf> =
        paths.filter(|it| !it.to_str().unwrap().ends_with(".answer.json")).collect();
    requests.sort();
    requests
}

fn answer(name: &str) -> Node {
    let path = requests().into_iter().find(|it| it.file_stem().unwrap() == name).unwrap();
    parse(&kumomori_module::answer(&fs::read(path).unwrap())).unwrap()
}

#[test]
fn every_request_gets_its_answer() {
    let requests = requests();
    assert!(requests.len() >= 10);
    for path in requests {
        let answer = kumomori_module::answer(&fs::read(&path).unwrap());
        // What comes of whole assessments is held against the evaluation below.
        if answer.len() < LARGE {
            let answer = answer.replace(kumomori_data::SHA256, "(hash of the library)");
            expect_file![path.with_extension("answer.json")].assert_eq(&answer);
        }
    }
}

#[test]
fn an_evaluation_is_that_of_the_command_line() {
    let ours = answer("evaluation");
    let ok = ours.get("ok").unwrap();
    let request = requests().into_iter().find(|it| it.ends_with("evaluation.json")).unwrap();
    let request = parse(&fs::read_to_string(request).unwrap()).unwrap();
    let library = kumomori_data::library().unwrap();
    let as_of = "2026-06-30".parse().unwrap();
    let text = to_text(request.get("assessment").unwrap());
    let assessment = read_assessment(text.as_bytes(), library, as_of).unwrap().assessment;
    let checks = kumomori_data::checks().unwrap();
    let questions = kumomori_core::checks::asking::Questions::new(&checks, checks.policy());
    let evidence = to_text(&request.get("evidence").unwrap().items()[0]);
    let mut said = questions.ask(evidence.as_bytes()).unwrap().testimony();
    said.role = said.role.or(Some(kumomori_core::role::Role::Provider));
    let said = [said];
    let hearing = Hearing { testimonies: &said, checks: Some(&checks) };
    let evaluation = kumomori_core::evaluation::evaluate(library, &assessment, hearing, as_of);
    let whole = evaluation_text(&evaluation, &assessment, &kumomori_data::stamp(library));
    let whole = parse(&whole).unwrap();
    for name in ["groups", "requirements", "controls", "gaps", "risks", "evidence", "wanted"] {
        assert_eq!(ok.get(name), whole.get(name), "{name}");
        assert_eq!(part(&evaluation, &assessment, name).get(name), ok.get(name), "{name}");
    }
}

#[test]
fn an_explanation_has_what_the_evaluation_has() {
    let parts = |node: &Node, name| node.get(name).unwrap().items().to_vec();
    let explained = answer("explain");
    let explained = parts(explained.get("ok").unwrap(), "explain");
    let evaluation = answer("evaluation");
    let whole = evaluation.get("ok").unwrap();
    let names = ["iso27017:2015/10.1.1", "encrypt-in-transit", "ai-use", "overall"];
    assert_eq!(explained.len(), names.len());
    for (told, name) in explained.iter().zip(names) {
        assert_eq!(told.get("about").unwrap().text(), Some(name));
        for part in ["groups", "requirements", "controls", "gaps"] {
            let all = parts(whole, part);
            assert!(parts(told, part).iter().all(|it| all.contains(it)), "{name} {part}");
        }
        let is_figure = matches!(name, "ai-use" | "overall");
        assert_eq!(parts(told, "groups").len(), usize::from(is_figure), "{name}");
        assert_eq!(parts(told, "requirements").is_empty(), is_figure, "{name}");
        assert!(!parts(told, "controls").is_empty(), "{name}");
        assert!(!parts(told, "gaps").is_empty(), "{name}");
    }
}

#[test]
fn a_request_may_end_with_a_zero_and_have_spaces_around_it() {
    let plain = br#"{"format":"kumomori.request/1"}"#;
    let expected = kumomori_module::answer(plain);
    for other in
        [&b" {\"format\":\"kumomori.request/1\"}\n"[..], b"{\"format\":\"kumomori.request/1\"}\0"]
    {
        assert_eq!(kumomori_module::answer(other), expected);
    }
}

#[test]
fn nothing_that_is_no_request_is_answered_with_ok() {
    for bad in [&b""[..], b"{", b"[]", b"\xff", b"{}", b"\0", b"null"] {
        let answer = kumomori_module::answer(bad);
        assert!(answer.contains("\"diagnostics\"") && !answer.contains("\"ok\""), "{answer}");
    }
}
