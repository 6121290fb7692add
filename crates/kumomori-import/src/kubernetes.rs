//! Workloads of Kubernetes: objects as `kubectl get --output json` prints them and as admission
//! reviews carry them.
//!
//! What the objects do not say has the value that Kubernetes gives it; what depends on the image or
//! on the node is left out.

mod container;
mod image;

use crate::entry::{Entry, text, texts};
use crate::field::fields;
use crate::located::{At, Lines};
use crate::note::{Note, Reason};
use crate::reading::Told;
use crate::refusal::Refusal;
use crate::tool::Tool;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use container::containers;
use kumomori_wire::diagnostic::Diagnostic;
use kumomori_wire::json::{Value, parse};
use kumomori_wire::write;

/// Objects that make pods by a template.
const TEMPLATED: [&str; 6] =
    ["DaemonSet", "Deployment", "Job", "ReplicaSet", "ReplicationController", "StatefulSet"];

/// Whether a value looks like Kubernetes objects.
pub(crate) fn is_like(at: &At<'_>) -> bool {
    at.text_of("apiVersion").is_some() && at.text_of("kind").is_some()
}

/// Reads an object, a list of objects as `kubectl` prints it, or several.
pub(crate) fn read(values: &[At<'_>]) -> Result<Told, Refusal> {
    if let Some(first) = values.first().filter(|_| !values.iter().any(is_like)) {
        return Err(Refusal::other_shape(first));
    }
    let mut told = Told { tool: "kubectl get".to_string(), ..Told::default() };
    for object in values.iter().flat_map(objects) {
        let kind = object.text_of("kind").unwrap_or_default();
        match workload(&object, kind, &mut told.notes) {
            Some(entry) => told.entries.push(entry),
            None => told.notes.push(other(&object)),
        }
    }
    Ok(told)
}

/// Whether objects of a kind make pods, or hold objects that do.
pub fn is_of_interest(kind: &str) -> bool {
    makes_pods(kind) || kind.ends_with("List")
}

fn makes_pods(kind: &str) -> bool {
    matches!(kind, "Pod" | "CronJob") || TEMPLATED.contains(&kind)
}

/// The evidence file of an object of a kind, with the number of its workloads; `None` when it makes
/// no pods.
///
/// # Errors
///
/// What is wrong with the text of the object.
pub fn evidence(object: &str, kind: &str) -> Result<Option<(String, usize)>, Box<Diagnostic>> {
    let (node, lines) = (parse(object)?, Lines::only(1));
    let whole = At::within(&node, &lines, "");
    let of = |it: &At<'_>| workload(it, it.text_of("kind").unwrap_or(kind), &mut Vec::new());
    let entries: Vec<Entry> = objects(&whole).iter().filter_map(of).collect();
    if entries.is_empty() {
        return Ok(None);
    }
    let n_workloads = entries.len();
    let names = || fields(Tool::Kubernetes).iter().map(|it| it.name);
    let document = write::list(entries.into_iter().map(|it| it.into_node(names())));
    let kind = write::text(Tool::Kubernetes.kind());
    let file = write::object([("kind", kind), ("document", document)]);
    Ok(Some((write::to_text(&file), n_workloads)))
}

fn objects<'a>(at: &At<'a>) -> Vec<At<'a>> {
    let is_list = at.text_of("kind").is_some_and(|it| it.ends_with("List"));
    match at.some("items").filter(|_| is_list) {
        Some(items) => items.items().collect(),
        None => Vec::from([at.clone()]),
    }
}

fn other(object: &At<'_>) -> Note {
    let found = object.text_of("kind").map_or_else(|| object.shown(), crate::located::shown);
    object.note(Reason::OtherResource { found })
}

/// The entry of an object of a kind; `None` when it makes no pods. What cannot be read of its pods
/// is left out.
fn workload(object: &At<'_>, kind: &str, notes: &mut Vec<Note>) -> Option<Entry> {
    if !makes_pods(kind) {
        return None;
    }
    let meta = object.some("metadata");
    let mut entry = Entry::default();
    entry.set("id", Some(text(id(kind, meta.as_ref()))));
    entry.set("owner", label(meta.as_ref(), "owner"));
    entry.set("data_location", label(meta.as_ref(), "data-location"));
    match pod(object, kind).filter(At::is_object) {
        Some(pod) => of_pod(&pod, &mut entry, notes),
        None => notes.push(object.note(Reason::NotThere { field: "containers", value: "spec" })),
    }
    Some(entry)
}

fn of_pod(pod: &At<'_>, entry: &mut Entry, notes: &mut Vec<Note>) {
    for (name, field) in
        [("host_network", "hostNetwork"), ("host_pid", "hostPID"), ("host_ipc", "hostIPC")]
    {
        entry.set(name, flag(Some(pod), (name, field), false, notes));
    }
    entry.set("host_paths", host_paths(pod, notes));
    let account = pod.text_of("serviceAccountName").filter(|it| !it.is_empty());
    entry.set("service_account", Some(text(account.unwrap_or("default"))));
    let mounted = ("token_mounted", "automountServiceAccountToken");
    entry.set("token_mounted", flag(Some(pod), mounted, true, notes));
    entry.set("containers", containers(pod, notes));
}

/// The specification of the pods that an object makes.
fn pod<'a>(object: &At<'a>, kind: &str) -> Option<At<'a>> {
    let spec = object.some("spec")?;
    let templated = |it: At<'a>| it.some("template")?.some("spec");
    match kind {
        "Pod" => Some(spec),
        "CronJob" => templated(spec.some("jobTemplate")?.some("spec")?),
        _ => templated(spec),
    }
}

fn id(kind: &str, meta: Option<&At<'_>>) -> String {
    let of = |name| meta.and_then(|it| it.text_of(name)).filter(|it| !it.is_empty());
    let name = of("name").or(of("generateName")).unwrap_or("?");
    format!("{kind}/{}/{name}", of("namespace").unwrap_or("default"))
}

/// A label of the object: `owner`, or `example.jp/owner` where all prefixes say the same.
fn label(meta: Option<&At<'_>>, name: &str) -> Option<Value> {
    let labels = meta?.some("labels")?;
    let bare = labels.text_of(name);
    let prefixed = labels.fields().filter(|(key, _)| key.rsplit('/').next() == Some(name));
    let mut said = prefixed.filter_map(|(_, it)| it.text());
    let first = said.next();
    let agreed = first.filter(|first| said.all(|it| it == *first));
    bare.or(agreed).filter(|it| !it.is_empty()).map(text)
}

/// Paths of the node; `?` for one that is not told.
fn host_paths(pod: &At<'_>, notes: &mut Vec<Note>) -> Option<Value> {
    let volumes = list(Some(pod), ("host_paths", "volumes"), notes)?;
    let paths = volumes.iter().filter_map(|it| it.some("hostPath"));
    let paths: Vec<&str> = paths.map(|it| it.text_of("path").unwrap_or("?")).collect();
    Some(texts(paths.into_iter()))
}

/// The elements of a list, none when there is no such list; left out where something else stands.
fn list<'a>(
    at: Option<&At<'a>>,
    (field, name): (&'static str, &str),
    notes: &mut Vec<Note>,
) -> Option<Vec<At<'a>>> {
    let Some(found) = at.and_then(|it| it.some(name)) else { return Some(Vec::new()) };
    if found.is_list() {
        return Some(found.items().collect());
    }
    notes.push(found.note(Reason::Unreadable { field, found: found.shown() }));
    None
}

/// A value that is true or false, or what Kubernetes takes where nothing is said; left out where
/// something else stands.
fn flag(
    at: Option<&At<'_>>,
    (field, name): (&'static str, &str),
    default: bool,
    notes: &mut Vec<Note>,
) -> Option<Value> {
    let Some(found) = at.and_then(|it| it.some(name)) else { return Some(Value::Bool(default)) };
    if let Value::Bool(value) = found.node.value {
        return Some(Value::Bool(value));
    }
    notes.push(found.note(Reason::Unreadable { field, found: found.shown() }));
    None
}
