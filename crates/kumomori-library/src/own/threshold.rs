//! Thresholds that a team defines for its own checks.

use super::check::text;
use crate::node::{Node, Value};
use crate::page::{Names, Page};
use crate::problem::{Fault, Kind, Problem};
use crate::source::{Source, Span};
use crate::texts::TextTable;
use kumomori_check::kind::{Holds, Scalar};
use kumomori_check::value::Threshold;
use kumomori_core::checks::PolicyThreshold;
use kumomori_core::id::ThresholdId;
use std::collections::BTreeMap;

pub(crate) const FILE: Names = Names { must: &["thresholds"], may: &[] };
const ENTRY: Names = Names { must: &["id", "value"], may: &["type", "text"] };

/// Adds the thresholds of some files to those of the library; what is wrong with them.
pub(super) fn read(
    sources: &[&Source],
    thresholds: &mut Vec<PolicyThreshold>,
    texts: &mut TextTable,
) -> Vec<Problem> {
    let n_known = thresholds.len();
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    let mut problems = Vec::new();
    for source in sources {
        let mut page = Page::new(source);
        let entries = page.top(FILE).and_then(|mut it| it.take("thresholds"));
        for entry in entries.map(|it| page.list(it)).unwrap_or_default() {
            let Some((at, threshold)) = one(&mut page, entry, texts) else { continue };
            let id = threshold.name.replace('_', "-");
            let fault = if thresholds.iter().take(n_known).any(|it| it.name == threshold.name) {
                Fault::TakenId { kind: Kind::Threshold, id }
            } else if first.contains_key(&threshold.name) {
                Fault::DuplicateId { kind: Kind::Threshold, id }
            } else {
                first.insert(threshold.name.clone(), at);
                thresholds.push(threshold);
                continue;
            };
            let first = first.get(&threshold.name).cloned();
            page.problems.push(Problem { fault, at, first });
        }
        problems.extend(page.problems);
    }
    problems
}

/// One threshold, and the place of its id.
fn one(
    page: &mut Page<'_>,
    entry: Value,
    texts: &mut TextTable,
) -> Option<(Span, PolicyThreshold)> {
    let mut fields = page.fields(entry, ENTRY)?;
    let id = fields.take("id").and_then(|it| page.id::<ThresholdId>(it));
    let holds = fields.take("type").map(|it| holds(page, it));
    let value = fields.take("value");
    let at = value.as_ref().map(|it| page.at(it));
    let value = value.and_then(|it| value_of(page, it));
    let text = match fields.take("text") {
        Some(it) => text(page, it, texts),
        None => Some(texts.add("", "")),
    };
    let (value, at) = (value?, at?);
    if let Some(holds) = holds
        && let Some(expected) = misfit(holds?, &value)
    {
        let fault = Fault::WrongType { expected: expected.to_owned() };
        page.problems.push(Problem::new(fault, at));
        return None;
    }
    let (word, id) = id?;
    let name = id.as_str().replace('-', "_");
    Some((page.at(&word), PolicyThreshold { name, value, text: text? }))
}

fn holds(page: &mut Page<'_>, value: Value) -> Option<Holds> {
    const WORDS: [&str; 8] =
        ["int", "number", "string", "time", "span", "version", "list string", "list country"];
    let idx = page.choice(value, &WORDS)?;
    Holds::from_word(WORDS.get(idx)?)
}

/// The value of a threshold as it is written.
pub(crate) fn value_of(page: &mut Page<'_>, value: Value) -> Option<Threshold> {
    match value.value {
        Node::Int(number) => Some(Threshold::Int(number)),
        Node::Double(number) if number.is_finite() => Some(Threshold::Double(number)),
        Node::Text(text) => Some(Threshold::Text(text)),
        Node::List(items) => {
            let n_items = items.len();
            let texts: Vec<String> =
                items.into_iter().filter_map(|it| Some(page.word(it)?.value)).collect();
            (texts.len() == n_items).then_some(Threshold::Texts(texts))
        }
        _ => {
            page.expect(&value, "a number, a text in quotes or a list of texts");
            None
        }
    }
}

/// What should stand there, when a value is not of a type.
fn misfit(holds: Holds, value: &Threshold) -> Option<&'static str> {
    let fits = match (holds, value) {
        (Holds::One(Scalar::Int), Threshold::Int(_))
        | (Holds::One(Scalar::Number), Threshold::Int(_) | Threshold::Double(_))
        | (Holds::List(_), Threshold::Texts(_)) => true,
        (Holds::One(Scalar::Int | Scalar::Number) | Holds::List(_), _) => false,
        (_, it) => matches!(it, Threshold::Text(_)),
    };
    let expected = match holds {
        Holds::One(Scalar::Int) => "a whole number",
        Holds::One(Scalar::Number) => "a number",
        Holds::List(_) => "a list of texts",
        _ => "a text in quotes",
    };
    (!fits).then_some(expected)
}
