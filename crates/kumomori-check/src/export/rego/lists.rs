//! Lists: what must hold of every element, of one, or of exactly one.

use super::body::{Body, Line, rule};
use super::{Writer, Written, text};
use crate::export::{MacroCall, field, macro_call};
use crate::syntax::tree::{Expr, Node, Operator};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

impl Writer<'_> {
    /// The rules of `broken`: each part of a conjunction by itself, and each element of a list.
    pub(super) fn broken(&mut self, expr: &Expr, rules: &mut Vec<String>) -> Written<()> {
        if let Node::Binary(Operator::And, left, right) = &expr.node {
            self.broken(left, rules)?;
            return self.broken(right, rules);
        }
        self.declared.clear();
        let call = macro_call(expr).filter(|it| it.name == "all");
        let place = |it: &MacroCall<'_>| match self.scope.threshold(it.list) {
            None => path(it.list),
            Some(_) => None,
        };
        let Some((call, path)) = call.and_then(|it| place(&it).map(|path| (it, path))) else {
            rules.extend(self.main("broken contains \"\"", expr, false)?);
            return Ok(());
        };
        let list = self.list(call.list)?;
        let index = self.fresh("idx");
        let variable = self.enter(&call)?;
        let mut body = alloc::vec![Line::Text(format!("some {index}, {variable} in {list}"))];
        let failing = self.conjunction(call.body, false);
        self.scope.leave();
        body.extend(failing?);
        let path = text::quoted(&format!("{path}[%d]"));
        rules.push(rule(&format!("broken contains sprintf({path}, [{index}])"), &body));
        Ok(())
    }

    /// `list.all(...)` and `list.exists(...)`.
    pub(super) fn each(&mut self, call: &MacroCall<'_>, wanted: bool) -> Written<Body> {
        let list = self.list(call.list)?;
        let variable = self.enter(call)?;
        let is_every = (call.name == "all") == wanted;
        let mut body = self.conjunction(call.body, wanted);
        if let (true, Ok(lines)) = (is_every, &body)
            && lines.iter().any(|it| matches!(it, Line::Every(..)))
        {
            // Not every program that runs Rego sees the variable of an `every` in another one.
            body = self.truth(call.body, wanted).map(|it| alloc::vec![Line::Text(it)]);
        }
        self.scope.leave();
        let body = body?;
        let head = format!("{variable} in {list}");
        if is_every {
            self.forget(&variable);
            return Ok(alloc::vec![Line::Every(head, body)]);
        }
        let mut lines = alloc::vec![Line::Text(format!("some {head}"))];
        lines.extend(body);
        Ok(lines)
    }

    /// That the body of a macro is known for every element.
    pub(super) fn all_known(&mut self, call: &MacroCall<'_>) -> Written<Line> {
        let list = self.list(call.list)?;
        let variable = self.enter(call)?;
        let known = self.known(call.body);
        self.scope.leave();
        self.forget(&variable);
        Ok(Line::Every(format!("{variable} in {list}"), alloc::vec![Line::Text(known?)]))
    }

    /// The list of those elements for which the body of a macro is true.
    pub(super) fn matching(&mut self, call: &MacroCall<'_>) -> Written<String> {
        let list = self.list(call.list)?;
        let variable = self.enter(call)?;
        let holds = self.truth(call.body, true);
        self.scope.leave();
        self.forget(&variable);
        Ok(format!("[{variable} | some {variable} in {list}; {}]", holds?))
    }

    pub(super) fn exactly_one(&mut self, call: &MacroCall<'_>, wanted: bool) -> Written<Vec<Body>> {
        let counted = |writer: &mut Self, how: &str| {
            Ok(Line::Text(format!("count({}) {how}", writer.matching(call)?)))
        };
        if wanted {
            return Ok(alloc::vec![alloc::vec![self.all_known(call)?, counted(self, "== 1")?]]);
        }
        Ok(alloc::vec![
            alloc::vec![counted(self, "> 1")?],
            alloc::vec![self.all_known(call)?, counted(self, "== 0")?],
        ])
    }
}

/// The place of a list in its document; `None` for a list that an expression made.
fn path(list: &Expr) -> Option<String> {
    if let Node::Name(_) = list.node {
        return Some(String::new());
    }
    let (of, name) = field(list)?;
    let of = path(of)?;
    Some(if of.is_empty() { name.into() } else { format!("{of}.{name}") })
}
