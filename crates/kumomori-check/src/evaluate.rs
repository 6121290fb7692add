//! The answer of a check: four verdicts, with Kleene's logic of unknowns underneath.

mod count;

use crate::document::{Document, Slot};
use crate::program::{At, Comparison, Conversion, Macro, Op, Policy, Program, Search};
use crate::value::{Reason, Threshold, Value};
use crate::{time, version};
use alloc::vec::Vec;
use core::cmp::Ordering;

/// The most steps of one evaluation.
pub const MAX_STEPS: u32 = 10_000_000;

/// What a document says about a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// It says yes.
    Supports,
    /// It says no.
    Contradicts,
    /// Something that is needed is missing or cannot be used.
    Insufficient,
    /// The question does not arise.
    NotApplicable,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: [Self; 4] =
        [Self::Supports, Self::Contradicts, Self::Insufficient, Self::NotApplicable];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Contradicts => "contradicts",
            Self::Insufficient => "insufficient",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// A verdict, and why it is insufficient if it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// The verdict.
    pub verdict: Verdict,
    /// What is unknown, for an insufficient verdict.
    pub reason: Option<Reason>,
}

/// Yes, no, or unknown with the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    Yes,
    No,
    Unknown(Reason),
}

impl Truth {
    pub(crate) fn of(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }

    fn value<'a>(self) -> Value<'a> {
        match self {
            Self::Yes => Value::Bool(true),
            Self::No => Value::Bool(false),
            Self::Unknown(reason) => Value::Unknown(reason),
        }
    }
}

/// Asks whether something holds of a document, if the question arises at all.
pub fn evaluate(
    when: Option<&Program>,
    expect: &Program,
    document: &Document<'_>,
    policy: &Policy,
) -> Outcome {
    let insufficient = |reason| Outcome { verdict: Verdict::Insufficient, reason: Some(reason) };
    let of = |verdict| Outcome { verdict, reason: None };
    if document.is_empty() {
        return insufficient(Reason::Empty);
    }
    match when.map_or(Truth::Yes, |it| truth(it, document, policy)) {
        Truth::No => return of(Verdict::NotApplicable),
        Truth::Unknown(reason) => return insufficient(reason),
        Truth::Yes => {}
    }
    match truth(expect, document, policy) {
        Truth::Yes => of(Verdict::Supports),
        Truth::No => of(Verdict::Contradicts),
        Truth::Unknown(reason) => insufficient(reason),
    }
}

fn truth(program: &Program, document: &Document<'_>, policy: &Policy) -> Truth {
    let mut machine = Machine::new(program, document, policy);
    machine.truth(program.root())
}

/// One evaluation in progress.
pub(crate) struct Machine<'a> {
    pub(crate) program: &'a Program,
    pub(crate) document: &'a Document<'a>,
    pub(crate) policy: &'a Policy,
    pub(crate) variables: Vec<Value<'a>>,
    steps: u32,
}

impl<'a> Machine<'a> {
    pub(crate) fn new(
        program: &'a Program,
        document: &'a Document<'a>,
        policy: &'a Policy,
    ) -> Self {
        Self { program, document, policy, variables: Vec::new(), steps: MAX_STEPS }
    }

    pub(crate) fn truth(&mut self, at: At) -> Truth {
        match self.value(at) {
            Value::Bool(value) => Truth::of(value),
            Value::Unknown(reason) => Truth::Unknown(reason),
            _ => Truth::Unknown(Reason::WrongType),
        }
    }

    pub(crate) fn value(&mut self, at: At) -> Value<'a> {
        let Some(steps) = self.steps.checked_sub(1) else { return Value::Unknown(Reason::Limit) };
        self.steps = steps;
        let Some(op) = self.program.ops.get(at) else { return Value::Unknown(Reason::WrongType) };
        match op {
            Op::Null => Value::Null,
            Op::Bool(value) => Value::Bool(*value),
            Op::Int(value) => Value::Int(*value),
            Op::Double(value) => Value::Double(*value),
            Op::Text(idx) => Value::Text(self.program.texts.get(*idx).map_or("", |it| it)),
            Op::List(items) => Value::List(items.iter().map(|it| self.value(*it)).collect()),
            Op::Policy(idx) => self.threshold(*idx),
            Op::Document => self.document.value(self.document.root),
            Op::Variable(idx) => {
                self.variables.get(*idx).cloned().unwrap_or(Value::Unknown(Reason::Missing))
            }
            Op::Field { of, slot, .. } => {
                self.field(*of, *slot).map_or_else(Value::Unknown, |it| self.document.value(it))
            }
            Op::Has { of, slot, .. } => self.has(*of, *slot).value(),
            Op::Index(list, index) => self.index(*list, *index),
            Op::Not(of) => match self.truth(*of) {
                Truth::Yes => Value::Bool(false),
                Truth::No => Value::Bool(true),
                Truth::Unknown(reason) => Value::Unknown(reason),
            },
            Op::Minus(of) => self.minus(*of),
            Op::And(a, b) => self.both(*a, *b, Truth::No).value(),
            Op::Or(a, b) => self.both(*a, *b, Truth::Yes).value(),
            Op::Choice(condition, yes, no) => match self.truth(*condition) {
                Truth::Yes => self.value(*yes),
                Truth::No => self.value(*no),
                Truth::Unknown(reason) => Value::Unknown(reason),
            },
            Op::Compare(how, a, b) => {
                let (a, b) = (self.value(*a), self.value(*b));
                compared(*how, &a, &b).value()
            }
            Op::In(a, b) => self.is_in(*a, *b).value(),
            Op::Count(how, a, b) => {
                let (a, b) = (self.value(*a), self.value(*b));
                self.counted(*how, a, b)
            }
            Op::Size(of) => self.size(*of),
            Op::Search(how, of, part) => self.search(*how, *of, *part).value(),
            Op::Convert(how, of) => converted(*how, self.value(*of)),
            Op::Macro { kind, list, body } => self.macro_value(*kind, *list, *body),
        }
    }

    fn threshold(&self, idx: usize) -> Value<'a> {
        match self.policy.thresholds.get(idx).map(|(_, value)| value) {
            None => Value::Unknown(Reason::Missing),
            Some(Threshold::Int(value)) => Value::Int(*value),
            Some(Threshold::Double(value)) => Value::Double(*value),
            Some(Threshold::Text(text)) => Value::Text(text),
            Some(Threshold::Texts(texts)) => {
                Value::List(texts.iter().map(|it| Value::Text(it)).collect())
            }
        }
    }

    fn field(&mut self, of: At, slot: usize) -> Result<Slot, Reason> {
        match self.value(of) {
            Value::Object { first } => Ok(self.document.slot(first + slot)),
            Value::Unknown(reason) => Err(reason),
            _ => Err(Reason::WrongType),
        }
    }

    fn has(&mut self, of: At, slot: usize) -> Truth {
        match self.field(of, slot) {
            Ok(Slot::Missing | Slot::Null) => Truth::No,
            Ok(_) => Truth::Yes,
            Err(reason) => Truth::Unknown(reason),
        }
    }

    fn index(&mut self, list: At, index: At) -> Value<'a> {
        let (list, index) = (self.value(list), self.value(index));
        let Value::Int(index) = index else { return unknown_of(&[index]) };
        let Ok(index) = usize::try_from(index) else { return Value::Unknown(Reason::OutOfRange) };
        match list {
            Value::Slots { first, len } if index < len => {
                self.document.value(self.document.slot(first + index))
            }
            Value::List(items) => {
                items.into_iter().nth(index).unwrap_or(Value::Unknown(Reason::OutOfRange))
            }
            Value::Slots { .. } => Value::Unknown(Reason::OutOfRange),
            other => unknown_of(&[other]),
        }
    }

    fn minus(&mut self, of: At) -> Value<'a> {
        match self.value(of) {
            Value::Int(value) => {
                value.checked_neg().map_or(Value::Unknown(Reason::TooLarge), Value::Int)
            }
            Value::Double(value) => Value::Double(-value),
            Value::Span(value) => Value::Span(-value),
            other => unknown_of(&[other]),
        }
    }

    /// Both of two, where one `decides` alone.
    fn both(&mut self, a: At, b: At, decides: Truth) -> Truth {
        let first = self.truth(a);
        if first == decides {
            return decides;
        }
        let second = self.truth(b);
        match (first, second) {
            (_, second) if second == decides => decides,
            (Truth::Unknown(reason), _) | (_, Truth::Unknown(reason)) => Truth::Unknown(reason),
            (_, second) => second,
        }
    }

    fn size(&mut self, of: At) -> Value<'a> {
        let len = match self.value(of) {
            Value::Slots { len, .. } => len,
            Value::List(items) => items.len(),
            Value::Text(text) => text.chars().count(),
            other => return unknown_of(&[other]),
        };
        Value::Int(i64::try_from(len).unwrap_or(i64::MAX))
    }

    fn search(&mut self, how: Search, of: At, part: At) -> Truth {
        match (self.value(of), self.value(part)) {
            (Value::Text(text), Value::Text(part)) => Truth::of(match how {
                Search::StartsWith => text.starts_with(part),
                Search::EndsWith => text.ends_with(part),
                Search::Contains => text.contains(part),
            }),
            (a, b) => Truth::Unknown(reason_of(&[a, b])),
        }
    }

    fn is_in(&mut self, a: At, b: At) -> Truth {
        let (wanted, list) = (self.value(a), self.value(b));
        if let Value::Unknown(reason) = wanted {
            return Truth::Unknown(reason);
        }
        let Some(items) = self.items(list.clone()) else {
            return Truth::Unknown(reason_of(&[list]));
        };
        let mut answer = Truth::No;
        for item in items {
            match compared(Comparison::Equal, &wanted, &item) {
                Truth::Yes => return Truth::Yes,
                Truth::No => {}
                unknown @ Truth::Unknown(_) => answer = unknown,
            }
        }
        answer
    }

    /// The elements of a list; `None` for anything else.
    pub(crate) fn items(&self, list: Value<'a>) -> Option<Vec<Value<'a>>> {
        match list {
            Value::Slots { first, len } => {
                let slots = first..first + len;
                Some(slots.map(|it| self.document.value(self.document.slot(it))).collect())
            }
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    fn macro_value(&mut self, kind: Macro, list: At, body: At) -> Value<'a> {
        let list = self.value(list);
        if let (Value::Slots { first, len }, Macro::All | Macro::Exists) = (&list, kind) {
            // A list of the document needs no copy.
            let document = self.document;
            let items = (*first..first + len).map(|it| document.value(document.slot(it)));
            return self.any(kind, items, body).value();
        }
        let Some(items) = self.items(list.clone()) else { return unknown_of(&[list]) };
        match kind {
            Macro::All | Macro::Exists => self.any(kind, items, body).value(),
            Macro::ExistsOne => self.exactly_one(items, body).value(),
            Macro::Filter => self.filtered(items, body),
            Macro::Map => {
                Value::List(items.into_iter().map(|it| self.with(it, |m| m.value(body))).collect())
            }
        }
    }

    fn with<T>(&mut self, item: Value<'a>, ask: impl FnOnce(&mut Self) -> T) -> T {
        self.variables.push(item);
        let answer = ask(self);
        self.variables.pop();
        answer
    }

    /// `all` or `exists`.
    fn any(&mut self, kind: Macro, items: impl IntoIterator<Item = Value<'a>>, body: At) -> Truth {
        let mut fold = Fold::new(kind);
        for item in items {
            let answer = self.with(item, |it| it.truth(body));
            if fold.is_decided_by(answer) {
                break;
            }
        }
        fold.answer
    }

    fn exactly_one(&mut self, items: Vec<Value<'a>>, body: At) -> Truth {
        let (mut n_yes, mut unknown) = (0, None);
        for item in items {
            match self.with(item, |it| it.truth(body)) {
                Truth::Yes => n_yes += 1,
                Truth::No => {}
                answer @ Truth::Unknown(_) => unknown = unknown.or(Some(answer)),
            }
        }
        match unknown {
            Some(unknown) if n_yes < 2 => unknown,
            _ => Truth::of(n_yes == 1),
        }
    }

    fn filtered(&mut self, items: Vec<Value<'a>>, body: At) -> Value<'a> {
        let mut kept = Vec::new();
        for item in items {
            match self.with(item.clone(), |it| it.truth(body)) {
                Truth::Yes => kept.push(item),
                Truth::No => {}
                Truth::Unknown(reason) => return Value::Unknown(reason),
            }
        }
        Value::List(kept)
    }
}

/// The running answer of `all` or `exists`.
struct Fold {
    decides: Truth,
    answer: Truth,
}

impl Fold {
    fn new(kind: Macro) -> Self {
        match kind {
            Macro::Exists => Self { decides: Truth::Yes, answer: Truth::No },
            _ => Self { decides: Truth::No, answer: Truth::Yes },
        }
    }

    fn is_decided_by(&mut self, answer: Truth) -> bool {
        let is_limit = answer == Truth::Unknown(Reason::Limit);
        if answer == self.decides || is_limit {
            self.answer = answer;
            return true;
        }
        if matches!((answer, self.answer), (Truth::Unknown(_), Truth::Yes | Truth::No)) {
            self.answer = answer;
        }
        false
    }
}

/// Why values that do not fit together are unknown: the first unknown among them, or their type.
fn reason_of(values: &[Value<'_>]) -> Reason {
    let unknown = values.iter().find_map(|it| match it {
        Value::Unknown(reason) => Some(*reason),
        _ => None,
    });
    unknown.unwrap_or(Reason::WrongType)
}

fn unknown_of<'a>(values: &[Value<'_>]) -> Value<'a> {
    Value::Unknown(reason_of(values))
}

pub(crate) fn compared(how: Comparison, a: &Value<'_>, b: &Value<'_>) -> Truth {
    let is_equality = matches!(how, Comparison::Equal | Comparison::NotEqual);
    if let (Value::Null, other) | (other, Value::Null) = (a, b)
        && is_equality
        && !matches!(other, Value::Unknown(_))
    {
        return Truth::of((*other == Value::Null) == (how == Comparison::Equal));
    }
    match order(a, b) {
        Ok(order) => Truth::of(match how {
            Comparison::Equal => order == Some(Ordering::Equal),
            Comparison::NotEqual => order != Some(Ordering::Equal),
            Comparison::Less => order == Some(Ordering::Less),
            Comparison::LessOrEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            Comparison::Greater => order == Some(Ordering::Greater),
            Comparison::GreaterOrEqual => {
                matches!(order, Some(Ordering::Greater | Ordering::Equal))
            }
        }),
        Err(reason) => Truth::Unknown(reason),
    }
}

fn order(a: &Value<'_>, b: &Value<'_>) -> Result<Option<Ordering>, Reason> {
    Ok(match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
        (Value::Double(a), Value::Double(b)) => a.partial_cmp(b),
        (Value::Int(a), Value::Double(b)) => count::compare(*a, *b),
        (Value::Double(a), Value::Int(b)) => count::compare(*b, *a).map(Ordering::reverse),
        (Value::Text(a), Value::Text(b)) => Some(a.cmp(b)),
        (Value::Bool(a), Value::Bool(b)) => Some(a.cmp(b)),
        (Value::Moment(a), Value::Moment(b)) | (Value::Span(a), Value::Span(b)) => Some(a.cmp(b)),
        (Value::Version(a), Value::Version(b)) => {
            Some(version::compare(a, b).ok_or(Reason::Unreadable)?)
        }
        (a, b) => return Err(reason_of(&[a.clone(), b.clone()])),
    })
}

fn converted(how: Conversion, value: Value<'_>) -> Value<'_> {
    let Value::Text(text) = value else { return unknown_of(&[value]) };
    let converted = match how {
        Conversion::Timestamp => time::moment(text).map(Value::Moment),
        Conversion::Duration => time::span(text).map(Value::Span),
        Conversion::Version => version::Version::from_text(text).map(|_| Value::Version(text)),
    };
    converted.unwrap_or(Value::Unknown(Reason::Unreadable))
}

#[cfg(test)]
mod tests;
