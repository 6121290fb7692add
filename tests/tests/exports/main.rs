//! The exported checks, run by others: Rego by regorus, CEL by cel, beside our own verdicts.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod documents;
mod expressions;
mod language;
mod modules;

use expressions::Expressions;
use kumomori_check::evaluate::Verdict;
use kumomori_core::checks::asking::Questions;
use kumomori_core::checks::{Checks, Written};
use kumomori_core::text::Lang;
use kumomori_report::export::{Export, MARK};
use kumomori_report::names::Names;
use kumomori_tests::policies::written;
use kumomori_tests::random::cases;
use modules::Modules;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// The library with its texts in one language.
fn names(lang: Lang) -> Names<'static> {
    let (library, texts) = (kumomori_data::library().unwrap(), kumomori_data::texts(lang).unwrap());
    Names { library, checks: None, texts, lang }
}

/// Both exports of the library's checks, ready to be run.
struct Others {
    rego: Modules,
    cel: Expressions,
}

impl Others {
    fn new(checks: &Checks, written: &[Written]) -> Self {
        let (ja, en) = (names(Lang::Ja), names(Lang::En));
        let export = Export { checks, written, policy: &checks.policy(), ja, en, lang: Lang::En };
        let rego = Modules::new(&export.rego().unwrap());
        Self { rego, cel: Expressions::new(&export.cel().unwrap()) }
    }
}

/// What is said of one check, by us and by the others.
#[derive(Debug)]
struct Said {
    check: String,
    ours: Verdict,
    rego: Verdict,
    cel: Verdict,
}

/// Asks everybody about a document in its envelope.
fn ask(questions: &Questions<'_>, others: &mut Others, file: &Value) -> Vec<Said> {
    let asked = questions.ask(file.to_string().as_bytes()).unwrap();
    let document = file.get("document").unwrap();
    others.rego.take(file);
    let answers = asked.answers.iter().map(|it| {
        let check = it.check.id.as_str().to_owned();
        let rego = others.rego.verdict(&check);
        let cel = others.cel.verdict(&check, &without_nulls(document));
        Said { check, ours: it.outcome.verdict, rego, cel }
    });
    answers.collect()
}

impl Said {
    /// What is wrong: Rego says what we say; CEL says it where nothing is missing, and never lets
    /// pass or blames what we leave open.
    fn difference(&self) -> Option<String> {
        let is_cel_right = self.cel == self.ours || self.cel == Verdict::Insufficient;
        let is_right = self.rego == self.ours && is_cel_right;
        let Self { check, ours, rego, cel } = self;
        (!is_right).then(|| format!("{check}: {ours:?}, Rego {rego:?}, CEL {cel:?}"))
    }
}

#[test]
fn fixtures_get_the_verdict_that_they_are_named_after() {
    let checks = kumomori_data::checks().unwrap();
    let questions = Questions::new(&checks, checks.policy());
    let mut others = Others::new(&checks, &written());
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/checks");
    let (mut n_files, mut wrong) = (0, Vec::new());
    for check in &checks.checks {
        let check = check.id.as_str();
        for entry in fs::read_dir(folder.join(check)).unwrap() {
            let path = entry.unwrap().path();
            let file: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
            let expected = path.file_stem().unwrap().to_str().unwrap();
            let said = ask(&questions, &mut others, &file);
            let of_check = said.iter().find(|it| it.check == check).unwrap();
            let verdicts = [of_check.rego, of_check.cel].map(Verdict::word);
            if verdicts != [expected; 2] {
                wrong.push(format!("{check}/{expected}: {verdicts:?}"));
            }
            wrong.extend(said.iter().filter_map(Said::difference));
            let is_violated = !others.rego.violated(check).is_empty();
            assert_eq!(is_violated, expected == "contradicts", "{check}/{expected}");
            let is_warning = others.rego.is_warning(check);
            assert_eq!(is_warning, expected == "insufficient", "{check}/{expected}");
            n_files += 1;
        }
    }
    assert!(n_files >= checks.checks.len() * 3, "{n_files}");
    assert_eq!(wrong, Vec::<String>::new());
}

/// A document as its schema has it, which CEL asks for: what is null is left out.
fn without_nulls(document: &Value) -> Value {
    match document {
        Value::Object(fields) => {
            let given = fields.iter().filter(|(_, it)| !it.is_null());
            given.map(|(name, it)| (name.clone(), without_nulls(it))).collect()
        }
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

/// Compares random documents of every kind.
fn compare(n_cases: (u32, u32), are_complete: bool) {
    let checks = kumomori_data::checks().unwrap();
    let questions = Questions::new(&checks, checks.policy());
    let written = written();
    let others = std::cell::RefCell::new(Others::new(&checks, &written));
    for (idx, kind) in checks.kinds.iter().enumerate() {
        let words = documents::Words::of(&checks, &written, idx);
        let strategy = documents::document(&kind.kind, &words, are_complete);
        let mut runner = TestRunner::new(cases(n_cases.0, n_cases.1));
        let result = runner.run(&strategy, |document| {
            let file = json!({ "kind": kind.kind.id, "document": document });
            for said in ask(&questions, &mut others.borrow_mut(), &file) {
                let difference = said.difference();
                prop_assert!(difference.is_none(), "{}", difference.unwrap_or_default());
                prop_assert!(
                    !are_complete || said.cel == said.ours || said.ours == Verdict::Insufficient,
                    "{}: {:?}, CEL {:?}",
                    said.check,
                    said.ours,
                    said.cel
                );
            }
            Ok(())
        });
        assert!(result.is_ok(), "{}: {}", kind.kind.id, result.unwrap_err());
    }
}

#[test]
fn all_agree_on_complete_documents() {
    compare((32, 2_000), true);
}

#[test]
fn nobody_passes_or_blames_what_is_left_open() {
    compare((32, 2_000), false);
}

fn endpoint(min_version: &str) -> Value {
    json!({ "min_version": min_version })
}

#[test]
fn a_violation_says_which_element_breaks_a_check() {
    let mut others = Others::new(&kumomori_data::checks().unwrap(), &written());
    others.rego.take(&json!([endpoint("TLS1.2"), endpoint("TLS1.0"), endpoint("SSL3"), {}]));
    assert_eq!(others.rego.violated("tls-floor"), ["[1]", "[2]"]);
    others.rego.take(&json!({ "stores": [] }));
    assert_eq!(others.rego.violated("log-kept"), [""]);
    others.rego.take(&json!({ "stores": [{ "retention_days": 1, "required_days": 2 }] }));
    assert_eq!(others.rego.violated("log-kept"), ["stores[0]"]);
}

#[test]
fn rego_takes_documents_with_and_without_an_envelope() {
    let mut others = Others::new(&kumomori_data::checks().unwrap(), &written());
    let document = json!([endpoint("TLS1.2")]);
    let enveloped = json!({ "kind": "tls-endpoints", "document": document });
    let reviewed = json!({ "review": { "object": { "kind": "Evidence", "spec": enveloped } } });
    for input in [&document, &enveloped, &reviewed] {
        others.rego.take(input);
        assert_eq!(others.rego.verdict("tls-floor"), Verdict::Supports, "{input}");
    }
    others.rego.take(&json!({ "kind": "key-inventory", "document": document }));
    assert_eq!(others.rego.verdict("tls-floor"), Verdict::NotApplicable);
    for input in [json!([]), json!({}), json!(1), json!({ "kind": "tls-endpoints" })] {
        others.rego.take(&input);
        assert_eq!(others.rego.verdict("tls-floor"), Verdict::Insufficient, "{input}");
    }
}

#[test]
fn a_team_puts_its_own_thresholds_into_the_data_of_rego() {
    let mut others = Others::new(&kumomori_data::checks().unwrap(), &written());
    others.rego.take(&json!([endpoint("TLS1.2")]));
    others.rego.set_policy(&json!({ "tls_floor": "TLS1.3", "unknown": 1 }));
    assert_eq!(others.rego.verdict("tls-floor"), Verdict::Contradicts);
}

#[test]
fn a_threshold_of_another_type_leaves_a_check_open() {
    let mut others = Others::new(&kumomori_data::checks().unwrap(), &written());
    others.rego.take(&json!([endpoint("TLS1.3")]));
    others.rego.set_policy(&json!({ "tls_floor": 1.3 }));
    assert_eq!(others.rego.verdict("tls-floor"), Verdict::Insufficient);
}

#[test]
fn what_is_no_text_is_not_outside_of_an_empty_list() {
    let checks = kumomori_data::checks().unwrap();
    let questions = Questions::new(&checks, checks.policy());
    let mut others = Others::new(&checks, &written());
    for country in [Value::Null, json!(true), json!(3)] {
        let document = json!([{ "country": country, "allowed_countries": [] }]);
        let file = json!({ "kind": "storage-inventory", "document": document });
        let said = ask(&questions, &mut others, &file);
        let of_check = said.iter().find(|it| it.check == "storage-country").unwrap();
        assert_eq!([of_check.ours, of_check.rego], [Verdict::Insufficient; 2], "{country}");
    }
}

#[test]
fn exports_are_the_same_every_time_and_say_where_they_come_from() {
    let checks = kumomori_data::checks().unwrap();
    let (ja, en) = (names(Lang::Ja), names(Lang::En));
    let policy = checks.policy();
    let written = written();
    let export =
        |lang| Export { checks: &checks, written: &written, policy: &policy, ja, en, lang };
    let files = export(Lang::En).rego().unwrap();
    assert_eq!(files, export(Lang::En).rego().unwrap());
    assert!(files.is_sorted_by_key(|it| &it.name));
    assert_eq!(files.len(), checks.checks.len() + 2);
    let yaml = export(Lang::Ja).cel().unwrap();
    assert_eq!(yaml, export(Lang::Ja).cel().unwrap());
    for text in files.iter().map(|it| &it.text).chain([&yaml]) {
        assert!(text.starts_with(MARK), "{text}");
    }
}
