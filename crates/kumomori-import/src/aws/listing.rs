//! Answers of `aws s3api` and `aws s3control`, one object a bucket, as `docs/import.md` has it.

use super::access::{Access, Block};
use super::answer::Answer;
use super::{encryption, lifecycle, region};
use crate::entry::{Entry, text};
use crate::located::{At, shown};
use crate::moment;
use crate::note::{Note, Reason};
use crate::reading::Told;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_wire::json::Value;

const LOCATION: &str = "get-bucket-location";
const ENCRYPTION: &str = "get-bucket-encryption";
const BLOCK: &str = "get-public-access-block";
const ACCOUNT_BLOCK: &str = "account-public-access-block";
const POLICY: &str = "get-bucket-policy-status";
const OWNERSHIP: &str = "get-bucket-ownership-controls";
const LIFECYCLE: &str = "get-bucket-lifecycle-configuration";

/// Reads buckets.
pub(super) fn read(values: &[At<'_>]) -> Told {
    let mut told = Told { tool: "aws s3api".to_string(), ..Told::default() };
    for at in values {
        let (entry, moment) = bucket(at, &mut told.notes);
        told.entries.push(entry);
        told.collected_at = moment::later(told.collected_at.take(), moment);
    }
    told
}

/// The entry of a bucket, and when it was asked about.
fn bucket(at: &At<'_>, notes: &mut Vec<Note>) -> (Entry, Option<String>) {
    let mut entry = Entry::default();
    entry.set("type", Some(text("object")));
    if !at.is_object() {
        notes.push(at.note(Reason::Unreadable { field: "", found: at.shown() }));
        return (entry, None);
    }
    let name = at.text_of("bucket").filter(|it| !it.is_empty());
    if name.is_none() {
        notes.push(at.note(Reason::NotThere { field: "id", value: "bucket" }));
    }
    entry.set("id", name.map(text));
    entry.set("country", country(at, notes).map(text));
    match Answer::read(at, ENCRYPTION, "encrypted", notes) {
        Answer::Said(answer) => {
            let inner = answer.some("ServerSideEncryptionConfiguration");
            encryption::read(inner.as_ref().unwrap_or(&answer), &mut entry, notes);
        }
        Answer::Unset(answer) => notes.push(answer.note(Reason::NoDefaultEncryption)),
        Answer::Unknown => {}
    }
    entry.set("public", is_public(at, notes).map(Value::Bool));
    match Answer::read(at, LIFECYCLE, "retention_days", notes) {
        Answer::Said(answer) => lifecycle::read(&answer, &mut entry, notes),
        Answer::Unset(_) => entry.set("retention_days", Some(crate::entry::count(0))),
        Answer::Unknown => {}
    }
    let moment = as_of(at, notes);
    entry.set("as_of", moment.clone().map(text));
    (entry, moment)
}

fn country(at: &At<'_>, notes: &mut Vec<Note>) -> Option<&'static str> {
    const FIELD: &str = "country";
    let Answer::Said(answer) = Answer::read(at, LOCATION, FIELD, notes) else { return None };
    let Some(location) = answer.field("LocationConstraint") else {
        let found = answer.shown();
        notes.push(answer.note(Reason::Unreadable { field: FIELD, found }));
        return None;
    };
    // The first region has no name here.
    let region = if location.node.value == Value::Null { "us-east-1" } else { location.text()? };
    let country = region::country(region);
    if country.is_none() {
        notes.push(location.note(Reason::UnknownRegion { region: shown(region) }));
    }
    country
}

fn is_public(at: &At<'_>, notes: &mut Vec<Note>) -> Option<bool> {
    const FIELD: &str = "public";
    let mut why = Vec::new();
    let block = |command, why: &mut Vec<Note>| match Answer::read(at, command, FIELD, why) {
        Answer::Said(answer) => {
            let inner = answer.some("PublicAccessBlockConfiguration");
            Block::read(inner.as_ref().unwrap_or(&answer))
        }
        Answer::Unset(_) => Block::OPEN,
        Answer::Unknown => Block::default(),
    };
    let access = Access {
        bucket: block(BLOCK, &mut why),
        account: block(ACCOUNT_BLOCK, &mut why),
        is_policy_public: match Answer::read(at, POLICY, FIELD, &mut why) {
            Answer::Unset(_) => Some(false),
            answer => answer
                .setting("PolicyStatus")
                .and_then(|it| it.some("IsPublic"))
                .and_then(|it| it.node.bool()),
        },
        are_lists_off: match Answer::read(at, OWNERSHIP, FIELD, &mut why) {
            Answer::Unset(_) => Some(false),
            answer => answer.setting("OwnershipControls").and_then(|it| are_lists_off(&it)),
        },
    };
    let is_public = access.is_public();
    // What was not answered matters only where the rest does not decide.
    if is_public.is_none() {
        notes.extend(why);
        notes.push(at.note(Reason::PublicUnclear));
    }
    is_public
}

fn are_lists_off(controls: &At<'_>) -> Option<bool> {
    let rule = controls.some("Rules")?.items().next()?;
    rule.text_of("ObjectOwnership").map(|it| it == "BucketOwnerEnforced")
}

fn as_of(at: &At<'_>, notes: &mut Vec<Note>) -> Option<String> {
    let at = at.some("at")?;
    let moment = at.text().and_then(|it| moment::checked(it.into()));
    if moment.is_none() {
        notes.push(at.note(Reason::Unreadable { field: "as_of", found: at.shown() }));
    }
    moment
}
