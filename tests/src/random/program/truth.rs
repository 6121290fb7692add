//! Parts that answer yes or no.

use super::{Type, Writing};
use crate::naive_check::{Expr, Macro, Operator};
use kumomori_check::kind::Scalar;

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
        match self.choices.below(15) {
            0 | 14 => Expr::Not(Box::new(self.expr(&Type::Bool, depth - 1))),
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
        match self.choices.below(10) {
            0 => self.two(Operator::Equal, [&Type::Bool, &Type::Bool], depth),
            1 => self.two(operator, [&Type::Int, &Type::Number], depth),
            2 => self.two(operator, [&Type::Number, &Type::Int], depth),
            // Most checks compare a mere field with something.
            choice => {
                let of = self.comparable();
                self.two(operator, [&of, &of], if choice < 7 { 1 } else { depth })
            }
        }
    }

    /// A type whose values compare, mostly one that a field has.
    fn comparable(&mut self) -> Type {
        let fields = self.reads().into_iter().filter(|it| !matches!(it.expr, Expr::Policy(_)));
        let types: Vec<Type> = fields.filter_map(|it| converted(it.of)).collect();
        if types.is_empty() || self.choices.below(4) == 3 {
            let plain =
                [Type::Int, Type::Version, Type::Text, Type::Number, Type::Moment, Type::Span];
            return self.choices.one(&plain).clone();
        }
        self.choices.one(&types).clone()
    }

    fn searched(&mut self, depth: usize) -> Expr {
        let operator = *self.choices.one(&SEARCHES);
        self.two(operator, [&Type::Text, &Type::Text], depth)
    }

    fn found(&mut self, depth: usize) -> Expr {
        let of = self.comparable();
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

/// The type in which values of a type compare.
fn converted(of: Type) -> Option<Type> {
    Some(match of {
        Type::Raw(Scalar::Time) => Type::Moment,
        Type::Raw(Scalar::Span) => Type::Span,
        Type::Raw(_) => Type::Version,
        Type::Int | Type::Number | Type::Text => of,
        Type::List(item) => converted(*item)?,
        _ => return None,
    })
}
