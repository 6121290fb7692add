//! Exported Rego, run by regorus.

use kumomori_check::evaluate::Verdict;
use kumomori_report::export::File;
use regorus::{Engine, Value};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// An engine for each check, with its module and the library.
pub(crate) struct Modules {
    by_check: BTreeMap<String, Engine>,
    input: Value,
}

impl Modules {
    pub(crate) fn new(files: &[File]) -> Self {
        let (library, checks): (Vec<&File>, Vec<&File>) =
            files.iter().partition(|it| it.name.starts_with("lib/"));
        let mut engine = Engine::new();
        for file in library {
            engine.add_policy(file.name.clone(), file.text.clone()).unwrap();
        }
        let by_check = checks.into_iter().map(|file| {
            let mut engine = engine.clone();
            // As OPA does unless it is told otherwise.
            engine.set_strict_builtin_errors(false);
            engine.add_policy(file.name.clone(), file.text.clone()).unwrap();
            let name = file.name.trim_start_matches("kumomori/checks/").trim_end_matches(".rego");
            (name.to_owned(), engine)
        });
        Self { by_check: by_check.collect(), input: Value::Undefined }
    }

    /// Sets the document to ask.
    pub(crate) fn take(&mut self, file: &Json) {
        self.input = Value::from_json_str(&file.to_string()).unwrap();
    }

    /// Sets the thresholds of a team.
    pub(crate) fn set_policy(&mut self, policy: &Json) {
        let data = json!({ "kumomori": { "policy": policy } }).to_string();
        for engine in self.by_check.values_mut() {
            engine.add_data_json(&data).unwrap();
        }
    }

    /// The verdict of a check.
    pub(crate) fn verdict(&mut self, check: &str) -> Verdict {
        let verdict = self.rule(check, "verdict");
        let word = verdict.as_string().unwrap();
        Verdict::ALL.into_iter().find(|it| it.word() == word.as_ref()).unwrap()
    }

    /// Where a check is violated, sorted.
    pub(crate) fn violated(&mut self, check: &str) -> Vec<String> {
        let violations = self.rule(check, "violation");
        let paths = violations.as_set().unwrap().iter().map(|it| it["path"].as_string().unwrap());
        paths.map(ToString::to_string).collect()
    }

    /// Whether a check warns that it is left open.
    pub(crate) fn is_warning(&mut self, check: &str) -> bool {
        !self.rule(check, "warn").as_set().unwrap().is_empty()
    }

    fn rule(&mut self, check: &str, rule: &str) -> Value {
        let package = check.replace('-', "_");
        let engine = self.by_check.get_mut(&package).unwrap();
        engine.set_input(self.input.clone());
        engine.eval_rule(format!("data.kumomori.checks.{package}.{rule}")).unwrap()
    }
}
