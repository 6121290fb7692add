//! Scans by testssl.sh.

use super::{notes, paths, reading, values};

#[test]
fn versions_run_from_the_lowest_offered_to_the_highest() {
    assert_eq!(values("testssl/flat.json", "min_version"), ["TLS1.2", "TLS1.2", "TLS1.2", "SSL3"]);
    assert_eq!(
        values("testssl/flat.json", "max_version"),
        ["TLS1.3", "TLS1.3", "TLS1.3", "TLS1.2"]
    );
}

#[test]
fn both_forms_say_the_same_of_an_endpoint() {
    for field in [
        "host",
        "port",
        "min_version",
        "max_version",
        "weak_ciphers",
        "certificate_trusted",
        "certificate_not_after",
    ] {
        let (flat, pretty) =
            (values("testssl/flat.json", field), values("testssl/pretty.json", field));
        assert_eq!([&flat[0], &flat[3]], [&pretty[0], &pretty[1]], "{field}");
    }
}

#[test]
fn a_host_with_two_addresses_is_two_endpoints() {
    let hosts = values("testssl/flat.json", "host");
    assert_eq!(hosts[1..3], ["www.example.jp/192.0.2.20", "www.example.jp/2001:db8::20"]);
}

#[test]
fn weak_groups_are_counted_and_cbc_is_named() {
    assert_eq!(values("testssl/flat.json", "weak_ciphers"), ["0", "0", "0", "2"]);
    assert_eq!(paths("testssl/flat.json", "cbc-not-counted").len(), 1);
}

#[test]
fn the_worst_certificate_counts() {
    let ends = values("testssl/flat.json", "certificate_not_after");
    assert_eq!(ends[1], "2026-12-01T08:30:00Z", "the second certificate expires first");
    let trusted = values("testssl/flat.json", "certificate_trusted");
    assert_eq!(trusted, ["true", "true", "true", "false"]);
}

#[test]
fn only_the_nested_form_says_when_the_scan_began() {
    assert_eq!(values("testssl/pretty.json", "checked_at"), ["2026-11-01T00:04:05Z"; 2]);
    assert_eq!(values("testssl/flat.json", "checked_at"), ["-"; 4]);
    let pretty = reading("testssl/pretty.json").unwrap();
    assert!(pretty.text.contains("\"collected_at\": \"2026-11-01T00:04:05Z\""));
    assert!(pretty.text.contains("\"tool\": \"testssl.sh 3.2.2\""));
}

#[test]
fn what_an_interrupted_scan_did_not_reach_is_left_out() {
    for file in ["testssl/flat-interrupted.json", "testssl/pretty-interrupted.json"] {
        assert_eq!(paths(file, "scan-interrupted").len(), 1, "{file}");
        let last = |field| values(file, field).pop().unwrap();
        assert_eq!(last("min_version"), "TLS1.2", "{file}");
        for field in ["weak_ciphers", "certificate_trusted", "certificate_not_after"] {
            assert_eq!(last(field), "-", "{file} {field}");
        }
    }
}

#[test]
fn a_scan_that_lists_bad_findings_only_supports_nothing() {
    let file = "testssl/flat-severity.json";
    assert_eq!(values(file, "max_version"), ["-"]);
    assert_eq!(values(file, "min_version"), ["-"], "SSLv2 is not listed and may be offered");
    assert_eq!(values(file, "certificate_trusted"), ["false"]);
    assert_eq!(values(file, "weak_ciphers"), ["1"], "at least so many");
}

#[test]
fn what_a_scan_could_not_test_is_left_out_with_its_finding() {
    let file = "testssl/flat-unclear.json";
    for field in [
        "min_version",
        "max_version",
        "weak_ciphers",
        "certificate_trusted",
        "certificate_not_after",
    ] {
        assert_eq!(values(file, field), ["-"], "{field}");
    }
    let codes: Vec<_> = notes(file).into_iter().map(|(code, _)| code).collect();
    let expected = [
        "protocols-unclear",
        "protocols-unclear",
        "ciphers-unclear",
        "trust-unclear",
        "unreadable",
    ];
    assert_eq!(codes, expected);
}

#[test]
fn an_endpoint_that_could_not_be_reached_stays_in_the_document() {
    let file = "testssl/flat-unreachable.json";
    assert_eq!(values(file, "host"), ["api.example.jp", "down.example.jp"]);
    assert_eq!(values(file, "min_version"), ["TLS1.2", "-"]);
    assert_eq!(paths(file, "scan-problem").len(), 1);
}
