//! One leaf: what is there, and what should be.

use super::{Leaf, Tracer};
use crate::evaluate::Truth;
use crate::program::{At, Comparison, Op, Search};
use crate::time;
use crate::value::{Reason, Value};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// How many characters of a value of the wrong type are told at most.
const MAX_EXCERPT: usize = 40;

impl Tracer<'_> {
    pub(super) fn leaf(&mut self, at: At, op: &Op, answer: Truth) -> Leaf {
        let span = self.machine.program.spans.get(at).copied().unwrap_or_default();
        let reason = match answer {
            Truth::Unknown(reason) => Some(reason),
            Truth::No if matches!(op, Op::Has { .. }) => Some(Reason::Missing),
            _ => None,
        };
        let (left, sign, right) = match op {
            Op::Compare(how, a, b) => (*a, Sign::Compare(*how), Some(*b)),
            Op::In(a, b) => (*a, Sign::In, Some(*b)),
            Op::Search(how, a, b) => (*a, Sign::Search(*how), Some(*b)),
            Op::Has { .. } => (at, Sign::Has, None),
            _ => (at, Sign::None, None),
        };
        // Whichever side reads the document is the actual one.
        let (left, sign, right) = match right {
            Some(right) if self.path(left).is_none() && self.path(right).is_some() => {
                (right, sign.turned(), Some(left))
            }
            right => (left, sign, right),
        };
        let path = self.path(left).unwrap_or_default();
        let actual = (!self.is_secret(left)).then(|| self.told(left));
        let expected = right.filter(|it| !self.is_secret(*it)).map(|it| self.told(it));
        let operator = sign.word(self.is_negated);
        Leaf { span, path, operator, expected, actual, reason }
    }

    /// A value as it is written, also where it is not what its field holds.
    fn told(&mut self, at: At) -> String {
        if let Some(Op::Convert(_, text)) = self.machine.program.ops.get(at) {
            return self.told(*text);
        }
        let value = self.machine.value(at);
        if let (Value::Unknown(_), Some(Op::Field { of, slot, .. })) =
            (&value, self.machine.program.ops.get(at))
            && let Some(written) = self.machine.written(*of, *slot)
        {
            return excerpt(written);
        }
        if let Value::Slots { .. } = value
            && let Ok(items) = self.machine.items(value.clone())
            && !items.iter().any(|it| matches!(it, Value::Object { .. }))
        {
            return beginning(&shown(&Value::List(items)));
        }
        shown(&value)
    }

    /// Whether anything that an operation reads must not be shown.
    pub(super) fn is_secret(&self, at: At) -> bool {
        let is_any = |of: &[At]| of.iter().any(|it| self.is_secret(*it));
        match self.machine.program.ops.get(at) {
            Some(Op::Field { field, of, .. }) => {
                self.kind.fields.get(*field).is_some_and(|it| it.is_secret) || self.is_secret(*of)
            }
            Some(Op::Variable(idx)) => self.variables.get(*idx).is_some_and(|it| it.is_secret),
            Some(
                Op::Not(of) | Op::Minus(of) | Op::Decimal(of) | Op::Size(of) | Op::Convert(_, of),
            ) => self.is_secret(*of),
            Some(
                Op::And(a, b)
                | Op::Or(a, b)
                | Op::Index(a, b)
                | Op::Compare(_, a, b)
                | Op::In(a, b)
                | Op::Count(_, a, b)
                | Op::Search(_, a, b)
                | Op::Macro { list: a, body: b, .. },
            ) => is_any(&[*a, *b]),
            Some(Op::Choice(a, b, c)) => is_any(&[*a, *b, *c]),
            Some(Op::List(items)) => is_any(items),
            _ => false,
        }
    }
}

/// How actual and expected are compared.
#[derive(Clone, Copy)]
enum Sign {
    None,
    Has,
    Compare(Comparison),
    In,
    Search(Search),
}

impl Sign {
    /// The same with both sides changed over.
    fn turned(self) -> Self {
        match self {
            Self::Compare(Comparison::Less) => Self::Compare(Comparison::Greater),
            Self::Compare(Comparison::LessOrEqual) => Self::Compare(Comparison::GreaterOrEqual),
            Self::Compare(Comparison::Greater) => Self::Compare(Comparison::Less),
            Self::Compare(Comparison::GreaterOrEqual) => Self::Compare(Comparison::LessOrEqual),
            Self::In => Self::Search(Search::Contains),
            other => other,
        }
    }

    /// What is needed, or its opposite.
    fn word(self, is_negated: bool) -> &'static str {
        let [word, negated] = match self {
            Self::None => ["", ""],
            Self::Has => ["has", "not has"],
            Self::Compare(Comparison::Equal) => ["==", "!="],
            Self::Compare(Comparison::NotEqual) => ["!=", "=="],
            Self::Compare(Comparison::Less) => ["<", ">="],
            Self::Compare(Comparison::LessOrEqual) => ["<=", ">"],
            Self::Compare(Comparison::Greater) => [">", "<="],
            Self::Compare(Comparison::GreaterOrEqual) => [">=", "<"],
            Self::In => ["in", "not in"],
            Self::Search(Search::StartsWith) => ["startsWith", "not startsWith"],
            Self::Search(Search::EndsWith) => ["endsWith", "not endsWith"],
            Self::Search(Search::Contains) => ["contains", "not contains"],
        };
        if is_negated { negated } else { word }
    }
}

/// A value as people write it.
fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Unknown(_) => "-".into(),
        Value::Null | Value::Blank => "null".into(),
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::Double(value) => value.to_string(),
        Value::Text(text) | Value::Version(text) => (*text).into(),
        Value::Moment(nanos) => time::moment_text(*nanos),
        Value::Span(nanos) => time::span_text(*nanos),
        Value::Slots { len, .. } => format!("({len})"),
        Value::List(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object { .. } => "{}".into(),
    }
}

/// A value as it stands in the document: what has parts is not told, they may be secret.
fn excerpt(written: &str) -> String {
    if written.starts_with('{') {
        return "{…}".into();
    }
    if written.starts_with('[') {
        return "[…]".into();
    }
    beginning(written)
}

fn beginning(text: &str) -> String {
    match text.char_indices().nth(MAX_EXCERPT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.into(),
    }
}
