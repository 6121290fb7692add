//! Why a check answered as it did: the leaves that decided it.

mod leaf;
mod place;

use crate::document::Document;
use crate::evaluate::{MAX_STEPS, Machine, Truth};
use crate::fault::Span;
use crate::kind::Kind;
use crate::program::{At, Macro, Op, Policy, Program};
use crate::value::{Reason, Value};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// How many leaves are told at most.
pub const MAX_LEAVES: usize = 20;
/// More levels than an expression has.
const MAX_LEVELS: u32 = 40;

/// One comparison or field that decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Where it stands in the expression; nowhere when the program was read from code.
    pub span: Span,
    /// What of the document it is about, such as `[3].min_version`; empty when nothing is.
    pub path: String,
    /// How actual and expected were compared, such as `>=`; empty for a mere yes or no.
    pub operator: &'static str,
    /// What should be there, as it is written; `None` for a mere yes or no, and for what must not
    /// be shown.
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
    let mut tracer = Tracer { machine, kind, variables: Vec::new(), is_negated: false, n_told: 0 };
    let root = program.root();
    let answer = tracer.machine.truth(root);
    if answer == Truth::Unknown(Reason::Limit) {
        return Trace::one(tracer.leaf(root, &Op::Null, answer));
    }
    // Each level asks once more what the levels above it asked.
    tracer.machine.allow(MAX_STEPS.saturating_mul(MAX_LEVELS));
    tracer.follow(root, answer)
}

struct Tracer<'a> {
    machine: Machine<'a>,
    kind: &'a Kind,
    variables: Vec<Variable>,
    /// Whether what is looked at must not hold.
    is_negated: bool,
    n_told: usize,
}

/// Where the variable of a macro stands in the document.
struct Variable {
    path: Option<String>,
    is_secret: bool,
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
        self.same(at, whole).map_or_else(Trace::default, |answer| self.follow(at, answer))
    }

    /// The answer of a part, if it is that of the whole.
    fn same(&mut self, at: At, whole: Truth) -> Option<Truth> {
        let answer = self.machine.truth(at);
        let is_same = match whole {
            Truth::Unknown(_) => matches!(answer, Truth::Unknown(_)),
            whole => answer == whole,
        };
        is_same.then_some(answer)
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
            Op::Not(of) => {
                self.is_negated ^= true;
                let trace = self.whole(*of);
                self.is_negated ^= true;
                trace
            }
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
        let value = self.machine.value(list);
        let Ok(items) = self.machine.items(value) else { return self.unknown(list, answer) };
        // When every element agrees there is nothing to single out.
        let is_general =
            matches!((kind, answer), (Macro::All, Truth::Yes) | (Macro::Exists, Truth::No));
        if is_general {
            let n = items.len();
            let mut leaf = self.leaf(at, &Op::Null, answer);
            leaf.path = self.path(list).unwrap_or_default();
            leaf.actual = Some(n.to_string());
            leaf.operator = if kind == Macro::All { "all" } else { "none" };
            return Trace::one(leaf);
        }
        self.each(list, &items, body, answer)
    }

    /// Why nobody knows the elements of a list: what a filter could not decide, or the list itself.
    fn unknown(&mut self, list: At, answer: Truth) -> Trace {
        let program = self.machine.program;
        if let Some(Op::Macro { kind: Macro::Filter, list: of, body }) = program.ops.get(list) {
            let value = self.machine.value(*of);
            let Ok(items) = self.machine.items(value) else { return self.unknown(*of, answer) };
            return self.each(*of, &items, *body, answer);
        }
        Trace::one(self.leaf(list, &Op::Null, answer))
    }

    /// The elements for which a part answers as the whole does.
    fn each(&mut self, list: At, items: &[Value<'a>], body: At, answer: Truth) -> Trace {
        let is_secret = self.is_secret(list);
        let (mut trace, places) = (Trace::default(), self.places(list));
        for (idx, item) in items.iter().enumerate() {
            self.machine.variables.push(item.clone());
            // Only elements that decided need a path.
            if let Some(answer) = self.same(body, answer) {
                self.variables.push(Variable { path: places.get(idx), is_secret });
                trace.add(self.follow(body, answer));
                self.variables.pop();
            }
            self.machine.variables.pop();
        }
        trace
    }
}

#[cfg(test)]
mod tests;
