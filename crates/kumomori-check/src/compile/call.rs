//! Functions, methods and macros.

use super::types::Type;
use super::{Compiled, Compiler, fault};
use crate::fault::{Problem, Span, nearest};
use crate::program::{At, Conversion, Macro, Op, Search};
use crate::syntax::tree::{Expr, Node};

const FUNCTIONS: [&str; 13] = [
    "has",
    "size",
    "startsWith",
    "endsWith",
    "contains",
    "all",
    "exists",
    "exists_one",
    "filter",
    "map",
    "timestamp",
    "duration",
    "version",
];

impl Compiler<'_> {
    pub(super) fn call(
        &mut self,
        (name, at): (&str, Span),
        target: Option<&Expr>,
        arguments: &[Expr],
        span: Span,
    ) -> Compiled<(At, Type)> {
        let wrong = |name, usage| fault(Problem::WrongArguments { name, usage }, span);
        match (name, target, arguments) {
            ("has", None, [of]) => self.has(of, span),
            ("has", ..) => wrong("has", "has(document.field)"),
            ("size", None, [of]) | ("size", Some(of), []) => self.size(of, span),
            ("size", ..) => wrong("size", "size(list)"),
            ("startsWith", Some(of), [part]) => self.search(Search::StartsWith, of, part, span),
            ("endsWith", Some(of), [part]) => self.search(Search::EndsWith, of, part, span),
            ("contains", Some(of), [part]) => self.search(Search::Contains, of, part, span),
            ("startsWith", ..) => wrong("startsWith", "text.startsWith(\"begin\")"),
            ("endsWith", ..) => wrong("endsWith", "text.endsWith(\"end\")"),
            ("contains", ..) => wrong("contains", "text.contains(\"part\")"),
            ("timestamp", None, [of]) => self.convert(Conversion::Timestamp, of, span),
            ("duration", None, [of]) => self.convert(Conversion::Duration, of, span),
            ("version", None, [of]) => self.convert(Conversion::Version, of, span),
            ("timestamp", ..) => wrong("timestamp", "timestamp(\"2026-11-01T00:00:00Z\")"),
            ("duration", ..) => wrong("duration", "duration(\"24h\")"),
            ("version", ..) => wrong("version", "version(\"1.2\")"),
            (_, Some(list), [variable, body]) => match macro_of(name) {
                Some(kind) => self.macro_call(kind, list, (variable, body), span),
                None => unknown_function(name, at),
            },
            _ if macro_of(name).is_some() => wrong("all", "list.all(it, it.field > 0)"),
            _ => unknown_function(name, at),
        }
    }

    fn has(&mut self, of: &Expr, span: Span) -> Compiled<(At, Type)> {
        if !matches!(of.node, Node::Field(..)) {
            let problem = Problem::WrongArguments { name: "has", usage: "has(document.field)" };
            return fault(problem, of.span);
        }
        self.expr(of)?;
        self.spans.pop();
        let op = match self.ops.pop() {
            Some(Op::Field { of, slot, field }) => Op::Has { of, slot, field },
            // A threshold always has a value.
            _ => Op::Bool(true),
        };
        Ok((self.push(op, span)?, Type::Bool))
    }

    fn size(&mut self, of: &Expr, span: Span) -> Compiled<(At, Type)> {
        let (at, found) = self.expr(of)?;
        if !matches!(found, Type::Text(_) | Type::List(_)) {
            let problem = Problem::WrongType { expected: "a list or a text", found: found.noun() };
            return fault(problem, of.span);
        }
        Ok((self.push(Op::Size(at), span)?, Type::Int))
    }

    fn search(&mut self, how: Search, of: &Expr, part: &Expr, span: Span) -> Compiled<(At, Type)> {
        let (of, part) = (self.any_text(of)?, self.any_text(part)?);
        Ok((self.push(Op::Search(how, of, part), span)?, Type::Bool))
    }

    fn any_text(&mut self, expr: &Expr) -> Compiled<At> {
        let (at, found) = self.expr(expr)?;
        match found {
            Type::Text(_) => Ok(at),
            _ => fault(Problem::WrongType { expected: "a text", found: found.noun() }, expr.span),
        }
    }

    fn convert(&mut self, how: Conversion, of: &Expr, span: Span) -> Compiled<(At, Type)> {
        let at = self.any_text(of)?;
        let ty = match how {
            Conversion::Timestamp => Type::Moment,
            Conversion::Duration => Type::Span,
            Conversion::Version => Type::Version,
        };
        Ok((self.push(Op::Convert(how, at), span)?, ty))
    }

    fn macro_call(
        &mut self,
        kind: Macro,
        list: &Expr,
        (variable, body): (&Expr, &Expr),
        span: Span,
    ) -> Compiled<(At, Type)> {
        let (at, found) = self.expr(list)?;
        let Type::List(item) = found else {
            let problem = Problem::WrongType { expected: "a list", found: found.noun() };
            return fault(problem, list.span);
        };
        let Node::Name(name) = &variable.node else {
            let problem =
                Problem::WrongArguments { name: "all", usage: "list.all(it, it.field > 0)" };
            return fault(problem, variable.span);
        };
        self.variables.push((name.clone(), (*item).clone()));
        let compiled = self.expr(body);
        self.variables.pop();
        let (body_at, made) = compiled?;
        if kind != Macro::Map {
            super::need(&made, &Type::Bool, body.span)?;
        }
        let ty = match kind {
            Macro::All | Macro::Exists | Macro::ExistsOne => Type::Bool,
            Macro::Filter => Type::List(item),
            Macro::Map => Type::list(made),
        };
        Ok((self.push(Op::Macro { kind, list: at, body: body_at }, span)?, ty))
    }
}

fn unknown_function<T>(name: &str, at: Span) -> Compiled<T> {
    if matches!(name, "matches" | "regex" | "match") {
        let problem = Problem::NotSupported {
            what: "regular expressions".into(),
            instead: "`startsWith`, `endsWith` or `contains`",
        };
        return fault(problem, at);
    }
    let nearest = nearest(name, FUNCTIONS.into_iter());
    fault(Problem::UnknownFunction { name: name.into(), nearest }, at)
}

fn macro_of(name: &str) -> Option<Macro> {
    Some(match name {
        "all" => Macro::All,
        "exists" => Macro::Exists,
        "exists_one" => Macro::ExistsOne,
        "filter" => Macro::Filter,
        "map" => Macro::Map,
        _ => return None,
    })
}
