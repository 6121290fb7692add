//! Reviews of Kubernetes objects: what is refused is never taken because it could not be read.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use kumomori_module::admission::{review, validate, validate_settings};
use serde_json::{Value, json};

/// A pod that every check takes.
fn good() -> Value {
    json!({
        "apiVersion": "v1", "kind": "Pod",
        "metadata": { "name": "api", "namespace": "prod", "labels": { "owner": "platform", "data-location": "JP" } },
        "spec": {
            "serviceAccountName": "api", "automountServiceAccountToken": false,
            "securityContext": { "runAsNonRoot": true, "seccompProfile": { "type": "RuntimeDefault" } },
            "containers": [{
                "name": "api", "image": "registry.k8s.io/api@sha256:0011223344",
                "resources": { "limits": { "cpu": "500m", "memory": "256Mi" } },
                "securityContext": {
                    "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true,
                    "capabilities": { "drop": ["ALL"] }
                }
            }]
        }
    })
}

/// The good pod with a value in one place.
fn with(pointer: &str, value: Value) -> Value {
    let mut pod = good();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    pod.pointer_mut(parent).unwrap()[name] = value;
    pod
}

fn validated(request: &Value, settings: &Value) -> Value {
    let message = json!({ "request": request, "settings": settings });
    serde_json::from_str(&validate(message.to_string().as_bytes())).unwrap()
}

fn answer(object: &Value) -> Value {
    let request = json!({ "uid": "1", "operation": "CREATE", "object": object });
    validated(&request, &json!({ "fail_on": "low" }))
}

fn is_taken(object: &Value) -> bool {
    answer(object)["accepted"].as_bool().unwrap()
}

#[test]
fn a_pod_that_every_check_takes_is_taken() {
    assert_eq!(answer(&good()), json!({ "accepted": true }));
}

#[test]
fn each_fault_refuses_the_pod_and_names_its_check_and_place() {
    let container = "/spec/containers/0";
    for (pointer, value, wanted) in [
        ("/spec/hostNetwork", json!(true), "workload-host-namespaces"),
        ("/spec/volumes", json!([{ "hostPath": { "path": "/run" } }]), "workload-host-paths"),
        ("/spec/volumes", json!([{ "hostPath": {} }]), "workload-host-paths"),
        ("/spec/containers/0/image", json!("nginx:1"), "workload-registry-allowed"),
        ("/spec/containers/0/image", json!("registry.k8s.io/a"), "workload-image-fixed"),
        ("/spec/containers/0/env", json!([{ "name": "A_TOKEN", "value": 5 }]), "workload-secrets"),
        (
            "/metadata/labels",
            json!({ "owner": "a", "a/data-location": "JP", "b/data-location": "US" }),
            "workload-data-location",
        ),
        (
            "/metadata/labels",
            json!({ "owner": "a", "a/data-location": "JP", "data-location": "US" }),
            "workload-data-location",
        ),
    ] {
        let refused = answer(&with(pointer, value));
        let message = refused["message"].as_str().unwrap();
        assert!(message.contains(wanted), "{pointer}: {message}");
        assert!(!message.contains("[0].containers"), "{message}");
    }
    let privileged = answer(&with(&format!("{container}/securityContext/privileged"), json!(true)));
    let message = privileged["message"].as_str().unwrap();
    assert_eq!(message, "workload-not-privileged (critical): `containers[0].privileged` is true");
    assert_eq!(privileged["code"], 403);
}

#[test]
fn what_cannot_be_read_is_never_taken() {
    for (pointer, values) in [
        ("/spec", vec![json!(null), json!([]), json!({})]),
        ("/spec/containers", vec![json!(null), json!({}), json!("a"), json!([]), json!([1])]),
        ("/spec/initContainers", vec![json!({}), json!("a")]),
        ("/spec/volumes", vec![json!({}), json!("a")]),
        ("/spec/hostPID", vec![json!("true"), json!(1)]),
        ("/spec/containers/0/env", vec![json!({}), json!("a")]),
        ("/spec/containers/0/image", vec![json!(null), json!(1)]),
        ("/spec/containers/0/securityContext", vec![json!(null), json!([]), json!("a")]),
        ("/spec/containers/0/securityContext/privileged", vec![json!("true"), json!(1)]),
        (
            "/spec/containers/0/securityContext/capabilities",
            vec![
                json!({ "drop": ["ALL"], "add": "SYS_ADMIN" }),
                json!({ "drop": ["ALL"], "add": { "a": "SYS_ADMIN" } }),
                json!({ "drop": ["ALL"], "add": [["SYS_ADMIN"]] }),
            ],
        ),
        (
            "/spec/containers/0/resources/limits",
            vec![
                json!({ "cpu": "-0", "memory": "1Gi" }),
                json!({ "cpu": "0e3", "memory": "1Gi" }),
                json!({ "cpu": "abc", "memory": "1Gi" }),
            ],
        ),
        ("/kind", vec![json!("Deployment"), json!("CronJob"), json!(null), json!(1)]),
    ] {
        for value in values {
            let pod = with(pointer, value.clone());
            assert!(!is_taken(&pod), "{pointer}: {value}");
        }
    }
    for object in [json!("Pod"), json!(5), json!([good()]), json!(null), json!({})] {
        assert!(!is_taken(&object), "{object}");
    }
}

#[test]
fn requests_without_an_object_are_taken_only_for_removals() {
    let of = |request: Value| validated(&request, &json!({}))["accepted"].as_bool().unwrap();
    assert!(of(json!({ "operation": "DELETE", "object": null, "oldObject": good() })));
    assert!(of(json!({ "operation": "CONNECT" })));
    for request in [
        json!({}),
        json!({ "operation": "CREATE", "kind": { "kind": "Pod" } }),
        json!({ "operation": "UPDATE", "oldObject": good() }),
        json!({ "Object": good() }),
    ] {
        assert!(!of(request.clone()), "{request}");
    }
}

#[test]
fn objects_in_lists_and_without_a_kind_of_their_own_are_judged() {
    let bad = with("/spec/hostNetwork", json!(true));
    assert!(!is_taken(&json!({ "apiVersion": "v1", "kind": "List", "items": [good(), bad] })));
    assert!(is_taken(&json!({ "apiVersion": "v1", "kind": "List", "items": [good()] })));
    let mut nameless = bad;
    nameless.as_object_mut().unwrap().remove("kind");
    let request = json!({ "operation": "CREATE", "kind": { "kind": "Pod" }, "object": nameless });
    assert_eq!(validated(&request, &json!({}))["code"], 403);
    let deep = (0..50).fold(json!(1), |inner, _| json!([inner]));
    assert!(is_taken(&json!({ "kind": "ConfigMap", "data": deep })), "other kinds are not read");
}

#[test]
fn an_update_that_changes_nothing_that_is_asked_is_taken() {
    let old = with("/spec/hostNetwork", json!(true));
    let mut new = old.clone();
    new["metadata"]["finalizers"] = json!([]);
    let update = |old: &Value, new: &Value| {
        let request = json!({ "operation": "UPDATE", "oldObject": old, "object": new });
        validated(&request, &json!({}))["accepted"].as_bool().unwrap()
    };
    assert!(update(&old, &new));
    assert!(!update(&good(), &new));
}

#[test]
fn an_input_that_is_no_json_is_refused_in_every_form() {
    let broken = br#"{"request":{"uid":"1","object":{"kind":"Pod"}},"request":{}}"#;
    let answer: Value = serde_json::from_str(&review(broken, b"").unwrap()).unwrap();
    assert_eq!(answer["response"]["allowed"], false);
    assert!(answer["diagnostics"].as_array().is_some_and(|it| !it.is_empty()));
    assert_eq!(serde_json::from_str::<Value>(&validate(broken)).unwrap()["accepted"], false);
    let both = json!({ "request": { "operation": "DELETE" }, "review": { "object": good() } });
    let answer: Value =
        serde_json::from_str(&review(both.to_string().as_bytes(), b"").unwrap()).unwrap();
    assert_eq!(answer["response"]["allowed"], false);
    assert_eq!(review(br#"{"format":"kumomori.request/1"}"#, b""), None);
}

#[test]
fn settings_decide_what_refuses() {
    let pod =
        with("/spec/containers/0/securityContext/seccompProfile", json!({ "type": "Unconfined" }));
    let request = json!({ "operation": "CREATE", "object": pod });
    let taken = |settings: Value| validated(&request, &settings)["accepted"].as_bool().unwrap();
    assert!(taken(json!({})), "high is the default, and the check is medium");
    assert!(!taken(json!({ "fail_on": "medium" })));
    let mut unknown = good();
    unknown["spec"]["securityContext"] = json!({ "runAsNonRoot": true });
    let request = json!({ "operation": "CREATE", "object": unknown });
    let taken = |settings: Value| validated(&request, &settings)["accepted"].as_bool().unwrap();
    assert!(!taken(json!({ "fail_on": "medium" })));
    assert!(taken(json!({ "fail_on": "medium", "on_insufficient": "allow" })));
    assert!(!taken(json!({ "thresholds": { "allowed_registries": ["example.jp"] } })));
    for wrong in [
        json!({ "fail_on": "huge" }),
        json!({ "on": 1 }),
        json!([]),
        json!("a"),
        json!({ "thresholds": { "allowed_registries": 1 } }),
    ] {
        assert!(!taken(wrong.clone()), "{wrong}");
        let answer = validate_settings(wrong.to_string().as_bytes());
        assert!(answer.contains(r#""valid": false"#), "{answer}");
    }
    assert!(validate_settings(b"").contains(r#""valid": true"#));
}

#[test]
fn a_pod_with_very_many_labels_is_judged_at_once() {
    let mut pod = good();
    for idx in 0..100_000 {
        pod["metadata"]["labels"][format!("k{idx}")] = json!("1");
    }
    assert!(is_taken(&pod));
}
