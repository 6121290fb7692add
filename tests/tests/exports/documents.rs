//! Random documents of a kind, near the thresholds of its checks.

use kumomori_check::kind::{Holds, Kind, Scalar};
use kumomori_check::time;
use kumomori_check::value::Threshold;
use kumomori_core::checks::{Checks, Written};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// What documents are made of.
pub(crate) struct Words {
    texts: Vec<String>,
    whole: Vec<i64>,
    numbers: Vec<f64>,
    /// Hours that thresholds limit.
    hours: Vec<i64>,
}

impl Words {
    /// The words and numbers that the checks of a kind compare with.
    pub(crate) fn of(checks: &Checks, written: &[Written], kind: usize) -> Self {
        let mut words = Self {
            texts: ["", "other", "JP", "US"].map(String::from).to_vec(),
            whole: vec![-1, 0, 1, 2, 443],
            numbers: vec![0.0, 1.0, 99.9],
            hours: vec![0, 24],
        };
        let of_kind = |it: &&Written| checks.of_kind(kind).any(|check| check.id == it.check);
        for it in written.iter().filter(of_kind) {
            let expressions = it.when.iter().chain([&it.expect]);
            let quoted = expressions.flat_map(|it| it.split('\'').skip(1).step_by(2));
            words.texts.extend(quoted.map(String::from));
        }
        for threshold in &checks.thresholds {
            words.add(&threshold.value);
        }
        words
    }

    fn add(&mut self, threshold: &Threshold) {
        match threshold {
            Threshold::Int(it) => self.whole.extend([it - 1, *it, it + 1]),
            Threshold::Double(it) => self.numbers.extend([it / 2.0, *it, it * 2.0]),
            Threshold::Texts(it) => self.texts.extend(it.iter().cloned()),
            Threshold::Text(it) => {
                let hour = 3_600_000_000_000;
                let hours = time::span(it).and_then(|it| i64::try_from(it / hour).ok());
                self.hours.extend(hours);
            }
        }
    }
}

type Values = BoxedStrategy<Value>;

/// Documents of a kind. Incomplete ones lack fields, have `null` for them, or are empty lists.
pub(crate) fn document(kind: &Kind, words: &Words, is_complete: bool) -> Values {
    let object = object(kind, &kind.top, words, is_complete);
    if !kind.is_list {
        return object;
    }
    let least = usize::from(is_complete);
    prop_oneof![3 => vec(object.clone(), least..=1), 2 => vec(object, 1..=4)]
        .prop_map(Value::Array)
        .boxed()
}

fn object(kind: &Kind, fields: &[usize], words: &Words, is_complete: bool) -> Values {
    let fields: Vec<_> = fields
        .iter()
        .map(|it| {
            let field = &kind.fields[*it];
            let value = match field.holds {
                Holds::One(scalar) => value(scalar, words),
                Holds::List(scalar) => list(value(scalar, words)),
                Holds::Object => object(kind, &field.children, words, is_complete),
                Holds::Objects => list(object(kind, &field.children, words, is_complete)),
            };
            let name = field.name.clone();
            left_out(value, field.is_optional, is_complete).prop_map(move |it| (name.clone(), it))
        })
        .collect();
    let made = |fields: Vec<(String, Option<Value>)>| {
        let there = fields.into_iter().filter_map(|(name, it)| Some((name, it?)));
        Value::Object(there.collect::<Map<_, _>>())
    };
    fields.prop_map(made).boxed()
}

/// A value, or none: often where the field is optional, seldom elsewhere.
fn left_out(value: Values, is_optional: bool, is_complete: bool) -> BoxedStrategy<Option<Value>> {
    let out = match (is_optional, is_complete) {
        (false, true) => return value.prop_map(Some).boxed(),
        (true, _) => 5,
        (false, false) => 1,
    };
    let null = u32::from(!is_complete);
    prop_oneof![8 => value.prop_map(Some), out => Just(None), null => Just(Some(Value::Null))]
        .boxed()
}

fn list(item: Values) -> Values {
    vec(item, 0..=3).prop_map(Value::Array).boxed()
}

fn value(scalar: Scalar, words: &Words) -> Values {
    match scalar {
        Scalar::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
        Scalar::Int => select(words.whole.clone()).prop_map(|it| json!(it)).boxed(),
        Scalar::Number => select(words.numbers.clone()).prop_map(|it| json!(it)).boxed(),
        Scalar::Text => select(words.texts.clone()).prop_map(Value::String).boxed(),
        Scalar::Time => time(words),
        Scalar::Span => select(words.hours.clone()).prop_map(|it| json!(format!("{it}h"))).boxed(),
        Scalar::Version => {
            select(&["SSL3", "TLS1.0", "TLSv1.1", "TLS1.2", "TLSv1.2", "TLS1.3"][..])
                .prop_map(|it| json!(it))
                .boxed()
        }
    }
}

/// Moments around one day, as far from it as thresholds are long, or a second more or less.
fn time(words: &Words) -> Values {
    let hours = select(words.hours.clone());
    let zones = select(&["Z", "+00:00"][..]);
    (hours, -1..=1_i64, -1..=1_i64, zones)
        .prop_map(|(hours, sign, more, zone)| {
            let moment = 1_793_491_200 + sign * hours * 3_600 + more;
            json!(format!("{}{zone}", written(moment)))
        })
        .boxed()
}

/// Seconds since 1970 as date and time.
fn written(moment: i64) -> String {
    let (days, seconds) = (moment.div_euclid(86_400), moment.rem_euclid(86_400));
    let date = kumomori_core::date::Date::from_unix_days(u32::try_from(days).unwrap()).unwrap();
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{date}T{hour:02}:{minute:02}:{second:02}")
}
