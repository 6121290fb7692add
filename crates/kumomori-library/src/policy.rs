//! A team's own thresholds for checks.

use crate::node::Value;
use crate::own::threshold::{FILE, value_of};
use crate::page::{Names, Page};
use crate::problem::{Fault, Kind, Problem};
use crate::source::Source;
use kumomori_check::program::Policy;
use kumomori_check::value::Threshold;
use kumomori_core::checks::Checks;
use kumomori_core::id::ThresholdId;

const ENTRY: Names = Names { must: &["id", "value"], may: &[] };

/// The thresholds of checks with those of a file in their place: `thresholds`, a list of `id` and
/// `value`.
///
/// # Errors
///
/// Everything that is wrong with the file, by line and column.
pub fn read_policy(source: &Source, checks: &Checks) -> Result<Policy, Vec<Problem>> {
    let mut policy = checks.policy();
    let mut page = Page::new(source);
    let entries = page.top(FILE).and_then(|mut it| it.take("thresholds"));
    for entry in entries.map(|it| page.list(it)).unwrap_or_default() {
        set(&mut page, entry, &mut policy);
    }
    if page.problems.is_empty() { Ok(policy) } else { Err(page.problems) }
}

fn set(page: &mut Page<'_>, entry: Value, policy: &mut Policy) {
    let Some(mut fields) = page.fields(entry, ENTRY) else { return };
    let id = fields.take("id").and_then(|it| page.id::<ThresholdId>(it));
    let Some(value) = fields.take("value") else { return };
    let at = page.at(&value);
    let (Some((word, id)), Some(value)) = (id, value_of(page, value)) else { return };
    let name = id.as_str().replace('-', "_");
    let Some((_, known)) = policy.thresholds.iter_mut().find(|(it, _)| *it == name) else {
        let known = policy.thresholds.iter().map(|(it, _)| it.replace('_', "-")).collect();
        page.add(&word, Fault::NoSuch { kind: Kind::Threshold, id: id.to_string(), known });
        return;
    };
    match fitting(known, value) {
        Ok(value) => *known = value,
        Err(expected) => {
            let fault = Fault::WrongType { expected: expected.to_owned() };
            page.problems.push(Problem::new(fault, at));
        }
    }
}

/// A value of the type that the default has.
pub(crate) fn fitting(known: &Threshold, value: Threshold) -> Result<Threshold, &'static str> {
    match (known, value) {
        (Threshold::Int(_), Threshold::Int(value)) => Ok(Threshold::Int(value)),
        (Threshold::Int(_), _) => Err("a whole number"),
        (Threshold::Double(_), Threshold::Double(value)) => Ok(Threshold::Double(value)),
        // A number without a fraction is written without one.
        #[expect(clippy::cast_precision_loss, reason = "thresholds are far below 2^53")]
        (Threshold::Double(_), Threshold::Int(value)) => Ok(Threshold::Double(value as f64)),
        (Threshold::Double(_), _) => Err("a number"),
        (Threshold::Text(_), Threshold::Text(text)) => Ok(Threshold::Text(text)),
        (Threshold::Text(_), _) => Err("a text in quotes"),
        (Threshold::Texts(_), Threshold::Texts(texts)) => Ok(Threshold::Texts(texts)),
        (Threshold::Texts(_), _) => Err("a list of texts"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kumomori_core::checks::PolicyThreshold;
    use kumomori_core::text::TextId;

    fn checks() -> Checks {
        let threshold =
            |name: &str, value| PolicyThreshold { name: name.to_owned(), value, text: TextId(0) };
        let thresholds = vec![
            threshold("tls_floor", Threshold::Text("TLS1.2".to_owned())),
            threshold("share", Threshold::Double(0.05)),
        ];
        Checks { kinds: Vec::new(), thresholds, checks: Vec::new() }
    }

    fn read(text: &str) -> Result<Policy, Vec<String>> {
        let source = Source::new("own.yaml", text);
        let said = |it: &Problem| it.to_text(std::slice::from_ref(&source));
        read_policy(&source, &checks()).map_err(|all| all.iter().map(said).collect())
    }

    #[test]
    fn own_values_replace_defaults() {
        let policy = read("thresholds:\n  - id: \"tls-floor\"\n    value: \"TLS1.3\"\n  - id: \"share\"\n    value: 1\n").unwrap();
        let values: Vec<&Threshold> = policy.thresholds.iter().map(|(_, it)| it).collect();
        assert_eq!(values, [&Threshold::Text("TLS1.3".to_owned()), &Threshold::Double(1.0)]);
    }

    #[test]
    fn what_does_not_exist_or_fit_is_named_with_its_place() {
        let said = read("thresholds:\n  - id: \"tls-flor\"\n    value: \"TLS1.3\"\n  - id: \"tls-floor\"\n    value: 3\n").unwrap_err();
        assert!(said[0].contains("there is no threshold `tls-flor`"), "{said:?}");
        assert!(said[0].contains("own.yaml:2:9"), "{said:?}");
        assert!(said[1].contains("here should stand a text in quotes"), "{said:?}");
    }
}
