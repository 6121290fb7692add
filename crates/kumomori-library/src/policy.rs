//! A team's own thresholds for checks.

use crate::problem::{Fault, Kind, Problem};
use crate::raw::{RawOwnThresholds, RawThresholdValue};
use crate::source::Source;
use crate::syntax;
use kumomori_check::program::Policy;
use kumomori_check::value::Threshold;
use kumomori_core::checks::Checks;

/// The thresholds of checks with those of a file in their place: `thresholds`, a list of `id` and
/// `value`.
///
/// # Errors
///
/// Everything that is wrong with the file, by line and column.
pub fn read_policy(source: &Source, checks: &Checks) -> Result<Policy, Vec<Problem>> {
    let raw: RawOwnThresholds = syntax::parse(source).map_err(|it| vec![it])?;
    let mut policy = checks.policy();
    let mut problems = Vec::new();
    for it in raw.thresholds {
        let name = it.id.value.replace('-', "_");
        let at = |span: &serde_saphyr::Spanned<String>| syntax::span(source, span.referenced);
        let Some((_, known)) = policy.thresholds.iter_mut().find(|(known, _)| *known == name)
        else {
            let fault = Fault::DanglingReference { kind: Kind::Threshold, id: it.id.value.clone() };
            problems.push(Problem::new(fault, at(&it.id)));
            continue;
        };
        match fitting(known, it.value) {
            Ok(value) => *known = value,
            Err(expected) => {
                let fault = Fault::WrongType { expected: expected.to_owned() };
                problems.push(Problem::new(fault, at(&it.id)));
            }
        }
    }
    if problems.is_empty() { Ok(policy) } else { Err(problems) }
}

/// A value of the type that the default has.
fn fitting(known: &Threshold, value: RawThresholdValue) -> Result<Threshold, &'static str> {
    match (known, value) {
        (Threshold::Int(_), RawThresholdValue::Int(value)) => Ok(Threshold::Int(value)),
        (Threshold::Int(_), _) => Err("a whole number"),
        (Threshold::Double(_), RawThresholdValue::Double(value)) => Ok(Threshold::Double(value)),
        // A number without a fraction is written without one.
        #[expect(clippy::cast_precision_loss, reason = "thresholds are far below 2^53")]
        (Threshold::Double(_), RawThresholdValue::Int(value)) => {
            Ok(Threshold::Double(value as f64))
        }
        (Threshold::Double(_), _) => Err("a number"),
        (Threshold::Text(_), RawThresholdValue::Text(text)) => Ok(Threshold::Text(text)),
        (Threshold::Text(_), _) => Err("a text in quotes"),
        (Threshold::Texts(_), RawThresholdValue::Texts(texts)) => Ok(Threshold::Texts(texts)),
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
