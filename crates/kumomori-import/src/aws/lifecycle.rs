//! Lifecycle rules of a bucket, as the API and as AWS Config write them.

use crate::entry::Entry;
use crate::located::At;
use crate::note::{Note, Reason};
use crate::retention::{self, Rule};
use alloc::vec::Vec;

/// Sets the retention period from lifecycle rules.
pub(super) fn read(at: &At<'_>, entry: &mut Entry, notes: &mut Vec<Note>) {
    const FIELD: &str = "retention_days";
    let Some(rules) = at.some_of(&["Rules", "rules"]).filter(At::is_list) else {
        notes.push(at.note(Reason::Unreadable { field: FIELD, found: at.shown() }));
        return;
    };
    let deleting: Vec<Rule> = rules.items().filter_map(|it| rule(&it)).collect();
    match retention::days(&deleting) {
        Ok(days) => entry.set(FIELD, Some(days)),
        Err(reason) => notes.push(rules.note(reason)),
    }
}

/// A rule that is in force and deletes current objects; others move them or end uploads.
fn rule(at: &At<'_>) -> Option<Rule> {
    if at.some_of(&["Status", "status"])?.text() != Some("Enabled") {
        return None;
    }
    let expiration = at.some("Expiration");
    let nested = |name| expiration.as_ref().and_then(|it| it.some(name));
    let days = nested("Days").or_else(|| at.some("expirationInDays"));
    // AWS Config writes -1 where no days are set.
    let days = days.filter(|it| it.node.value != kumomori_wire::json::Value::Number("-1".into()));
    let has_date = nested("Date").or_else(|| at.some("expirationDate")).is_some();
    match days.map(|it| retention::whole_days(&it)) {
        Some(Some(days)) if is_for_all(at) => Some(Rule::All(days)),
        Some(_) => Some(Rule::Some),
        None => has_date.then_some(Rule::Some),
    }
}

/// Whether nothing limits a rule to some objects.
fn is_for_all(at: &At<'_>) -> bool {
    let is_empty = |it: &At<'_>| it.text() == Some("");
    let has_prefix = at.some_of(&["Prefix", "prefix"]).is_some_and(|it| !is_empty(&it));
    let filter = at.some_of(&["Filter", "filter"]);
    let is_open = filter.is_none_or(|filter| {
        // AWS Config wraps what the API writes into the filter itself.
        let inner = filter.field("predicate").unwrap_or(filter);
        inner.fields().all(|(name, value)| match name {
            "Prefix" | "prefix" => is_empty(&value),
            "type" => true,
            _ => false,
        })
    });
    is_open && !has_prefix
}
