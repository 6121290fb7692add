//! Literals.

use super::{Type, Writing};
use crate::naive_check::{Expr, Function};
use crate::random::scalar;
use kumomori_check::kind::Scalar;

impl Writing<'_, '_> {
    pub(crate) fn literal(&mut self, of: &Type) -> Expr {
        match of {
            Type::Bool => Expr::Bool(self.choices.below(2) == 0),
            Type::Int => Expr::Int(scalar::int(self.choices)),
            Type::Number => Expr::Double(scalar::double(self.choices)),
            Type::Text => Expr::Text(scalar::text(self.choices)),
            Type::Moment => Expr::Call(Function::Timestamp, Box::new(self.written(Scalar::Time))),
            Type::Span => Expr::Call(Function::Duration, Box::new(self.written(Scalar::Span))),
            Type::Version => Expr::Call(Function::Version, Box::new(self.written(Scalar::Version))),
            Type::List(item) => {
                let n = 1 + self.choices.below(3);
                Expr::List((0..n).map(|_| self.leaf(item)).collect())
            }
            Type::Raw(_) | Type::Object(_) => unreachable!("these are only read"),
        }
    }

    /// A text to be converted.
    pub(crate) fn written(&mut self, scalar: Scalar) -> Expr {
        Expr::Text(match scalar {
            Scalar::Time => scalar::time(self.choices),
            Scalar::Span => scalar::span(self.choices),
            _ => scalar::version(self.choices),
        })
    }
}

impl Type {
    /// Whether a value of this type can be written at all.
    pub(crate) fn has_literal(&self) -> bool {
        match self {
            Self::Object(_) | Self::Raw(_) => false,
            Self::List(item) => item.has_literal(),
            _ => true,
        }
    }
}
