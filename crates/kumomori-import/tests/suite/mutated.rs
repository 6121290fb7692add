//! Files that were damaged: never a panic, and never more than the file says.

use super::{bytes, document};
use kumomori_import::given::Given;
use kumomori_import::reading::read;
use kumomori_import::tool::Tool;
use kumomori_wire::json::{Member, Node, Span, Value, parse};
use kumomori_wire::write::to_text;
use proptest::prelude::*;

const FILES: [(Tool, &str); 7] = [
    (Tool::AwsS3, "aws/listing.ndjson"),
    (Tool::AwsS3, "aws/config-partial.json"),
    (Tool::GcpStorage, "gcp/list-partial.json"),
    (Tool::GcpStorage, "gcp/raw.json"),
    (Tool::Kubernetes, "kubernetes/list.json"),
    (Tool::Testssl, "testssl/flat-interrupted.json"),
    (Tool::Testssl, "testssl/pretty-interrupted.json"),
];

/// Reads bytes with every tool; what is read is an evidence file.
fn try_all(bytes: &[u8]) {
    for tool in Tool::ALL {
        if let Ok(reading) = read(tool, bytes, &Given::default()) {
            assert_eq!(document(&reading).len(), reading.n_entries);
            assert!(reading.notes.iter().all(|it| it.place.line > 0));
        }
    }
}

/// Replaces the value at a place in reading order; returns how many places are left.
fn replace(node: &mut Node, place: usize, with: &Value) -> Option<usize> {
    if place == 0 {
        node.value = with.clone();
        return None;
    }
    let mut left = place - 1;
    let children: Vec<&mut Node> = match &mut node.value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(members) => members.iter_mut().map(|it| &mut it.value).collect(),
        _ => Vec::new(),
    };
    for child in children {
        left = replace(child, left, with)?;
    }
    Some(left)
}

fn odd_value() -> impl Strategy<Value = Value> {
    let node = |value| Node { span: Span::default(), value };
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(|it| Value::Number(it.to_string())),
        Just(Value::Number("1e400".into())),
        "\\PC{0,8}".prop_map(Value::Text),
        Just(Value::Array(Vec::new())),
        Just(Value::Array([node(Value::Null), node(Value::Array(Vec::new()))].into())),
        "[a-zA-Z]{0,8}".prop_map(move |key| {
            let key_span = Span::default();
            Value::Object([Member { key, key_span, value: node(Value::Null) }].into())
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_file_may_be_cut_anywhere(file in 0..FILES.len(), part in 0.0..1.0_f64) {
        let bytes = bytes(FILES[file].1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            clippy::cast_sign_loss,
            reason = "any place will do"
        )]
        let end = (bytes.len() as f64 * part) as usize;
        try_all(&bytes[..end]);
    }

    #[test]
    fn bytes_may_change_anywhere(
        file in 0..FILES.len(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = bytes(FILES[file].1);
        for (place, byte) in changes {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        try_all(&bytes);
    }

    #[test]
    fn any_value_may_be_another(
        file in 1..FILES.len(),
        place in 0..400_usize,
        value in odd_value(),
    ) {
        let text = String::from_utf8(bytes(FILES[file].1)).unwrap();
        let mut node = parse(&text).unwrap();
        replace(&mut node, place, &value);
        try_all(to_text(&node).as_bytes());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        try_all(&bytes);
    }
}

#[test]
fn taking_a_finding_away_never_adds_what_supports() {
    let text = String::from_utf8(bytes("testssl/flat.json")).unwrap();
    let whole = parse(&text).unwrap();
    let kept = ["min_version", "weak_ciphers", "certificate_trusted", "certificate_not_after"];
    let before = document(&read(Tool::Testssl, text.as_bytes(), &Given::default()).unwrap());
    for idx in 0..whole.items().len() {
        let mut items = whole.items().to_vec();
        let taken = items.remove(idx);
        let id = taken.get("id").and_then(Node::text).unwrap().to_string();
        let file = to_text(&Node { value: Value::Array(items), ..whole.clone() });
        let after = document(&read(Tool::Testssl, file.as_bytes(), &Given::default()).unwrap());
        let is_good =
            taken.get("severity").and_then(Node::text).is_some_and(|it| it == "OK" || it == "INFO");
        for (before, after) in before.iter().zip(&after).filter(|_| is_good) {
            for field in kept {
                let is_same = before.get(field) == after.get(field);
                assert!(is_same || after.get(field).is_none(), "{id}: {field}");
            }
        }
    }
}
