//! Parts that answer yes or no.

use super::{Type, Writing};
use crate::naive_check::{Expr, Macro, Operator};

const ORDERED: [Operator; 6] = [
    Operator::Equal,
    Operator::NotEqual,
    Operator::Less,
    Operator::LessOrEqual,
    Operator::Greater,
    Operator::GreaterOrEqual,
];

const SEARCHES: [Operator; 3] = [Operator::StartsWith, Operator::EndsWith, Operator::Contains];

impl Writing<'_, '_> {
    pub(crate) fn truth(&mut self, depth: usize) -> Expr {
        match self.choices.below(14) {
            0 => Expr::Not(Box::new(self.expr(&Type::Bool, depth - 1))),
            1 | 2 => self.two(Operator::And, [&Type::Bool, &Type::Bool], depth),
            3 | 4 => self.two(Operator::Or, [&Type::Bool, &Type::Bool], depth),
            5..=7 => self.compared(depth),
            8 => self.searched(depth),
            9 => self.found(depth),
            10 => self.present(),
            11 => self.null(),
            _ => {
                let item = self.item();
                let of = Type::List(Box::new(item));
                let list = self.expr(&of, depth - 1);
                self.asked(list, &of, depth - 1)
            }
        }
    }

    fn compared(&mut self, depth: usize) -> Expr {
        let operator = *self.choices.one(&ORDERED);
        let plain = [Type::Int, Type::Version, Type::Text, Type::Number, Type::Moment, Type::Span];
        match self.choices.below(10) {
            0 => self.two(Operator::Equal, [&Type::Bool, &Type::Bool], depth),
            1 => self.two(operator, [&Type::Int, &Type::Number], depth),
            2 => self.two(operator, [&Type::Number, &Type::Int], depth),
            _ => {
                let of = self.choices.one(&plain).clone();
                self.two(operator, [&of, &of], depth)
            }
        }
    }

    fn searched(&mut self, depth: usize) -> Expr {
        let operator = *self.choices.one(&SEARCHES);
        self.two(operator, [&Type::Text, &Type::Text], depth)
    }

    fn found(&mut self, depth: usize) -> Expr {
        let plain = [Type::Text, Type::Int, Type::Number, Type::Version, Type::Moment, Type::Bool];
        let of = self.choices.one(&plain).clone();
        let list = Type::List(Box::new(of.clone()));
        self.two(Operator::In, [&of, &list], depth)
    }

    fn present(&mut self) -> Expr {
        let presences = self.presences();
        if presences.is_empty() {
            self.leaf(&Type::Bool)
        } else {
            self.choices.one(&presences).clone()
        }
    }

    fn null(&mut self) -> Expr {
        let reads = self.reads();
        let read = Box::new(self.choices.one(&reads).expr.clone());
        let operator = *self.choices.one(&ORDERED[..2]);
        Expr::Two(operator, read, Box::new(Expr::Null))
    }

    /// Something asked of the elements of a list.
    pub(crate) fn asked(&mut self, list: Expr, of: &Type, depth: usize) -> Expr {
        let Type::List(item) = of else { return list };
        let which = *self.choices.one(&[Macro::All, Macro::Exists, Macro::ExistsOne]);
        let (variable, body) =
            self.with_variable((**item).clone(), |it| it.expr(&Type::Bool, depth));
        Expr::Macro(which, Box::new(list), variable, Box::new(body))
    }
}
