//! Random documents of a kind, complete or with faults.

use super::choices::Choices;
use super::scalar;
use kumomori_check::kind::{Field, Holds, Kind, Scalar};
use serde_json::{Map, Value as Json, json};

/// A document of a kind, in which so many values of a hundred are missing or of another type.
pub fn document(choices: &mut Choices<'_>, kind: &Kind, faults: usize) -> Json {
    let mut making = Making { choices, kind, faults };
    if kind.is_list { making.objects(&kind.top) } else { making.object(&kind.top) }
}

/// A value for a field, so many of a hundred of another type.
pub fn held(choices: &mut Choices<'_>, kind: &Kind, field: &Field, faults: usize) -> Json {
    Making { choices, kind, faults }.held(field)
}

struct Making<'a, 'c> {
    choices: &'a mut Choices<'c>,
    kind: &'a Kind,
    faults: usize,
}

impl Making<'_, '_> {
    fn objects(&mut self, fields: &[usize]) -> Json {
        (0..self.n()).map(|_| self.element(fields)).collect()
    }

    /// How long a list is.
    fn n(&mut self) -> usize {
        *self.choices.one(&[1, 2, 3, 2, 0])
    }

    fn element(&mut self, fields: &[usize]) -> Json {
        if self.is_fault() { self.anything() } else { self.object(fields) }
    }

    fn object(&mut self, fields: &[usize]) -> Json {
        let mut object = Map::new();
        let fields: Vec<&Field> = fields.iter().map(|it| &self.kind.fields[*it]).collect();
        for field in fields {
            let is_left_out = field.is_optional && self.choices.is(30);
            if !is_left_out && !self.is_fault() {
                object.insert(field.name.clone(), self.held(field));
            }
        }
        if self.choices.is(20) {
            object.insert("nobody_asks".to_owned(), self.anything());
        }
        Json::Object(object)
    }

    fn held(&mut self, field: &Field) -> Json {
        if self.is_fault() {
            return self.anything();
        }
        match field.holds {
            Holds::One(scalar) => self.one(scalar),
            Holds::List(scalar) => (0..self.n()).map(|_| self.item(scalar)).collect(),
            Holds::Object => self.object(&field.children),
            Holds::Objects => self.objects(&field.children),
        }
    }

    fn item(&mut self, scalar: Scalar) -> Json {
        if self.is_fault() { self.anything() } else { self.one(scalar) }
    }

    fn one(&mut self, scalar: Scalar) -> Json {
        one(self.choices, scalar)
    }

    fn is_fault(&mut self) -> bool {
        self.choices.is(self.faults)
    }

    fn anything(&mut self) -> Json {
        match self.choices.below(9) {
            0 => Json::Null,
            1 => json!([]),
            2 => json!({}),
            3 => json!([self.one(Scalar::Int), "a", null]),
            4 => json!({ "port": self.one(Scalar::Text), "host": { "size": [1] } }),
            5 => self.one(Scalar::Bool),
            6 => self.one(Scalar::Text),
            7 => json!(1.5),
            _ => self.one(Scalar::Number),
        }
    }
}

/// A value that a field may hold.
fn one(choices: &mut Choices<'_>, scalar: Scalar) -> Json {
    match scalar {
        Scalar::Bool => Json::from(choices.below(2) == 0),
        Scalar::Int if choices.is(10) => json!(2.0),
        Scalar::Int => Json::from(scalar::int(choices)),
        Scalar::Number if choices.below(3) == 0 => Json::from(scalar::int(choices)),
        Scalar::Number => Json::from(scalar::double(choices)),
        Scalar::Text => Json::from(scalar::text(choices)),
        Scalar::Time => Json::from(scalar::time(choices)),
        Scalar::Span => Json::from(scalar::span(choices)),
        Scalar::Version => Json::from(scalar::version(choices)),
    }
}
