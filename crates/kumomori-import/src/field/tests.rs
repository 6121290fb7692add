use super::*;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_wire::json::{Node, parse};

const SCHEMAS: [(Tool, &str); 3] = [
    (Tool::AwsS3, include_str!("../../../../policies/evidence/storage-inventory/schema.json")),
    (
        Tool::Kubernetes,
        include_str!("../../../../policies/evidence/kubernetes-workload/schema.json"),
    ),
    (Tool::Testssl, include_str!("../../../../policies/evidence/tls-endpoints/schema.json")),
];

/// What a schema says of a field, in the words of this module.
fn is_as_in_schema(holds: Holds, schema: &Node) -> bool {
    let word = |key| schema.get(key).and_then(Node::text).unwrap_or_default();
    let words: Vec<&str> = schema
        .get("enum")
        .map(|it| it.items().iter().filter_map(Node::text).collect())
        .unwrap_or_default();
    let is_text = word("type") == "string";
    let pattern = word("pattern");
    match holds {
        Holds::Text => is_text && words.is_empty() && pattern.is_empty(),
        Holds::OneOf(known) => is_text && words == known,
        Holds::Bool => word("type") == "boolean",
        Holds::Count => word("type") == "integer",
        Holds::Country => is_text && pattern == "^[A-Z]{2}$",
        Holds::Countries | Holds::Texts | Holds::Objects => word("type") == "array",
        Holds::Time => is_text && word("format") == "date-time",
        Holds::Span => is_text && pattern.contains("(h|m|s)"),
        Holds::Version => is_text && pattern.contains("[A-Za-z]+"),
    }
}

#[test]
fn the_fields_are_those_of_the_schemas() {
    for (tool, text) in SCHEMAS {
        let schema = parse(text).unwrap();
        let document = schema.get("properties").and_then(|it| it.get("document")).unwrap();
        let items = document.get("items").unwrap();
        let properties = items.get("properties").unwrap();
        let required: Vec<&str> =
            items.get("required").unwrap().items().iter().filter_map(Node::text).collect();
        let names: Vec<String> = properties.members().iter().map(|it| it.key.clone()).collect();
        let ours: Vec<&str> = fields(tool).iter().map(|it| it.name).collect();
        assert_eq!(ours, names);
        for field in fields(tool) {
            assert_eq!(field.is_optional, !required.contains(&field.name), "{}", field.name);
            let schema = properties.get(field.name).unwrap();
            assert!(is_as_in_schema(field.holds, schema), "{}: {schema:?}", field.name);
        }
        assert!(moment(tool).is_none_or(|it| ours.contains(&it)));
    }
}
