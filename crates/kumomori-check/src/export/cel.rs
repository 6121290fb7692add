//! Standard CEL, without any extension.
//!
//! Thresholds become literals, `has` also asks for more than `null`, and versions of TLS and SSL
//! are compared by their place in a map. Where CEL would answer although a value is of another type
//! or the document is a list without elements, the expression is written so that it fails: numbers
//! are equal when neither is less, moments are read from texts only, and an empty list divides by
//! zero.

mod text;
mod versions;

use super::{MacroCall, Scope, field, macro_call};
use crate::compile::compile;
use crate::compile::types::Type;
use crate::fault::{Fault, Problem, Span};
use crate::kind::Kind;
use crate::program::{Comparison, Counting, Policy};
use crate::syntax::parse;
use crate::syntax::tree::{Expr, Literal, Node, Operator};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use text::{literal, threshold};

/// Words that CEL keeps for itself or for languages around it.
const RESERVED: [&str; 20] = [
    "as",
    "break",
    "const",
    "continue",
    "else",
    "false",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "namespace",
    "null",
    "package",
    "return",
    "true",
    "var",
    "void",
];

/// How tightly a text binds, the loosest first; the place of an operator in the grammar of CEL.
mod level {
    pub(super) const CHOICE: u8 = 0;
    pub(super) const OR: u8 = 1;
    pub(super) const AND: u8 = 2;
    pub(super) const COMPARE: u8 = 3;
    pub(super) const ADD: u8 = 4;
    pub(super) const MULTIPLY: u8 = 5;
    pub(super) const UNARY: u8 = 6;
    pub(super) const MEMBER: u8 = 7;
}

/// An expression about documents of a kind in standard CEL, with the document under the name of
/// its kind and the thresholds as literals.
///
/// # Errors
///
/// The first thing that cannot be meant, or that standard CEL has no means for, with its place.
pub fn cel(text: &str, kind: &Kind, policy: &Policy) -> Result<String, Fault> {
    compile(text, kind, policy)?;
    let mut printer = Printer { scope: Scope::new(kind, policy) };
    let whole = printer.at(&parse(text)?, level::OR)?;
    if !kind.is_list {
        return Ok(whole);
    }
    let size = format!("size({})", kind.binding());
    Ok(format!("{size} > 0 ? ({whole}) : 1 / {size} > 0"))
}

struct Printer<'a> {
    scope: Scope<'a>,
}

/// A text and how tightly it binds.
type Printed = Result<(String, u8), Fault>;

impl Printer<'_> {
    /// An expression where something binds at a level.
    fn at(&mut self, expr: &Expr, least: u8) -> Result<String, Fault> {
        let (text, level) = self.expr(expr)?;
        Ok(if level < least { format!("({text})") } else { text })
    }

    fn list(&mut self, items: &[Expr]) -> Result<String, Fault> {
        let items: Result<Vec<String>, Fault> =
            items.iter().map(|it| self.at(it, level::CHOICE)).collect();
        Ok(items?.join(", "))
    }

    fn expr(&mut self, expr: &Expr) -> Printed {
        if let Some((_, value)) = self.scope.threshold(expr) {
            return Ok(threshold(value));
        }
        if let Some(call) = macro_call(expr) {
            return self.macro_call(&call);
        }
        if let Some((of, name)) = field(expr) {
            return self.field(of, name);
        }
        match &expr.node {
            Node::Literal(it) => Ok(literal(it)),
            Node::List(items) => Ok((format!("[{}]", self.list(items)?), level::MEMBER)),
            Node::Name(name) => {
                Ok((self.scope.name(name).unwrap_or(name).to_string(), level::MEMBER))
            }
            Node::Field(of, name, _) => self.field(of, name),
            Node::Index(of, index) => {
                let (of, index) = (self.at(of, level::MEMBER)?, self.at(index, level::CHOICE)?);
                Ok((format!("{of}[{index}]"), level::MEMBER))
            }
            Node::Not(of) => Ok((format!("!{}", self.at(of, level::MEMBER)?), level::UNARY)),
            Node::Minus(of) => self.minus(of),
            Node::Binary(operator, left, right) => self.binary(*operator, (left, right), expr.span),
            Node::Choice(condition, yes, no) => {
                let (condition, yes) = (self.at(condition, level::OR)?, self.at(yes, level::OR)?);
                let no = self.at(no, level::CHOICE)?;
                Ok((format!("{condition} ? {yes} : {no}"), level::CHOICE))
            }
            Node::Call { name, target, arguments, .. } => {
                self.call(name, target.as_deref(), arguments, expr.span)
            }
        }
    }

    fn field(&mut self, of: &Expr, name: &str) -> Printed {
        let of = self.at(of, level::MEMBER)?;
        let text = if RESERVED.contains(&name) {
            format!("{of}['{name}']")
        } else {
            format!("{of}.{name}")
        };
        Ok((text, level::MEMBER))
    }

    fn minus(&mut self, of: &Expr) -> Printed {
        if self.scope.type_of(of)? == Type::Span {
            let of = self.at(of, level::MULTIPLY)?;
            return Ok((format!("duration('0s') - {of}"), level::ADD));
        }
        Ok((format!("-{}", self.at(of, level::MEMBER)?), level::UNARY))
    }

    fn macro_call(&mut self, call: &MacroCall<'_>) -> Printed {
        let list = self.at(call.list, level::MEMBER)?;
        let mut variable = call.variable.to_string();
        while RESERVED.contains(&variable.as_str()) {
            variable.push('_');
        }
        self.scope.enter(call.list, call.variable, variable.clone())?;
        let body = self.at(call.body, level::CHOICE);
        self.scope.leave();
        Ok((format!("{list}.{}({variable}, {})", call.name, body?), level::MEMBER))
    }

    fn call(
        &mut self,
        name: &str,
        target: Option<&Expr>,
        arguments: &[Expr],
        span: Span,
    ) -> Printed {
        match (name, target, arguments) {
            ("has", _, [of]) => self.has(of),
            ("timestamp", _, [of]) if !self.is_written(of) => {
                Ok((format!("timestamp(string({}))", self.at(of, 0)?), level::MEMBER))
            }
            ("version", ..) => Err(Fault { problem: Problem::NotInStandardCel, span }),
            ("size", Some(of), []) => Ok((format!("size({})", self.at(of, 0)?), level::MEMBER)),
            (_, Some(of), _) => {
                let (of, arguments) = (self.at(of, level::MEMBER)?, self.list(arguments)?);
                Ok((format!("{of}.{name}({arguments})"), level::MEMBER))
            }
            (_, None, _) => Ok((format!("{name}({})", self.list(arguments)?), level::MEMBER)),
        }
    }

    /// Whether a text stands in the expression or among the thresholds; `timestamp` would read a
    /// number of the document as seconds.
    fn is_written(&self, expr: &Expr) -> bool {
        matches!(expr.node, Node::Literal(_)) || self.scope.threshold(expr).is_some()
    }

    /// What is `null` counts as left out.
    fn has(&mut self, of: &Expr) -> Printed {
        let Some((object, name)) = field(of).filter(|_| self.scope.threshold(of).is_none()) else {
            return Ok(("true".into(), level::MEMBER));
        };
        let field = self.at(of, level::MEMBER)?;
        let is_there = if RESERVED.contains(&name) {
            format!("'{name}' in {}", self.at(object, level::ADD)?)
        } else {
            format!("has({field})")
        };
        Ok((format!("{is_there} && {field} != null"), level::AND))
    }

    fn binary(&mut self, operator: Operator, (left, right): (&Expr, &Expr), span: Span) -> Printed {
        let (sign, own) = sign(operator);
        if let Operator::Compare(_) = operator
            && self.scope.type_of(left)? == Type::Version
        {
            let text = self.versions(sign, (left, right), span)?;
            return Ok((text, level::COMPARE));
        }
        if let Operator::Compare(how @ (Comparison::Equal | Comparison::NotEqual)) = operator
            && self.are_numbers(left, right)?
        {
            return self.equal_numbers(how, left, right);
        }
        let is_decimal = matches!(operator, Operator::Count(_))
            && [left, right].into_iter().any(|it| self.scope.type_of(it) == Ok(Type::Number));
        if is_decimal {
            let (left, right) = (self.decimal(left)?, self.decimal(right)?);
            return Ok((format!("{left} {sign} {right}"), own));
        }
        let (left, right) = (self.at(left, own)?, self.at(right, own + 1)?);
        Ok((format!("{left} {sign} {right}"), own))
    }

    fn are_numbers(&self, left: &Expr, right: &Expr) -> Result<bool, Fault> {
        let is_number =
            |it| self.scope.type_of(it).map(|it| matches!(it, Type::Int | Type::Number));
        Ok(is_number(left)? && is_number(right)?)
    }

    /// Whether numbers are equal: `==` would take a text for another number, an order does not.
    fn equal_numbers(&mut self, how: Comparison, left: &Expr, right: &Expr) -> Printed {
        let (left, right) = (self.at(left, level::ADD)?, self.at(right, level::ADD)?);
        Ok(match how {
            Comparison::Equal => (format!("{left} <= {right} && {left} >= {right}"), level::AND),
            _ => (format!("{left} < {right} || {left} > {right}"), level::OR),
        })
    }

    /// A number to count with beside a decimal one; CEL does not mix them.
    fn decimal(&mut self, expr: &Expr) -> Result<String, Fault> {
        match &expr.node {
            Node::Literal(Literal::Double(_)) => self.at(expr, level::CHOICE),
            _ => Ok(format!("double({})", self.at(expr, level::CHOICE)?)),
        }
    }
}

fn sign(operator: Operator) -> (&'static str, u8) {
    match operator {
        Operator::Or => ("||", level::OR),
        Operator::And => ("&&", level::AND),
        Operator::In => ("in", level::COMPARE),
        Operator::Compare(how) => (
            match how {
                Comparison::Equal => "==",
                Comparison::NotEqual => "!=",
                Comparison::Less => "<",
                Comparison::LessOrEqual => "<=",
                Comparison::Greater => ">",
                Comparison::GreaterOrEqual => ">=",
            },
            level::COMPARE,
        ),
        Operator::Count(Counting::Add) => ("+", level::ADD),
        Operator::Count(Counting::Subtract) => ("-", level::ADD),
        Operator::Count(Counting::Multiply) => ("*", level::MULTIPLY),
        Operator::Count(Counting::Divide) => ("/", level::MULTIPLY),
        Operator::Count(Counting::Remainder) => ("%", level::MULTIPLY),
    }
}
