//! What of the document something is, as a path.

use super::{Tracer, Variable};
use crate::evaluate::Truth;
use crate::program::{At, Counting, Macro, Op};
use crate::value::Value;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Where the elements of a list stand.
pub(super) enum Places {
    /// They are the elements of a list of the document.
    Of(String),
    /// Each on its own; `None` for what an expression made.
    Each(Vec<Option<String>>),
}

impl Places {
    /// Where the element at a place in the list stands.
    pub(super) fn get(&self, idx: usize) -> Option<String> {
        match self {
            Self::Of(list) => Some(format!("{list}[{idx}]")),
            Self::Each(places) => places.get(idx).cloned().flatten(),
        }
    }

    fn each(&self, len: usize) -> Vec<Option<String>> {
        (0..len).map(|idx| self.get(idx)).collect()
    }
}

impl Tracer<'_> {
    /// What of the document an operation reads; `None` where it reads nothing of it.
    pub(super) fn path(&mut self, at: At) -> Option<String> {
        match self.machine.program.ops.get(at)? {
            Op::Document => Some(String::new()),
            Op::Variable(idx) => self.variables.get(*idx)?.path.clone(),
            Op::Field { of, field, .. } | Op::Has { of, field, .. } => {
                let name = self.kind.fields.get(*field)?.name.as_str();
                let before = self.path(*of)?;
                Some(if before.is_empty() { name.into() } else { format!("{before}.{name}") })
            }
            Op::Index(list, index) => {
                let Value::Int(idx) = self.machine.value(*index) else { return None };
                self.places(*list).get(usize::try_from(idx).ok()?)
            }
            Op::Convert(_, of) | Op::Size(of) | Op::Minus(of) | Op::Decimal(of) => self.path(*of),
            Op::Count(_, a, b) => self.path(*a).or_else(|| self.path(*b)),
            Op::Choice(condition, yes, no) => match self.machine.truth(*condition) {
                Truth::Yes => self.path(*yes),
                Truth::No => self.path(*no),
                Truth::Unknown(_) => None,
            },
            _ => None,
        }
    }

    /// Where the elements of a list stand.
    pub(super) fn places(&mut self, list: At) -> Places {
        let nowhere = || Places::Each(Vec::new());
        match self.machine.program.ops.get(list) {
            Some(Op::Macro { kind: kind @ (Macro::Filter | Macro::Map), list, body }) => {
                Places::Each(self.places_of_kept(*kind, *list, *body))
            }
            Some(Op::Count(Counting::Add, a, b)) => {
                let [mut first, more] = [*a, *b].map(|it| {
                    let len = self.len(it);
                    self.places(it).each(len)
                });
                first.extend(more);
                Places::Each(first)
            }
            Some(Op::Choice(condition, yes, no)) => match self.machine.truth(*condition) {
                Truth::Yes => self.places(*yes),
                Truth::No => self.places(*no),
                Truth::Unknown(_) => nowhere(),
            },
            Some(Op::List(items)) => Places::Each(items.iter().map(|it| self.path(*it)).collect()),
            _ => self.path(list).map_or_else(nowhere, Places::Of),
        }
    }

    /// Where the elements stand that a filter kept, or of which something else was made.
    fn places_of_kept(&mut self, kind: Macro, list: At, body: At) -> Vec<Option<String>> {
        let (places, is_secret) = (self.places(list), self.is_secret(list));
        let value = self.machine.value(list);
        let Ok(items) = self.machine.items(value) else { return Vec::new() };
        let mut kept = Vec::new();
        for (idx, item) in items.iter().enumerate() {
            let path = places.get(idx);
            self.machine.variables.push(item.clone());
            self.variables.push(Variable { path: path.clone(), is_secret });
            if kind == Macro::Map {
                let path = self.path(body);
                kept.push(path);
            } else if self.machine.truth(body) == Truth::Yes {
                kept.push(path);
            }
            self.variables.pop();
            self.machine.variables.pop();
        }
        kept
    }

    fn len(&mut self, list: At) -> usize {
        match self.machine.value(list) {
            Value::Slots { len, .. } => len,
            Value::List(items) => items.len(),
            _ => 0,
        }
    }
}
