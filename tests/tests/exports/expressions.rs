//! Exported CEL, run by cel.

use cel::objects::{Key, Map};
use cel::{Context, Program, Value};
use kumomori_check::evaluate::Verdict;
use serde::Deserialize;
use serde_json::Value as Json;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

#[derive(Deserialize)]
struct Entry {
    id: String,
    variable: String,
    when: Option<String>,
    expect: String,
}

struct Expression {
    variable: String,
    when: Option<Program>,
    expect: Program,
}

pub(crate) struct Expressions {
    by_check: BTreeMap<String, Expression>,
}

impl Expressions {
    pub(crate) fn new(yaml: &str) -> Self {
        let entries: Vec<Entry> = serde_saphyr::from_str(yaml).unwrap();
        let compile = |text: &str| Program::compile(text).unwrap();
        let by_check = entries.into_iter().map(|it| {
            let (when, expect) = (it.when.as_deref().map(compile), compile(&it.expect));
            (it.id, Expression { variable: it.variable, when, expect })
        });
        Self { by_check: by_check.collect() }
    }

    /// The verdict that the file describes for what an expression says of a document.
    pub(crate) fn verdict(&self, check: &str, document: &Json) -> Verdict {
        let Expression { variable, when, expect } = &self.by_check[check];
        let mut context = Context::default();
        context.add_variable_from_value(variable.clone(), value(document));
        let ask = |program: &Program| match program.execute(&context) {
            Ok(Value::Bool(answer)) => Some(answer),
            _ => None,
        };
        match when.as_ref().map_or(Some(true), ask) {
            Some(true) => {}
            Some(false) => return Verdict::NotApplicable,
            None => return Verdict::Insufficient,
        }
        match ask(expect) {
            Some(true) => Verdict::Supports,
            Some(false) => Verdict::Contradicts,
            None => Verdict::Insufficient,
        }
    }
}

/// A document as a host gives it: whole numbers are `int`.
fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(it) => Value::Bool(*it),
        Json::Number(it) => match it.as_i64() {
            Some(it) => Value::Int(it),
            None => Value::Float(it.as_f64().unwrap()),
        },
        Json::String(it) => Value::String(Arc::new(it.clone())),
        Json::Array(it) => Value::List(Arc::new(it.iter().map(value).collect())),
        Json::Object(it) => {
            let entries = it.iter().map(|(key, it)| (Key::from(key.clone()), value(it)));
            Value::Map(Map { map: Arc::new(entries.collect::<HashMap<_, _>>()) })
        }
    }
}
