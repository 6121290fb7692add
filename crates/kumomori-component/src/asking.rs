//! Asking evidence.

use crate::exports::exports::kumomori::policy::assess::{
    Asked, Aspect, ControlAspect, Options, Problem, Severity, Statement, Verdict,
};
use crate::request::{Request, broken, lang, of};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_wire::json::Node;

pub(crate) fn check(
    evidence: &[String],
    options: &Options,
) -> Result<Vec<Result<Asked, Problem>>, Vec<Problem>> {
    let mut request = Request::new(r#""checks""#, options)?;
    request.evidence(evidence);
    let ok = request.answer()?;
    let documents = ok.get("checks").map(Node::items).unwrap_or_default();
    let answers = evidence.iter().zip(documents).enumerate().map(|(idx, (file, document))| {
        match broken(lang(options), format!("evidence[{idx}]"), file) {
            Some(problem) => Err(problem),
            None => asked(&request, idx, document),
        }
    });
    Ok(answers.collect())
}

fn asked(request: &Request, idx: usize, document: &Node) -> Result<Asked, Problem> {
    if let Some(message) = document.get("problem").and_then(Node::text) {
        let number = |name| document.get(name).and_then(Node::whole).unwrap_or(1);
        return Err(Problem {
            field: format!("evidence[{idx}]"),
            message: message.to_owned(),
            help: None,
            line: request.within(number("line")),
            column: number("column"),
        });
    }
    let checks = document.get("checks").map(Node::items).unwrap_or_default();
    Ok(Asked { kind: of(document, "kind"), statements: checks.iter().map(statement).collect() })
}

fn statement(check: &Node) -> Statement {
    let items = |name| check.get(name).map(Node::items).unwrap_or_default().iter();
    let control = |it: &Node| ControlAspect { control: of(it, "control"), aspect: aspect(it) };
    Statement {
        check: of(check, "check"),
        severity: match of(check, "severity").as_str() {
            "critical" => Severity::Critical,
            "high" => Severity::High,
            "medium" => Severity::Medium,
            _ => Severity::Low,
        },
        verdict: match of(check, "verdict").as_str() {
            "supports" => Verdict::Supports,
            "contradicts" => Verdict::Contradicts,
            "not-applicable" => Verdict::NotApplicable,
            _ => Verdict::Insufficient,
        },
        controls: items("controls").map(control).collect(),
        said: items("said").filter_map(|it| it.text().map(ToOwned::to_owned)).collect(),
    }
}

fn aspect(control: &Node) -> Aspect {
    if of(control, "aspect") == "design" { Aspect::Design } else { Aspect::Operation }
}
