//! Rules as text, in the form of `opa fmt`.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What must hold for a rule, line by line.
pub(super) type Body = Vec<Line>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    Text(String),
    /// `every` with what stands after it, and what must hold of each element.
    Every(String, Body),
}

/// Words of Rego.
const KEYWORDS: [&str; 15] = [
    "as", "contains", "default", "else", "every", "false", "if", "import", "in", "not", "null",
    "package", "some", "true", "with",
];

/// Names that stand for something else in the modules.
const TAKEN: [&str; 23] = [
    "applies",
    "array",
    "asked",
    "broken",
    "check",
    "count",
    "data",
    "document",
    "endswith",
    "excluded",
    "fails",
    "holds",
    "input",
    "known",
    "lib",
    "policy",
    "sprintf",
    "startswith",
    "value",
    "verdict",
    "violation",
    "when_known",
    "when_value",
];

pub(super) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// Whether a variable cannot have a name.
pub(super) fn is_reserved(name: &str) -> bool {
    is_keyword(name) || TAKEN.contains(&name)
}

/// A rule with a head and a body, and a line break at its end.
pub(super) fn rule(head: &str, body: &[Line]) -> String {
    match body {
        [Line::Text(line)] => format!("{head} if {line}\n"),
        lines => format!("{head} if {{\n{}}}\n", indented(lines, 1)),
    }
}

fn indented(lines: &[Line], depth: usize) -> String {
    let tabs = "\t".repeat(depth);
    let lines = lines.iter().map(|line| match line {
        Line::Text(text) => format!("{tabs}{text}\n"),
        Line::Every(head, body) => {
            format!("{tabs}every {head} {{\n{}{tabs}}}\n", indented(body, depth + 1))
        }
    });
    lines.collect()
}
