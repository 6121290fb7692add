//! Values: terms of Rego that are undefined where a value is unknown.

use super::body::{Line, is_keyword, rule};
use super::text::{literal, quoted};
use super::{Body, Part, Writer, Written};
use crate::compile::types::Type;
use crate::export::{MacroCall, field, macro_call};
use crate::program::{Comparison, Counting};
use crate::syntax::tree::{Expr, Literal, Node, Operator};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl Writer<'_> {
    /// The lines under which an expression without `&&`, `||` and the like is true or false.
    pub(super) fn leaf(&mut self, expr: &Expr, wanted: bool) -> Written<Body> {
        if let Some(call) = macro_call(expr).filter(|it| matches!(it.name, "all" | "exists")) {
            return self.each(&call, wanted);
        }
        let line = match &expr.node {
            Node::Binary(Operator::Compare(how), left, right) => {
                self.compared(*how, (left, right), wanted)?
            }
            Node::Binary(Operator::In, item, list) if is_null(item) => {
                let function = if wanted { "holds_null" } else { "holds_no_null" };
                format!("lib.{function}({})", self.value(list)?)
            }
            Node::Binary(Operator::In, item, list) => {
                let function = if wanted { "within" } else { "outside" };
                format!("lib.{function}({}, {})", self.ordered(item)?, self.value(list)?)
            }
            Node::Call { name, target: None, arguments, .. } if name == "has" => {
                self.has(arguments, wanted)?
            }
            Node::Call { name, target: Some(of), arguments, .. } => {
                let function = name.to_lowercase();
                let text = self.text(of)?;
                let part = arguments.first().map(|it| self.text(it)).transpose()?;
                format!("{function}({text}, {}) == {wanted}", part.unwrap_or_default())
            }
            Node::Literal(Literal::Bool(value)) => (*value == wanted).to_string(),
            _ => format!("{} == {wanted}", self.value(expr)?),
        };
        Ok(alloc::vec![Line::Text(line)])
    }

    fn has(&mut self, arguments: &[Expr], wanted: bool) -> Written<String> {
        let of = arguments.first().filter(|it| self.scope.threshold(it).is_none());
        let Some((object, name)) = of.and_then(field) else { return Ok(wanted.to_string()) };
        let function = if wanted { "has" } else { "lacks" };
        Ok(format!("lib.{function}({}, {})", self.value(object)?, quoted(name)))
    }

    fn compared(
        &mut self,
        how: Comparison,
        (left, right): (&Expr, &Expr),
        wanted: bool,
    ) -> Written<String> {
        use Comparison::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
        let sign = match (how, wanted) {
            (Equal, true) | (NotEqual, false) => return self.equal((left, right), true),
            (Equal, false) | (NotEqual, true) => return self.equal((left, right), false),
            (Less, true) | (GreaterOrEqual, false) => "<",
            (LessOrEqual, true) | (Greater, false) => "<=",
            (Greater, true) | (LessOrEqual, false) => ">",
            (GreaterOrEqual, true) | (Less, false) => ">=",
        };
        let (left, right) = (self.ordered(left)?, self.ordered(right)?);
        Ok(format!("{} {sign} {}", bare(&left), bare(&right)))
    }

    fn equal(&mut self, (left, right): (&Expr, &Expr), wanted: bool) -> Written<String> {
        if is_null(left) || is_null(right) {
            let value = self.value(if is_null(left) { right } else { left })?;
            return Ok(if wanted {
                format!("{value} == null")
            } else {
                format!("lib.given({value})")
            });
        }
        let is_plain = self.is_plain(left)? || self.is_plain(right)?;
        let (left, right) = (self.value(left)?, self.value(right)?);
        Ok(match (wanted, is_plain) {
            (true, true) => format!("{left} == {right}"),
            (true, false) => format!("lib.same({left}, {right})"),
            (false, _) => format!("lib.differs({left}, {right})"),
        })
    }

    /// Whether a value has its type whatever the document holds.
    fn is_plain(&self, expr: &Expr) -> Written<bool> {
        let is_made = matches!(
            expr.node,
            Node::Literal(_)
                | Node::List(_)
                | Node::Minus(_)
                | Node::Binary(Operator::Count(_), ..)
        );
        let is_converted =
            matches!(self.scope.type_of(expr)?, Type::Moment | Type::Span | Type::Version);
        let is_size = matches!(&expr.node, Node::Call { name, .. } if name == "size");
        Ok(is_made || is_converted || is_size || self.scope.threshold(expr).is_some())
    }

    /// A value that has an order: what it is compared with has the same type.
    fn ordered(&mut self, expr: &Expr) -> Written<String> {
        match self.scope.type_of(expr)? {
            Type::Text(_) => self.text(expr),
            Type::Int | Type::Number => self.number(expr),
            _ => self.value(expr),
        }
    }

    fn text(&mut self, expr: &Expr) -> Written<String> {
        self.checked("text", expr)
    }

    fn number(&mut self, expr: &Expr) -> Written<String> {
        self.checked("number", expr)
    }

    pub(super) fn list(&mut self, expr: &Expr) -> Written<String> {
        self.checked("list", expr)
    }

    fn checked(&mut self, function: &str, expr: &Expr) -> Written<String> {
        let is_plain = self.is_plain(expr)?;
        let value = self.value(expr)?;
        Ok(if is_plain { value } else { format!("lib.{function}({value})") })
    }

    /// A term with the value of an expression.
    pub(super) fn value(&mut self, expr: &Expr) -> Written<String> {
        if let Some((name, _)) = self.scope.threshold(expr) {
            return Ok(format!("policy.{name}"));
        }
        if let Some((of, name)) = field(expr) {
            return self.field(of, name);
        }
        if let Some(call) = macro_call(expr).filter(|it| matches!(it.name, "filter" | "map")) {
            return self.made_list(expr, &call);
        }
        match &expr.node {
            Node::Literal(it) => Ok(literal(it)),
            Node::List(items) => {
                let items: Written<Vec<String>> = items.iter().map(|it| self.value(it)).collect();
                Ok(format!("[{}]", items?.join(", ")))
            }
            Node::Name(name) => Ok(self.scope.name(name).unwrap_or("document").to_string()),
            Node::Index(of, index) => {
                Ok(format!("lib.at({}, {})", self.value(of)?, self.value(index)?))
            }
            Node::Minus(of) => {
                let is_whole = self.scope.type_of(of)? == Type::Int;
                let of = self.number(of)?;
                Ok(if is_whole {
                    format!("lib.whole(0 - {of})")
                } else {
                    format!("lib.number(0 - {of})")
                })
            }
            Node::Binary(Operator::Count(how), left, right) => {
                self.counted(*how, expr, left, right)
            }
            Node::Choice(condition, yes, no) if self.scope.type_of(expr)? != Type::Bool => {
                self.chosen(expr, condition, [yes, no])
            }
            Node::Call { name, target, arguments, .. }
                if matches!(name.as_str(), "size" | "timestamp" | "duration" | "version") =>
            {
                let of = target.as_deref().or(arguments.first());
                let of = of.map(|it| self.value(it)).transpose()?;
                Ok(format!("lib.{name}({})", of.unwrap_or_default()))
            }
            _ => self.boolean(expr),
        }
    }

    fn field(&mut self, of: &Expr, name: &str) -> Written<String> {
        let of = self.value(of)?;
        Ok(if of.ends_with(')') {
            format!("lib.field({of}, {})", quoted(name))
        } else if is_keyword(name) {
            format!("{of}[{}]", quoted(name))
        } else {
            format!("{of}.{name}")
        })
    }

    fn counted(
        &mut self,
        how: Counting,
        expr: &Expr,
        left: &Expr,
        right: &Expr,
    ) -> Written<String> {
        let found = self.scope.type_of(expr)?;
        if let Type::List(_) = found {
            return Ok(format!("array.concat({}, {})", self.list(left)?, self.list(right)?));
        }
        let is_time = matches!(found, Type::Moment | Type::Span);
        let (left, right) = if is_time {
            (self.value(left)?, self.value(right)?)
        } else {
            (self.number(left)?, self.number(right)?)
        };
        let sum = match how {
            Counting::Add => format!("{left} + {right}"),
            Counting::Subtract => format!("{left} - {right}"),
            Counting::Multiply => format!("{left} * {right}"),
            Counting::Divide if found == Type::Int => format!("lib.quotient({left}, {right})"),
            Counting::Divide => format!("lib.ratio({left}, {right})"),
            Counting::Remainder => format!("lib.remainder({left}, {right})"),
        };
        Ok(if found == Type::Int {
            format!("lib.whole({sum})")
        } else {
            format!("lib.number({sum})")
        })
    }

    /// `condition ? a : b`.
    fn chosen(&mut self, expr: &Expr, condition: &Expr, branches: [&Expr; 2]) -> Written<String> {
        self.rule(Part::Value, expr, |writer, head| {
            let rules = [true, false].into_iter().zip(branches).map(|(is_met, branch)| {
                let value = writer.value(branch)?;
                let body = writer.conjunction(condition, is_met)?;
                Ok(rule(&format!("{head} := {value}"), &body))
            });
            rules.collect()
        })
    }

    /// A yes-or-no expression where a value stands.
    fn boolean(&mut self, expr: &Expr) -> Written<String> {
        self.rule(Part::Value, expr, |writer, head| {
            let rules = [true, false].into_iter().map(|wanted| {
                let holds = alloc::vec![Line::Text(writer.truth(expr, wanted)?)];
                Ok(rule(&format!("{head} := {wanted}"), &holds))
            });
            rules.collect()
        })
    }

    /// `list.filter(...)` and `list.map(...)`, undefined where one element is unknown.
    fn made_list(&mut self, expr: &Expr, call: &MacroCall<'_>) -> Written<String> {
        self.rule(Part::Value, expr, |writer, head| {
            if call.name == "filter" {
                let known = writer.all_known(call)?;
                let matching = writer.matching(call)?;
                return Ok(alloc::vec![rule(&format!("{head} := {matching}"), &[known])]);
            }
            let made = writer.fresh("made");
            let list = writer.list(call.list)?;
            let variable = writer.enter(call)?;
            let value = writer.value(call.body);
            writer.scope.leave();
            let body = [
                Line::Text(format!("{made} := [{} | some {variable} in {list}]", value?)),
                Line::Text(format!("count({made}) == count({list})")),
            ];
            Ok(alloc::vec![rule(&format!("{head} := {made}"), &body)])
        })
    }
}

/// A sum without what keeps it together, where nothing binds tighter.
fn bare(value: &str) -> &str {
    let sum = value.strip_prefix("lib.number(").and_then(|it| it.strip_suffix(')'));
    sum.filter(|it| [" + ", " - "].iter().any(|sign| it.contains(sign))).unwrap_or(value)
}

/// Whether `null` is written there.
fn is_null(expr: &Expr) -> bool {
    matches!(expr.node, Node::Literal(Literal::Null))
}
