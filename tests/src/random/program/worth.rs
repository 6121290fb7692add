//! Parts that are worth something else than yes or no.

use super::{Type, Writing};
use crate::naive_check::{Expr, Function, Macro, Operator};
use kumomori_check::kind::Scalar;

impl Writing<'_, '_> {
    pub(crate) fn number(&mut self, of: &Type, depth: usize) -> Expr {
        let is_int = *of == Type::Int;
        match self.choices.below(if is_int { 8 } else { 5 }) {
            0 => self.two(Operator::Add, [of, of], depth),
            1 => self.two(Operator::Subtract, [of, of], depth),
            2 => self.two(Operator::Multiply, [of, of], depth),
            3 => self.two(Operator::Divide, [of, of], depth),
            4 => Expr::Minus(Box::new(self.expr(of, depth - 1))),
            5 => self.two(Operator::Remainder, [of, of], depth),
            6 => Expr::Call(Function::Size, Box::new(self.expr(&Type::Text, depth - 1))),
            _ => {
                let list = Type::List(Box::new(self.item()));
                Expr::Call(Function::Size, Box::new(self.expr(&list, depth - 1)))
            }
        }
    }

    pub(crate) fn converted(&mut self, of: &Type, depth: usize) -> Expr {
        let [moment, span] = [&Type::Moment, &Type::Span];
        match (of, self.choices.below(6)) {
            (Type::Moment, 0) => self.two(Operator::Add, [moment, span], depth),
            (Type::Moment, 1) => self.two(Operator::Subtract, [moment, span], depth),
            (Type::Moment, 2) => self.two(Operator::Add, [span, moment], depth),
            (Type::Moment, _) => self.call(Function::Timestamp, Scalar::Time),
            (Type::Span, 0 | 1) => self.two(Operator::Subtract, [moment, moment], depth),
            (Type::Span, 2) => self.two(Operator::Add, [span, span], depth),
            (Type::Span, 3) => self.two(Operator::Subtract, [span, span], depth),
            (Type::Span, _) => self.call(Function::Duration, Scalar::Span),
            _ => self.call(Function::Version, Scalar::Version),
        }
    }

    /// A conversion of a text: a field that is meant for it, a threshold, or any.
    fn call(&mut self, function: Function, scalar: Scalar) -> Expr {
        let of = Type::Raw(scalar);
        let is_there = self.reads().iter().any(|it| it.of == of);
        let text = match self.choices.below(8) {
            0..=3 if is_there => self.leaf(&of),
            0..=4 => Expr::Policy(threshold(scalar).to_owned()),
            5 | 6 => self.written(scalar),
            _ => self.leaf(&Type::Text),
        };
        Expr::Call(function, Box::new(text))
    }

    pub(crate) fn list(&mut self, item: &Type, depth: usize) -> Expr {
        let of = Type::List(Box::new(item.clone()));
        match self.choices.below(5) {
            0 => self.two(Operator::Add, [&of, &of], depth),
            1 | 2 => self.filtered(&of, item, depth),
            3 => self.mapped(item, depth),
            _ => self.leaf(&of),
        }
    }

    fn filtered(&mut self, of: &Type, item: &Type, depth: usize) -> Expr {
        let list = Box::new(self.expr(of, depth - 1));
        let (variable, body) =
            self.with_variable(item.clone(), |it| it.expr(&Type::Bool, depth - 1));
        Expr::Macro(Macro::Filter, list, variable, Box::new(body))
    }

    /// A list of one type made of a list of any other, of itself where nothing else can make it.
    fn mapped(&mut self, item: &Type, depth: usize) -> Expr {
        let from = if item.has_literal() { self.item() } else { item.clone() };
        let list = Box::new(self.expr(&Type::List(Box::new(from.clone())), depth - 1));
        let (variable, body) = self.with_variable(from, |it| it.expr(item, depth - 1));
        Expr::Macro(Macro::Map, list, variable, Box::new(body))
    }
}

/// The threshold that is such a text.
fn threshold(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Time => "since",
        Scalar::Span => "age",
        _ => "tls_floor",
    }
}
