use super::*;
use crate::compile::compile;
use crate::document::{Plan, read};
use crate::kind::{Holds, Scalar};
use crate::value::Threshold;
use alloc::format;

fn kind() -> Kind {
    let mut kind = Kind::new("tls-endpoints", true);
    for (path, holds, secret) in [
        ("host", Holds::One(Scalar::Text), false),
        ("min_version", Holds::One(Scalar::Version), false),
        ("key", Holds::One(Scalar::Text), true),
        ("keys", Holds::List(Scalar::Text), true),
        ("names", Holds::List(Scalar::Text), false),
        ("ends_at", Holds::One(Scalar::Time), false),
        ("owner", Holds::Object, false),
        ("owner.pin", Holds::One(Scalar::Text), true),
    ] {
        kind.add(path, holds, (false, secret)).unwrap();
    }
    kind
}

fn leaves(text: &str, document: &str) -> Trace {
    let kind = kind();
    let policy =
        Policy { thresholds: alloc::vec![("tls_floor".into(), Threshold::Text("TLS1.2".into()))] };
    let program = compile(text, &kind, &policy).unwrap();
    let plan = Plan::of(&kind, [&program]);
    let document = read(document.as_bytes(), &plan).unwrap();
    trace(&program, &kind, &document, &policy)
}

fn traced(text: &str, document: &str) -> Vec<String> {
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
    leaves(text, document).leaves.iter().map(line).collect()
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
    assert_eq!(traced("tls_endpoints[0].key == \"x\"", OLD), ["[0].key * == x None"]);
    let document = r#"[{"host": "a", "key": "k", "keys": ["k"], "owner": [{"pin": "k"}]}]"#;
    let cases = [
        ("tls_endpoints.all(e, e.keys.all(k, k == \"x\"))", "[0].keys[0] * == x None"),
        ("tls_endpoints.all(e, e.host == e.key)", "[0].host a == * None"),
        ("tls_endpoints.all(e, e.host in e.keys)", "[0].host a in * None"),
        ("tls_endpoints.all(e, size(e.key) + 1 == 0)", "[0].key * == 0 None"),
        ("tls_endpoints.all(e, (true ? e.key : e.host) == \"x\")", "[0].key * == x None"),
        ("tls_endpoints.all(e, has(e.owner.pin))", "[0].owner.pin - has * Some(WrongType)"),
    ];
    for (text, expected) in cases {
        assert_eq!(traced(text, document), [expected], "{text}");
    }
}

#[test]
fn what_must_not_be_is_told_as_its_opposite() {
    let cases = [
        ("!(tls_endpoints[0].host == \"a\")", "[0].host a != a None"),
        ("!(tls_endpoints[0].host in [\"a\"])", "[0].host a not in a None"),
        ("!!(tls_endpoints[0].host == \"b\")", "[0].host a == b None"),
        ("!!(!!(tls_endpoints[0].host == \"b\"))", "[0].host a == b None"),
        ("!tls_endpoints.exists(e, e.host > \"b\")", "[2].host c <= b None"),
    ];
    for (text, expected) in cases {
        assert_eq!(traced(text, OLD), [expected], "{text}");
    }
}

#[test]
fn a_search_is_told_as_it_is_written() {
    let document = r#"[{"host": "abc", "names": ["x", "y"]}]"#;
    let cases = [
        ("tls_endpoints[0].host.startsWith(\"b\")", "[0].host abc startsWith b None"),
        ("!tls_endpoints[0].host.endsWith(\"c\")", "[0].host abc not endsWith c None"),
        ("\"z\" in tls_endpoints[0].names", "[0].names x, y contains z None"),
    ];
    for (text, expected) in cases {
        assert_eq!(traced(text, document), [expected], "{text}");
    }
}

#[test]
fn a_path_leads_to_the_place_in_the_document() {
    let cases = [
        ("tls_endpoints.filter(e, e.host != \"a\").all(e, e.host == \"a\")", "[1].host [2].host"),
        ("tls_endpoints.map(e, e.host).all(h, h != \"b\")", "[1].host"),
        ("(tls_endpoints.filter(e, false) + tls_endpoints).all(e, e.host != \"c\")", "[2].host"),
        ("tls_endpoints.filter(e, e.host == \"b\")[0].host == \"a\"", "[1].host"),
        ("[tls_endpoints[2].host, \"x\"].all(h, h == \"y\")", "[2].host "),
        ("(1 > 2 ? tls_endpoints[0] : tls_endpoints[1]).host == \"a\"", "[1].host"),
    ];
    for (text, expected) in cases {
        let paths: Vec<String> = leaves(text, OLD).leaves.into_iter().map(|it| it.path).collect();
        assert_eq!(paths.join(" "), expected, "{text}");
    }
}

#[test]
fn values_are_told_as_they_are_written() {
    let document =
        r#"[{"host": true, "min_version": [1], "ends_at": "2026-11-01T09:00:00+09:00"}]"#;
    let cases = [
        ("tls_endpoints.all(e, e.host == \"a\")", "[0].host true == a Some(WrongType)"),
        (
            "tls_endpoints.all(e, version(e.min_version) > version(\"1\"))",
            "[0].min_version […] > 1 Some(WrongType)",
        ),
        (
            "tls_endpoints.all(e, timestamp(e.ends_at) < timestamp(\"2026-01-01T00:00:00Z\"))",
            "[0].ends_at 2026-11-01T09:00:00+09:00 < 2026-01-01T00:00:00Z None",
        ),
        (
            "tls_endpoints.all(e, timestamp(e.ends_at) - duration(\"90m\") \
             < timestamp(\"2026-01-01T00:00:00Z\"))",
            "[0].ends_at 2026-10-31T22:30:00Z < 2026-01-01T00:00:00Z None",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(traced(text, document), [expected], "{text}");
    }
}

#[test]
fn what_is_contradicted_late_is_still_told() {
    let document = format!("[{}{{\"host\": \"b\"}}]", "{\"host\": \"a\"},".repeat(1_000));
    let text = "tls_endpoints.all(e, tls_endpoints.all(x, x.host != \"c\") && e.host == \"a\")";
    assert_eq!(traced(text, &document), ["[1000].host b == a None"]);
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
