use super::*;
use crate::compile::compile;
use crate::document::{Plan, read};
use crate::kind::{Holds, Scalar};
use crate::value::Threshold;

fn kind() -> Kind {
    let mut kind = Kind::new("tls-endpoints", true);
    for (path, holds, secret) in [
        ("host", Holds::One(Scalar::Text), false),
        ("min_version", Holds::One(Scalar::Version), false),
        ("key", Holds::One(Scalar::Text), true),
    ] {
        kind.add(path, holds, (false, secret)).unwrap();
    }
    kind
}

fn traced(text: &str, document: &str) -> Vec<String> {
    let kind = kind();
    let policy =
        Policy { thresholds: alloc::vec![("tls_floor".into(), Threshold::Text("TLS1.2".into()))] };
    let program = compile(text, &kind, &policy).unwrap();
    let plan = Plan::of(&kind, [&program]);
    let document = read(document.as_bytes(), &plan).unwrap();
    let trace = trace(&program, &kind, &document, &policy);
    let line = |it: &Leaf| {
        let part = |it: &Option<String>| it.clone().unwrap_or_else(|| "*".into());
        format!(
            "{} {} {} {} {:?}",
            it.path,
            part(&it.actual),
            it.operator,
            part(&it.expected),
            it.reason
        )
    };
    trace.leaves.iter().map(line).collect()
}

const OLD: &str = r#"[{"host": "a", "min_version": "TLS1.2", "key": "k"}, {"host": "b", "min_version": "TLS1.0"}, {"host": "c"}]"#;

#[test]
fn only_what_decided_is_told() {
    let text = "tls_endpoints.all(e, version(e.min_version) >= version(policy.tls_floor))";
    assert_eq!(traced(text, OLD), ["[1].min_version TLS1.0 >= TLS1.2 None"]);
    let text = "tls_endpoints.all(e, version(policy.tls_floor) <= version(e.min_version) || e.host == \"b\")";
    assert_eq!(traced(text, OLD), ["[2].min_version - >= TLS1.2 Some(Missing)"]);
}

#[test]
fn an_element_that_a_filter_chose_is_named_as_in_the_document() {
    let text = "tls_endpoints.filter(e, e.host != \"a\").all(e, version(e.min_version) >= version(\"TLS1.2\"))";
    assert_eq!(traced(text, OLD), ["[1].min_version TLS1.0 >= TLS1.2 None"]);
    let text = "tls_endpoints.filter(e, e.host != \"a\").filter(e, e.host != \"b\").exists(e, e.host == \"x\")";
    assert_eq!(traced(text, OLD), [" 1 none * None"]);
}

#[test]
fn what_a_filter_needs_and_misses_is_told() {
    let text = "tls_endpoints.filter(e, e.min_version != \"TLS1.2\").all(e, e.host == \"b\")";
    assert_eq!(traced(text, OLD), ["[2].min_version - != TLS1.2 Some(Missing)"]);
}

#[test]
fn agreement_of_all_is_one_line() {
    let text = "tls_endpoints.all(e, e.host != \"x\")";
    assert_eq!(traced(text, OLD), [" 3 all * None"]);
}

#[test]
fn what_is_secret_is_not_shown() {
    assert_eq!(traced("tls_endpoints[0].key == \"x\"", OLD), ["key * == x None"]);
}

#[test]
fn the_first_leaves_are_told_and_all_are_counted() {
    let kind = kind();
    let policy = Policy { thresholds: Vec::new() };
    let text = "tls_endpoints.all(e, e.host == \"x\" && e.host != \"a\")";
    let program = compile(text, &kind, &policy).unwrap();
    let plan = Plan::of(&kind, [&program]);
    let document = alloc::vec!["{\"host\": \"a\"}"; 1000].join(",");
    let document = format!("[{document}]");
    let document = read(document.as_bytes(), &plan).unwrap();
    let trace = trace(&program, &kind, &document, &policy);
    assert_eq!(trace.n_leaves, 2000);
    let told: Vec<String> = trace.leaves.iter().map(|it| it.path.clone() + it.operator).collect();
    let expected: Vec<String> =
        (0..10).flat_map(|it| ["==", "!="].map(|sign| format!("[{it}].host{sign}"))).collect();
    assert_eq!(told, expected);
}
