//! Containers of a pod.

use super::{flag, image, list};
use crate::entry::{object, text, texts};
use crate::located::At;
use crate::note::Note;
use alloc::vec::Vec;
use kumomori_wire::json::{Node, Value};

/// Parts of names that secrets are given in.
const SECRETS: [&str; 7] =
    ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "API_KEY", "PRIVATE_KEY", "CREDENTIAL"];

/// All containers of a pod, those that run before it or for a look at it too.
pub(super) fn containers(pod: &At<'_>, notes: &mut Vec<Note>) -> Value {
    let groups = ["initContainers", "containers", "ephemeralContainers"];
    let all = groups.iter().flat_map(|it| list(pod, it));
    Value::Array(all.map(|it| container(pod, &it, notes)).collect())
}

fn container(pod: &At<'_>, at: &At<'_>, notes: &mut Vec<Note>) -> Node {
    let image = at.text_of("image").unwrap_or_default();
    let own = at.some("securityContext");
    let own = own.as_ref();
    let in_pod = pod.some("securityContext");
    let either = |name: &str| own.and_then(|it| it.some(name)).or(in_pod.as_ref()?.some(name));
    let seccomp = either("seccompProfile").and_then(|it| it.text_of("type"));
    let escalation = ("privilege_escalation", "allowPrivilegeEscalation");
    let read_only = ("read_only_root", "readOnlyRootFilesystem");
    let values = [
        ("name", Some(text(at.text_of("name").unwrap_or_default()))),
        ("image", Some(text(image))),
        ("registry", Some(text(image::registry(image)))),
        ("by_digest", Some(Value::Bool(image::is_by_digest(image)))),
        ("tag", image::tag(image).map(text)),
        ("privileged", privileged(own, either("windowsOptions").as_ref(), notes)),
        ("privilege_escalation", flag(own, escalation, true, notes)),
        ("run_as_non_root", either("runAsNonRoot").map(|it| it.node.value.clone())),
        ("run_as_user", either("runAsUser").map(|it| it.node.value.clone())),
        ("read_only_root", flag(own, read_only, false, notes)),
        ("capabilities_added", Some(texts(capabilities(own, "add").into_iter()))),
        ("drops_all", Some(Value::Bool(drops_all(own)))),
        ("seccomp", seccomp.map(text)),
        ("cpu_limit", limit(at, "cpu")),
        ("memory_limit", limit(at, "memory")),
        ("secrets_in_env", Some(secrets(at))),
    ];
    object(values.into_iter().filter_map(|(name, value)| Some((name, value?))))
}

/// Whether a container has the rights of the node: privileged, or a host process of Windows.
fn privileged(
    own: Option<&At<'_>>,
    windows: Option<&At<'_>>,
    notes: &mut Vec<Note>,
) -> Option<Value> {
    let is_process = flag(windows, ("privileged", "hostProcess"), false, notes)?;
    let is_privileged = flag(own, ("privileged", "privileged"), false, notes)?;
    Some(Value::Bool(is_process == Value::Bool(true) || is_privileged == Value::Bool(true)))
}

fn capabilities<'a>(own: Option<&At<'a>>, name: &str) -> Vec<&'a str> {
    let named = own.and_then(|it| it.some("capabilities"));
    let all = named.map(|it| list(&it, name)).unwrap_or_default();
    all.iter().filter_map(At::text).collect()
}

fn drops_all(own: Option<&At<'_>>) -> bool {
    capabilities(own, "drop").iter().any(|it| it.eq_ignore_ascii_case("ALL"))
}

/// A limit as it is written, a text or a number; `0` for one of nothing, whatever its unit.
fn limit(at: &At<'_>, name: &str) -> Option<Value> {
    let limit = at.some("resources")?.some("limits")?.some(name)?;
    match &limit.node.value {
        Value::Text(it) | Value::Number(it) => Some(text(if is_zero(it) { "0" } else { it })),
        _ => None,
    }
}

fn is_zero(quantity: &str) -> bool {
    let number = quantity.trim_end_matches(|it: char| it.is_ascii_alphabetic());
    number.contains('0') && number.chars().all(|it| matches!(it, '0' | '.'))
}

/// The variables whose names look like those of secrets and whose values stand there.
fn secrets(at: &At<'_>) -> Value {
    let variables = list(at, "env");
    let plain = variables.iter().filter(|it| it.text_of("value").is_some_and(|it| !it.is_empty()));
    let names = plain.filter_map(|it| it.text_of("name"));
    texts(names.filter(|it| {
        let upper = it.to_ascii_uppercase();
        SECRETS.iter().any(|secret| upper.contains(secret))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::node;
    use crate::located::Sheet;
    use kumomori_wire::write::to_text;

    fn of(pod: &str) -> alloc::string::String {
        let sheet = Sheet::read(pod).unwrap();
        let at = sheet.values().next().unwrap();
        to_text(&node(containers(&at, &mut Vec::new())))
    }

    #[test]
    fn what_a_container_does_not_say_the_pod_says() {
        let made = of(r#"{ "securityContext": { "runAsNonRoot": true, "runAsUser": 10 },
            "containers": [{ "name": "a", "image": "b", "securityContext": { "runAsUser": 20 } }] }"#);
        assert!(made.contains(r#""run_as_non_root": true"#), "{made}");
        assert!(made.contains(r#""run_as_user": 20"#), "{made}");
        assert!(!made.contains("seccomp"), "{made}");
    }

    #[test]
    fn a_limit_of_nothing_is_zero_in_any_unit() {
        for zero in ["0", "0Mi", "0.0", "0m"] {
            assert!(is_zero(zero), "{zero}");
        }
        for more in ["10Mi", "0.5", "1e3", "Mi", ""] {
            assert!(!is_zero(more), "{more}");
        }
    }

    #[test]
    fn secrets_are_found_where_they_stand_in_the_open() {
        let made = of(r#"{ "containers": [{ "name": "a", "image": "b", "env": [
            { "name": "DB_PASSWORD", "value": "x" },
            { "name": "API_TOKEN", "valueFrom": { "secretKeyRef": { "name": "s", "key": "k" } } },
            { "name": "COLOR", "value": "blue" } ] }] }"#);
        assert!(made.contains(r#""secrets_in_env": ["DB_PASSWORD"]"#), "{made}");
    }
}
