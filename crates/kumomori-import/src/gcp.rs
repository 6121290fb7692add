//! Buckets of Google Cloud Storage: `gcloud storage buckets list --format=json`, also with `--raw`.

mod location;

use crate::entry::{Entry, text};
use crate::located::At;
use crate::note::{Note, Reason};
use crate::reading::Told;
use crate::refusal::Refusal;
use crate::retention::{self, Rule};
use alloc::string::ToString;
use alloc::vec::Vec;
use kumomori_wire::json::Value;

/// Whether a value looks like buckets.
pub(crate) fn is_like(at: &At<'_>) -> bool {
    let is_bucket = |it: &At<'_>| it.text_of("name").is_some() && it.text_of("location").is_some();
    is_bucket(at) || at.items().any(|it| is_bucket(&it))
}

/// Reads a list of buckets, or one bucket.
pub(crate) fn read(values: &[At<'_>]) -> Result<Told, Refusal> {
    let buckets: Vec<At<'_>> = match values {
        [at] if at.is_list() => at.items().collect(),
        _ => values.to_vec(),
    };
    if let Some(first) =
        values.first().filter(|_| !buckets.is_empty() && !buckets.iter().any(is_like))
    {
        return Err(Refusal::other_shape(first));
    }
    let mut notes = Vec::new();
    let entries = buckets.iter().map(|it| bucket(it, &mut notes)).collect();
    Ok(Told { tool: "gcloud storage buckets list".to_string(), collected_at: None, entries, notes })
}

fn bucket(at: &At<'_>, notes: &mut Vec<Note>) -> Entry {
    let mut entry = Entry::default();
    entry.set("type", Some(text("object")));
    if !at.is_object() {
        notes.push(at.note(Reason::Unreadable { field: "", found: at.shown() }));
        return entry;
    }
    let name = at.text_of("name").filter(|it| !it.is_empty());
    if name.is_none() {
        notes.push(at.note(Reason::NotThere { field: "id", value: "name" }));
    }
    entry.set("id", name.map(text));
    entry.set("country", location::country(at, notes).map(text));
    // The service encrypts everything, with AES-256, whether a key of the customer is set or not.
    entry.set("encrypted", Some(Value::Bool(true)));
    entry.set("cipher", Some(text("AES-256")));
    entry.set("key_holder", Some(text(key_holder(at))));
    notes.push(at.note(Reason::EncryptionByProvider));
    entry.set("public", is_public(at, notes).map(Value::Bool));
    entry.set("retention_days", retention_days(at, notes));
    entry
}

/// Whoever manages the key that new objects are encrypted with.
fn key_holder(at: &At<'_>) -> &'static str {
    let nested = at.some("encryption").and_then(|it| it.some("defaultKmsKeyName"));
    if at.some("default_kms_key").or(nested).is_some() { "customer" } else { "provider" }
}

/// Only an enforced prevention decides; otherwise policies that are not listed do.
fn is_public(at: &At<'_>, notes: &mut Vec<Note>) -> Option<bool> {
    let nested = at.some("iamConfiguration").and_then(|it| it.some("publicAccessPrevention"));
    let prevention = at.some("public_access_prevention").or(nested);
    if prevention.as_ref().and_then(At::text) == Some("enforced") {
        return Some(false);
    }
    notes.push(prevention.as_ref().unwrap_or(at).note(Reason::PublicUnclear));
    None
}

fn retention_days(at: &At<'_>, notes: &mut Vec<Note>) -> Option<Value> {
    const FIELD: &str = "retention_days";
    let lifecycle = at.some_of(&["lifecycle_config", "lifecycle"]);
    let rules: Vec<At<'_>> = lifecycle
        .iter()
        .filter_map(|it| it.some("rule"))
        .flat_map(|it| it.items().collect::<Vec<_>>())
        .collect();
    let deleting: Vec<Rule> = rules.iter().filter_map(rule).collect();
    let least = at.some_of(&["retention_policy", "retentionPolicy", "retention_period"]);
    if let Some(least) = least.filter(|_| deleting.is_empty()) {
        notes.push(least.note(Reason::RetentionMinimum));
        return None;
    }
    if let Some(at) = lifecycle.as_ref().filter(|it| !it.is_object()) {
        notes.push(at.note(Reason::Unreadable { field: FIELD, found: at.shown() }));
        return None;
    }
    let days = retention::days(&deleting);
    days.map_err(|reason| notes.push(lifecycle.as_ref().unwrap_or(at).note(reason))).ok()
}

/// A rule that deletes; other rules move objects to another class or end uploads.
fn rule(at: &At<'_>) -> Option<Rule> {
    let action = at.some("action")?;
    if action.text_of("type") != Some("Delete") {
        return None;
    }
    let condition = at.some("condition");
    let is_age_alone = condition.as_ref().is_some_and(|it| it.node.members().len() == 1);
    let days = condition.and_then(|it| it.some("age")).and_then(|it| retention::whole_days(&it));
    Some(days.filter(|_| is_age_alone).map_or(Rule::Some, Rule::All))
}
