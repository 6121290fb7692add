//! How long a bucket keeps objects, from its rules.

use crate::entry;
use crate::located::At;
use crate::note::Reason;
use kumomori_wire::json::Value;

/// One rule that deletes objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// All objects, after some days.
    All(u32),
    /// Some objects, or all on one day.
    Some,
}

/// The period that rules set, and why it is left out if it is.
///
/// Several rules for all objects: the shortest. No rule: 0, nothing is deleted.
pub(crate) fn days(rules: &[Rule]) -> Result<Value, Reason> {
    let of_all = rules.iter().filter_map(|it| match it {
        Rule::All(days) => Some(*days),
        Rule::Some => None,
    });
    match of_all.min() {
        Some(days) => Ok(entry::count(days.into())),
        None if rules.is_empty() => Ok(entry::count(0)),
        None => Err(Reason::RetentionPartial),
    }
}

/// The days of a rule: a whole number above 0.
pub(crate) fn whole_days(at: &At<'_>) -> Option<u32> {
    at.node.whole().filter(|it| *it > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_period_for_all_objects_counts() {
        assert_eq!(days(&[Rule::All(400), Rule::Some, Rule::All(90)]), Ok(entry::count(90)));
        assert_eq!(days(&[]), Ok(entry::count(0)));
        assert_eq!(days(&[Rule::Some]), Err(Reason::RetentionPartial));
    }
}
