//! What the reader of the check engine kept of a document, asked value by value.
//!
//! For every field of a kind there is a program that compares it, at places that the thresholds
//! name, with a value that the thresholds name; so the values of a document can be compared with
//! those of another reader without compiling anything anew.

use crate::naive_check::{self, Value};
use kumomori_check::compile::compile;
use kumomori_check::document::{Document, Plan};
use kumomori_check::evaluate::{Verdict, evaluate};
use kumomori_check::kind::{Holds, Kind, Scalar};
use kumomori_check::program::{Policy, Program};
use kumomori_check::value::Threshold;
use serde_json::Value as Json;

/// How many values of a field are asked about.
const MOST: usize = 12;

/// The thresholds that name places, one for each list on the way.
const PLACES: [&str; 4] = ["i", "j", "k", "l"];

/// Programs that ask about every field of a kind.
#[derive(Debug)]
pub struct Probes<'a> {
    kind: &'a Kind,
    plan: Plan<'a>,
    policy: Policy,
    fields: Vec<Probe>,
}

#[derive(Debug)]
struct Probe {
    /// The way to the field; lists on it are entered.
    steps: Vec<String>,
    scalar: Scalar,
    /// Whether it is equal to the threshold of its type, to that of whole numbers, and to `null`.
    programs: [Program; 3],
}

impl<'a> Probes<'a> {
    /// Probes of every field of a kind.
    pub fn new(kind: &'a Kind) -> Self {
        let places = PLACES.map(|it| (it.to_owned(), Threshold::Int(0)));
        let values = [
            ("whole".to_owned(), Threshold::Int(0)),
            ("double".to_owned(), Threshold::Double(0.0)),
            ("text".to_owned(), Threshold::Text(String::new())),
        ];
        let policy = Policy { thresholds: places.into_iter().chain(values).collect() };
        let mut probes = Self { kind, plan: Plan::of(kind, []), policy, fields: Vec::new() };
        let text = kind.binding();
        if kind.is_list {
            probes.add(&kind.top, &format!("{text}[policy.i]"), 1, &[]);
        } else {
            probes.add(&kind.top, &text, 0, &[]);
        }
        probes.plan = Plan::of(kind, probes.fields.iter().flat_map(|it| &it.programs));
        probes
    }

    fn add(&mut self, fields: &[usize], text: &str, n_lists: usize, steps: &[String]) {
        for field in fields.iter().map(|it| &self.kind.fields[*it]) {
            let steps = [steps, std::slice::from_ref(&field.name)].concat();
            let text = format!("{text}.{}", field.name);
            let each = || format!("{text}[policy.{}]", PLACES[n_lists]);
            match field.holds {
                Holds::One(scalar) => self.fields.push(self.probe(&text, steps, scalar)),
                Holds::List(scalar) => self.fields.push(self.probe(&each(), steps, scalar)),
                Holds::Object => self.add(&field.children, &text, n_lists, &steps),
                Holds::Objects => self.add(&field.children, &each(), n_lists + 1, &steps),
            }
        }
    }

    fn probe(&self, text: &str, steps: Vec<String>, scalar: Scalar) -> Probe {
        let (mine, whole) = match scalar {
            Scalar::Bool => (text.to_owned(), text.to_owned()),
            Scalar::Int | Scalar::Number => {
                (format!("{text} == policy.double"), format!("{text} == policy.whole"))
            }
            _ => (format!("{text} == policy.text"), format!("{text} == policy.text")),
        };
        let compiled = |text: &str| compile(text, self.kind, &self.policy).unwrap();
        let programs = [compiled(&mine), compiled(&whole), compiled(&format!("{text} == null"))];
        Probe { steps, scalar, programs }
    }

    /// What a reader has to keep for these programs.
    pub fn plan(&self) -> &Plan<'a> {
        &self.plan
    }

    /// Asserts that a document holds what another reader found.
    pub fn compare(&mut self, document: &Document<'_>, json: &Json) {
        let whole = naive_check::document(json, self.kind);
        let fields = std::mem::take(&mut self.fields);
        for probe in &fields {
            let mut found = Vec::new();
            reach(&whole, &probe.steps, &mut Vec::new(), &mut found);
            for (places, value) in found.into_iter().take(MOST) {
                self.ask(probe, document, &places, &value);
            }
        }
        self.fields = fields;
    }

    fn ask(&mut self, probe: &Probe, document: &Document<'_>, places: &[usize], value: &Value) {
        for (idx, place) in places.iter().enumerate() {
            self.policy.thresholds[idx].1 = Threshold::Int(i64::try_from(*place).unwrap());
        }
        let [is_mine, is_whole, is_null] = &probe.programs;
        let (program, expected) = match value {
            Value::Bool(value) => (is_mine, verdict(*value)),
            Value::Int(value) | Value::Wide(value) => {
                self.policy.thresholds[4].1 = Threshold::Int(*value);
                (is_whole, Verdict::Supports)
            }
            Value::Double(value) => {
                self.policy.thresholds[5].1 = Threshold::Double(*value);
                (is_mine, Verdict::Supports)
            }
            Value::Text(text) => {
                self.policy.thresholds[6].1 = Threshold::Text(text.clone());
                (is_mine, Verdict::Supports)
            }
            _ => (is_mine, Verdict::Insufficient),
        };
        let asked = |it: &Program| evaluate(None, it, document, &self.policy).verdict;
        let told = || format!("{:?} {:?} {places:?} {value:?}", probe.steps, probe.scalar);
        assert_eq!(asked(program), expected, "{}", told());
        let of_null = match value {
            Value::Unknown => Verdict::Insufficient,
            value => verdict(*value == Value::Null),
        };
        assert_eq!(asked(is_null), of_null, "null at {}", told());
    }
}

fn verdict(is_right: bool) -> Verdict {
    if is_right { Verdict::Supports } else { Verdict::Contradicts }
}

/// Every value at the end of a way, with the places in the lists that it went through.
fn reach(at: &Value, steps: &[String], places: &mut Vec<usize>, found: &mut Vec<Found>) {
    match (at, steps) {
        (Value::List(items), _) => {
            for (idx, item) in items.iter().enumerate() {
                places.push(idx);
                reach(item, steps, places, found);
                places.pop();
            }
        }
        (Value::Object(fields), [first, rest @ ..]) => {
            let missing = Value::Unknown;
            reach(fields.get(first).unwrap_or(&missing), rest, places, found);
        }
        (_, []) => found.push((places.clone(), at.clone())),
        _ => found.push((places.clone(), Value::Unknown)),
    }
}

type Found = (Vec<usize>, Value);
