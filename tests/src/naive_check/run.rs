//! Answers, one part of an expression after the other.

use super::{Expr, Function, Macro, Operator, Thresholds, Value};
use super::{compare, count, moment, span, version};

/// What an expression is worth.
pub(crate) fn run(expr: &Expr, document: &Value, thresholds: &Thresholds) -> Value {
    Run { document, thresholds }.value(expr, &[])
}

#[derive(Clone, Copy)]
struct Run<'a> {
    document: &'a Value,
    thresholds: &'a Thresholds,
}

/// The variables of the macros around an expression, the innermost last.
type Variables<'a> = [(&'a str, &'a Value)];

impl Run<'_> {
    fn value(self, expr: &Expr, variables: &Variables<'_>) -> Value {
        let of = |it: &Expr| self.value(it, variables);
        match expr {
            Expr::Null => Value::Null,
            Expr::Bool(value) => Value::Bool(*value),
            Expr::Int(value) => Value::Int(*value),
            Expr::Double(value) => Value::Double(*value),
            Expr::Text(text) => Value::Text(text.clone()),
            Expr::List(items) => Value::List(items.iter().map(of).collect()),
            Expr::Policy(name) => self.thresholds[name].clone(),
            Expr::Document(_) => self.document.clone(),
            Expr::Variable(name) => {
                let found = variables.iter().rev().find(|(known, _)| known == name);
                found.unwrap().1.clone()
            }
            Expr::Field(object, name) => field(&of(object), name),
            Expr::Has(object, name) => has(&of(object), name),
            Expr::Index(list, at) => element(&of(list), &of(at)),
            Expr::Not(a) => not(&of(a)),
            Expr::Minus(a) => count::minus(&of(a)),
            Expr::Two(Operator::Equal, a, b) if **b == Expr::Null => is_null(&of(a)),
            Expr::Two(Operator::NotEqual, a, b) if **b == Expr::Null => not(&is_null(&of(a))),
            Expr::Two(operator, a, b) => two(*operator, &of(a), &of(b)),
            Expr::Choice(condition, yes, no) => match of(condition) {
                Value::Bool(true) => of(yes),
                Value::Bool(false) => of(no),
                _ => Value::Unknown,
            },
            Expr::Call(function, a) => call(*function, &of(a)),
            Expr::Macro(which, list, variable, body) => {
                let Value::List(items) = of(list) else { return Value::Unknown };
                let answers: Vec<Value> = items
                    .iter()
                    .map(|it| self.value(body, &[variables, &[(variable.as_str(), it)]].concat()))
                    .collect();
                of_all(*which, items, answers)
            }
        }
    }
}

fn field(object: &Value, name: &str) -> Value {
    let Value::Object(fields) = object else { return Value::Unknown };
    fields.get(name).cloned().unwrap_or(Value::Unknown)
}

fn has(object: &Value, name: &str) -> Value {
    let Value::Object(fields) = object else { return Value::Unknown };
    Value::Bool(fields.get(name).is_some_and(|it| *it != Value::Null))
}

fn element(list: &Value, at: &Value) -> Value {
    let (Value::List(items), Value::Int(at)) = (list, at) else { return Value::Unknown };
    let Ok(at) = usize::try_from(*at) else { return Value::Unknown };
    items.get(at).cloned().unwrap_or(Value::Unknown)
}

fn not(a: &Value) -> Value {
    if let Value::Bool(a) = a { Value::Bool(!a) } else { Value::Unknown }
}

fn is_null(a: &Value) -> Value {
    if *a == Value::Unknown { Value::Unknown } else { Value::Bool(*a == Value::Null) }
}

fn two(operator: Operator, a: &Value, b: &Value) -> Value {
    match operator {
        Operator::And => and(a, b),
        Operator::Or => not(&and(&not(a), &not(b))),
        Operator::In => compare::is_in(a, b),
        Operator::Equal => compare::equal(a, b),
        Operator::NotEqual => not(&compare::equal(a, b)),
        Operator::Less => compare::less(a, b),
        Operator::Greater => compare::less(b, a),
        Operator::LessOrEqual => not(&compare::less(b, a)),
        Operator::GreaterOrEqual => not(&compare::less(a, b)),
        Operator::StartsWith => search(a, b, |a, b| a.starts_with(b)),
        Operator::EndsWith => search(a, b, |a, b| a.ends_with(b)),
        Operator::Contains => search(a, b, |a, b| a.contains(b)),
        Operator::Add
        | Operator::Subtract
        | Operator::Multiply
        | Operator::Divide
        | Operator::Remainder => count::count(operator, a, b),
    }
}

fn and(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Bool(false), _) | (_, Value::Bool(false)) => Value::Bool(false),
        (Value::Bool(true), Value::Bool(true)) => Value::Bool(true),
        _ => Value::Unknown,
    }
}

fn search(a: &Value, b: &Value, is_found: fn(&str, &str) -> bool) -> Value {
    let (Value::Text(a), Value::Text(b)) = (a, b) else { return Value::Unknown };
    Value::Bool(is_found(a, b))
}

fn call(function: Function, of: &Value) -> Value {
    match (function, of) {
        (Function::Size, Value::List(items)) => size(items.len()),
        (Function::Size, Value::Text(text)) => size(text.chars().count()),
        (Function::Timestamp, Value::Text(text)) => {
            Value::from_option(moment::moment(text), Value::Moment)
        }
        (Function::Duration, Value::Text(text)) => {
            Value::from_option(span::span(text), Value::Span)
        }
        (Function::Version, Value::Text(text)) => {
            Value::from_option(version::version(text), Value::Version)
        }
        _ => Value::Unknown,
    }
}

fn size(n: usize) -> Value {
    Value::Int(i64::try_from(n).unwrap())
}

/// What a macro makes of the answers about the elements of a list.
fn of_all(which: Macro, items: Vec<Value>, answers: Vec<Value>) -> Value {
    let n = |wanted: &Value| answers.iter().filter(|it| *it == wanted).count();
    let (n_yes, n_no) = (n(&Value::Bool(true)), n(&Value::Bool(false)));
    let is_known = n_yes + n_no == answers.len();
    match which {
        Macro::All if n_no > 0 => Value::Bool(false),
        Macro::Exists if n_yes > 0 => Value::Bool(true),
        Macro::ExistsOne if n_yes > 1 => Value::Bool(false),
        Macro::Map => Value::List(answers),
        _ if !is_known => Value::Unknown,
        Macro::All => Value::Bool(true),
        Macro::Exists => Value::Bool(false),
        Macro::ExistsOne => Value::Bool(n_yes == 1),
        Macro::Filter => {
            let kept = items.into_iter().zip(answers).filter(|(_, it)| *it == Value::Bool(true));
            Value::List(kept.map(|(item, _)| item).collect())
        }
    }
}
