//! The exported CEL expressions, run by cel.

use crate::cases::Case;
use crate::rego::export;
use cel::objects::{Key, Map};
use cel::{Context, Program, Value};
use kumomori_check::evaluate::Verdict;
use serde::Deserialize;
use serde_json::Value as Json;
use std::collections::HashMap;
use std::sync::Arc;

#[derive(Deserialize)]
struct Entry {
    id: String,
    variable: String,
    when: Option<String>,
    expect: String,
}

struct Expression {
    id: String,
    when: Option<Program>,
    expect: Program,
}

/// The compiled expressions of a case.
pub(crate) struct Expressions {
    variable: String,
    all: Vec<Expression>,
    root: Context<'static, 'static>,
}

impl Expressions {
    pub(crate) fn new(case: &Case) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        export(case, |it| entries = serde_saphyr::from_str(&it.cel().unwrap()).unwrap());
        let variable = entries.first().unwrap().variable.clone();
        let compile = |text: &str| Program::compile(text).unwrap();
        let expressions = entries.into_iter().map(|it| {
            let (when, expect) = (it.when.as_deref().map(compile), compile(&it.expect));
            Expression { id: it.id, when, expect }
        });
        Self { variable, all: expressions.collect(), root: Context::default() }
    }

    /// Reads a document.
    pub(crate) fn read(&self, document: &[u8]) -> Context<'_, '_> {
        let mut context = self.root.new_inner_scope();
        let document = value(serde_json::from_slice(document).unwrap());
        context.add_variable_from_value(self.variable.clone(), document);
        context
    }

    /// The verdicts on a document, as JSON.
    pub(crate) fn verdicts(&self, document: &[u8]) -> String {
        let context = self.read(document);
        let said = self.all.iter().map(|it| (it.id.clone(), it.verdict(&context).word()));
        let said: serde_json::Map<String, Json> = said.map(|(id, it)| (id, it.into())).collect();
        Json::from(said).to_string()
    }

    /// The verdict of the expression at a place.
    pub(crate) fn verdict(&self, expression: usize, context: &Context<'_, '_>) -> Verdict {
        self.all.get(expression).unwrap().verdict(context)
    }
}

impl Expression {
    fn verdict(&self, context: &Context<'_, '_>) -> Verdict {
        let ask = |program: &Program| match program.execute(context) {
            Ok(Value::Bool(answer)) => Some(answer),
            _ => None,
        };
        match self.when.as_ref().map_or(Some(true), ask) {
            Some(true) => {}
            Some(false) => return Verdict::NotApplicable,
            None => return Verdict::Insufficient,
        }
        match ask(&self.expect) {
            Some(true) => Verdict::Supports,
            Some(false) => Verdict::Contradicts,
            None => Verdict::Insufficient,
        }
    }
}

/// A document as a host gives it: whole numbers are `int`.
fn value(json: Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(it) => Value::Bool(it),
        Json::Number(it) => match it.as_i64() {
            Some(it) => Value::Int(it),
            None => Value::Float(it.as_f64().unwrap()),
        },
        Json::String(it) => Value::String(Arc::new(it)),
        Json::Array(it) => Value::List(Arc::new(it.into_iter().map(value).collect())),
        Json::Object(it) => {
            let entries = it.into_iter().map(|(key, it)| (Key::from(key), value(it)));
            Value::Map(Map { map: Arc::new(entries.collect::<HashMap<_, _>>()) })
        }
    }
}
