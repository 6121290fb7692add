//! Random kinds of evidence, and random thresholds.

use super::choices::Choices;
use super::scalar;
use crate::naive_check::{Thresholds, Value};
use kumomori_check::kind::{Holds, Kind, Scalar};
use kumomori_check::program::Policy;
use kumomori_check::value::Threshold;

/// Every type of a single value.
pub const SCALARS: [Scalar; 7] = [
    Scalar::Bool,
    Scalar::Int,
    Scalar::Text,
    Scalar::Number,
    Scalar::Time,
    Scalar::Span,
    Scalar::Version,
];

/// Names of fields, some of which mean something elsewhere in the language.
const NAMES: [&str; 12] = [
    "port",
    "host",
    "size",
    "all",
    "names",
    "ends_at",
    "policy",
    "version",
    "e",
    "map",
    "door_keys",
    "x2",
];

/// A kind with a few fields on up to three levels.
pub fn kind(choices: &mut Choices<'_>) -> Kind {
    let is_list = choices.below(2) == 0;
    let mut kind = Kind::new("door-locks", is_list);
    fields(choices, &mut kind, "", 2);
    kind
}

fn fields(choices: &mut Choices<'_>, kind: &mut Kind, below: &str, depth: usize) {
    let first = choices.below(NAMES.len());
    for idx in 0..=choices.below(5) {
        let path = format!("{below}{}", NAMES[(first + idx) % NAMES.len()]);
        let scalar = *choices.one(&SCALARS);
        let holds = match choices.below(if depth > 0 { 6 } else { 4 }) {
            0..=2 => Holds::One(scalar),
            3 => Holds::List(scalar),
            4 => Holds::Objects,
            _ => Holds::Object,
        };
        kind.add(&path, holds, (choices.is(20), choices.is(10))).unwrap();
        match holds {
            Holds::Objects => fields(choices, kind, &format!("{path}[]."), depth - 1),
            Holds::Object => fields(choices, kind, &format!("{path}."), depth - 1),
            Holds::One(_) | Holds::List(_) => (),
        }
    }
}

/// The thresholds that programs may name.
pub fn policy(choices: &mut Choices<'_>) -> Policy {
    let texts = (0..choices.below(4)).map(|_| scalar::text(choices)).collect();
    let thresholds = [
        ("most", Threshold::Int(scalar::int(choices))),
        ("share", Threshold::Double(scalar::double(choices))),
        ("word", Threshold::Text(scalar::text(choices))),
        ("since", Threshold::Text(scalar::time(choices))),
        ("age", Threshold::Text(scalar::span(choices))),
        ("tls_floor", Threshold::Text(scalar::version(choices))),
        ("words", Threshold::Texts(texts)),
    ];
    Policy { thresholds: thresholds.map(|(name, value)| (name.to_owned(), value)).into() }
}

/// The same thresholds for the naive evaluator.
pub fn thresholds(policy: &Policy) -> Thresholds {
    let value = |it: &Threshold| match it {
        Threshold::Int(value) => Value::Int(*value),
        Threshold::Double(value) => Value::Double(*value),
        Threshold::Text(text) => Value::Text(text.clone()),
        Threshold::Texts(texts) => Value::texts(texts),
    };
    policy.thresholds.iter().map(|(name, it)| (name.clone(), value(it))).collect()
}
