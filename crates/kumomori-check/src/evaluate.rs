//! The answer of a check: four verdicts, with Kleene's logic of unknowns underneath.

mod compare;
mod count;
mod list;

use crate::document::{Document, Slot};
use crate::program::{At, Op, Policy, Program, Search};
use crate::value::{Reason, Threshold, Value};
use alloc::vec::Vec;
use list::list;

/// The most steps of one evaluation.
pub const MAX_STEPS: u32 = 10_000_000;
/// How much of a text is looked through in one step.
const BYTES_PER_STEP: usize = 64;

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

/// The variables of the macros that are being asked, the outermost first.
///
/// Most questions have one variable at a time, and that one needs no allocation.
#[derive(Default)]
pub(crate) struct Variables<'a> {
    outermost: Option<Value<'a>>,
    others: Vec<Value<'a>>,
}

impl<'a> Variables<'a> {
    pub(crate) fn push(&mut self, value: Value<'a>) {
        match &self.outermost {
            None => self.outermost = Some(value),
            Some(_) => self.others.push(value),
        }
    }

    pub(crate) fn pop(&mut self) {
        if self.others.pop().is_none() {
            self.outermost = None;
        }
    }

    fn get(&self, idx: usize) -> Option<&Value<'a>> {
        idx.checked_sub(1).map_or(self.outermost.as_ref(), |idx| self.others.get(idx))
    }
}

/// One evaluation in progress.
pub(crate) struct Machine<'a> {
    pub(crate) program: &'a Program,
    pub(crate) document: &'a Document<'a>,
    pub(crate) policy: &'a Policy,
    pub(crate) variables: Variables<'a>,
    steps: u32,
}

impl<'a> Machine<'a> {
    pub(crate) fn new(
        program: &'a Program,
        document: &'a Document<'a>,
        policy: &'a Policy,
    ) -> Self {
        Self { program, document, policy, variables: Variables::default(), steps: MAX_STEPS }
    }

    pub(crate) fn truth(&mut self, at: At) -> Truth {
        match self.program.ops.get(at) {
            Some(op) if op.is_question() => match self.spend(1) {
                Ok(()) => self.answer(op),
                Err(reason) => Truth::Unknown(reason),
            },
            _ => truth_in(&self.value(at)),
        }
    }

    /// Allows so many steps from here on.
    pub(crate) fn allow(&mut self, steps: u32) {
        self.steps = steps;
    }

    /// What is written in a field that holds something else.
    pub(crate) fn written(&mut self, of: At, slot: usize) -> Option<&'a str> {
        match self.field(of, slot) {
            Ok(Slot::Other { part, .. }) => part.of(self.document.text),
            _ => None,
        }
    }

    /// Takes as many steps as there are to do.
    fn spend(&mut self, n: usize) -> Result<(), Reason> {
        let left = u32::try_from(n).ok().and_then(|n| self.steps.checked_sub(n));
        self.steps = left.unwrap_or_default();
        left.map(|_| ()).ok_or(Reason::Limit)
    }

    /// Takes the steps of looking through texts.
    fn spend_on(&mut self, bytes: usize) -> Result<(), Reason> {
        self.spend(bytes / BYTES_PER_STEP)
    }

    /// The answer of a question, without a value around it.
    fn answer(&mut self, op: &'a Op) -> Truth {
        match op {
            Op::Field { of, slot, .. } => match self.field(*of, *slot) {
                Ok(Slot::Bool(value)) => Truth::of(value),
                Ok(slot) => truth_in(&self.document.value(slot)),
                Err(reason) => Truth::Unknown(reason),
            },
            Op::Has { of, slot, .. } => self.has(*of, *slot),
            Op::Not(of) => match self.truth(*of) {
                Truth::Yes => Truth::No,
                Truth::No => Truth::Yes,
                unknown @ Truth::Unknown(_) => unknown,
            },
            Op::And(a, b) => self.both(*a, *b, Truth::No),
            Op::Or(a, b) => self.both(*a, *b, Truth::Yes),
            Op::Compare(how, a, b) => {
                let (a, b) = (self.value(*a), self.value(*b));
                self.compared(*how, &a, &b)
            }
            Op::In(a, b) => self.is_in(*a, *b),
            Op::Search(how, of, part) => self.search(*how, *of, *part),
            _ => Truth::Unknown(Reason::WrongType),
        }
    }

    pub(crate) fn value(&mut self, at: At) -> Value<'a> {
        if let Err(reason) = self.spend(1) {
            return Value::Unknown(reason);
        }
        let Some(op) = self.program.ops.get(at) else { return Value::Unknown(Reason::WrongType) };
        match op {
            Op::Null => Value::Null,
            Op::Bool(value) => Value::Bool(*value),
            Op::Int(value) => Value::Int(*value),
            Op::Double(value) => Value::Double(*value),
            Op::Text(idx) => Value::Text(self.program.texts.get(*idx).map_or("", |it| it)),
            Op::List(items) => list(items.iter().map(|it| self.value(*it)).collect()),
            Op::Policy(idx) => self.threshold(*idx),
            Op::Document => self.document.value(self.document.root),
            Op::Variable(idx) => self.variable(*idx).clone(),
            Op::Field { of, slot, .. } => {
                self.field(*of, *slot).map_or_else(Value::Unknown, |it| self.document.value(it))
            }
            Op::Index(list, index) => self.index(*list, *index),
            Op::Minus(of) => self.minus(*of),
            Op::Decimal(of) => count::decimal_of(self.value(*of)),
            Op::Choice(condition, yes, no) => match self.truth(*condition) {
                Truth::Yes => self.value(*yes),
                Truth::No => self.value(*no),
                Truth::Unknown(reason) => Value::Unknown(reason),
            },
            Op::Count(how, a, b) => {
                let (a, b) = (self.value(*a), self.value(*b));
                self.counted(*how, a, b)
            }
            Op::Size(of) => self.size(*of),
            Op::Convert(how, of) => self.converted(*how, *of),
            Op::Macro { kind, list, body } => self.macro_value(*kind, *list, *body),
            question => self.answer(question).value(),
        }
    }

    fn variable(&self, idx: usize) -> &Value<'a> {
        self.variables.get(idx).unwrap_or(&Value::Unknown(Reason::Missing))
    }

    fn threshold(&mut self, idx: usize) -> Value<'a> {
        match self.policy.thresholds.get(idx).map(|(_, value)| value) {
            None => Value::Unknown(Reason::Missing),
            Some(Threshold::Int(value)) => Value::Int(*value),
            Some(Threshold::Double(value)) => Value::Double(*value),
            Some(Threshold::Text(text)) => Value::Text(text),
            Some(Threshold::Texts(texts)) => match self.spend(texts.len()) {
                Ok(()) => list(texts.iter().map(|it| Value::Text(it)).collect()),
                Err(reason) => Value::Unknown(reason),
            },
        }
    }

    fn field(&mut self, of: At, slot: usize) -> Result<Slot, Reason> {
        let first = match self.program.ops.get(of) {
            // Most fields are those of an element: no need to copy it.
            Some(Op::Variable(idx)) => {
                self.spend(1)?;
                first_slot(self.variable(*idx))
            }
            _ => first_slot(&self.value(of)),
        }?;
        Ok(self.document.slot(first + slot))
    }

    fn has(&mut self, of: At, slot: usize) -> Truth {
        match self.field(of, slot) {
            Ok(Slot::Missing | Slot::Null) => Truth::No,
            Ok(_) => Truth::Yes,
            Err(reason) => Truth::Unknown(reason),
        }
    }

    fn minus(&mut self, of: At) -> Value<'a> {
        match self.value(of) {
            Value::Int(value) => {
                value.checked_neg().map_or(Value::Unknown(Reason::TooLarge), Value::Int)
            }
            Value::Double(value) => Value::Double(-value),
            Value::Span(value) => Value::Span(-value),
            other => unknown_of(&[&other]),
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
            Value::Text(text) => match self.spend_on(text.len()) {
                Ok(()) => text.chars().count(),
                Err(reason) => return Value::Unknown(reason),
            },
            other => return unknown_of(&[&other]),
        };
        Value::Int(i64::try_from(len).unwrap_or(i64::MAX))
    }

    fn search(&mut self, how: Search, of: At, part: At) -> Truth {
        match (self.value(of), self.value(part)) {
            (Value::Text(text), Value::Text(part)) => {
                if let Err(reason) = self.spend_on(text.len() + part.len()) {
                    return Truth::Unknown(reason);
                }
                Truth::of(match how {
                    Search::StartsWith => text.starts_with(part),
                    Search::EndsWith => text.ends_with(part),
                    Search::Contains => text.contains(part),
                })
            }
            (a, b) => Truth::Unknown(reason_of(&[&a, &b])),
        }
    }
}

impl Op {
    /// Whether [`Machine::answer`] knows the answer, where a yes or no is wanted.
    fn is_question(&self) -> bool {
        matches!(
            self,
            Self::Field { .. }
                | Self::Has { .. }
                | Self::Not(_)
                | Self::And(..)
                | Self::Or(..)
                | Self::Compare(..)
                | Self::In(..)
                | Self::Search(..)
        )
    }
}

fn truth_in(value: &Value<'_>) -> Truth {
    match value {
        Value::Bool(value) => Truth::of(*value),
        other => Truth::Unknown(reason_of(&[other])),
    }
}

fn first_slot(object: &Value<'_>) -> Result<usize, Reason> {
    match object {
        Value::Object { first } => Ok(*first),
        other => Err(reason_of(&[other])),
    }
}

/// Why values that do not fit together are unknown: the first unknown among them, or their type.
fn reason_of(values: &[&Value<'_>]) -> Reason {
    let unknown = values.iter().find_map(|it| match it {
        Value::Unknown(reason) => Some(*reason),
        Value::Blank => Some(Reason::Missing),
        _ => None,
    });
    unknown.unwrap_or(Reason::WrongType)
}

fn unknown_of<'a>(values: &[&Value<'_>]) -> Value<'a> {
    Value::Unknown(reason_of(values))
}

#[cfg(test)]
mod tests;
