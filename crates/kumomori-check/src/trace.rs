//! Why a check answered as it did: the leaves that decided it.

use crate::document::Document;
use crate::evaluate::{Machine, Truth};
use crate::fault::Span;
use crate::kind::Kind;
use crate::program::{At, Comparison, Macro, Op, Policy, Program};
use crate::value::{Reason, Value};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// How many leaves are told at most.
pub const MAX_LEAVES: usize = 20;

/// One comparison or field that decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Where it stands in the expression.
    pub span: Span,
    /// What of the document it is about, such as `[3].min_version`; empty when nothing is.
    pub path: String,
    /// How actual and expected were compared, such as `>=`; empty for a mere yes or no.
    pub operator: &'static str,
    /// What should be there, as it is written.
    pub expected: Option<String>,
    /// What is there; `None` for what must not be shown.
    pub actual: Option<String>,
    /// What is unknown, if something is.
    pub reason: Option<Reason>,
}

/// The leaves that decided, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trace {
    /// The first of them.
    pub leaves: Vec<Leaf>,
    /// All of them.
    pub n_leaves: usize,
}

/// Tells what decided the answer of a program.
pub fn trace(program: &Program, kind: &Kind, document: &Document<'_>, policy: &Policy) -> Trace {
    let machine = Machine::new(program, document, policy);
    let mut tracer = Tracer { machine, kind, places: Vec::new(), n_told: 0 };
    tracer.whole(program.root())
}

struct Tracer<'a> {
    machine: Machine<'a>,
    kind: &'a Kind,
    /// Where each variable stands.
    places: Vec<Place>,
    n_told: usize,
}

/// An element of a list, by the path of the list.
#[derive(Clone)]
struct Place {
    list: String,
    idx: usize,
}

impl Trace {
    fn one(leaf: Leaf) -> Self {
        Self { leaves: alloc::vec![leaf], n_leaves: 1 }
    }

    fn add(&mut self, other: Self) {
        self.n_leaves += other.n_leaves;
        let room = MAX_LEAVES.saturating_sub(self.leaves.len());
        self.leaves.extend(other.leaves.into_iter().take(room));
    }
}

impl<'a> Tracer<'a> {
    /// What decided the answer of an operation, whatever it is.
    fn whole(&mut self, at: At) -> Trace {
        let answer = self.machine.truth(at);
        self.follow(at, answer)
    }

    /// What decided in a part, if it answers as the whole does.
    fn part(&mut self, at: At, whole: Truth) -> Trace {
        let answer = self.machine.truth(at);
        let is_same = match whole {
            Truth::Unknown(_) => matches!(answer, Truth::Unknown(_)),
            whole => answer == whole,
        };
        if is_same { self.follow(at, answer) } else { Trace::default() }
    }

    fn follow(&mut self, at: At, answer: Truth) -> Trace {
        let program = self.machine.program;
        let Some(op) = program.ops.get(at) else { return Trace::default() };
        match op {
            Op::And(a, b) | Op::Or(a, b) => {
                let mut trace = self.part(*a, answer);
                trace.add(self.part(*b, answer));
                trace
            }
            Op::Not(of) => self.whole(*of),
            Op::Choice(condition, yes, no) => match self.machine.truth(*condition) {
                Truth::Yes => self.whole(*yes),
                Truth::No => self.whole(*no),
                unknown @ Truth::Unknown(_) => self.follow(*condition, unknown),
            },
            Op::Macro { kind: kind @ (Macro::All | Macro::Exists), list, body } => {
                self.elements(answer, *kind, *list, *body, at)
            }
            // Leaves past the most that are told are only counted.
            _ if self.n_told >= MAX_LEAVES => Trace { leaves: Vec::new(), n_leaves: 1 },
            _ => {
                self.n_told += 1;
                Trace::one(self.leaf(at, op, answer))
            }
        }
    }

    /// The elements of a list that decided.
    fn elements(&mut self, answer: Truth, kind: Macro, list: At, body: At, at: At) -> Trace {
        let items = match self.items(list) {
            Ok(items) => items,
            Err(unknown) => return unknown,
        };
        // When every element agrees there is nothing to single out.
        let is_general =
            matches!((kind, answer), (Macro::All, Truth::Yes) | (Macro::Exists, Truth::No));
        if is_general {
            let mut leaf = self.leaf(at, &Op::Null, answer);
            leaf.path = self.path(list);
            leaf.actual = Some(items.len().to_string());
            leaf.operator = if kind == Macro::All { "all" } else { "none" };
            return Trace::one(leaf);
        }
        let mut trace = Trace::default();
        for (place, item) in items {
            trace.add(self.with(place, item, |it| it.part(body, answer)));
        }
        trace
    }

    /// The elements of a list with the place of each, also when a filter chose them; what decided
    /// when nobody knows them.
    fn items(&mut self, list: At) -> Result<Vec<(Place, Value<'a>)>, Trace> {
        let program = self.machine.program;
        if let Some(Op::Macro { kind: Macro::Filter, list, body }) = program.ops.get(list) {
            return self.filtered(*list, *body);
        }
        let value = self.machine.value(list);
        let Some(items) = self.machine.items(value) else {
            let answer = self.machine.truth(list);
            return Err(Trace::one(self.leaf(list, &Op::Null, answer)));
        };
        let list = self.path(list);
        let placed = items.into_iter().enumerate();
        Ok(placed.map(|(idx, it)| (Place { list: list.clone(), idx }, it)).collect())
    }

    fn filtered(&mut self, list: At, body: At) -> Result<Vec<(Place, Value<'a>)>, Trace> {
        let (mut kept, mut unknown) = (Vec::new(), Trace::default());
        for (place, item) in self.items(list)? {
            let (is_kept, why) = self.with(place.clone(), item.clone(), |it| {
                let answer = it.machine.truth(body);
                let is_unknown = matches!(answer, Truth::Unknown(_));
                (answer == Truth::Yes, is_unknown.then(|| it.follow(body, answer)))
            });
            if is_kept {
                kept.push((place, item));
            }
            unknown.add(why.unwrap_or_default());
        }
        if unknown.n_leaves == 0 { Ok(kept) } else { Err(unknown) }
    }

    fn with<T>(&mut self, place: Place, item: Value<'a>, ask: impl FnOnce(&mut Self) -> T) -> T {
        self.machine.variables.push(item);
        self.places.push(place);
        let answer = ask(self);
        self.places.pop();
        self.machine.variables.pop();
        answer
    }

    fn leaf(&mut self, at: At, op: &Op, answer: Truth) -> Leaf {
        let span = self.machine.program.spans.get(at).copied().unwrap_or_default();
        let reason = match answer {
            Truth::Unknown(reason) => Some(reason),
            Truth::No if matches!(op, Op::Has { .. }) => Some(Reason::Missing),
            _ => None,
        };
        let (left, operator, right) = match op {
            Op::Compare(how, a, b) => (*a, sign(*how), Some(*b)),
            Op::In(a, b) => (*a, "in", Some(*b)),
            Op::Search(_, a, b) => (*a, "contains", Some(*b)),
            Op::Has { .. } => (at, "has", None),
            _ => (at, "", None),
        };
        // Whichever side reads the document is the actual one.
        let (left, operator, right) = match right {
            Some(right) if self.path(left).is_empty() && !self.path(right).is_empty() => {
                (right, turned(operator), Some(left))
            }
            right => (left, operator, right),
        };
        let actual = (!self.is_secret(left)).then(|| shown(&self.machine.value(left)));
        let expected = right.map(|it| shown(&self.machine.value(it)));
        Leaf { span, path: self.path(left), operator, expected, actual, reason }
    }

    /// What of the document an operation reads, as a path.
    fn path(&self, at: At) -> String {
        match self.machine.program.ops.get(at) {
            Some(Op::Variable(idx)) => {
                let path = |it: &Place| format!("{}[{}]", it.list, it.idx);
                self.places.get(*idx).map(path).unwrap_or_default()
            }
            Some(Op::Field { of, field, .. } | Op::Has { of, field, .. }) => {
                let name = self.kind.fields.get(*field).map_or("", |it| it.name.as_str());
                let before = self.path(*of);
                if before.is_empty() { name.into() } else { format!("{before}.{name}") }
            }
            Some(
                Op::Convert(_, of)
                | Op::Size(of)
                | Op::Index(of, _)
                | Op::Minus(of)
                | Op::Macro { kind: Macro::Filter, list: of, .. },
            ) => self.path(*of),
            Some(Op::Count(_, a, b)) => {
                let first = self.path(*a);
                if first.is_empty() { self.path(*b) } else { first }
            }
            _ => String::new(),
        }
    }

    fn is_secret(&self, at: At) -> bool {
        match self.machine.program.ops.get(at) {
            Some(Op::Field { field, of, .. }) => {
                self.kind.fields.get(*field).is_some_and(|it| it.is_secret) || self.is_secret(*of)
            }
            Some(Op::Convert(_, of) | Op::Size(of) | Op::Index(of, _)) => self.is_secret(*of),
            _ => false,
        }
    }
}

fn sign(how: Comparison) -> &'static str {
    match how {
        Comparison::Equal => "==",
        Comparison::NotEqual => "!=",
        Comparison::Less => "<",
        Comparison::LessOrEqual => "<=",
        Comparison::Greater => ">",
        Comparison::GreaterOrEqual => ">=",
    }
}

fn turned(operator: &'static str) -> &'static str {
    match operator {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        other => other,
    }
}

/// A value as people write it.
fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Unknown(_) => "-".into(),
        Value::Null => "null".into(),
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::Double(value) => value.to_string(),
        Value::Text(text) | Value::Version(text) => (*text).into(),
        Value::Moment(nanos) => format!("{}s", nanos / 1_000_000_000),
        Value::Span(nanos) => hours(*nanos),
        Value::Slots { len, .. } => format!("({len})"),
        Value::List(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object { .. } => "{}".into(),
    }
}

fn hours(nanos: i128) -> String {
    let minutes = nanos / 60_000_000_000;
    if minutes % 60 == 0 { format!("{}h", minutes / 60) } else { format!("{minutes}m") }
}

#[cfg(test)]
mod tests;
