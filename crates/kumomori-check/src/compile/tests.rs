use super::*;
use crate::kind::{Holds, Scalar};
use crate::value::Threshold;
use alloc::format;
use alloc::vec;

fn kind() -> Kind {
    let mut kind = Kind::new("tls-endpoints", true);
    let fields = [
        ("host", Holds::One(Scalar::Text)),
        ("port", Holds::One(Scalar::Int)),
        ("min_version", Holds::One(Scalar::Version)),
        ("checked_at", Holds::One(Scalar::Time)),
        ("names", Holds::List(Scalar::Text)),
        ("certificate", Holds::Object),
        ("certificate.trusted", Holds::One(Scalar::Bool)),
    ];
    for (path, holds) in fields {
        kind.add(path, holds, (false, false)).unwrap();
    }
    kind
}

fn policy() -> Policy {
    let thresholds = vec![("tls_floor".into(), Threshold::Text("TLS1.2".into()))];
    Policy { thresholds }
}

fn said(text: &str) -> String {
    match compile(text, &kind(), &policy()) {
        Ok(program) => format!("reads {:?}", program.reads()),
        Err(fault) => {
            let (line, column) = fault.span.place(text);
            let help = fault.problem.help().unwrap_or_default();
            format!("{line}:{column} {}; {help}", fault.problem)
        }
    }
}

#[test]
fn a_program_says_what_it_reads() {
    let text = "tls_endpoints.all(e, version(e.min_version) >= version(policy.tls_floor))";
    assert_eq!(said(text), "reads [2]");
    assert_eq!(
        said("tls_endpoints.exists(e, !e.certificate.trusted || e.port in [443, 8443])"),
        "reads [1, 5, 6]"
    );
    assert_eq!(
        said("size(tls_endpoints.filter(e, \"a\" in e.names)) * 2 > 3 ? true : false"),
        "reads [4]"
    );
}

#[test]
fn each_mistake_is_named_where_it_stands_with_what_to_write() {
    let cases = [
        (
            "tls_endpoints.all(e, e.hots == \"a\")",
            "1:24 there is no field `hots` here; write `host`",
        ),
        ("tls_endpoint.all(e, true)", "1:1 there is no `tls_endpoint` here; write `tls_endpoints`"),
        ("policy.tls_flor == \"a\"", "1:8 there is no threshold `tls_flor`; write `tls_floor`"),
        (
            "tls_endpoints.all(e, e.host.startWith(\"a\"))",
            "1:29 there is no function `startWith`; write `startsWith`",
        ),
        (
            "tls_endpoints.all(e, e.host.matches(\"a.*\"))",
            "1:29 checks have no regular expressions; write `startsWith`, `endsWith` or `contains`",
        ),
        (
            "tls_endpoints.all(e, e.port == \"443\")",
            "1:22 a whole number cannot be compared with a text; ",
        ),
        (
            "tls_endpoints.all(e, e.min_version >= policy.tls_floor)",
            "1:22 as mere texts these are compared letter by letter; write `version(...)` around both sides",
        ),
        (
            "tls_endpoints.all(e, e.port = 1)",
            "1:29 checks have no assignment; write `==` to compare",
        ),
        ("tls_endpoints.all(e, e.port == 1 and true)", "1:34 checks have no `and`; write `&&`"),
        (
            "tls_endpoints.host == \"a\"",
            "1:15 checks have no fields of a whole list; write `all` or `exists` to look at each element",
        ),
        ("size(tls_endpoints)", "1:1 this is a whole number, not true or false; "),
        ("tls_endpoints.all(e, e.port)", "1:22 this is a whole number, not true or false; "),
        (
            "tls_endpoints.all(e)",
            "1:1 `all` is called otherwise; write `list.all(it, it.field > 0)`",
        ),
        ("{\"a\": 1}.a == 1", "1:1 checks have no maps; write a list, or fields of the document"),
        ("true &&\n  (1 == )", "2:9 `)` stands where a value should stand; "),
        ("\"open", "1:1 this text has no end, or an escape that does not exist; "),
        ("99999999999999999999 == 1", "1:1 this number is too large; "),
        ("1 / 0 == 1", "1:5 nothing can be divided by 0; "),
        ("tls_endpoints.all(e, e.port % (0) > 1.5 / 0.0)", "1:31 nothing can be divided by 0; "),
        ("1 in [1, \"a\"]", "1:10 this is a text, not a whole number; "),
        (
            "[[1], [\"a\"]].all(l, true)",
            "1:7 this is a list of texts, not a list of whole numbers; ",
        ),
        ("size([\"a\"] + [1]) == 2", "1:6 this is a list of whole numbers, not a list of texts; "),
    ];
    for (text, expected) in cases {
        assert_eq!(said(text), expected, "{text}");
    }
}

#[test]
fn texts_of_all_sorts_may_stand_together() {
    for text in [
        "tls_endpoints.exists(e, e.min_version in [e.host, policy.tls_floor, \"TLS1.3\"])",
        "tls_endpoints.all(e, version(e.port > 1 ? e.min_version : \"1.2\") > version(\"1\"))",
        "tls_endpoints.all(e, size(e.names + [e.min_version] + []) > 1)",
    ] {
        assert!(said(text).starts_with("reads"), "{}", said(text));
    }
}

#[test]
fn parts_one_after_the_other_nest_as_well() {
    let chained = |n| alloc::format!("tls_endpoints{}.all(e, true)", ".filter(e, true)".repeat(n));
    assert!(compile(&chained(30), &kind(), &policy()).is_ok());
    assert!(said(&chained(31)).contains("nests deeper than 32"));
    let zigzag = format!("{}1{} > 0", "(".repeat(20), "+1)".repeat(20));
    assert!(compile(&zigzag, &kind(), &policy()).is_ok());
    let zigzag = format!("{}1{} > 0", "(".repeat(20), "+1*1+1)".repeat(20));
    assert!(said(&zigzag).contains("nests deeper than 32"));
}

#[test]
fn what_nests_or_grows_without_end_is_refused() {
    for text in ["(".repeat(3000), "!".repeat(3000), "1+".repeat(2000) + "1 > 0", " ".repeat(5000)]
    {
        assert!(compile(&text, &kind(), &policy()).is_err());
    }
}
