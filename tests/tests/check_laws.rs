//! What must hold of every check, whatever it asks.

#![expect(clippy::indexing_slicing, reason = "a law that cannot be stated should fail")]

use kumomori_check::evaluate::Verdict;
use kumomori_check::kind::{Field, Holds, Kind};
use kumomori_check::program::Program;
use kumomori_check::trace::Leaf;
use kumomori_tests::naive_check::Expr;
use kumomori_tests::random;
use kumomori_tests::random::choices::{Choices, choices};
use kumomori_tests::random::document::held;
use kumomori_tests::random::question::{Question, question};
use kumomori_tests::random::respelled::respelled;
use proptest::prelude::*;
use serde_json::{Map, Value as Json};

fn faults() -> impl Strategy<Value = usize> {
    prop_oneof![Just(0_usize), Just(8), Just(30)]
}

proptest! {
    #![proptest_config(random::cases(4_000, 50_000))]

    #[test]
    fn how_a_document_is_written_changes_nothing(
        question in question(faults()),
        ways in choices(400),
    ) {
        prop_assume!(question.is_short());
        let text = respelled(&mut Choices::new(&ways), &question.document);
        prop_assert_eq!(question.found_in(text.as_bytes()), question.found(), "{}", text);
    }

    #[test]
    fn filling_in_what_is_missing_never_changes_a_verdict(
        question in question(Just(30)),
        fillings in choices(200),
    ) {
        prop_assume!(question.is_short());
        prop_assume!(!question.when.iter().chain([&question.expect]).any(asks_for_presence));
        let before = question.found();
        if before == "insufficient" {
            return Ok(());
        }
        let mut filled = question.document.clone();
        let mut choices = Choices::new(&fillings);
        Filling { kind: &question.kind, choices: &mut choices }.top(&mut filled);
        prop_assert_eq!(question.found_in(filled.to_string().as_bytes()), before, "{}", filled);
    }

    #[test]
    fn an_answer_says_why(question in question(faults())) {
        prop_assume!(question.is_short());
        let question = Question { when: None, ..question };
        let (verdict, trace) = question.traced();
        let is_told = trace.leaves.iter().any(|it| it.reason.is_some());
        match verdict {
            Verdict::Contradicts => prop_assert!(!trace.leaves.is_empty()),
            Verdict::Insufficient if question.document != Json::Array(Vec::new()) => {
                prop_assert!(is_told, "{:?}", trace);
            }
            _ => {}
        }
        prop_assert!(trace.n_leaves >= trace.leaves.len());
    }

    #[test]
    fn what_an_answer_tells_stands_in_the_document_and_is_not_as_needed(
        question in question(faults()),
    ) {
        prop_assume!(question.is_short());
        let question = Question { when: None, ..question };
        let text = question.expect.to_string();
        let (verdict, trace) = question.traced();
        if verdict != Verdict::Contradicts {
            return Ok(());
        }
        for leaf in trace.leaves.iter().filter(|it| it.reason.is_none()) {
            let there = at(&question.document, &leaf.path);
            let asked = text.get(leaf.span.start..leaf.span.end).unwrap();
            prop_assert!(!leaf.path.is_empty() || !is_plain(asked), "{:?}", leaf);
            prop_assert!(there.is_some() || asked.contains("has("), "{:?}", leaf);
            let (Some(there), true) = (there, is_plain(asked)) else { continue };
            let has_parts = there.is_array() || there.is_object();
            let is_right = has_parts || leaf.actual.is_none() || leaf.actual.as_deref() == Some(&shown(there));
            prop_assert!(is_right, "{:?} {}", leaf, there);
            prop_assert_ne!(holds(leaf, there), Some(true), "{:?}", leaf);
        }
    }

    #[test]
    fn a_damaged_program_is_refused_or_answers_and_tells_no_secret(
        question in question(faults()),
        damages in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        prop_assume!(question.is_short());
        let mut question = Question { when: None, ..question };
        let top = question.kind.top.clone();
        hide(&mut question.document, &top, &question.kind);
        let mut code = question.compiled(&question.expect).to_code();
        for (place, byte) in &damages {
            let place = place.index(code.len());
            code[place] = *byte;
        }
        let program = Program::from_code(&code).filter(|it| it.fits(&question.kind));
        let Some((_, trace)) = program.map(|it| question.traced_by(&it)) else { return Ok(()) };
        for leaf in &trace.leaves {
            let told = format!("{:?} {:?}", leaf.actual, leaf.expected);
            prop_assert!(!told.contains("secret"), "{:?}", leaf);
        }
    }

    #[test]
    fn what_is_secret_is_never_told(question in question(faults())) {
        prop_assume!(question.is_short());
        let mut question = Question { when: None, ..question };
        let top = question.kind.top.clone();
        hide(&mut question.document, &top, &question.kind);
        let (_, trace) = question.traced();
        for leaf in &trace.leaves {
            let told = format!("{:?} {:?}", leaf.actual, leaf.expected);
            prop_assert!(!told.contains("secret"), "{:?}", leaf);
        }
    }
}

/// Whether an expression can tell that something is missing.
fn asks_for_presence(expr: &Expr) -> bool {
    expr.to_string().contains("has(")
}

/// Fields that are missing get a value.
struct Filling<'a, 'c> {
    kind: &'a Kind,
    choices: &'a mut Choices<'c>,
}

impl Filling<'_, '_> {
    fn top(&mut self, document: &mut Json) {
        let top = &self.kind.top;
        if self.kind.is_list { self.objects(document, top) } else { self.object(document, top) }
    }

    fn objects(&mut self, json: &mut Json, fields: &[usize]) {
        for item in json.as_array_mut().into_iter().flatten() {
            self.object(item, fields);
        }
    }

    fn object(&mut self, json: &mut Json, fields: &[usize]) {
        let Json::Object(members) = json else { return };
        for field in fields.iter().map(|it| &self.kind.fields[*it]) {
            self.member(members, field);
        }
    }

    fn member(&mut self, members: &mut Map<String, Json>, field: &Field) {
        match (members.get_mut(&field.name), field.holds) {
            (Some(there), Holds::Objects) => self.objects(there, &field.children),
            (Some(there), Holds::Object) => self.object(there, &field.children),
            (None, _) if self.choices.below(2) == 0 => {
                members.insert(field.name.clone(), held(self.choices, self.kind, field, 8));
            }
            _ => {}
        }
    }
}

/// Puts a mark into every text of a secret field.
fn hide(json: &mut Json, fields: &[usize], kind: &Kind) {
    if let Json::Array(items) = json {
        for item in items {
            hide(item, fields, kind);
        }
        return;
    }
    let Json::Object(members) = json else { return };
    for field in fields.iter().map(|it| &kind.fields[*it]) {
        let Some(there) = members.get_mut(&field.name) else { continue };
        if field.is_secret { mark(there) } else { hide(there, &field.children, kind) }
    }
}

fn mark(json: &mut Json) {
    match json {
        Json::String(text) => text.push_str(" secret"),
        Json::Array(items) => items.iter_mut().for_each(mark),
        Json::Object(members) => members.values_mut().for_each(mark),
        _ => {}
    }
}

/// What stands at a path such as `[3].names[0]`.
fn at<'a>(document: &'a Json, path: &str) -> Option<&'a Json> {
    let pointer: String = path
        .replace('[', ".")
        .replace(']', "")
        .split('.')
        .filter(|it| !it.is_empty())
        .fold(String::new(), |pointer, step| pointer + "/" + step);
    document.pointer(&pointer)
}

/// Whether a part of an expression compares a mere field with something.
fn is_plain(text: &str) -> bool {
    let sides: Vec<&str> = text.split(' ').collect();
    let [left, operator, right] = sides[..] else { return false };
    let is_field = |it: &str| it.contains('.') && it.chars().all(is_name) && !is_other(it);
    ["==", "!=", "<", "<=", ">", ">="].contains(&operator)
        && (is_field(left) && !right.contains('(') || is_field(right) && is_other(left))
}

fn is_name(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_' || char == '.'
}

fn is_other(text: &str) -> bool {
    text.starts_with("policy.") || text.starts_with(|it: char| it.is_ascii_digit())
}

fn shown(json: &Json) -> String {
    match json {
        Json::String(text) => text.clone(),
        Json::Number(number) if number.is_f64() => {
            number.as_f64().map(|it| it.to_string()).unwrap_or_default()
        }
        other => other.to_string(),
    }
}

/// Whether what is there is as the leaf says it should be; `None` where it cannot be said.
fn holds(leaf: &Leaf, there: &Json) -> Option<bool> {
    let expected = leaf.expected.as_deref()?;
    let order = match there {
        Json::Number(number) => match (number.as_i64(), expected.parse::<i64>()) {
            (Some(there), Ok(expected)) => there.cmp(&expected),
            (Some(there), _) if there.unsigned_abs() > 1 << 53 => return None,
            (_, Ok(expected)) if expected.unsigned_abs() > 1 << 53 => return None,
            _ => number.as_f64()?.partial_cmp(&expected.parse().ok()?)?,
        },
        Json::String(text) => text.as_str().cmp(expected),
        Json::Bool(value) => value.cmp(&expected.parse().ok()?),
        _ => return None,
    };
    Some(match leaf.operator {
        "==" => order.is_eq(),
        "!=" => order.is_ne(),
        "<" => order.is_lt(),
        "<=" => order.is_le(),
        ">" => order.is_gt(),
        ">=" => order.is_ge(),
        _ => return None,
    })
}
