use super::*;
use alloc::string::ToString;
use alloc::vec::Vec;
use kumomori_check::kind::{Holds, Kind, Scalar};
use kumomori_core::checks::{EvidenceKind, FieldAbout};
use kumomori_core::date::Date;
use kumomori_core::text::TextId;

const TEXT: TextId = TextId(0);

fn kind(is_list: bool) -> EvidenceKind {
    let mut kind = Kind::new("service-profile", is_list);
    let one = Holds::One;
    let fields: [(&str, Holds, &[&str], bool); 15] = [
        ("service", one(Scalar::Text), &[], false),
        ("role", one(Scalar::Text), &["customer", "provider"], false),
        ("as_of", one(Scalar::Time), &[], false),
        ("classes", Holds::List(Scalar::Text), &["public", "personal"], false),
        ("countries", Holds::List(Scalar::Text), &[], true),
        ("contract", Holds::Object, &[], false),
        ("contract.hours", one(Scalar::Int), &[], false),
        ("contract.percent", one(Scalar::Number), &[], false),
        ("contract.signed", one(Scalar::Bool), &[], false),
        ("reports", Holds::Objects, &[], false),
        ("reports[].type", one(Scalar::Text), &[], false),
        ("reports[].until", one(Scalar::Time), &[], false),
        ("age", one(Scalar::Span), &[], false),
        ("floor", one(Scalar::Version), &[], false),
        ("country", one(Scalar::Text), &[], true),
    ];
    let mut about = Vec::new();
    for (path, holds, values, is_country) in fields {
        kind.add(path, holds, (path == "age", false)).unwrap();
        let values = values.iter().map(ToString::to_string).collect();
        about.push(FieldAbout { text: TEXT, is_country, values });
    }
    let fields = about;
    EvidenceKind { kind, title: TEXT, about: TEXT, from: TEXT, fresh_months: 12, fields }
}

fn entries(pairs: &[(&str, &str)]) -> Vec<Entry> {
    let entry =
        |(path, value): &(&str, &str)| Entry { path: (*path).into(), value: (*value).into() };
    pairs.iter().map(entry).collect()
}

fn made(is_list: bool, pairs: &[(&str, &str)]) -> Typed {
    file(&kind(is_list), Date::new(2026, 11, 1).unwrap(), &entries(pairs))
}

#[test]
fn what_is_typed_becomes_an_evidence_file() {
    let typed = made(
        false,
        &[
            ("service", " Example "),
            ("role", "provider"),
            ("as_of", "2026-11-01"),
            ("classes", "public\npersonal"),
            ("countries", "jp, US、de"),
            ("contract.hours", "048"),
            ("contract.percent", "99.90"),
            ("contract.signed", "false"),
            ("reports.7.type", "SOC 2"),
            ("reports.2.until", "2026-06-30T12:00:00+09:00"),
            ("reports.10.type", "ISMAP"),
            ("age", "24h"),
            ("floor", "TLS1.2"),
            ("country", "jp"),
        ],
    );
    assert_eq!(typed.wrong, []);
    let expected = r#"{
  "kind": "service-profile",
  "collected_at": "2026-11-01",
  "role": "provider",
  "document": {
    "service": "Example",
    "role": "provider",
    "as_of": "2026-11-01T00:00:00Z",
    "classes": ["public", "personal"],
    "countries": ["JP", "US", "DE"],
    "contract": { "hours": 48, "percent": 99.90, "signed": false },
    "reports": [
      { "until": "2026-06-30T12:00:00+09:00" },
      { "type": "SOC 2" },
      { "type": "ISMAP" }
    ],
    "age": "24h",
    "floor": "TLS1.2",
    "country": "JP"
  }
}
"#;
    assert_eq!(typed.text, expected);
}

#[test]
fn what_is_empty_is_left_out() {
    let typed = made(false, &[("service", " "), ("classes", "\n"), ("contract.hours", "")]);
    assert_eq!(typed.wrong, []);
    assert!(typed.text.ends_with("\"document\": { \"contract\": {} }\n}\n"), "{}", typed.text);
}

#[test]
fn what_a_field_does_not_hold_is_named_and_the_rest_is_kept() {
    for (path, value, needed) in [
        ("role", "auditor", Needed::Word),
        ("classes", "public\nsecret", Needed::Word),
        ("as_of", "tomorrow", Needed::Day),
        ("contract.hours", "-1", Needed::Whole),
        ("contract.hours", "+1", Needed::Whole),
        ("contract.hours", "4.5", Needed::Whole),
        ("contract.percent", "99,9", Needed::Number),
        ("contract.percent", "1e3", Needed::Number),
        ("contract.percent", "99.", Needed::Number),
        ("contract.signed", "yes", Needed::YesOrNo),
        ("countries", "JP Japan", Needed::Country),
        ("age", "1d", Needed::Span),
        ("floor", "new", Needed::Version),
        ("reports.0.owner", "me", Needed::KnownField),
        ("contract", "signed", Needed::KnownField),
    ] {
        let typed = made(false, &[("service", "Example"), (path, value)]);
        if path != "contract" {
            assert_eq!(typed.wrong, [Wrong { path: path.into(), needed }], "{path} {value}");
        }
        assert!(typed.text.contains("\"service\": \"Example\""), "{}", typed.text);
    }
}

#[test]
fn a_form_shows_what_was_typed() {
    for is_list in [false, true] {
        let under = |path: &str| if is_list { ["0.", path].concat() } else { path.to_string() };
        let pairs = [
            ("service", "Example"),
            ("as_of", "2026-11-01"),
            ("countries", "JP\nUS"),
            ("contract.percent", "99.9"),
            ("reports.0", ""),
            ("reports.0.type", "SOC 2"),
            ("reports.1", ""),
        ];
        let mut given: Vec<Entry> = if is_list { entries(&[("0", "")]) } else { Vec::new() };
        given.extend(pairs.map(|(path, value)| Entry { path: under(path), value: value.into() }));
        let kind = kind(is_list);
        let made = file(&kind, Date::new(2026, 11, 1).unwrap(), &given);
        assert_eq!(made.wrong, []);
        assert_eq!(typed(&kind, &made.text), given);
    }
}

#[test]
fn values_are_filled_in_where_there_are_none() {
    let kind = kind(true);
    let file = r#"{"kind":"service-profile","tool":"t","document":[{"service":"a","country":"US"},{"country":null},{}]}"#;
    let names = |file: &str| {
        let name = |idx: &usize| kind.kind.fields[*idx].name.clone();
        lacking(&kind, file).iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(
        names(file),
        ["service", "role", "as_of", "classes", "countries", "floor", "country"]
    );
    let given = entries(&[("country", "jp"), ("service", "b"), ("floor", "?")]);
    let filled = fill(&kind, file, &given);
    let floor = Wrong { path: "floor".into(), needed: Needed::Version };
    assert_eq!(filled.wrong, [floor]);
    assert!(filled.text.contains(r#"{ "service": "a", "country": "US" }"#), "{}", filled.text);
    assert!(filled.text.contains(r#"{ "country": "JP", "service": "b" }"#), "{}", filled.text);
    assert!(filled.text.contains(r#"{ "service": "b", "country": "JP" }"#), "{}", filled.text);
    assert!(filled.text.contains(r#""tool": "t""#), "{}", filled.text);
    assert_eq!(names(&filled.text), ["role", "as_of", "classes", "countries", "floor"]);
}

#[test]
fn what_is_no_evidence_file_has_no_form() {
    for file in ["", "[]", "{", "{\"document\":3}", "{\"kind\":\"service-profile\"}"] {
        assert_eq!(typed(&kind(false), file), []);
        assert_eq!(lacking(&kind(true), "{"), Vec::<usize>::new());
        assert_eq!(fill(&kind(true), "{", &[]).text, "{");
    }
}
