//! Buckets of two clouds.

use super::{bytes, document, notes, paths, reading, tool, value, values};
use kumomori_import::given::Given;
use kumomori_import::reading::read;

#[test]
fn answers_of_the_command_line_become_entries() {
    let file = "aws/listing.ndjson";
    assert_eq!(values(file, "id"), ["docs-prod", "site-assets", "logs-us", "archive-eu"]);
    assert_eq!(values(file, "country"), ["JP", "JP", "US", "IE"]);
    assert_eq!(values(file, "public"), ["false", "true", "false", "false"]);
    assert_eq!(values(file, "retention_days"), ["365", "0", "-", "0"]);
    assert_eq!(values(file, "encrypted"), ["true", "true", "true", "-"]);
    assert_eq!(values(file, "as_of"), ["2026-11-01T00:00:00Z"; 4]);
}

#[test]
fn a_command_that_failed_is_named_with_its_line() {
    let reading = reading("aws/listing.ndjson").unwrap();
    let failed = reading.notes.iter().find(|it| it.reason.code() == "command-failed").unwrap();
    assert_eq!(failed.place.line, 4);
    assert_eq!(failed.place.path, "[3].get-bucket-encryption");
    assert!(format!("{:?}", failed.reason).contains("AccessDenied"));
}

#[test]
fn results_of_a_query_become_entries() {
    let file = "aws/config.json";
    assert_eq!(values(file, "country"), ["JP", "JP", "US"]);
    assert_eq!(values(file, "retention_days"), ["365", "0", "90"]);
    assert_eq!(values(file, "cipher"), ["AES-256"; 3]);
    assert_eq!(values(file, "public"), ["false"; 3]);
    assert_eq!(notes(file), []);
}

#[test]
fn what_a_query_does_not_tell_is_left_out() {
    let file = "aws/config-partial.json";
    let ids =
        ["no-lifecycle", "open", "new-region", "prefix-only", "odd-cipher", "bare", "-", "as-text"];
    assert_eq!(values(file, "id"), ids, "the queue is no bucket, the cut result stays an entry");
    assert_eq!(values(file, "retention_days"), ["-", "10", "10", "-", "10", "-", "-", "30"]);
    assert_eq!(
        values(file, "public"),
        ["false", "-", "false", "false", "false", "-", "-", "false"]
    );
    assert_eq!(values(file, "country"), ["JP", "JP", "-", "JP", "JP", "JP", "-", "DE"]);
    assert_eq!(paths(file, "unknown-cipher").len(), 1);
    assert_eq!(paths(file, "other-resource"), ["Results[6]"]);
    assert_eq!(paths(file, "unreadable"), ["Results[7]"]);
}

#[test]
fn both_forms_of_google_cloud_become_entries() {
    let file = "gcp/list.json";
    assert_eq!(values(file, "country"), ["JP", "JP", "US", "JP"]);
    assert_eq!(values(file, "retention_days"), ["365", "90", "400", "0"]);
    assert_eq!(values(file, "public"), ["false"; 4]);
    assert_eq!(values("gcp/raw.json", "country"), ["JP", "DE"]);
    assert_eq!(values("gcp/raw.json", "retention_days"), ["365", "-"]);
    assert_eq!(paths("gcp/raw.json", "retention-minimum"), ["[1].retentionPolicy"]);
}

#[test]
fn a_location_in_several_countries_is_never_guessed() {
    let file = "gcp/list-partial.json";
    assert_eq!(values(file, "country"), ["-", "-", "JP", "JP", "JP", "-", "-"]);
    assert_eq!(paths(file, "several-countries"), ["[0].location"]);
    assert_eq!(paths(file, "unknown-region"), ["[1].location"]);
    assert_eq!(paths(file, "public-unclear"), ["[2].public_access_prevention", "[5]"]);
    assert_eq!(paths(file, "retention-partial"), ["[3].lifecycle_config"]);
}

#[test]
fn what_the_user_says_fills_in_and_never_replaces() {
    let file = "aws/listing.ndjson";
    let mut given = Given::default();
    for text in
        ["data_class=confidential", "allowed_countries=JP,US", "encrypted=false", "country=FR"]
    {
        given.set(tool(file), text).unwrap();
    }
    given.set_collected_by("platform engineer");
    given.set_collected_at("2020-01-01").unwrap();
    let reading = read(tool(file), &bytes(file), &given).unwrap();
    let of = |field| document(&reading).iter().map(|it| value(it, field)).collect::<Vec<_>>();
    assert_eq!(of("data_class"), ["confidential"; 4]);
    assert_eq!(of("encrypted"), ["true", "true", "true", "false"]);
    assert_eq!(of("country"), ["JP", "JP", "US", "IE"]);
    assert!(reading.text.contains("\"collected_at\": \"2026-11-01T00:00:00Z\""));
    assert!(reading.text.contains("\"allowed_countries\": [\"JP\", \"US\"]"));
    let unused: Vec<_> =
        reading.notes.iter().filter(|it| it.reason.code() == "given-unused").collect();
    assert_eq!(unused.len(), 1, "{unused:?}");
    let missing: Vec<_> = reading.missing.iter().map(|it| it.field).collect();
    let left = [
        "cipher",
        "shared_by_tenants",
        "tenant_separation",
        "retention_days",
        "expired_items",
        "temporary",
    ];
    assert_eq!(missing, left);
}

#[test]
fn a_list_of_no_buckets_is_an_empty_document() {
    for file in ["aws/config-empty.json", "gcp/list-empty.json", "testssl/flat-empty.json"] {
        let reading = reading(file).unwrap();
        assert_eq!((reading.n_entries, notes(file)[0].0), (0, "nothing-listed"), "{file}");
        assert!(reading.missing.iter().all(|it| it.is_envelope));
    }
}
