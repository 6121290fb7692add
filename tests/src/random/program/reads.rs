//! What a program can read where it stands.

use super::{Type, Writing};
use crate::naive_check::Expr;
use kumomori_check::kind::{Holds, Kind, Scalar};

/// One thing to read.
#[derive(Debug, Clone)]
pub(crate) struct Read {
    pub(crate) expr: Expr,
    pub(crate) of: Type,
}

impl Writing<'_, '_> {
    /// The document, the variables and the thresholds, with all that can be reached from them.
    pub(crate) fn reads(&self) -> Vec<Read> {
        let mut reads = Vec::new();
        let names: Vec<&str> = self.variables.iter().map(|(name, _)| name.as_str()).collect();
        for (idx, (name, of)) in self.variables.iter().enumerate() {
            let is_hidden = names[idx + 1..].contains(&name.as_str());
            if !is_hidden {
                let expr = Expr::Variable(name.clone());
                self.reach(Read { expr, of: of.clone() }, &mut reads);
            }
        }
        let top = Type::Object(None);
        let of = if self.kind.is_list { Type::List(Box::new(top)) } else { top };
        self.reach(Read { expr: Expr::Document(self.kind.binding()), of }, &mut reads);
        reads.extend(thresholds());
        reads
    }

    fn reach(&self, from: Read, reads: &mut Vec<Read>) {
        if let Type::Object(object) = from.of {
            for idx in children(self.kind, object) {
                let field = &self.kind.fields[*idx];
                let expr = Expr::Field(Box::new(from.expr.clone()), field.name.clone());
                self.reach(Read { expr, of: held(*idx, field.holds) }, reads);
            }
        }
        reads.push(from);
    }

    /// Every `has` that can be asked.
    pub(crate) fn presences(&self) -> Vec<Expr> {
        let mut presences = Vec::new();
        for Read { expr, of } in self.reads() {
            if let Type::Object(object) = of {
                for idx in children(self.kind, object) {
                    let name = self.kind.fields[*idx].name.clone();
                    presences.push(Expr::Has(Box::new(expr.clone()), name));
                }
            }
        }
        presences
    }
}

fn children(kind: &Kind, object: Option<usize>) -> &[usize] {
    object.map_or(&kind.top, |it| &kind.fields[it].children)
}

fn held(idx: usize, holds: Holds) -> Type {
    let objects = Type::Object(Some(idx));
    match holds {
        Holds::One(scalar) => single(scalar),
        Holds::List(scalar) => Type::List(Box::new(single(scalar))),
        Holds::Object => objects,
        Holds::Objects => Type::List(Box::new(objects)),
    }
}

fn single(scalar: Scalar) -> Type {
    match scalar {
        Scalar::Bool => Type::Bool,
        Scalar::Int => Type::Int,
        Scalar::Number => Type::Number,
        Scalar::Text => Type::Text,
        Scalar::Time | Scalar::Span | Scalar::Version => Type::Raw(scalar),
    }
}

/// Thresholds are plain texts, also those of versions and the like.
fn thresholds() -> Vec<Read> {
    let known = [
        ("most", Type::Int),
        ("share", Type::Number),
        ("word", Type::Text),
        ("tls_floor", Type::Text),
        ("words", Type::List(Box::new(Type::Text))),
    ];
    known.map(|(name, of)| Read { expr: Expr::Policy(name.to_owned()), of }).into()
}
