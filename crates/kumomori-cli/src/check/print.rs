//! Answers as text, JSON, SARIF and `JUnit`.

use super::{Answer, Refused, Run};
use kumomori_check::evaluate::Verdict;
use kumomori_core::checks::asking::Answered;
use kumomori_core::checks::{Check, Severity};
use kumomori_core::text::Lang;
use kumomori_report::check as words;
use kumomori_report::html::Html;
use kumomori_report::names::Names;
use serde_json::{Value, json};

impl Run<'_> {
    /// What is said about an answer: the message, then the leaves that decided.
    fn said(&self, answer: &Answered<'_>) -> Vec<String> {
        let names = &self.names;
        let mut said = Vec::new();
        if answer.outcome.verdict == Verdict::Contradicts {
            said.push(names.prose(answer.check.message));
        }
        said.extend(words::said(names.lang, answer));
        said
    }
}

/// The answers for people.
pub(super) fn text(run: &Run<'_>) -> String {
    let names = &run.names;
    let mut text = String::new();
    let mut counts = [0; 4];
    for answer in &run.answers {
        text += &format!("{}\n", place(answer));
        match &answer.asked {
            Err(Refused { problem, at: (line, column) }) => {
                let why = words::not_asked(names.lang, problem);
                text += &format!("  {why} ({line}:{column})\n");
            }
            Ok(asked) => {
                for it in &asked.answers {
                    let place =
                        Verdict::ALL.iter().position(|verdict| *verdict == it.outcome.verdict);
                    if let Some(count) = place.and_then(|it| counts.get_mut(it)) {
                        *count += 1;
                    }
                    text += &one(run, it);
                }
            }
        }
        text.push('\n');
    }
    let counted = Verdict::ALL.iter().zip(counts);
    let counted: Vec<String> =
        counted.map(|(it, n)| format!("{} {n}", names.words(words::verdict(*it)))).collect();
    text + &counted.join(", ") + "\n"
}

fn place(answer: &Answer<'_>) -> String {
    if answer.line > 1 { format!("{}:{}", answer.file, answer.line) } else { answer.file.clone() }
}

fn one(run: &Run<'_>, answer: &Answered<'_>) -> String {
    let (names, check) = (&run.names, answer.check);
    let verdict = names.words(words::verdict(answer.outcome.verdict));
    let severity = names.words(words::severity(check.severity));
    let title = names.prose(check.title);
    let mut text = format!("  {verdict}  {} [{severity}] {title}\n", check.id);
    for line in run.said(answer) {
        text += &format!("    - {line}\n");
    }
    let remedy = names.prose(check.remedy);
    if answer.outcome.verdict == Verdict::Contradicts && !remedy.is_empty() {
        let label = if names.lang == Lang::Ja { "対処" } else { "help" };
        text += &format!("    {label}: {remedy}\n");
    }
    text
}

/// The answers as `kumomori.checks/1`.
pub(super) fn json(run: &Run<'_>) -> String {
    let documents: Vec<Value> = run.answers.iter().map(|it| document(run, it)).collect();
    let whole = json!({ "format": "kumomori.checks/1", "documents": documents });
    format!("{whole:#}\n")
}

fn document(run: &Run<'_>, answer: &Answer<'_>) -> Value {
    let file = place(answer);
    match &answer.asked {
        Err(Refused { problem, at: (line, column) }) => {
            json!({
                "file": file,
                "problem": words::not_asked(run.names.lang, problem),
                "line": line,
                "column": column,
            })
        }
        Ok(asked) => {
            let checks: Vec<Value> = asked.answers.iter().map(|it| result(run, it)).collect();
            json!({
                "file": file,
                "kind": asked.kind.kind.id,
                "collected": asked.origin.collected.map(|it| it.to_string()),
                "tool": asked.origin.tool,
                "checks": checks,
            })
        }
    }
}

fn result(run: &Run<'_>, answer: &Answered<'_>) -> Value {
    let check = answer.check;
    let controls: Vec<Value> = check
        .controls
        .iter()
        .map(|(id, dimension)| json!({ "control": id.as_str(), "aspect": dimension.word() }))
        .collect();
    let leaves: Vec<Value> = answer
        .trace
        .leaves
        .iter()
        .map(|it| {
            json!({
                "path": it.path,
                "operator": it.operator,
                "expected": it.expected,
                "actual": it.actual,
                "is_unknown": it.reason.is_some(),
            })
        })
        .collect();
    json!({
        "check": check.id.as_str(),
        "own": run.own.binary_search(&check.id).is_ok(),
        "severity": check.severity.word(),
        "verdict": answer.outcome.verdict.word(),
        "controls": controls,
        "said": run.said(answer),
        "leaves": leaves,
    })
}

/// The answers as SARIF 2.1.0, contradictions and what is insufficient.
pub(super) fn sarif(run: &Run<'_>) -> String {
    let names = &run.names;
    let rules: Vec<Value> = run.checks.checks.iter().map(|it| rule(names, it)).collect();
    let results: Vec<Value> = run.answers.iter().flat_map(|it| findings(run, it)).collect();
    let whole = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "kumomori",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "results": results,
        }],
    });
    format!("{whole:#}\n")
}

fn rule(names: &Names<'_>, check: &Check) -> Value {
    let mut rule = json!({
        "id": check.id.as_str(),
        "shortDescription": { "text": names.prose(check.title) },
        "properties": { "severity": check.severity.word() },
    });
    let remedy = names.prose(check.remedy);
    if let (Some(rule), false) = (rule.as_object_mut(), remedy.is_empty()) {
        rule.insert("help".to_owned(), json!({ "text": remedy }));
    }
    rule
}

fn findings(run: &Run<'_>, answer: &Answer<'_>) -> Vec<Value> {
    let location = |line: usize, column: usize| {
        json!([{ "physicalLocation": {
            "artifactLocation": { "uri": answer.file.replace('\\', "/") },
            "region": { "startLine": line, "startColumn": column },
        } }])
    };
    match &answer.asked {
        Err(Refused { problem, at: (line, column) }) => {
            let text = words::not_asked(run.names.lang, problem);
            vec![
                json!({ "level": "error", "message": { "text": text }, "locations": location(*line, *column) }),
            ]
        }
        Ok(asked) => {
            let finding = |it: &Answered<'_>| {
                Some(json!({
                    "ruleId": it.check.id.as_str(),
                    "level": level(it)?,
                    "message": { "text": run.said(it).join(" ") },
                    "locations": location(answer.line, 1),
                }))
            };
            asked.answers.iter().filter_map(finding).collect()
        }
    }
}

/// The level of SARIF; none for what supports or does not apply.
fn level(answer: &Answered<'_>) -> Option<&'static str> {
    match answer.outcome.verdict {
        Verdict::Contradicts => Some(match answer.check.severity {
            Severity::Critical | Severity::High => "error",
            Severity::Medium => "warning",
            Severity::Low => "note",
        }),
        Verdict::Insufficient => Some("note"),
        Verdict::Supports | Verdict::NotApplicable => None,
    }
}

/// The answers as `JUnit` XML: one suite a document, one case a check.
pub(super) fn junit(run: &Run<'_>) -> String {
    let mut text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"kumomori\">\n".to_owned();
    for answer in &run.answers {
        let name = escaped(&place(answer));
        match &answer.asked {
            Err(Refused { problem, .. }) => {
                let said = escaped(&words::not_asked(run.names.lang, problem));
                text += &format!(
                    "  <testsuite name=\"{name}\" tests=\"1\" errors=\"1\">\n    <testcase name=\"document\"><error message=\"{said}\"/></testcase>\n  </testsuite>\n"
                );
            }
            Ok(asked) => {
                let count = |verdict| {
                    asked.answers.iter().filter(|it| it.outcome.verdict == verdict).count()
                };
                let (tests, failures) = (asked.answers.len(), count(Verdict::Contradicts));
                let skipped = count(Verdict::Insufficient) + count(Verdict::NotApplicable);
                text += &format!(
                    "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" skipped=\"{skipped}\">\n"
                );
                for it in &asked.answers {
                    text += &case(run, it);
                }
                text += "  </testsuite>\n";
            }
        }
    }
    text + "</testsuites>\n"
}

fn case(run: &Run<'_>, answer: &Answered<'_>) -> String {
    let (id, said) = (escaped(answer.check.id.as_str()), escaped(&run.said(answer).join(" ")));
    let inner = match answer.outcome.verdict {
        Verdict::Contradicts => format!("<failure message=\"{said}\"/>"),
        Verdict::Insufficient | Verdict::NotApplicable => format!("<skipped message=\"{said}\"/>"),
        Verdict::Supports => String::new(),
    };
    format!("    <testcase name=\"{id}\">{inner}</testcase>\n")
}

/// A text as XML has it, which knows no control characters.
fn escaped(text: &str) -> String {
    Html::text(&text.replace(char::is_control, " ")).as_str().to_owned()
}
