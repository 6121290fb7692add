//! The reader of documents against `serde_json`: the same texts are accepted.

use kumomori_check::compile::compile;
use kumomori_check::document::{DocumentProblem, Plan, read};
use kumomori_check::kind::{Holds, Kind, Scalar};
use kumomori_check::program::Policy;
use proptest::prelude::*;

/// Whether a text is JSON: as an element of a document none of whose fields are known.
fn accepts(text: &str) -> Result<(), DocumentProblem> {
    let kind = Kind::new("anything", true);
    let document = format!("[{text}]");
    read(document.as_bytes(), &Plan::of(&kind, [])).map(|_| ()).map_err(|it| it.problem)
}

/// What `serde_json` accepts, but for what it takes and gives up: an empty list has no element,
/// and a number beyond the range is infinite there.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(&format!("[{text}]")).is_ok()
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just(",".to_owned()),
        Just(":".to_owned()),
        Just("\"a\"".to_owned()),
        Just("true".to_owned()),
        Just("null".to_owned()),
        Just("-0.5e3".to_owned()),
        Just("01".to_owned()),
        Just(" ".to_owned()),
        Just("\"\\u00e9\\ud83d\\ude00\"".to_owned()),
        Just("\"\\ud83d\"".to_owned()),
        Just("\"\\x\"".to_owned()),
        Just("tru".to_owned()),
        Just("1.".to_owned()),
        "[0-9eE+.-]{1,6}",
        "\"[ -~]{0,6}\"",
        "\\PC{0,3}",
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|it| it.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn the_same_texts_are_json(text in pieces()) {
        prop_assert_eq!(accepts(&text).is_ok(), is_json(&text), "{}", text);
    }

    #[test]
    fn whatever_serde_json_writes_is_read(text in r#"[\p{L}\p{N}\p{Cc}"\\/ ]{0,20}"#, number in any::<f64>()) {
        let value = serde_json::json!({ "text": text, "number": number, "list": [text, null, true] });
        prop_assert_eq!(accepts(&value.to_string()), Ok(()));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let kind = Kind::new("anything", false);
        let _outcome = read(&bytes, &Plan::of(&kind, []));
    }
}

#[test]
fn nesting_ends_at_the_limit() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert_eq!(accepts(&nested(63)), Ok(()));
    assert_eq!(accepts(&nested(64)), Err(DocumentProblem::TooDeep));
}

#[test]
fn a_document_that_is_too_large_is_refused_at_once() {
    let kind = Kind::new("anything", true);
    let bytes = vec![b' '; 17 * 1024 * 1024];
    let fault = read(&bytes, &Plan::of(&kind, [])).unwrap_err();
    assert_eq!(fault.problem, DocumentProblem::TooLarge { bytes: bytes.len() });
}

#[test]
fn many_small_elements_have_no_more_places_than_allowed() {
    let mut kind = Kind::new("anything", true);
    for name in 0..50 {
        kind.add(&format!("field{name}"), Holds::One(Scalar::Bool), (false, false)).unwrap();
    }
    let program = compile("anything.all(e, e.field49)", &kind, &Policy::default()).unwrap();
    let plan = Plan::of(&kind, [&program]);
    let asked = |n: usize| {
        let text = format!("[{}]", vec!["{}"; n].join(","));
        read(text.as_bytes(), &plan).map(|_| ()).map_err(|it| it.problem)
    };
    assert_eq!(asked(79_000), Ok(()));
    assert_eq!(asked(81_000), Err(DocumentProblem::TooManyValues));
}
