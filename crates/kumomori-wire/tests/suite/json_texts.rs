//! Which texts are JSON, in agreement with another reader.

use kumomori_wire::diagnostic::Problem;
use kumomori_wire::json::{Node, Value, parse};
use kumomori_wire::write::to_text;
use proptest::prelude::*;

fn values() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<i32>().prop_map(|it| (f64::from(it) / 8.0).into()),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|it| serde_json::Value::Object(it.into_iter().collect())),
        ]
    })
}

fn converted(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(it) => (*it).into(),
        Value::Number(raw) => serde_json::Value::Number(raw.parse().unwrap()),
        Value::Text(it) => it.as_str().into(),
        Value::Array(items) => items.iter().map(converted).collect(),
        Value::Object(members) => {
            members.iter().map(|it| (it.key.clone(), converted(&it.value))).collect()
        }
    }
}

/// Whether both readers take a text or both refuse it, but for the limits that differ.
fn agree(text: &str) -> Result<(), TestCaseError> {
    match (parse(text), serde_json::from_str::<serde_json::Value>(text)) {
        (Ok(ours), Ok(theirs)) => prop_assert_eq!(converted(&ours), theirs),
        (Err(_), Err(_)) => {}
        (Ok(_), Err(error)) => {
            prop_assert!(error.to_string().contains("out of range"), "{error}: {text}");
        }
        (Err(diagnostic), Ok(_)) => {
            let is_limit = matches!(diagnostic.problem, Problem::TooDeep { .. });
            prop_assert!(is_limit, "{:?}: {text}", diagnostic.problem);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_json_value_reads_as_it_was_written(value in values()) {
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            prop_assert_eq!(converted(&parse(&text).unwrap()), value.clone());
        }
    }

    #[test]
    fn canonical_text_is_json_of_the_same_value(value in values()) {
        let node = parse(&value.to_string()).unwrap();
        let text = to_text(&node);
        prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
        prop_assert_eq!(to_text(&parse(&text).unwrap()), text);
    }

    #[test]
    fn a_mutated_text_is_json_exactly_when_serde_json_says_so(
        value in values(),
        at in any::<prop::sample::Index>(),
        n_removed in 0usize..3,
        inserted in r#"([\[\]{},:"\\/ \n0-9eE.+-]|\\u[dD][8-9c-fC-F][0-9]{2}|true|null|nul|\t|あ){0,3}"#,
    ) {
        let chars: Vec<char> = value.to_string().chars().collect();
        let at = at.index(chars.len());
        let after = chars.iter().skip(at + n_removed);
        let text: String = chars.iter().take(at).copied().chain(inserted.chars()).chain(after.copied()).collect();
        agree(&text)?;
    }

    #[test]
    fn any_text_is_read_or_refused_with_a_place_inside_it(text in r#"[\[\]{},:"\\a-f0-9 \n\tあ😀]{0,60}"#) {
        agree(&text)?;
        if let Err(diagnostic) = parse(&text) {
            let place = diagnostic.place.unwrap();
            prop_assert!(place.span.0 <= place.span.1 && place.span.1 <= text.len());
            prop_assert!(text.get(place.span.0..place.span.1).is_some());
            let before = text.get(..place.span.0).unwrap();
            prop_assert_eq!(place.line as usize, before.matches('\n').count() + 1);
            let line = before.rsplit('\n').next().unwrap();
            prop_assert_eq!(place.column as usize, line.chars().count() + 1);
        }
    }

    #[test]
    fn a_document_cut_short_is_said_to_end_too_early(value in values(), at in any::<prop::sample::Index>()) {
        let text = serde_json::json!([value]).to_string();
        let cut: Vec<char> = text.chars().collect();
        let cut: String = cut.iter().take(at.index(cut.len()).max(1)).collect();
        let problem = parse(&cut).unwrap_err().problem;
        prop_assert!(matches!(problem, Problem::UnexpectedEnd { .. }), "{problem:?}: {cut}");
    }
}

#[test]
fn nesting_is_read_to_the_limit_and_refused_beyond() {
    let nested = |n: usize| "[".repeat(n) + &"]".repeat(n);
    assert!(parse(&nested(32)).is_ok());
    assert_eq!(parse(&nested(33)).unwrap_err().problem.code(), "too-deep");
    assert_eq!(parse(&"[".repeat(1_000_000)).unwrap_err().problem.code(), "too-deep");
    assert_eq!(parse(&"{\"a\":".repeat(100_000)).unwrap_err().problem.code(), "too-deep");
}

#[test]
fn a_million_values_are_the_limit() {
    let list = |n: usize| format!("[{}0]", "0,".repeat(n - 2));
    assert!(parse(&list(1_000_000)).is_ok());
    assert_eq!(parse(&list(1_000_001)).unwrap_err().problem.code(), "too-many-values");
}
