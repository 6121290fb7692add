//! What the user says beside the file.

use crate::entry;
use crate::field::{Field, Holds, fields, moment};
use crate::moment::from_person;
use crate::tool::Tool;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_check::{time, version};
use kumomori_wire::json::Value;

/// What the user says: it fills in what the file does not.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// When the file was made.
    pub(crate) collected_at: Option<String>,
    /// The role of who made it.
    pub(crate) collected_by: Option<String>,
    /// Values for fields that an entry lacks.
    pub(crate) values: Vec<(&'static str, Value)>,
}

/// Why something that the user says cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadGiven {
    /// It is not a field, `=` and a value.
    NoValue {
        /// What was given.
        found: String,
    },
    /// The kind has no such field.
    UnknownField {
        /// The name.
        field: String,
        /// The names that it has.
        known: Vec<&'static str>,
    },
    /// The field was given before.
    Twice {
        /// The field.
        field: &'static str,
    },
    /// The field does not hold such a value.
    WrongValue {
        /// The field.
        field: &'static str,
        /// What it holds.
        holds: Holds,
        /// What was given.
        found: String,
    },
}

impl Given {
    /// Takes a value for a field of all entries that lack it, such as `data_class=internal`.
    ///
    /// # Errors
    ///
    /// Why it cannot be used.
    pub fn set(&mut self, tool: Tool, text: &str) -> Result<(), BadGiven> {
        let Some((name, value)) = text.split_once('=') else {
            return Err(BadGiven::NoValue { found: text.into() });
        };
        let Some(field) = fields(tool).iter().find(|it| it.name == name) else {
            let known = fields(tool).iter().map(|it| it.name).collect();
            return Err(BadGiven::UnknownField { field: name.into(), known });
        };
        self.fill(field, value)
    }

    /// Takes the moment that the file describes: an RFC 3339 text, or a day.
    ///
    /// # Errors
    ///
    /// Why it cannot be used.
    pub fn set_as_of(&mut self, tool: Tool, text: &str) -> Result<(), BadGiven> {
        let Some(name) = moment(tool) else {
            let known = fields(tool).iter().map(|it| it.name).collect();
            return Err(BadGiven::UnknownField { field: "as_of".into(), known });
        };
        let field = fields(tool).iter().find(|it| it.name == name);
        field.map_or(Ok(()), |it| self.fill(it, text))
    }

    /// Takes the moment at which the file was made: an RFC 3339 text, or a day.
    ///
    /// # Errors
    ///
    /// Why it cannot be used.
    pub fn set_collected_at(&mut self, text: &str) -> Result<(), BadGiven> {
        let wrong = || BadGiven::WrongValue {
            field: "collected_at",
            holds: Holds::Time,
            found: text.into(),
        };
        self.collected_at = Some(from_person(text).ok_or_else(wrong)?);
        Ok(())
    }

    /// Takes the role of who made the file.
    pub fn set_collected_by(&mut self, role: &str) {
        self.collected_by = Some(role.into());
    }

    fn fill(&mut self, field: &Field, text: &str) -> Result<(), BadGiven> {
        let name = field.name;
        if self.values.iter().any(|(it, _)| *it == name) {
            return Err(BadGiven::Twice { field: name });
        }
        let wrong = || BadGiven::WrongValue { field: name, holds: field.holds, found: text.into() };
        self.values.push((name, value(field.holds, text).ok_or_else(wrong)?));
        Ok(())
    }
}

/// The value that a text means for a field; `None` when it holds no such value.
fn value(holds: Holds, text: &str) -> Option<Value> {
    match holds {
        Holds::Text => Some(entry::text(text)),
        Holds::OneOf(words) => words.contains(&text).then(|| entry::text(text)),
        Holds::Bool => text.parse().ok().map(Value::Bool),
        Holds::Count => text.parse::<u32>().ok().map(|it| entry::count(it.into())),
        Holds::Country => is_country(text).then(|| entry::text(text)),
        Holds::Countries => text.split(',').all(is_country).then(|| entry::texts(text.split(','))),
        Holds::Texts => Some(entry::texts(text.split(',').filter(|it| !it.is_empty()))),
        Holds::Objects => None,
        Holds::Time => from_person(text).map(entry::text),
        Holds::Span => time::span(text).is_some_and(|it| it >= 0).then(|| entry::text(text)),
        Holds::Version => version::Version::from_text(text).map(|_| entry::text(text)),
    }
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|it| it.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(text: &str) -> Result<Value, BadGiven> {
        let mut given = Given::default();
        given.set(Tool::AwsS3, text)?;
        Ok(given.values.remove(0).1)
    }

    #[test]
    fn a_value_has_the_type_of_its_field() {
        assert_eq!(given("data_class=internal"), Ok(entry::text("internal")));
        assert_eq!(given("temporary=false"), Ok(Value::Bool(false)));
        assert_eq!(given("expired_items=0"), Ok(entry::count(0)));
        assert_eq!(given("max_age=24h"), Ok(entry::text("24h")));
        assert_eq!(given("as_of=2026-11-01"), Ok(entry::text("2026-11-01T00:00:00Z")));
        assert_eq!(given("allowed_countries=JP,US"), Ok(entry::texts(["JP", "US"].into_iter())));
    }

    #[test]
    fn what_a_field_does_not_hold_is_refused_with_the_field() {
        for (text, field) in [
            ("data_class=secret", "data_class"),
            ("temporary=no", "temporary"),
            ("expired_items=-1", "expired_items"),
            ("allowed_countries=Japan", "allowed_countries"),
            ("allowed_countries=JP, US", "allowed_countries"),
            ("allowed_countries=", "allowed_countries"),
            ("max_age=1d", "max_age"),
            ("as_of=today", "as_of"),
        ] {
            let refused =
                matches!(given(text), Err(BadGiven::WrongValue { field: it, .. }) if it == field);
            assert!(refused, "{text}");
        }
        assert!(matches!(given("dataclass=internal"), Err(BadGiven::UnknownField { .. })));
        assert!(matches!(given("data_class"), Err(BadGiven::NoValue { .. })));
    }

    #[test]
    fn a_field_is_given_once() {
        let mut given = Given::default();
        given.set_as_of(Tool::Testssl, "2026-11-01").unwrap();
        let again = given.set(Tool::Testssl, "checked_at=2026-11-02");
        assert_eq!(again, Err(BadGiven::Twice { field: "checked_at" }));
        assert!(given.set_collected_at("soon").is_err());
    }
}
