//! From an expression to a program, with every name and type checked.

mod call;
pub(crate) mod types;

use crate::fault::{Fault, Problem, Span, nearest};
use crate::kind::Kind;
use crate::program::{At, Comparison, Counting, Op, Policy, Program};
use crate::syntax::parse;
use crate::syntax::tree::{Expr, Literal, Node, Operator};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use types::{Type, compare, count};

/// The most operations of a program.
pub const MAX_OPS: usize = 4096;

/// Compiles an expression that answers yes or no about documents of a kind.
///
/// # Errors
///
/// The first thing that cannot be meant, with its place.
pub fn compile(text: &str, kind: &Kind, policy: &Policy) -> Result<Program, Fault> {
    let expr = parse(text)?;
    let mut compiler = Compiler::new(kind, policy);
    let (_, found) = compiler.expr(&expr)?;
    need(&found, &Type::Bool, expr.span)?;
    Ok(Program::new(compiler.ops, compiler.texts, compiler.spans))
}

/// The type of a part of an expression, where some variables have types of their own.
pub(crate) fn type_of(
    expr: &Expr,
    (kind, policy): (&Kind, &Policy),
    variables: &[(String, Type)],
) -> Result<Type, Fault> {
    let mut compiler = Compiler::new(kind, policy);
    compiler.variables.extend_from_slice(variables);
    compiler.expr(expr).map(|(_, found)| found)
}

type Compiled<T> = Result<T, Fault>;

struct Compiler<'a> {
    kind: &'a Kind,
    policy: &'a Policy,
    ops: Vec<Op>,
    spans: Vec<Span>,
    texts: Vec<String>,
    variables: Vec<(String, Type)>,
}

fn fault<T>(problem: Problem, span: Span) -> Compiled<T> {
    Err(Fault { problem, span })
}

fn need(found: &Type, expected: &Type, span: Span) -> Compiled<()> {
    if found == expected {
        return Ok(());
    }
    fault(Problem::WrongType { expected: expected.noun(), found: found.noun() }, span)
}

/// The type of values of two types.
fn common(first: &Type, found: &Type, span: Span) -> Compiled<Type> {
    let problem = || Problem::WrongType { expected: first.noun(), found: found.noun() };
    first.both(found).ok_or_else(|| Fault { problem: problem(), span })
}

fn is_zero(expr: &Expr) -> bool {
    match &expr.node {
        Node::Literal(Literal::Int(value)) => *value == 0,
        Node::Literal(Literal::Double(value)) => *value == 0.0,
        _ => false,
    }
}

impl<'a> Compiler<'a> {
    fn new(kind: &'a Kind, policy: &'a Policy) -> Self {
        let (ops, spans, texts) = (Vec::new(), Vec::new(), Vec::new());
        Self { kind, policy, ops, spans, texts, variables: Vec::new() }
    }

    fn push(&mut self, op: Op, span: Span) -> Compiled<At> {
        if self.ops.len() >= MAX_OPS {
            return fault(Problem::TooLong { limit: MAX_OPS }, span);
        }
        self.ops.push(op);
        self.spans.push(span);
        Ok(self.ops.len() - 1)
    }

    fn text(&mut self, text: &str) -> usize {
        let known = self.texts.iter().position(|it| it == text);
        known.unwrap_or_else(|| {
            self.texts.push(text.to_string());
            self.texts.len() - 1
        })
    }

    fn expr(&mut self, expr: &Expr) -> Compiled<(At, Type)> {
        let span = expr.span;
        match &expr.node {
            Node::Literal(literal) => self.literal(literal, span),
            Node::List(items) => self.list(items, span),
            Node::Name(name) => self.name(name, span),
            Node::Field(of, name, at) => self.field(of, name, *at, span),
            Node::Index(of, index) => self.index(of, index, span),
            Node::Not(of) => {
                let inner = self.typed(of, &Type::Bool)?;
                Ok((self.push(Op::Not(inner), span)?, Type::Bool))
            }
            Node::Minus(of) => self.minus(of, span),
            Node::Binary(operator, left, right) => self.binary(*operator, left, right, span),
            Node::Choice(condition, yes, no) => self.choice((condition, yes, no), span),
            Node::Call { name, at, target, arguments } => {
                self.call((name, *at), target.as_deref(), arguments, span)
            }
        }
    }

    fn typed(&mut self, expr: &Expr, expected: &Type) -> Compiled<At> {
        let (at, found) = self.expr(expr)?;
        need(&found, expected, expr.span)?;
        Ok(at)
    }

    fn literal(&mut self, literal: &Literal, span: Span) -> Compiled<(At, Type)> {
        let (op, ty) = match literal {
            Literal::Null => (Op::Null, Type::Null),
            Literal::Bool(value) => (Op::Bool(*value), Type::Bool),
            Literal::Int(value) => (Op::Int(*value), Type::Int),
            Literal::Double(value) => (Op::Double(*value), Type::Number),
            Literal::Text(text) => (Op::Text(self.text(text)), Type::plain()),
        };
        Ok((self.push(op, span)?, ty))
    }

    fn list(&mut self, items: &[Expr], span: Span) -> Compiled<(At, Type)> {
        let mut places = Vec::new();
        let mut item = None;
        for expr in items {
            let (at, found) = self.expr(expr)?;
            item = Some(match item {
                None => found,
                Some(first) => common(&first, &found, expr.span)?,
            });
            places.push(at);
        }
        let ty = Type::list(item.unwrap_or(Type::Null));
        Ok((self.push(Op::List(places), span)?, ty))
    }

    fn name(&mut self, name: &str, span: Span) -> Compiled<(At, Type)> {
        if let Some(idx) = self.variables.iter().rposition(|(it, _)| it == name) {
            let ty = self.variables.get(idx).map_or(Type::Null, |(_, ty)| ty.clone());
            return Ok((self.push(Op::Variable(idx), span)?, ty));
        }
        let binding = self.kind.binding();
        if name == binding {
            let top = Type::Object(None);
            let ty = if self.kind.is_list { Type::list(top) } else { top };
            return Ok((self.push(Op::Document, span)?, ty));
        }
        let known = self.variables.iter().map(|(it, _)| it.as_str());
        let known = known.chain([binding.as_str(), "policy"]);
        fault(Problem::UnknownName { name: name.into(), nearest: nearest(name, known) }, span)
    }

    fn field(&mut self, of: &Expr, name: &str, at: Span, span: Span) -> Compiled<(At, Type)> {
        if matches!(&of.node, Node::Name(it) if it == "policy") && !self.is_variable("policy") {
            return self.threshold(name, at, span);
        }
        let (object, found) = self.expr(of)?;
        let Type::Object(parent) = found else {
            if let Type::List(_) = found {
                let problem = Problem::NotSupported {
                    what: "fields of a whole list".into(),
                    instead: "`all` or `exists` to look at each element",
                };
                return fault(problem, at);
            }
            let problem = Problem::WrongType { expected: "an object", found: found.noun() };
            return fault(problem, of.span);
        };
        let field = self.known_field(parent, name, at)?;
        let slot = self.kind.slot(parent, field);
        let ty = self.kind.fields.get(field).map_or(Type::Null, |it| Type::of(it.holds, field));
        Ok((self.push(Op::Field { of: object, slot, field }, span)?, ty))
    }

    fn is_variable(&self, name: &str) -> bool {
        self.variables.iter().any(|(it, _)| it == name)
    }

    fn known_field(&self, parent: Option<usize>, name: &str, at: Span) -> Compiled<usize> {
        if let Some(field) = self.kind.child(parent, name) {
            return Ok(field);
        }
        let children = self.kind.children(parent).iter();
        let known: Vec<String> =
            children.filter_map(|it| Some(self.kind.fields.get(*it)?.name.clone())).collect();
        let nearest = nearest(name, known.iter().map(String::as_str));
        fault(Problem::UnknownField { field: name.into(), nearest, known }, at)
    }

    fn threshold(&mut self, name: &str, at: Span, span: Span) -> Compiled<(At, Type)> {
        let thresholds = &self.policy.thresholds;
        let Some(idx) = thresholds.iter().position(|(it, _)| it == name) else {
            let nearest = nearest(name, thresholds.iter().map(|(it, _)| it.as_str()));
            return fault(Problem::UnknownThreshold { name: name.into(), nearest }, at);
        };
        let ty = thresholds.get(idx).map_or(Type::Null, |(_, value)| Type::of_threshold(value));
        Ok((self.push(Op::Policy(idx), span)?, ty))
    }

    fn index(&mut self, of: &Expr, index: &Expr, span: Span) -> Compiled<(At, Type)> {
        if let Node::Literal(Literal::Text(name)) = &index.node {
            return self.field(of, name, index.span, span);
        }
        let (list, found) = self.expr(of)?;
        let Type::List(item) = found else {
            let problem = Problem::WrongType { expected: "a list", found: found.noun() };
            return fault(problem, of.span);
        };
        let index = self.typed(index, &Type::Int)?;
        Ok((self.push(Op::Index(list, index), span)?, *item))
    }

    fn minus(&mut self, of: &Expr, span: Span) -> Compiled<(At, Type)> {
        let (inner, found) = self.expr(of)?;
        if !matches!(found, Type::Int | Type::Number | Type::Span) {
            let problem = Problem::WrongType { expected: "a number", found: found.noun() };
            return fault(problem, of.span);
        }
        let inner = self.counted(inner, &found, of.span)?;
        Ok((self.push(Op::Minus(inner), span)?, found))
    }

    /// A value as arithmetic takes it.
    fn counted(&mut self, at: At, found: &Type, span: Span) -> Compiled<At> {
        if *found == Type::Number { self.push(Op::Decimal(at), span) } else { Ok(at) }
    }

    fn choice(
        &mut self,
        (condition, yes, no): (&Expr, &Expr, &Expr),
        span: Span,
    ) -> Compiled<(At, Type)> {
        let condition = self.typed(condition, &Type::Bool)?;
        let (yes, found) = self.expr(yes)?;
        let (at, other) = self.expr(no)?;
        let found = common(&found, &other, no.span)?;
        Ok((self.push(Op::Choice(condition, yes, at), span)?, found))
    }

    fn binary(
        &mut self,
        operator: Operator,
        left: &Expr,
        right: &Expr,
        span: Span,
    ) -> Compiled<(At, Type)> {
        match operator {
            Operator::And | Operator::Or => {
                let (a, b) = (self.typed(left, &Type::Bool)?, self.typed(right, &Type::Bool)?);
                let op = if operator == Operator::And { Op::And(a, b) } else { Op::Or(a, b) };
                Ok((self.push(op, span)?, Type::Bool))
            }
            Operator::In => {
                let ((a, left), (b, list)) = (self.expr(left)?, self.expr(right)?);
                let Type::List(item) = &list else {
                    let problem = Problem::WrongType { expected: "a list", found: list.noun() };
                    return fault(problem, right.span);
                };
                compare(Comparison::Equal, &left, item).or_else(|it| fault(it, span))?;
                Ok((self.push(Op::In(a, b), span)?, Type::Bool))
            }
            Operator::Compare(how) => {
                let ((a, left), (b, right)) = (self.expr(left)?, self.expr(right)?);
                compare(how, &left, &right).or_else(|it| fault(it, span))?;
                Ok((self.push(Op::Compare(how, a, b), span)?, Type::Bool))
            }
            Operator::Count(how) => {
                let (a, left_type) = self.expr(left)?;
                let a = self.counted(a, &left_type, left.span)?;
                let (b, right_type) = self.expr(right)?;
                let b = self.counted(b, &right_type, right.span)?;
                let ty = count(how, &left_type, &right_type).or_else(|it| fault(it, span))?;
                if matches!(how, Counting::Divide | Counting::Remainder) && is_zero(right) {
                    return fault(Problem::DivisionByZero, right.span);
                }
                Ok((self.push(Op::Count(how, a, b), span)?, ty))
            }
        }
    }
}

#[cfg(test)]
mod tests;
