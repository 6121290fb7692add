use super::*;
use crate::compile::compile;
use crate::document::{Plan, read};
use crate::kind::{Holds, Kind, Scalar};
use alloc::string::String;
use alloc::vec;

fn kind() -> Kind {
    let mut kind = Kind::new("users", true);
    let fields = [
        ("id", Holds::One(Scalar::Text)),
        ("mfa", Holds::One(Scalar::Bool)),
        ("n", Holds::One(Scalar::Number)),
        ("age", Holds::One(Scalar::Int)),
        ("at", Holds::One(Scalar::Time)),
        ("tags", Holds::List(Scalar::Text)),
        ("owner", Holds::Object),
        ("owner.name", Holds::One(Scalar::Text)),
    ];
    for (path, holds) in fields {
        kind.add(path, holds, (false, false)).unwrap();
    }
    kind
}

fn policy() -> Policy {
    Policy { thresholds: vec![("most".into(), Threshold::Int(3))] }
}

fn outcome(text: &str, document: &str) -> Outcome {
    let kind = kind();
    let program = compile(text, &kind, &policy()).unwrap();
    let plan = Plan::of(&kind, [&program]);
    let document = read(document.as_bytes(), &plan).unwrap();
    evaluate(None, &program, &document, &policy())
}

fn word(text: &str, document: &str) -> &'static str {
    outcome(text, document).verdict.word()
}

const TWO: &str = r#"[{"id": "a", "mfa": true, "n": 1, "tags": ["x"], "owner": {"name": "M\u00f6ri"}},
  {"id": "b", "mfa": false, "n": 2.5, "at": "2026-11-01T00:00:00Z", "extra": [1, {"deep": null}]}]"#;

#[test]
fn a_document_supports_or_contradicts() {
    assert_eq!(word("users.exists(u, u.mfa)", TWO), "supports");
    assert_eq!(word("users.all(u, u.mfa)", TWO), "contradicts");
    assert_eq!(word("users.exists_one(u, u.n > 2)", TWO), "supports");
    assert_eq!(word("size(users.filter(u, u.n < policy.most)) == 2", TWO), "supports");
    assert_eq!(word("users[0].owner.name == \"Möri\" && \"x\" in users[0].tags", TWO), "supports");
    assert_eq!(
        word("users.map(u, u.id) + [\"c\"] == null ? true : 1 + 2 * 3 == 7", TWO),
        "supports"
    );
    assert_eq!(
        word(
            "timestamp(users[1].at) - duration(\"24h\") < timestamp(\"2026-10-31T00:00:01Z\")",
            TWO
        ),
        "supports"
    );
}

#[test]
fn what_is_missing_is_unknown_and_never_false() {
    assert_eq!(outcome("users.all(u, size(u.tags) > 0)", TWO).reason, Some(Reason::Missing));
    assert_eq!(word("users.all(u, u.mfa || u.owner.name == \"x\")", TWO), "insufficient");
    assert_eq!(word("users.all(u, u.mfa && u.owner.name == \"x\")", TWO), "contradicts");
    assert_eq!(word("users.exists(u, u.owner.name == \"x\" || u.mfa)", TWO), "supports");
    assert_eq!(word("!users.exists(u, has(u.at))", TWO), "contradicts");
}

#[test]
fn what_has_the_wrong_type_is_unknown_with_its_reason() {
    let document = r#"[{"mfa": "yes", "n": "1", "at": "yesterday", "tags": "x", "owner": []}]"#;
    let cases = [
        ("users.all(u, u.mfa)", Reason::WrongType),
        ("users.all(u, u.n > 0)", Reason::WrongType),
        ("users.all(u, timestamp(u.at) > timestamp(\"2026-11-01T00:00:00Z\"))", Reason::Unreadable),
        ("users.all(u, \"x\" in u.tags)", Reason::WrongType),
        ("users.all(u, u.owner.name == \"a\")", Reason::WrongType),
        ("1 / (size(users) - 1) == 0", Reason::DivisionByZero),
        ("9223372036854775807 + size(users) > 0", Reason::TooLarge),
        ("users[5].mfa", Reason::OutOfRange),
    ];
    for (text, reason) in cases {
        assert_eq!(outcome(text, document).reason, Some(reason), "{text}");
    }
}

#[test]
fn null_is_missing_unless_it_is_asked_for() {
    let document = r#"[{"id": null, "n": null, "mfa": null, "tags": [null, "x"]}]"#;
    for text in ["users[0].id == null", "!has(users[0].id)", "null in users[0].tags"] {
        assert_eq!(word(text, document), "supports", "{text}");
    }
    for text in [
        "users[0].id != \"a\"",
        "users[0].id in [\"a\"]",
        "users[0].mfa",
        "users[0].n + 1 != null",
        "\"y\" in users[0].tags",
        "users[0].owner == null",
    ] {
        assert_eq!(outcome(text, document).reason, Some(Reason::Missing), "{text}");
    }
}

#[test]
fn what_has_the_wrong_type_is_not_even_different_from_null() {
    let document = r#"[{"mfa": "yes", "age": 1.5, "at": true, "tags": [1], "owner": 1}]"#;
    for text in [
        "users[0].mfa != null",
        "users[0].age > 1",
        "users[0].at != null",
        "users[0].tags[0] != null",
        "users[0].owner != null",
    ] {
        assert_eq!(outcome(text, document).reason, Some(Reason::WrongType), "{text}");
    }
}

#[test]
fn how_a_number_is_written_changes_nothing() {
    for three in ["3", "3.0", "30e-1", "0.3e1"] {
        let document = alloc::format!("[{{\"n\": {three}, \"age\": {three}}}]");
        for text in ["users[0].n / 2 == 1.5", "users[0].age / 2 == 1", "-users[0].n == -3"] {
            assert_eq!(word(text, &document), "supports", "{text} {three}");
        }
    }
}

#[test]
fn a_whole_number_beyond_the_range_is_too_large() {
    for large in ["9223372036854775808", "-1e19", "1e300"] {
        let document = alloc::format!("[{{\"age\": {large}, \"id\": \"a\"}}]");
        assert_eq!(outcome("users[0].age > 0", &document).reason, Some(Reason::TooLarge));
        assert_eq!(word("users[0].id == \"a\"", &document), "supports");
    }
}

#[test]
fn a_list_without_elements_says_nothing() {
    let empty = outcome("users.all(u, u.mfa)", "[]");
    assert_eq!((empty.verdict, empty.reason), (Verdict::Insufficient, Some(Reason::Empty)));
}

#[test]
fn a_question_that_does_not_arise_is_not_applicable() {
    let kind = kind();
    let of = |text| compile(text, &kind, &policy()).unwrap();
    let (when, expect) = (of("users.exists(u, u.n > 100)"), of("users.all(u, u.mfa)"));
    let plan = Plan::of(&kind, [&when, &expect]);
    let document = read(TWO.as_bytes(), &plan).unwrap();
    let outcome = evaluate(Some(&when), &expect, &document, &policy());
    assert_eq!(outcome.verdict, Verdict::NotApplicable);
}

#[test]
fn numbers_of_both_kinds_compare_exactly() {
    let document = r#"[{"n": 9007199254740993}, {"n": 9007199254740992.0}, {"n": 1e3}]"#;
    assert_eq!(word("users[0].n > users[1].n", document), "supports");
    assert_eq!(word("users[0].n == users[1].n", document), "contradicts");
    assert_eq!(word("users[2].n == 1000", document), "supports");
}

#[test]
fn an_evaluation_ends_within_its_steps() {
    let mut document = String::from("[");
    for n in 0..400 {
        document += &alloc::format!("{}{{\"n\": {n}}}", if n == 0 { "" } else { "," });
    }
    document.push(']');
    let text = "users.all(a, users.all(b, users.all(c, a.n + b.n + c.n >= 0)))";
    let outcome = outcome(text, &document);
    assert_eq!(outcome.reason, Some(Reason::Limit));
}

#[test]
fn copies_and_long_texts_take_steps_of_their_own() {
    let many = alloc::format!("[{}{{}}]", "{},".repeat(5_000));
    let long = "a".repeat(2_000_000);
    let texts = alloc::format!("[{{\"id\": \"{long}\"}}{}]", ",{}".repeat(1_000));
    let cases = [
        ("users.all(a, size(users + users + users) > 0)", &many),
        ("users.map(a, users)[0].map(a, users.filter(b, true)).all(a, true)", &many),
        ("users.all(a, !users[0].id.contains(\"b\"))", &texts),
        ("users.all(a, users[0].id == users[0].id)", &texts),
        ("users.all(a, size(users[0].id) > 0)", &texts),
    ];
    for (text, document) in cases {
        assert_eq!(outcome(text, document).reason, Some(Reason::Limit), "{text}");
    }
}

#[test]
fn a_broken_document_is_refused_with_its_place() {
    let kind = kind();
    let plan = Plan::of(&kind, &[]);
    let deep = "[".repeat(200);
    let cases: [(&[u8], usize); 12] = [
        (b"", 0),
        (b"{}", 0),
        (b"[{]", 2),
        (b"[{\"id\": 01}]", 9),
        (b"[{\"id\": 1e400}]", 8),
        (b"[{\"id\": \"\\ud800\"}]", 10),
        (b"[{\"id\": 1, \"id\": 2}]", 11),
        (b"[] x", 3),
        (b"[1,]", 3),
        (b"[\"\xff\"]", 2),
        (b"[\"a\nb\"]", 3),
        (deep.as_bytes(), 64),
    ];
    for (bytes, at) in cases {
        let fault = read(bytes, &plan).unwrap_err();
        assert_eq!(fault.at, at, "{} {fault:?}", String::from_utf8_lossy(bytes));
    }
}
