//! Whether a value has a shape, with everything that is wrong.

use crate::diagnostic::{Kind, Problem, Severity};
use crate::excerpt::shown;
use crate::findings::Findings;
use crate::json::{Member, Node, Span, Value};
use crate::nearest::nearest;
use crate::shape::{Case, Field, LADDER, Presence, Shape};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::date::Date;
use kumomori_core::id::ControlId;

/// Reports everything in which a document differs from its shape.
///
/// A document of another format is refused as a whole: `false`, and nothing else is looked at.
pub(crate) fn check_document(node: &Node, shape: &'static Shape, findings: &mut Findings) -> bool {
    if let Shape::Object(fields) = shape {
        for field in *fields {
            if let (Shape::Format(_), Some(format)) = (&field.shape, node.get(field.name)) {
                check(format, &field.shape, findings);
            }
        }
    }
    if findings.has_errors() {
        return false;
    }
    check(node, shape, findings);
    true
}

/// Reports everything in which a value differs from its shape.
pub(crate) fn check(node: &Node, shape: &Shape, findings: &mut Findings) {
    match shape {
        Shape::Nullable(_) if node.value == Value::Null => {}
        Shape::Nullable(shape) => check(node, shape, findings),
        Shape::Format(format) => check_format(node, format, findings),
        _ if node.kind() != kind(shape) => {
            let problem = Problem::WrongType { expected: kind(shape), found: node.kind() };
            findings.add(node.span, problem);
        }
        Shape::Object(fields) => check_fields(node, &[fields], findings),
        Shape::Tagged { tag, cases, .. } => check_tagged(node, tag, cases, findings),
        Shape::Ladder => check_ladder(node, findings),
        Shape::Array { items, min, max } => check_items(node, items, (*min, *max), findings),
        Shape::Set { items, min, max } => {
            check_items(node, items, (*min, *max), findings);
            check_distinct(node, findings);
        }
        Shape::Boolean => {}
        Shape::Integer { min, max } => check_integer(node, (*min, *max), findings),
        Shape::Text { .. }
        | Shape::Id
        | Shape::Date
        | Shape::Moment
        | Shape::Hash
        | Shape::Decimal => {
            check_text(node, shape, findings);
        }
        Shape::Choice(choices) => check_choice(node, choices, findings),
    }
}

fn kind(shape: &Shape) -> Kind {
    match shape {
        Shape::Object(_) | Shape::Tagged { .. } | Shape::Ladder => Kind::Object,
        Shape::Array { .. } | Shape::Set { .. } => Kind::List,
        Shape::Integer { .. } => Kind::Number,
        Shape::Boolean => Kind::Boolean,
        Shape::Nullable(shape) => kind(shape),
        Shape::Text { .. }
        | Shape::Id
        | Shape::Date
        | Shape::Moment
        | Shape::Hash
        | Shape::Decimal
        | Shape::Choice(_)
        | Shape::Format(_) => Kind::Text,
    }
}

fn check_format(node: &Node, format: &'static str, findings: &mut Findings) {
    let Some(found) = node.text() else { return check(node, &Shape::TEXT, findings) };
    if found == format {
        return;
    }
    let name = |it: &str| it.rsplit_once('/').map(|(name, _)| name.len());
    let is_version = name(found).is_some_and(|len| found.get(..=len) == format.get(..=len));
    let (found, expected) = (shown(found), format);
    findings.add(
        node.span,
        if is_version {
            Problem::OtherVersion { found, expected }
        } else {
            Problem::OtherFormat { found, expected }
        },
    );
}

fn check_fields(node: &Node, fields: &[&[Field]], findings: &mut Findings) {
    let known = || fields.iter().copied().flatten();
    let seen = first_of_each(node.members().iter().map(|it| (it.key.as_str(), it.key_span)));
    let free: Vec<&str> = known().map(|it| it.name).filter(|it| !seen.contains_key(it)).collect();
    for Member { key, key_span, value } in node.members() {
        if let Some(first) = seen.get(key.as_str()).filter(|it| *it != key_span) {
            findings.add_related(*key_span, Problem::DuplicateKey { name: shown(key) }, *first);
        } else if let Some(field) = known().find(|it| it.name == key) {
            check(value, &field.shape, findings);
        } else {
            let has_room = findings.has_room(Severity::Error);
            let nearest = has_room.then(|| nearest(key, free.iter().copied())).flatten();
            findings.add(*key_span, Problem::UnknownField { name: shown(key), nearest });
        }
    }
    for field in known().filter(|it| it.presence == Presence::Required) {
        if !seen.contains_key(field.name) {
            findings.add(opening(node), Problem::MissingField { name: field.name });
        }
    }
}

/// The first span of each name.
fn first_of_each<'a>(named: impl Iterator<Item = (&'a str, Span)>) -> BTreeMap<&'a str, Span> {
    let mut first = BTreeMap::new();
    for (name, span) in named {
        first.entry(name).or_insert(span);
    }
    first
}

/// The brace that opens an object: where a missing field is shown.
fn opening(node: &Node) -> Span {
    Span { start: node.span.start, end: node.span.end.min(node.span.start + 1) }
}

fn check_tagged(node: &Node, tag: &'static str, cases: &'static [Case], findings: &mut Findings) {
    let Some(found) = node.get(tag) else {
        return findings.add(opening(node), Problem::MissingField { name: tag });
    };
    let own = [Field::required(tag, Shape::TEXT, "")];
    match found.text().map(|text| cases.iter().find(|it| it.tag == text)) {
        None => check(found, &Shape::TEXT, findings),
        Some(None) => add_unknown_value(found, cases.iter().map(|it| it.tag).collect(), findings),
        Some(Some(case)) => check_fields(node, &[&own, case.fields], findings),
    }
}

fn add_unknown_value(node: &Node, choices: Vec<&'static str>, findings: &mut Findings) {
    let found = node.text().unwrap_or_default();
    let has_room = findings.has_room(Severity::Error);
    let nearest = has_room.then(|| nearest(found, choices.iter().copied())).flatten();
    findings.add(node.span, Problem::UnknownValue { found: shown(found), choices, nearest });
}

fn check_ladder(node: &Node, findings: &mut Findings) {
    check_fields(node, &[LADDER], findings);
    let key = |name| node.members().iter().find(|it| it.key == name).map(|it| it.key_span);
    match (key("level"), key("rungs")) {
        (Some(level), Some(rungs)) => {
            findings.add_related(level, Problem::LevelAndRungs, rungs);
        }
        (None, None) => findings.add(opening(node), Problem::MissingField { name: "rungs" }),
        _ => {}
    }
}

fn check_items(node: &Node, shape: &Shape, (min, max): (usize, usize), findings: &mut Findings) {
    let found = node.items().len();
    if !(min..=max).contains(&found) {
        findings.add(node.span, Problem::WrongLength { found, min, max });
    }
    for item in node.items() {
        check(item, shape, findings);
    }
}

fn check_distinct(node: &Node, findings: &mut Findings) {
    let named = || node.items().iter().filter_map(|it| Some((it.text()?, it.span)));
    let seen = first_of_each(named());
    for (text, span) in named() {
        if let Some(first) = seen.get(text).filter(|it| **it != span) {
            findings.add_related(span, Problem::DuplicateItem { item: shown(text) }, *first);
        }
    }
}

fn check_integer(node: &Node, (min, max): (u32, u32), findings: &mut Findings) {
    let Value::Number(raw) = &node.value else { return };
    if raw.contains(['.', 'e', 'E']) {
        findings.add(node.span, Problem::NotWhole { found: shown(raw) });
    } else if raw.starts_with('-') || !node.whole().is_some_and(|it| (min..=max).contains(&it)) {
        findings.add(node.span, Problem::OutOfRange { found: shown(raw), min, max });
    }
}

fn check_choice(node: &Node, choices: &'static [&'static str], findings: &mut Findings) {
    if !node.text().is_some_and(|it| choices.contains(&it)) {
        add_unknown_value(node, choices.into(), findings);
    }
}

fn check_text(node: &Node, shape: &Shape, findings: &mut Findings) {
    let Some(text) = node.text() else { return };
    let found = || shown(text);
    let problem = match shape {
        Shape::Id if text.parse::<ControlId>().is_err() => Problem::MalformedId { found: found() },
        Shape::Date if text.parse::<Date>().is_err() => Problem::MalformedDate { found: found() },
        Shape::Moment if !is_moment(text) => Problem::MalformedMoment { found: found() },
        Shape::Hash if !is_hash(text) => Problem::MalformedHash { found: found() },
        Shape::Decimal if !is_decimal(text) => Problem::MalformedDecimal { found: found() },
        Shape::Text { max } if text.len() > *max && text.chars().count() > *max => {
            Problem::TextTooLong { found: text.chars().count(), limit: *max }
        }
        _ => return,
    };
    findings.add(node.span, problem);
}

/// Whether a text is a moment such as `2026-11-22T09:05:00+09:00`.
fn is_moment(text: &str) -> bool {
    const ZONES: [&str; 3] = ["Z", "+00:00", "-00:00"];
    let Some((day, rest)) = text.split_once('T') else { return false };
    let zeros = rest.chars().map(|it| if it.is_ascii_digit() { '0' } else { it });
    let form: String = zeros.collect();
    let is_form = form.strip_prefix("00:00:00").is_some_and(|it| ZONES.contains(&it));
    let fields = || rest.split([':', 'Z', '+', '-']).zip(["24", "60", "61", "24", "60"]);
    day.parse::<Date>().is_ok() && is_form && fields().all(|(field, limit)| field < limit)
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_decimal(text: &str) -> bool {
    text.split_once('.').is_some_and(|(whole, rest)| {
        let is_digits = |it: &str| it.bytes().all(|b| b.is_ascii_digit());
        (1..=9).contains(&whole.len()) && rest.len() == 4 && is_digits(whole) && is_digits(rest)
    })
}
