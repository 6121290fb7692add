//! Containers of a pod.

use super::{flag, image, list};
use crate::entry::{object, text, texts};
use crate::located::At;
use crate::note::Note;
use alloc::vec::Vec;
use kumomori_wire::json::{Node, Value};

/// Parts of names that secrets are given in.
const SECRETS: [&str; 10] = [
    "PASSWORD",
    "PASSWD",
    "PASSPHRASE",
    "SECRET",
    "TOKEN",
    "API_KEY",
    "APIKEY",
    "ACCESS_KEY",
    "PRIVATE_KEY",
    "CREDENTIAL",
];

/// All containers of a pod, those that run before it or for a look at it too; left out where they
/// cannot be told.
pub(super) fn containers(pod: &At<'_>, notes: &mut Vec<Note>) -> Option<Value> {
    let mut all = Vec::new();
    for name in ["initContainers", "containers", "ephemeralContainers"] {
        all.extend(list(Some(pod), ("containers", name), notes)?);
    }
    let made: Vec<Node> = all.iter().map(|it| container(pod, it, notes)).collect();
    (!made.is_empty()).then_some(Value::Array(made))
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
        ("privileged", privileged(own, in_pod.as_ref(), notes)),
        ("privilege_escalation", flag(own, escalation, true, notes)),
        ("run_as_non_root", either("runAsNonRoot").map(|it| it.node.value.clone())),
        ("run_as_user", either("runAsUser").map(|it| it.node.value.clone())),
        ("read_only_root", flag(own, read_only, false, notes)),
        ("capabilities_added", capabilities(own, ("capabilities_added", "add"), notes)),
        ("drops_all", drops_all(own, notes)),
        ("seccomp", seccomp.map(text)),
        ("cpu_limit", limit(at, "cpu")),
        ("memory_limit", limit(at, "memory")),
        ("secrets_in_env", secrets(at, notes)),
    ];
    object(values.into_iter().filter_map(|(name, value)| Some((name, value?))))
}

/// Whether a container has the rights of the node: privileged, or a host process of Windows, which
/// the container or else the pod says.
fn privileged(
    own: Option<&At<'_>>,
    in_pod: Option<&At<'_>>,
    notes: &mut Vec<Note>,
) -> Option<Value> {
    let windows = own.and_then(windows).or_else(|| in_pod.and_then(windows));
    let is_process = flag(windows.as_ref(), ("privileged", "hostProcess"), false, notes);
    let is_privileged = flag(own, ("privileged", "privileged"), false, notes);
    let yes = Some(Value::Bool(true));
    if is_process == yes || is_privileged == yes { yes } else { is_process.and(is_privileged) }
}

/// Options for Windows that say whether it is a host process.
fn windows<'a>(context: &At<'a>) -> Option<At<'a>> {
    context.some("windowsOptions").filter(|it| it.some("hostProcess").is_some())
}

/// Capabilities of a list; left out where one cannot be read.
fn capabilities(
    own: Option<&At<'_>>,
    (field, name): (&'static str, &str),
    notes: &mut Vec<Note>,
) -> Option<Value> {
    let named = own.and_then(|it| it.some("capabilities"));
    let all = list(named.as_ref(), (field, name), notes)?;
    let texts_of: Option<Vec<&str>> = all.iter().map(At::text).collect();
    texts_of.map(|it| texts(it.into_iter()))
}

fn drops_all(own: Option<&At<'_>>, notes: &mut Vec<Note>) -> Option<Value> {
    let dropped = capabilities(own, ("drops_all", "drop"), notes)?;
    let Value::Array(dropped) = dropped else { return None };
    let is_all = |it: &Node| it.text().is_some_and(|it| it.eq_ignore_ascii_case("ALL"));
    Some(Value::Bool(dropped.iter().any(is_all)))
}

/// A limit as it is written, a text or a number; `0` for one of nothing, whatever its unit; left
/// out where it is no quantity.
fn limit(at: &At<'_>, name: &str) -> Option<Value> {
    let limit = at.some("resources")?.some("limits")?.some(name)?;
    let (Value::Text(written) | Value::Number(written)) = &limit.node.value else { return None };
    let number = written.strip_prefix('+').unwrap_or(written);
    let end = number.find(|it: char| !matches!(it, '0'..='9' | '.')).unwrap_or(number.len());
    let digits = number.get(..end)?;
    let is_zero = digits.bytes().all(|it| matches!(it, b'0' | b'.'));
    digits
        .contains(|it: char| it.is_ascii_digit())
        .then(|| text(if is_zero { "0" } else { written }))
}

/// The variables whose names look like those of secrets and whose values stand there.
fn secrets(at: &At<'_>, notes: &mut Vec<Note>) -> Option<Value> {
    let variables = list(Some(at), ("secrets_in_env", "env"), notes)?;
    let is_plain = |it: &&At<'_>| it.some("value").is_some_and(|it| it.text() != Some(""));
    let names = variables.iter().filter(is_plain).filter_map(|it| it.text_of("name"));
    Some(texts(names.filter(|it| {
        let upper = it.to_ascii_uppercase();
        SECRETS.iter().any(|secret| upper.contains(secret))
    })))
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
        to_text(&node(containers(&at, &mut Vec::new()).unwrap_or(Value::Null)))
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
    fn a_limit_of_nothing_is_zero_in_any_unit_and_what_is_no_quantity_is_left_out() {
        for (limit, wanted) in [
            (r#""0""#, Some("0")),
            (r#""0Mi""#, Some("0")),
            ("0.0", Some("0")),
            (r#""0e3""#, Some("0")),
            (r#""10Mi""#, Some("10Mi")),
            ("0.5", Some("0.5")),
            (r#""-1""#, None),
            (r#""abc""#, None),
            ("{}", None),
        ] {
            let made = of(&alloc::format!(
                r#"{{ "containers": [{{ "resources": {{ "limits": {{ "cpu": {limit} }} }} }}] }}"#
            ));
            let found = wanted.map_or(!made.contains("cpu_limit"), |it| {
                made.contains(&alloc::format!(r#""cpu_limit": "{it}""#))
            });
            assert!(found, "{limit}: {made}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_left_out_and_a_certain_yes_stays() {
        let made = of(r#"{ "securityContext": { "windowsOptions": { "hostProcess": "x" } },
            "containers": [{ "securityContext": { "privileged": true,
            "capabilities": { "add": "SYS_ADMIN", "drop": ["ALL"] } }, "env": {} }] }"#);
        assert!(made.contains(r#""privileged": true"#), "{made}");
        assert!(!made.contains("capabilities_added") && !made.contains("secrets_in_env"), "{made}");
        for pod in [r#"{ "containers": {} }"#, "{}", r#"{ "containers": [], "initContainers": 1 }"#]
        {
            assert_eq!(of(pod), "null\n", "{pod}");
        }
        let process = of(r#"{ "securityContext": { "windowsOptions": { "hostProcess": true } },
            "containers": [{ "securityContext": { "windowsOptions": { "runAsUserName": "a" } } }] }"#);
        assert!(process.contains(r#""privileged": true"#), "{process}");
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
