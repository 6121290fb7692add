//! Advanced queries of AWS Config: each result is a JSON text within the JSON.

use super::access::{Access, Block};
use super::{encryption, lifecycle, region};
use crate::entry::{Entry, text};
use crate::located::{At, Lines, shown};
use crate::note::{Note, Reason};
use crate::reading::Told;
use alloc::string::ToString;
use alloc::vec::Vec;
use kumomori_wire::json::{Node, Value, parse};

const BUCKET: &str = "AWS::S3::Bucket";
const SETTINGS: &str = "supplementaryConfiguration";

/// Reads the results of a query.
pub(super) fn read(at: &At<'_>) -> Told {
    let mut told = Told { tool: "AWS Config advanced query".to_string(), ..Told::default() };
    let results = at.field("Results");
    for result in results.iter().flat_map(At::items) {
        let entry = with_inner(&result, |it| bucket(it, &mut told.notes));
        let entry = entry.unwrap_or_else(|| {
            told.notes.push(result.note(Reason::Unreadable { field: "", found: result.shown() }));
            let mut entry = Entry::default();
            entry.set("type", Some(text("object")));
            Some(entry)
        });
        told.entries.extend(entry);
    }
    told
}

/// Hands on a value, or the object that stands in it as a text; `None` when it is neither.
fn with_inner<T>(at: &At<'_>, read: impl FnOnce(&At<'_>) -> T) -> Option<T> {
    if at.is_object() {
        return Some(read(at));
    }
    let node = parse(at.text()?).ok()?;
    let is_object = matches!(node, Node { value: Value::Object(_), .. });
    let lines = Lines::only(at.line());
    is_object.then(|| read(&At::within(&node, &lines, &at.path)))
}

/// The entry of a bucket; `None` for another resource.
fn bucket(at: &At<'_>, notes: &mut Vec<Note>) -> Option<Entry> {
    if let Some(other) = at.text_of("resourceType").filter(|it| *it != BUCKET) {
        notes.push(at.note(Reason::OtherResource { found: shown(other) }));
        return None;
    }
    let mut entry = Entry::default();
    entry.set("type", Some(text("object")));
    let name = at.text_of("resourceName").or_else(|| at.text_of("resourceId"));
    if name.is_none() {
        notes.push(at.note(Reason::NotThere { field: "id", value: "resourceName" }));
    }
    entry.set("id", name.map(text));
    entry.set("country", country(at, notes).map(text));
    match at.some(SETTINGS) {
        None => {
            let reason = |field| at.note(Reason::NotThere { field, value: SETTINGS });
            notes.extend(["encrypted", "public", "retention_days"].map(reason));
        }
        Some(at) => {
            if with_inner(&at, |it| settings(it, &mut entry, notes)).is_none() {
                notes.push(at.note(Reason::Unreadable { field: "", found: at.shown() }));
            }
        }
    }
    Some(entry)
}

/// Sets what the settings of a bucket tell.
fn settings(at: &At<'_>, entry: &mut Entry, notes: &mut Vec<Note>) {
    setting(at, ("encrypted", "ServerSideEncryptionConfiguration"), notes, |it, notes| {
        encryption::read(it, entry, notes);
    });
    setting(at, ("retention_days", "BucketLifecycleConfiguration"), notes, |it, notes| {
        lifecycle::read(it, entry, notes);
    });
    let mut access =
        Access { is_policy_public: is_without_policy(at).then_some(false), ..Access::default() };
    setting(at, ("public", "PublicAccessBlockConfiguration"), notes, |it, _| {
        access.bucket = Block::read(it);
    });
    match access.is_public() {
        Some(is_public) => entry.set("public", Some(Value::Bool(is_public))),
        None => notes.push(at.note(Reason::PublicUnclear)),
    }
}

/// Hands on a setting that a field is read from, or notes why it cannot be.
fn setting(
    at: &At<'_>,
    (field, name): (&'static str, &'static str),
    notes: &mut Vec<Note>,
    read: impl FnOnce(&At<'_>, &mut Vec<Note>),
) {
    let Some(at) = at.some(name) else {
        return notes.push(at.note(Reason::NotThere { field, value: name }));
    };
    if with_inner(&at, |it| read(it, notes)).is_none() {
        notes.push(at.note(Reason::Unreadable { field, found: at.shown() }));
    }
}

/// Whether the bucket has no policy; what a policy says is not read.
fn is_without_policy(more: &At<'_>) -> bool {
    let policy = more.some("BucketPolicy");
    let is_unset =
        |it: &At<'_>| it.field("policyText").is_some_and(|it| it.node.value == Value::Null);
    policy.and_then(|it| with_inner(&it, is_unset)).unwrap_or(false)
}

fn country(at: &At<'_>, notes: &mut Vec<Note>) -> Option<&'static str> {
    let Some(region) = at.text_of("awsRegion") else {
        notes.push(at.note(Reason::NotThere { field: "country", value: "awsRegion" }));
        return None;
    };
    let country = region::country(region);
    if country.is_none() {
        notes.push(at.note(Reason::UnknownRegion { region: shown(region) }));
    }
    country
}
