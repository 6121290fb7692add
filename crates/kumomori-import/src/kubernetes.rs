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
        match workload(&object, &mut told.notes) {
            Some(entry) => told.entries.push(entry),
            None => told.notes.push(other(&object)),
        }
    }
    Ok(told)
}

/// The evidence file of one object; `None` when it makes no pods.
///
/// # Errors
///
/// What is wrong with the text of the object.
pub fn evidence(object: &str) -> Result<Option<String>, Box<Diagnostic>> {
    let (node, lines) = (parse(object)?, Lines::only(1));
    let object = At::within(&node, &lines, "");
    let Some(entry) = workload(&object, &mut Vec::new()) else { return Ok(None) };
    let names = fields(Tool::Kubernetes).iter().map(|it| it.name);
    let document = write::list([entry.into_node(names)]);
    let kind = write::text(Tool::Kubernetes.kind());
    Ok(Some(write::to_text(&write::object([("kind", kind), ("document", document)]))))
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

/// The entry of an object that makes pods; `None` for any other.
fn workload(object: &At<'_>, notes: &mut Vec<Note>) -> Option<Entry> {
    let kind = object.text_of("kind")?;
    let pod = pod(object, kind)?;
    let meta = object.some("metadata");
    let mut entry = Entry::default();
    entry.set("id", Some(text(id(kind, meta.as_ref()))));
    entry.set("owner", label(meta.as_ref(), "owner"));
    entry.set("data_location", label(meta.as_ref(), "data-location"));
    for (name, field) in
        [("host_network", "hostNetwork"), ("host_pid", "hostPID"), ("host_ipc", "hostIPC")]
    {
        entry.set(name, flag(Some(&pod), (name, field), false, notes));
    }
    entry.set("host_paths", Some(host_paths(&pod)));
    let account = pod.text_of("serviceAccountName").filter(|it| !it.is_empty());
    entry.set("service_account", Some(text(account.unwrap_or("default"))));
    let mounted = ("token_mounted", "automountServiceAccountToken");
    entry.set("token_mounted", flag(Some(&pod), mounted, true, notes));
    entry.set("containers", Some(containers(&pod, notes)));
    Some(entry)
}

/// The specification of the pods that an object makes.
fn pod<'a>(object: &At<'a>, kind: &str) -> Option<At<'a>> {
    let spec = object.some("spec");
    let templated = |it: At<'a>| it.some("template")?.some("spec");
    match kind {
        "Pod" => spec,
        "CronJob" => templated(spec?.some("jobTemplate")?.some("spec")?),
        _ if TEMPLATED.contains(&kind) => templated(spec?),
        _ => None,
    }
}

fn id(kind: &str, meta: Option<&At<'_>>) -> String {
    let of = |name| meta.and_then(|it| it.text_of(name)).filter(|it| !it.is_empty());
    let name = of("name").or(of("generateName")).unwrap_or("?");
    format!("{kind}/{}/{name}", of("namespace").unwrap_or("default"))
}

/// A label of the object, whatever its prefix: `owner`, `example.jp/owner`.
fn label(meta: Option<&At<'_>>, name: &str) -> Option<Value> {
    let labels = meta?.some("labels")?;
    let mut found = labels.fields().filter(|(key, _)| key.rsplit('/').next() == Some(name));
    found.find_map(|(_, it)| it.text()).filter(|it| !it.is_empty()).map(text)
}

fn host_paths(pod: &At<'_>) -> Value {
    let volumes: Vec<At<'_>> = list(pod, "volumes");
    let paths = volumes.iter().filter_map(|it| it.some("hostPath")?.text_of("path"));
    texts(paths)
}

/// The elements of a list; none when there is no such list.
fn list<'a>(at: &At<'a>, name: &str) -> Vec<At<'a>> {
    at.some(name).iter().flat_map(|it| it.items().collect::<Vec<_>>()).collect()
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
