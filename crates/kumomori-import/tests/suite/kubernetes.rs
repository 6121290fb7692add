//! What `kubectl` prints.

use super::{entries, notes, values};
use kumomori_import::kubernetes::evidence;
use kumomori_wire::json::Node;

const LIST: &str = "kubernetes/list.json";

/// A field of all containers of all workloads; `-` where it was left out.
fn of_containers(field: &str) -> Vec<String> {
    let workloads = entries(LIST);
    let all = workloads.iter().flat_map(|it| it.get("containers").unwrap().items());
    all.map(|it: &Node| super::value(it, field)).collect()
}

#[test]
fn what_makes_pods_is_an_entry_and_the_rest_is_named() {
    let ids = ["Deployment/prod/api", "CronJob/prod/report", "Pod/default/debug-"];
    assert_eq!(values(LIST, "id"), ids);
    assert_eq!(notes(LIST), [("other-resource", "items[3]".to_string())]);
}

#[test]
fn labels_count_whatever_their_prefix_and_never_when_empty() {
    assert_eq!(values(LIST, "owner"), ["platform", "-", "-"]);
    assert_eq!(values(LIST, "data_location"), ["JP", "-", "-"]);
}

#[test]
fn what_is_not_said_has_the_value_that_kubernetes_gives_it() {
    assert_eq!(values(LIST, "host_pid"), ["false", "true", "false"]);
    assert_eq!(values(LIST, "service_account"), ["api", "default", "default"]);
    assert_eq!(values(LIST, "token_mounted"), ["false", "true", "true"]);
    assert_eq!(of_containers("privilege_escalation"), ["false", "false", "true", "true"]);
    assert_eq!(
        of_containers("registry"),
        ["registry.example.jp", "registry.example.jp", "docker.io", "docker.io"]
    );
    assert_eq!(of_containers("tag"), ["2026.9.1", "-", "3.13", "latest"]);
}

#[test]
fn what_the_image_or_the_node_decides_is_left_out() {
    assert_eq!(of_containers("run_as_non_root"), ["true", "true", "-", "-"]);
    assert_eq!(of_containers("seccomp"), ["RuntimeDefault", "RuntimeDefault", "-", "-"]);
    assert_eq!(of_containers("cpu_limit"), ["500m", "1", "-", "-"]);
}

#[test]
fn one_object_of_a_review_is_read_alone() {
    let pod = r#"{"apiVersion":"v1","metadata":{},"spec":{"containers":[{}]}}"#;
    let (file, n_workloads) = evidence(pod, "Pod").unwrap().unwrap();
    assert!(file.contains("Pod/default/?") && n_workloads == 1, "{file}");
    assert_eq!(evidence(r#"{"apiVersion":"v1","kind":"Service"}"#, ""), Ok(None));
    assert_eq!(evidence("[]", ""), Ok(None));
    assert!(evidence("{", "Pod").is_err());
}

#[test]
fn a_workload_without_pods_that_can_be_read_has_no_containers() {
    for object in ["{}", r#"{"spec":{}}"#, r#"{"spec":{"template":[]}}"#] {
        let (file, _) = evidence(object, "Deployment").unwrap().unwrap();
        assert!(!file.contains("containers") && !file.contains("host_network"), "{file}");
    }
}

#[test]
fn labels_that_disagree_say_nothing_and_the_bare_one_counts() {
    let of = |labels: &str| {
        let pod = format!(r#"{{"metadata":{{"labels":{{{labels}}}}},"spec":{{}}}}"#);
        evidence(&pod, "Pod").unwrap().unwrap().0
    };
    assert!(of(r#""a/data-location":"JP","data-location":"US""#).contains(r#""US""#));
    assert!(of(r#""a/data-location":"JP","b/data-location":"JP""#).contains(r#""JP""#));
    assert!(!of(r#""a/data-location":"JP","b/data-location":"US""#).contains("data_location"));
}
