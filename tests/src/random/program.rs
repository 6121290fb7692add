//! Random well-typed programs over a kind.

mod literal;
mod reads;
mod truth;
mod worth;

use super::choices::Choices;
use crate::naive_check::{Expr, Operator};
use kumomori_check::kind::{Kind, Scalar};
use reads::Read;

/// What an expression is worth.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type {
    Bool,
    Int,
    Number,
    Text,
    /// A text that has to be converted first.
    Raw(Scalar),
    Moment,
    Span,
    Version,
    List(Box<Type>),
    /// An object with the fields of a field, or with those at the top.
    Object(Option<usize>),
}

/// How deep the parts of a program nest.
const DEPTH: usize = 5;

/// A program that answers yes or no about documents of a kind.
pub fn program(choices: &mut Choices<'_>, kind: &Kind) -> Expr {
    let mut writing = Writing { choices, kind, variables: Vec::new() };
    writing.whole()
}

/// A program in the middle of being written.
struct Writing<'a, 'c> {
    choices: &'a mut Choices<'c>,
    kind: &'a Kind,
    /// The variables of the macros around, the innermost last.
    variables: Vec<(String, Type)>,
}

impl Writing<'_, '_> {
    /// Most checks ask something of every element.
    fn whole(&mut self) -> Expr {
        let top = Type::List(Box::new(Type::Object(None)));
        if self.kind.is_list && self.choices.below(4) != 3 {
            let list = match self.choices.below(4) {
                3 => self.expr(&top, 2),
                _ => Expr::Document(self.kind.binding()),
            };
            return self.asked(list, &top, DEPTH - 1);
        }
        self.expr(&Type::Bool, DEPTH)
    }

    /// An expression of a type.
    fn expr(&mut self, of: &Type, depth: usize) -> Expr {
        if depth == 0 || self.choices.below(5) == 0 {
            return self.leaf(of);
        }
        match self.choices.below(20) {
            0 => return self.choice(of, depth),
            1 => {
                if let Some(element) = self.element(of, depth) {
                    return element;
                }
            }
            _ => (),
        }
        match of {
            Type::Bool => self.truth(depth),
            Type::Int | Type::Number => self.number(of, depth),
            Type::Moment | Type::Span | Type::Version => self.converted(of, depth),
            Type::List(item) => self.list(item, depth),
            Type::Text | Type::Raw(_) | Type::Object(_) => self.leaf(of),
        }
    }

    /// Something to read, or a literal.
    fn leaf(&mut self, of: &Type) -> Expr {
        let (thresholds, own): (Vec<Read>, Vec<Read>) = self
            .reads()
            .into_iter()
            .filter(|it| it.of == *of)
            .partition(|it| matches!(it.expr, Expr::Policy(_)));
        let is_own = thresholds.is_empty() || !own.is_empty() && self.choices.below(4) != 3;
        let reads = if is_own { own } else { thresholds };
        if !reads.is_empty() && (!of.has_literal() || self.choices.below(4) != 3) {
            return self.choices.one(&reads).expr.clone();
        }
        self.literal(of)
    }

    fn choice(&mut self, of: &Type, depth: usize) -> Expr {
        let condition = self.expr(&Type::Bool, depth - 1);
        let (yes, no) = (self.expr(of, depth - 1), self.expr(of, depth - 1));
        Expr::Choice(Box::new(condition), Box::new(yes), Box::new(no))
    }

    /// An element of a list, at a place that may not be there.
    fn element(&mut self, of: &Type, depth: usize) -> Option<Expr> {
        let list = Type::List(Box::new(of.clone()));
        if !of.has_literal() && !self.reads().iter().any(|it| it.of == list) {
            return None;
        }
        let list = self.expr(&list, depth - 1);
        let at = match self.choices.below(4) {
            3 => self.expr(&Type::Int, depth - 1),
            at => Expr::Int(i64::try_from(at).unwrap()),
        };
        Some(Expr::Index(Box::new(list), Box::new(at)))
    }

    fn two(&mut self, operator: Operator, of: [&Type; 2], depth: usize) -> Expr {
        let [a, b] = of.map(|it| Box::new(self.expr(it, depth - 1)));
        let is_zero = matches!(*b, Expr::Int(0)) || *b == Expr::Double(0.0);
        if matches!(operator, Operator::Divide | Operator::Remainder) && is_zero {
            // Zero itself is refused as a divisor; what comes to zero is not.
            let zero = Box::new(Expr::Two(Operator::Subtract, b.clone(), b));
            return Expr::Two(operator, a, zero);
        }
        Expr::Two(operator, a, b)
    }

    /// A type of which a program may have lists, one that it can read if there is any.
    fn item(&mut self) -> Type {
        let lists = self.reads().into_iter().filter_map(|it| match it.of {
            Type::List(item) => Some(*item),
            _ => None,
        });
        let lists: Vec<Type> = lists.collect();
        if lists.is_empty() || self.choices.below(4) == 3 {
            let plain = [Type::Int, Type::Text, Type::Bool, Type::Number, Type::Version];
            return self.choices.one(&plain).clone();
        }
        self.choices.one(&lists).clone()
    }

    /// A part of a program in which a macro has a variable, and the name of that variable.
    fn with_variable<T>(&mut self, of: Type, part: impl FnOnce(&mut Self) -> T) -> (String, T) {
        let n = self.variables.len();
        let is_shadow = n > 0 && self.choices.is(10);
        let name = if is_shadow {
            self.variables[n - 1].0.clone()
        } else {
            format!("{}{}", self.choices.one(&["e", "it", "x_"]), n)
        };
        self.variables.push((name.clone(), of));
        let part = part(self);
        self.variables.pop();
        (name, part)
    }
}
