//! Whether a program that somebody else compiled may be run over a kind.

use super::{At, Counting, Macro, Op, Program};
use crate::kind::{Holds, Kind};
use crate::syntax::MAX_DEPTH;
use alloc::vec;
use alloc::vec::Vec;

/// The most operations within each other: one with a conversion for each level of an expression.
const MAX_LEVELS: usize = 2 * MAX_DEPTH;

/// What is known of a value before any document is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shape {
    /// How many lists stand around it.
    n_lists: usize,
    inner: Inner,
}

/// What stands within the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inner {
    /// No object.
    Other,
    /// What the document is, or its elements are.
    Top,
    /// Objects of a field.
    Of(usize),
}

impl Shape {
    const OTHER: Self = Self { n_lists: 0, inner: Inner::Other };

    fn in_list(self) -> Self {
        Self { n_lists: self.n_lists + 1, ..self }
    }

    fn element(self) -> Self {
        let n_lists = self.n_lists.checked_sub(1);
        n_lists.map_or(Self::OTHER, |n_lists| Self { n_lists, ..self })
    }

    fn common(self, other: Self) -> Self {
        if self == other { self } else { Self::OTHER }
    }
}

impl Program {
    /// Whether it reads fields of a kind only from the objects that have them, names only texts
    /// and variables that are there, and nests no deeper than an expression may.
    ///
    /// Every program that was compiled over the kind does. One that does not could take the value
    /// of one field for that of another, a secret one for one that may be shown.
    pub fn fits(&self, kind: &Kind) -> bool {
        Proof::new(self, kind).holds().is_some()
    }

    /// How many operations stand within each other at most.
    pub fn levels(&self) -> usize {
        let mut levels: Vec<usize> = Vec::new();
        for op in &self.ops {
            let below = op.operands().iter().filter_map(|it| levels.get(*it)).max().copied();
            levels.push(1 + below.unwrap_or_default());
        }
        levels.into_iter().max().unwrap_or_default()
    }
}

/// A walk over the operations, each after all that it reads.
struct Proof<'a> {
    program: &'a Program,
    kind: &'a Kind,
    shapes: Vec<Shape>,
    levels: Vec<usize>,
    // By place: whether the body of a macro over this list begins after it.
    opens: Vec<bool>,
    variables: Vec<Shape>,
}

impl<'a> Proof<'a> {
    fn new(program: &'a Program, kind: &'a Kind) -> Self {
        let mut opens = vec![false; program.ops.len()];
        for op in &program.ops {
            if let Op::Macro { list, .. } = op
                && let Some(opens) = opens.get_mut(*list)
            {
                *opens = true;
            }
        }
        let (shapes, levels, variables) = (Vec::new(), Vec::new(), Vec::new());
        Self { program, kind, shapes, levels, opens, variables }
    }

    fn holds(mut self) -> Option<()> {
        for (at, op) in self.program.ops.iter().enumerate() {
            let level = 1 + op.operands().iter().map(|it| self.level(*it)).max().unwrap_or(0);
            if level > MAX_LEVELS {
                return None;
            }
            let shape = self.shape(op)?;
            self.shapes.push(shape);
            self.levels.push(level);
            if self.opens.get(at).copied()? {
                self.variables.push(shape.element());
            }
        }
        Some(())
    }

    fn level(&self, at: At) -> usize {
        self.levels.get(at).copied().unwrap_or_default()
    }

    fn of(&self, at: At) -> Option<Shape> {
        self.shapes.get(at).copied()
    }

    fn shape(&mut self, op: &Op) -> Option<Shape> {
        Some(match op {
            Op::Text(idx) => self.program.texts.get(*idx).map(|_| Shape::OTHER)?,
            Op::List(items) => {
                let shapes = items.iter().map(|it| self.of(*it));
                let common = |a: Option<Shape>, b| Some(a?.common(b?));
                shapes.reduce(common).unwrap_or(Some(Shape::OTHER))?.in_list()
            }
            Op::Document => {
                let top = Shape { n_lists: 0, inner: Inner::Top };
                if self.kind.is_list { top.in_list() } else { top }
            }
            Op::Variable(idx) => *self.variables.get(*idx)?,
            Op::Field { of, slot, field } => self.field(*of, *slot, *field)?,
            Op::Has { of, slot, field } => self.field(*of, *slot, *field).map(|_| Shape::OTHER)?,
            Op::Index(list, _) => self.of(*list)?.element(),
            // Lists can be added.
            Op::Count(Counting::Add, a, b) => self.of(*a)?.common(self.of(*b)?),
            Op::Choice(_, yes, no) => self.of(*yes)?.common(self.of(*no)?),
            Op::Macro { kind, list, body } => {
                self.variables.pop()?;
                match kind {
                    Macro::Filter => self.of(*list)?,
                    Macro::Map => self.of(*body)?.in_list(),
                    Macro::All | Macro::Exists | Macro::ExistsOne => Shape::OTHER,
                }
            }
            _ => Shape::OTHER,
        })
    }

    fn field(&self, of: At, slot: usize, field: usize) -> Option<Shape> {
        let parent = match self.of(of)? {
            Shape { n_lists: 0, inner: Inner::Top } => None,
            Shape { n_lists: 0, inner: Inner::Of(field) } => Some(field),
            _ => return None,
        };
        if self.kind.children(parent).get(slot) != Some(&field) {
            return None;
        }
        let below = Shape { n_lists: 0, inner: Inner::Of(field) };
        Some(match self.kind.fields.get(field)?.holds {
            Holds::Object => below,
            Holds::Objects => below.in_list(),
            Holds::List(_) => Shape::OTHER.in_list(),
            Holds::One(_) => Shape::OTHER,
        })
    }
}

impl Op {
    /// The places that it reads.
    fn operands(&self) -> Vec<At> {
        match self {
            Self::Null
            | Self::Bool(_)
            | Self::Int(_)
            | Self::Double(_)
            | Self::Text(_)
            | Self::Policy(_)
            | Self::Document
            | Self::Variable(_) => Vec::new(),
            Self::List(items) => items.clone(),
            Self::Field { of, .. }
            | Self::Has { of, .. }
            | Self::Not(of)
            | Self::Minus(of)
            | Self::Decimal(of)
            | Self::Size(of)
            | Self::Convert(_, of) => vec![*of],
            Self::Index(a, b)
            | Self::And(a, b)
            | Self::Or(a, b)
            | Self::In(a, b)
            | Self::Compare(_, a, b)
            | Self::Count(_, a, b)
            | Self::Search(_, a, b)
            | Self::Macro { list: a, body: b, .. } => vec![*a, *b],
            Self::Choice(a, b, c) => vec![*a, *b, *c],
        }
    }
}
