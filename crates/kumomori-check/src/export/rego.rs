//! Rules of Rego v1.
//!
//! A rule of Rego is true or undefined, so every yes-or-no expression becomes two: one for yes and
//! one for no. Where something is missing, or of another type than it should be, both are
//! undefined, as the expression is unknown. The rules call the functions of `data.lib.kumomori`,
//! imported as `lib`, and name the document `document` and the thresholds `policy`.

mod body;
mod lists;
mod term;
pub mod text;

use super::{MacroCall, Scope, macro_call};
use crate::compile::compile;
use crate::compile::types::Type;
use crate::fault::{Fault, Span};
use crate::kind::Kind;
use crate::program::{Comparison, Policy};
use crate::syntax::parse;
use crate::syntax::tree::{Expr, Node, Operator};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use body::{Body, Line, rule};

/// Which question of a check an expression is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Whether the question arises: rules `applies` and `excluded`.
    When,
    /// What must hold: rules `holds` and `broken`, the set of places where it does not.
    Expect,
}

/// The rules of an expression about documents of a kind, formatted as `opa fmt` does.
///
/// # Errors
///
/// The first thing that cannot be meant, with its place.
pub fn rules(text: &str, side: Side, kind: &Kind, policy: &Policy) -> Result<String, Fault> {
    compile(text, kind, policy)?;
    let expr = parse(text)?;
    let mut writer = Writer::new(side, kind, policy);
    let mut rules = writer.main(&side.name(Part::Yes), &expr, true)?;
    writer.declared.clear();
    match side {
        Side::When => rules.extend(writer.main(&side.name(Part::No), &expr, false)?),
        Side::Expect => writer.broken(&expr, &mut rules)?,
    }
    rules.extend(writer.rules.into_iter().flatten());
    Ok(rules.join("\n"))
}

/// What a rule that others call answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Whether an expression is true.
    Yes,
    /// Whether it is false.
    No,
    /// Whether it is one of both.
    Known,
    /// What it is.
    Value,
}

impl Part {
    fn of(wanted: bool) -> Self {
        if wanted { Self::Yes } else { Self::No }
    }
}

impl Side {
    fn name(self, part: Part) -> String {
        let name = match (self, part) {
            (Self::When, Part::Yes) => "applies",
            (Self::When, Part::No) => "excluded",
            (Self::When, Part::Known) => "when_known",
            (Self::When, Part::Value) => "when_value",
            (Self::Expect, Part::Yes) => "holds",
            (Self::Expect, Part::No) => "fails",
            (Self::Expect, Part::Known) => "known",
            (Self::Expect, Part::Value) => "value",
        };
        name.into()
    }
}

struct Writer<'a> {
    side: Side,
    scope: Scope<'a>,
    /// The names that the rule being written has declared.
    declared: Vec<String>,
    /// The rules that others call, in the order in which they were first called.
    rules: Vec<Vec<String>>,
    /// What they are called, by what they answer and where it stands.
    known: Vec<((Part, Span), String)>,
}

type Written<T> = Result<T, Fault>;

impl<'a> Writer<'a> {
    fn new(side: Side, kind: &'a Kind, policy: &'a Policy) -> Self {
        let scope = Scope::new(kind, policy);
        Self { side, scope, declared: Vec::new(), rules: Vec::new(), known: Vec::new() }
    }

    fn main(&mut self, name: &str, expr: &Expr, wanted: bool) -> Written<Vec<String>> {
        let bodies = self.bodies(expr, wanted)?;
        Ok(bodies.iter().map(|it| rule(name, it)).collect())
    }

    /// The rules under which an expression is true or false, each by itself enough.
    fn bodies(&mut self, expr: &Expr, wanted: bool) -> Written<Vec<Body>> {
        match &expr.node {
            Node::Not(of) => self.bodies(of, !wanted),
            Node::Binary(Operator::And, left, right) => self.joined((left, right), wanted, wanted),
            Node::Binary(Operator::Or, left, right) => self.joined((left, right), !wanted, wanted),
            Node::Choice(condition, yes, no) => {
                let branches = [(true, yes), (false, no)];
                let bodies = branches.into_iter().map(|(is_met, branch)| {
                    let mut body = self.conjunction(condition, is_met)?;
                    body.extend(self.conjunction(branch, wanted)?);
                    Ok(body)
                });
                bodies.collect()
            }
            Node::Binary(Operator::Compare(how), left, right) if self.is_truth(left, right)? => {
                let is_same = (*how == Comparison::Equal) == wanted;
                let bodies = [true, false].into_iter().map(|first| {
                    let mut body = self.conjunction(left, first)?;
                    body.extend(self.conjunction(right, first == is_same)?);
                    Ok(body)
                });
                bodies.collect()
            }
            _ => match macro_call(expr).filter(|it| it.name == "exists_one") {
                Some(call) => self.exactly_one(&call, wanted),
                None => Ok(alloc::vec![self.leaf(expr, wanted)?]),
            },
        }
    }

    /// Two expressions of which both are needed, or each is enough.
    fn joined(
        &mut self,
        (left, right): (&Expr, &Expr),
        are_both: bool,
        wanted: bool,
    ) -> Written<Vec<Body>> {
        if are_both {
            let mut body = self.conjunction(left, wanted)?;
            body.extend(self.conjunction(right, wanted)?);
            return Ok(alloc::vec![body]);
        }
        let mut bodies = self.bodies(left, wanted)?;
        bodies.extend(self.bodies(right, wanted)?);
        Ok(bodies)
    }

    /// Whether two values are compared that are true or false.
    fn is_truth(&self, left: &Expr, right: &Expr) -> Written<bool> {
        let is_bool = |it: &Expr| self.scope.type_of(it).map(|it| it == Type::Bool);
        Ok(is_bool(left)? && is_bool(right)?)
    }

    /// Whether there is more than one way for an expression to be true or false.
    fn has_ways(&self, expr: &Expr, wanted: bool) -> Written<bool> {
        Ok(match &expr.node {
            Node::Not(of) => self.has_ways(of, !wanted)?,
            Node::Binary(Operator::And, ..) => !wanted,
            Node::Binary(Operator::Or, ..) => wanted,
            Node::Choice(..) => true,
            Node::Binary(Operator::Compare(_), left, right) => self.is_truth(left, right)?,
            _ => macro_call(expr).is_some_and(|it| it.name == "exists_one") && !wanted,
        })
    }

    /// The lines under which an expression is true or false; a rule of its own where there is
    /// more than one way.
    fn conjunction(&mut self, expr: &Expr, wanted: bool) -> Written<Body> {
        if self.has_ways(expr, wanted)? {
            return Ok(alloc::vec![Line::Text(self.truth(expr, wanted)?)]);
        }
        Ok(self.bodies(expr, wanted)?.into_iter().flatten().collect())
    }

    /// The call of a rule that says whether an expression is true, or false.
    fn truth(&mut self, expr: &Expr, wanted: bool) -> Written<String> {
        self.rule(Part::of(wanted), expr, |writer, head| writer.main(head, expr, wanted))
    }

    /// The call of a rule that says whether anything is known of an expression.
    fn known(&mut self, expr: &Expr) -> Written<String> {
        self.rule(Part::Known, expr, |writer, head| {
            let ways = [true, false]
                .into_iter()
                .map(|wanted| Ok(rule(head, &[Line::Text(writer.truth(expr, wanted)?)])));
            ways.collect()
        })
    }

    /// The call of a rule, which is written when it is first called.
    fn rule(
        &mut self,
        part: Part,
        expr: &Expr,
        write: impl FnOnce(&mut Self, &str) -> Written<Vec<String>>,
    ) -> Written<String> {
        let parameters = self.parameters(expr);
        let arguments = match parameters.as_slice() {
            [] => String::new(),
            names => format!("({})", names.join(", ")),
        };
        let place = (part, expr.span);
        if let Some((_, name)) = self.known.iter().find(|(it, _)| *it == place) {
            return Ok(format!("{name}{arguments}"));
        }
        let idx = self.rules.len();
        let name = format!("{}_{}", self.side.name(part), idx + 1);
        self.known.push((place, name.clone()));
        self.rules.push(Vec::new());
        let outer = core::mem::replace(&mut self.declared, parameters);
        let rules = write(self, &format!("{name}{arguments}"));
        self.declared = outer;
        if let Some(place) = self.rules.get_mut(idx) {
            *place = rules?;
        }
        Ok(format!("{name}{arguments}"))
    }

    /// The variables that an expression mentions.
    fn parameters(&self, expr: &Expr) -> Vec<String> {
        let known = self.scope.typed.iter().zip(&self.scope.names);
        let mentioned = known.filter(|((written, _), name)| {
            self.scope.name(written) == Some(name) && mentions(expr, written)
        });
        mentioned.map(|(_, name)| name.clone()).collect()
    }

    /// A name that the rule being written has not declared yet.
    fn fresh(&mut self, written: &str) -> String {
        let mut base = if written == "_" { "it".to_string() } else { written.to_string() };
        if body::is_reserved(&base) || base.ends_with(|c: char| c.is_ascii_digit()) {
            base.push('_');
        }
        let mut name = base.clone();
        let mut n = 1;
        while self.declared.contains(&name) {
            n += 1;
            name = format!("{base}_{n}");
        }
        self.declared.push(name.clone());
        name
    }

    /// Frees a name that was declared for one line only.
    fn forget(&mut self, name: &str) {
        self.declared.retain(|it| it != name);
    }

    /// Steps into a macro and names its variable.
    fn enter(&mut self, call: &MacroCall<'_>) -> Written<String> {
        let name = self.fresh(call.variable);
        self.scope.enter(call.list, call.variable, name.clone())?;
        Ok(name)
    }
}

/// Whether an expression has a name in it.
fn mentions(expr: &Expr, name: &str) -> bool {
    let any = |parts: &[&Expr]| parts.iter().any(|it| mentions(it, name));
    match &expr.node {
        Node::Literal(_) => false,
        Node::Name(it) => it == name,
        Node::List(items) => items.iter().any(|it| mentions(it, name)),
        Node::Field(of, ..) | Node::Not(of) | Node::Minus(of) => mentions(of, name),
        Node::Index(a, b) | Node::Binary(_, a, b) => any(&[a, b]),
        Node::Choice(a, b, c) => any(&[a, b, c]),
        Node::Call { target, arguments, .. } => {
            target.as_deref().is_some_and(|it| mentions(it, name))
                || arguments.iter().any(|it| mentions(it, name))
        }
    }
}
