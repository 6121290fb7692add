//! From a checked document to a history; `None` only where the first step opens nothing.

use crate::assessment::reading::{
    all, answer, assessment, attestation, migrated, name, scope, stamp, string, subject, window,
};
use crate::json::Node;
use alloc::vec::Vec;
use kumomori_core::history::{Change, Deed, Fate, History, Step};

pub(super) fn history(root: &Node) -> Option<History> {
    let steps: Option<Vec<Step>> = root.get("steps")?.items().iter().map(step).collect();
    History::new(steps?)
}

fn step(node: &Node) -> Option<Step> {
    let deed = match (node.get("open"), node.get("set")) {
        (Some(whole), _) => Deed::Open(assessment(whole)?),
        (None, Some(set)) => Deed::Change(change(set)?),
        (None, None) => Deed::Change(Change::default()),
    };
    let (seq, at) = (node.get("seq")?.whole()?, string(node, "at")?);
    Some(Step { seq, at, name: string(node, "name"), deed })
}

fn change(node: &Node) -> Option<Change> {
    Some(Change {
        title: string(node, "title"),
        subject: node.get("subject").and_then(subject),
        library: turn(node, "library", stamp),
        scope: node.get("scope").and_then(scope),
        window: turn(node, "window", window),
        answers: all(node, "answers", answer)?,
        gone: all(node, "gone", name)?,
        attestations: some(node, "attestations", attestation),
        migrations: some(node, "migrations", migrated),
    })
}

/// A field that may be left out or null.
fn turn<T>(node: &Node, key: &str, read: fn(&Node) -> Option<T>) -> Fate<T> {
    match node.get(key) {
        None => Fate::Kept,
        Some(it) => read(it).map_or(Fate::Gone, Fate::Became),
    }
}

/// A list that may be left out, which is not the same as one without items.
fn some<T>(node: &Node, key: &str, read: fn(&Node) -> Option<T>) -> Option<Vec<T>> {
    node.get(key).and_then(|_| all(node, key, read))
}
