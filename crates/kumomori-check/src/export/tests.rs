use super::cel::cel;
use super::rego::{Side, rules};
use crate::fault::Problem;
use crate::kind::{Holds, Kind, Scalar};
use crate::program::Policy;
use crate::value::Threshold;
use alloc::string::String;

fn kind() -> Kind {
    let mut kind = Kind::new("tls-endpoints", true);
    let fields = [
        ("min_version", Scalar::Version),
        ("until", Scalar::Time),
        ("ciphers", Scalar::Int),
        ("trusted", Scalar::Bool),
        ("in", Scalar::Text),
    ];
    for (name, scalar) in fields {
        kind.add(name, Holds::One(scalar), (false, false)).unwrap();
    }
    kind
}

fn policy() -> Policy {
    let threshold = |name: &str, value| (name.into(), value);
    Policy {
        thresholds: [
            threshold("floor", Threshold::Text("TLSv1.2".into())),
            threshold("kernel", Threshold::Text("5.15".into())),
            threshold("names", Threshold::Texts([String::from("it's")].into())),
        ]
        .into(),
    }
}

/// What stands between the guard of a list and its end.
fn in_cel(text: &str) -> String {
    let printed = cel(text, &kind(), &policy()).unwrap();
    let inner = printed.strip_prefix("size(tls_endpoints) > 0 ? (").unwrap();
    inner.strip_suffix(") : 1 / size(tls_endpoints) > 0").unwrap().into()
}

fn of_element(text: &str) -> String {
    let printed = in_cel(&alloc::format!("tls_endpoints.all(e, {text})"));
    printed.strip_prefix("tls_endpoints.all(e, ").unwrap().strip_suffix(')').unwrap().into()
}

#[test]
fn cel_keeps_what_it_can_and_groups_what_it_must() {
    for same in ["!(e.trusted && e.trusted)", "(e.trusted || e.trusted) && e.trusted"] {
        assert_eq!(of_element(same), same);
    }
    assert_eq!(of_element("((e.ciphers)) < (1 + 2) * 3"), "e.ciphers < (1 + 2) * 3");
    assert_eq!(of_element("e.ciphers - (1 - 2) > 0"), "e.ciphers - (1 - 2) > 0");
    assert_eq!(
        of_element("(e.trusted ? e.trusted : false) || true"),
        "(e.trusted ? e.trusted : false) || true"
    );
}

#[test]
fn cel_fails_where_it_would_answer_for_another_type() {
    assert_eq!(of_element("has(e.until)"), "has(e.until) && e.until != null");
    assert_eq!(of_element("!has(e.in)"), "!('in' in e && e['in'] != null)");
    assert_eq!(of_element("e.ciphers == 0"), "e.ciphers <= 0 && e.ciphers >= 0");
    assert_eq!(of_element("!(e.ciphers != 0)"), "!(e.ciphers < 0 || e.ciphers > 0)");
    assert_eq!(
        of_element("timestamp(e.until) > timestamp('2026-01-01T00:00:00Z')"),
        "timestamp(string(e.until)) > timestamp('2026-01-01T00:00:00Z')"
    );
}

#[test]
fn cel_has_thresholds_as_literals_and_versions_as_places() {
    assert_eq!(of_element("e.in in policy.names"), "e['in'] in ['it\\'s']");
    let compared = of_element("version(e.min_version) >= version(policy.floor)");
    assert!(compared.starts_with("{'SSL2': 0, "), "{compared}");
    assert!(compared.ends_with("'TLSv1.3': 5}[e.min_version] >= 4"), "{compared}");
}

#[test]
fn a_comparison_of_versions_that_cel_has_no_means_for_is_refused_at_its_place() {
    let cases = [
        ("version(e.min_version) >= version(policy.kernel)", "version(policy.kernel)"),
        ("version(e.min_version) > version('1.4')", "version('1.4')"),
        ("version(e.min_version) > version(e.in)", "version(e.min_version) > version(e.in)"),
        ("version(e.in) in [version('TLS1.2')]", "version(e.in)"),
    ];
    for (text, refused) in cases {
        let text = alloc::format!("tls_endpoints.all(e, {text})");
        let fault = cel(&text, &kind(), &policy()).unwrap_err();
        assert_eq!(fault.problem, Problem::NotInStandardCel, "{text}");
        assert_eq!(text.get(fault.span.start..fault.span.end), Some(refused));
        assert!(rules(&text, Side::Expect, &kind(), &policy()).is_ok(), "{text}");
    }
}

#[test]
fn rego_has_rules_for_yes_and_for_no() {
    let text = "tls_endpoints.all(e, !e.trusted || e.ciphers == 0 && has(e.until))";
    let expected = "\
holds if {
\tevery e in lib.list(document) {
\t\tholds_1(e)
\t}
}

broken contains sprintf(\"[%d]\", [idx]) if {
\tsome idx, e in lib.list(document)
\te.trusted == true
\tfails_2(e)
}

holds_1(e) if e.trusted == false

holds_1(e) if {
\te.ciphers == 0
\tlib.has(e, \"until\")
}

fails_2(e) if lib.differs(e.ciphers, 0)

fails_2(e) if lib.lacks(e, \"until\")
";
    assert_eq!(rules(text, Side::Expect, &kind(), &policy()).unwrap(), expected);
}

#[test]
fn names_that_rego_keeps_for_itself_are_not_variables() {
    let text = "tls_endpoints.exists(input, input.trusted && input.in == 'a')";
    let expected = "\
applies if {
\tsome input_ in lib.list(document)
\tinput_.trusted == true
\tinput_[\"in\"] == \"a\"
}

excluded if {
\tevery input_ in lib.list(document) {
\t\texcluded_1(input_)
\t}
}

excluded_1(input_) if input_.trusted == false

excluded_1(input_) if lib.differs(input_[\"in\"], \"a\")
";
    assert_eq!(rules(text, Side::When, &kind(), &policy()).unwrap(), expected);
}

#[test]
fn what_cannot_be_compiled_cannot_be_exported() {
    let text = "tls_endpoints.all(e, e.ciphres == 0)";
    assert!(cel(text, &kind(), &policy()).is_err());
    assert!(rules(text, Side::When, &kind(), &policy()).is_err());
}
