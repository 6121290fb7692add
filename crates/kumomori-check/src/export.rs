//! Checks in languages that other programs run: rules of Rego, and standard CEL.
//!
//! Both keep what an evaluation says of a document that has everything it needs. [`rego`] also
//! keeps what is unknown; of [`cel`] it becomes an error of the host.

pub mod cel;
pub mod rego;

use crate::compile::type_of;
use crate::compile::types::Type;
use crate::fault::Fault;
use crate::kind::Kind;
use crate::program::Policy;
use crate::syntax::tree::{Expr, Literal, Node};
use crate::value::Threshold;
use alloc::string::String;
use alloc::vec::Vec;

/// The variables of the macros around a part of an expression, the outermost first.
struct Scope<'a> {
    kind: &'a Kind,
    policy: &'a Policy,
    /// Each variable with its type, under the name that it is written with.
    typed: Vec<(String, Type)>,
    /// The same variables, under the names that are exported.
    names: Vec<String>,
}

impl<'a> Scope<'a> {
    fn new(kind: &'a Kind, policy: &'a Policy) -> Self {
        Self { kind, policy, typed: Vec::new(), names: Vec::new() }
    }

    fn type_of(&self, expr: &Expr) -> Result<Type, Fault> {
        type_of(expr, (self.kind, self.policy), &self.typed)
    }

    /// The exported name of a variable; `None` for the document.
    fn name(&self, written: &str) -> Option<&str> {
        let idx = self.typed.iter().rposition(|(it, _)| it == written)?;
        self.names.get(idx).map(String::as_str)
    }

    /// The name and the value of the threshold that an expression is.
    fn threshold<'e>(&self, expr: &'e Expr) -> Option<(&'e str, &'a Threshold)> {
        let (of, name) = field(expr)?;
        let is_policy = matches!(&of.node, Node::Name(it) if it == "policy");
        let (_, value) = self.policy.thresholds.iter().find(|(it, _)| it == name)?;
        (is_policy && self.name("policy").is_none()).then_some((name, value))
    }

    /// Steps into the macro over a list.
    fn enter(&mut self, list: &Expr, written: &str, exported: String) -> Result<(), Fault> {
        let Type::List(item) = self.type_of(list)? else { return Ok(()) };
        self.typed.push((written.into(), *item));
        self.names.push(exported);
        Ok(())
    }

    fn leave(&mut self) {
        self.typed.pop();
        self.names.pop();
    }
}

/// `object.name`, or `object['name']`.
fn field(expr: &Expr) -> Option<(&Expr, &str)> {
    match &expr.node {
        Node::Field(of, name, _) => Some((of, name)),
        Node::Index(of, index) => match &index.node {
            Node::Literal(Literal::Text(name)) => Some((of, name)),
            _ => None,
        },
        _ => None,
    }
}

/// `list.macro(variable, body)`.
struct MacroCall<'a> {
    name: &'a str,
    list: &'a Expr,
    variable: &'a str,
    body: &'a Expr,
}

fn macro_call(expr: &Expr) -> Option<MacroCall<'_>> {
    let Node::Call { name, target: Some(list), arguments, .. } = &expr.node else { return None };
    let [Expr { node: Node::Name(variable), .. }, body] = arguments.as_slice() else { return None };
    Some(MacroCall { name, list, variable, body })
}

#[cfg(test)]
mod tests;
