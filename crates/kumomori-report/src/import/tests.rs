use super::*;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_import::given::Given;
use kumomori_import::reading::read;
use kumomori_wire::diagnostic::Kind;

fn reasons() -> Vec<Reason> {
    let text = || "x".to_owned();
    let field = "public";
    vec![
        Reason::Empty,
        Reason::NotThere { field, value: "get-public-access-block" },
        Reason::Unreadable { field, found: text() },
        Reason::OtherResource { found: text() },
        Reason::CommandFailed { field, command: "get-bucket-location", code: text() },
        Reason::UnknownRegion { region: text() },
        Reason::SeveralCountries { location: text() },
        Reason::NoDefaultEncryption,
        Reason::UnknownCipher { found: text() },
        Reason::EncryptionByProvider,
        Reason::PublicUnclear,
        Reason::RetentionPartial,
        Reason::RetentionMinimum,
        Reason::ProtocolsUnclear { field: "min_version", protocols: text() },
        Reason::NoProtocol,
        Reason::CiphersUnclear { findings: text() },
        Reason::CbcNotCounted,
        Reason::TrustUnclear { findings: text() },
        Reason::ScanProblem { found: text() },
        Reason::ScanInterrupted,
        Reason::GivenUnused { field },
    ]
}

#[test]
fn every_reason_has_words_of_its_own_in_each_language() {
    let codes: Vec<&str> = reasons().iter().map(Reason::code).collect();
    assert_eq!(codes, Reason::CODES);
    for lang in Lang::ALL {
        let mut said: Vec<String> = reasons().iter().map(|it| reason(lang, it)).collect();
        let n_said = said.len();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), n_said);
        for it in said {
            assert_eq!(it.is_ascii(), lang == Lang::En, "{it}");
            assert!(!it.ends_with(['.', '。']), "{it}");
        }
    }
}

#[test]
fn an_entry_that_cannot_be_read_is_said_to_stay() {
    let entry = Reason::Unreadable { field: "", found: "null".into() };
    assert!(reason(Lang::En, &entry).contains("stays in the document"));
    assert!(reason(Lang::Ja, &entry).contains("文書に残した"));
}

#[test]
fn a_refusal_says_what_was_expected_and_what_was_found() {
    let refused = read(Tool::Testssl, b"[{ \"name\": \"a\" }]", &Given::default()).unwrap_err();
    let said = refusal(Lang::En, "a.json", Tool::Testssl, &refused);
    assert!(
        said.contains("found a list that begins with an object with `name`\n  a.json\n"),
        "{said}"
    );
    assert!(said.contains("expected what testssl.sh writes"), "{said}");
    let number = Found::Scalar { kind: Kind::Number };
    assert_eq!(found(Lang::Ja, &number), "数値");
}

#[test]
fn a_file_of_another_tool_is_named() {
    let printed = b"[{ \"name\": \"a\", \"location\": \"EU\" }]";
    let refused = read(Tool::AwsS3, printed, &Given::default()).unwrap_err();
    let said = refusal(Lang::En, "a.json", Tool::AwsS3, &refused);
    assert!(said.contains("it looks like `gcp-storage`: name that instead of `aws-s3`"), "{said}");
    let said = refusal(Lang::Ja, "a.json", Tool::AwsS3, &refused);
    assert!(said.contains("`gcp-storage`の出力と思われる"), "{said}");
}

#[test]
fn a_value_that_does_not_fit_is_refused_with_what_does() {
    let mut given = Given::default();
    let bad = given.set(Tool::AwsS3, "tenant_separation=wall").unwrap_err();
    let said = bad_given(Lang::En, &bad);
    assert!(said.contains("write volume | key | row | none"), "{said}");
    let bad = given.set(Tool::AwsS3, "colour=red").unwrap_err();
    assert!(bad_given(Lang::Ja, &bad).contains("`colour`という項目はない"));
}

#[test]
fn a_file_that_is_no_json_is_told_what_to_choose_instead() {
    for (bytes, expected) in [
        (&b"---\nname: docs\n"[..], "choose what `gcloud storage buckets list"),
        (b"[{ \"name\": \"do", "it ends too early"),
    ] {
        let refused = read(Tool::GcpStorage, bytes, &Given::default()).unwrap_err();
        let said = refusal(Lang::En, "a.json", Tool::GcpStorage, &refused);
        assert!(said.contains("a.json:1:") && said.contains(expected), "{said}");
        assert_eq!(said.matches("  help: ").count(), 1, "{said}");
    }
}
