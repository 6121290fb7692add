//! Lists, and what is asked of their elements.

use super::{Machine, Truth, reason_of, unknown_of};
use crate::program::{At, Comparison, Macro};
use crate::value::{Reason, Value};
use alloc::rc::Rc;
use alloc::vec::Vec;

/// The elements of a list, one after the other.
type Items<'i, 'a> = &'i mut dyn Iterator<Item = Value<'a>>;

impl<'a> Machine<'a> {
    pub(super) fn index(&mut self, list: At, index: At) -> Value<'a> {
        let (list, index) = (self.value(list), self.value(index));
        let Value::Int(index) = index else { return unknown_of(&[&index]) };
        let Ok(index) = usize::try_from(index) else { return Value::Unknown(Reason::OutOfRange) };
        match list {
            Value::Slots { first, len } if index < len => {
                self.document.value(self.document.slot(first + index))
            }
            Value::List(items) => {
                items.get(index).cloned().unwrap_or(Value::Unknown(Reason::OutOfRange))
            }
            Value::Slots { .. } => Value::Unknown(Reason::OutOfRange),
            other => unknown_of(&[&other]),
        }
    }

    pub(super) fn is_in(&mut self, a: At, b: At) -> Truth {
        let (wanted, list) = (self.value(a), self.value(b));
        if let Value::Unknown(_) | Value::Blank = wanted {
            return Truth::Unknown(reason_of(&[&wanted]));
        }
        match &list {
            Value::Slots { first, len } => {
                let document = self.document;
                let items = (*first..first + len).map(|it| document.value(document.slot(it)));
                self.is_among(&wanted, items)
            }
            Value::List(items) => self.is_among(&wanted, items.iter().cloned()),
            _ => Truth::Unknown(reason_of(&[&list])),
        }
    }

    fn is_among(&mut self, wanted: &Value<'a>, items: impl Iterator<Item = Value<'a>>) -> Truth {
        let mut answer = Truth::No;
        for item in items {
            if let Err(reason) = self.spend(1) {
                return Truth::Unknown(reason);
            }
            match self.compared(Comparison::Equal, wanted, &item) {
                Truth::Yes => return Truth::Yes,
                Truth::No => {}
                unknown @ Truth::Unknown(_) => answer = unknown,
            }
        }
        answer
    }

    /// The elements of a list, or why there are none.
    pub(crate) fn items(&mut self, list: Value<'a>) -> Result<Rc<Vec<Value<'a>>>, Reason> {
        match list {
            Value::Slots { first, len } => {
                self.spend(len)?;
                let slots = first..first + len;
                Ok(Rc::new(slots.map(|it| self.document.value(self.document.slot(it))).collect()))
            }
            Value::List(items) => Ok(items),
            other => Err(reason_of(&[&other])),
        }
    }

    /// Two lists one after the other.
    pub(super) fn joined(&mut self, a: Value<'a>, b: Value<'a>) -> Value<'a> {
        let joined = self.items(a).and_then(|a| {
            let b = self.items(b)?;
            self.spend(a.len() + b.len())?;
            Ok(a.iter().chain(b.iter()).cloned().collect())
        });
        joined.map_or_else(Value::Unknown, list)
    }

    pub(super) fn macro_value(&mut self, kind: Macro, list: At, body: At) -> Value<'a> {
        match self.value(list) {
            Value::Slots { first, len } => {
                let document = self.document;
                let mut items = (first..first + len).map(|it| document.value(document.slot(it)));
                self.of_items(kind, len, &mut items, body)
            }
            Value::List(items) => self.of_items(kind, 0, &mut items.iter().cloned(), body),
            other => unknown_of(&[&other]),
        }
    }

    /// A macro over elements, of which so many may have to be copied.
    fn of_items(&mut self, kind: Macro, len: usize, items: Items<'_, 'a>, body: At) -> Value<'a> {
        if !matches!(kind, Macro::All | Macro::Exists)
            && let Err(reason) = self.spend(len)
        {
            return Value::Unknown(reason);
        }
        match kind {
            Macro::All | Macro::Exists => self.any(kind, items, body).value(),
            Macro::ExistsOne => self.exactly_one(items, body).value(),
            Macro::Filter => self.filtered(items, body),
            Macro::Map => {
                let made = |it: Value<'a>| self.with(it, |it| it.value(body));
                list(items.map(made).collect())
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
    fn any(&mut self, kind: Macro, items: Items<'_, 'a>, body: At) -> Truth {
        let mut fold = Fold::new(kind);
        for item in items {
            let answer = self.with(item, |it| it.truth(body));
            if fold.is_decided_by(answer) {
                break;
            }
        }
        fold.answer
    }

    fn exactly_one(&mut self, items: Items<'_, 'a>, body: At) -> Truth {
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

    fn filtered(&mut self, items: Items<'_, 'a>, body: At) -> Value<'a> {
        let mut kept = Vec::new();
        for item in items {
            match self.with(item.clone(), |it| it.truth(body)) {
                Truth::Yes => kept.push(item),
                Truth::No => {}
                Truth::Unknown(reason) => return Value::Unknown(reason),
            }
        }
        list(kept)
    }
}

/// A list that an expression made.
pub(super) fn list(items: Vec<Value<'_>>) -> Value<'_> {
    Value::List(Rc::new(items))
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
