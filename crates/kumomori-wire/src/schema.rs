//! JSON Schemas (draft 2020-12) of the formats, generated from their shapes.

use crate::json::{Member, Node, Span, Value};
use crate::shape::{Case, Field, LADDER, Presence, Shape};
use crate::write::{bool, list, number, object, object_of_some, text, texts, to_text};
use crate::{assessment, evaluation, history};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The JSON Schema of every format, by file name.
pub fn schemas() -> Vec<(&'static str, String)> {
    [
        ("kumomori.assessment-1.schema.json", "A security self-assessment", &assessment::SHAPE),
        ("kumomori.evaluation-1.schema.json", "The result of an assessment", &evaluation::SHAPE),
        ("kumomori.history-1.schema.json", "The steps of an assessment", &history::SHAPE),
    ]
    .map(|(name, title, shape)| (name, to_text(&document(title, shape))))
    .into()
}

fn document(title: &str, shape: &Shape) -> Node {
    let head = object([
        ("$schema", text("https://json-schema.org/draft/2020-12/schema")),
        ("title", text(title)),
    ]);
    joined(head, schema(shape))
}

fn joined(first: Node, second: Node) -> Node {
    first.followed_by(second)
}

fn typed(name: &str) -> Node {
    object([("type", text(name))])
}

fn pattern(pattern: &str) -> Node {
    joined(typed("string"), object([("pattern", text(pattern))]))
}

fn schema(shape: &Shape) -> Node {
    match shape {
        Shape::Object(fields) => object_schema(&[fields]),
        Shape::Tagged { tag, doc, cases } => {
            let case = |case: &'static Case| {
                let tag_shape = Shape::Choice(core::slice::from_ref(&case.tag));
                object_schema(&[&[Field::required(tag, tag_shape, doc.0)], case.fields])
            };
            object([("oneOf", list(cases.iter().map(case)))])
        }
        Shape::Ladder => ladder_schema(),
        Shape::Array { items, min, max } => list_schema(items, *min, *max),
        Shape::Set { items, min, max } => {
            joined(list_schema(items, *min, *max), object([("uniqueItems", bool(true))]))
        }
        Shape::Text { max } => {
            let limit = limit(*max, usize::MAX);
            joined(typed("string"), object_of_some([("maxLength", limit)]))
        }
        Shape::Id => pattern("^[A-Za-z0-9.-]{1,64}$"),
        Shape::Moment => pattern(
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$",
        ),
        Shape::Date => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Shape::Hash => pattern("^[0-9a-f]{64}$"),
        Shape::Decimal => pattern("^[0-9]{1,9}\\.[0-9]{4}$"),
        Shape::Choice(choices) => object([("enum", texts(choices.iter()))]),
        Shape::Integer { min, max } => {
            let bounds = [("minimum", Some(number(min))), ("maximum", limit(*max, u32::MAX))];
            joined(typed("integer"), object_of_some(bounds))
        }
        Shape::Boolean => typed("boolean"),
        Shape::Nullable(shape) => object([("anyOf", list([schema(shape), typed("null")]))]),
        Shape::Format(format) => object([("const", text(format))]),
    }
}

/// A limit, unless it is the one that stands for none.
fn limit<T: PartialEq + ToString + Copy>(value: T, none: T) -> Option<Node> {
    (value != none).then(|| number(&value))
}

fn list_schema(items: &Shape, min: usize, max: usize) -> Node {
    let bounds = object_of_some([
        ("items", Some(schema(items))),
        ("minItems", limit(min, 0)),
        ("maxItems", limit(max, usize::MAX)),
    ]);
    joined(typed("array"), bounds)
}

fn ladder_schema() -> Node {
    let one_of = |field: &Field| {
        let required = object([("required", texts([field.name]))]);
        joined(object_schema(&[core::slice::from_ref(field)]), required)
    };
    object([("oneOf", list(LADDER.iter().map(one_of)))])
}

fn object_schema(fields: &[&[Field]]) -> Node {
    let fields = || fields.iter().copied().flatten();
    let required = fields().filter(|it| it.presence == Presence::Required).map(|it| it.name);
    let required: Vec<&str> = required.collect();
    let property = |it: &Field| {
        let value = joined(object([("description", text(it.doc.0))]), schema(&it.shape));
        Member { key: it.name.into(), key_span: Span::default(), value }
    };
    let properties = crate::write::node(Value::Object(fields().map(property).collect()));
    let rest = object_of_some([
        ("properties", Some(properties)),
        ("required", (!required.is_empty()).then(|| texts(required))),
        ("additionalProperties", Some(bool(false))),
    ]);
    joined(typed("object"), rest)
}
