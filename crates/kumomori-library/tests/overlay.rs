//! An organization's own policy on top of a library.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use expect_test::expect_file;
use kumomori_check::value::Threshold;
use kumomori_core::control::{CallsFor, Control};
use kumomori_core::id::ControlId;
use kumomori_core::text::{Chapter, Lang, TextId, Texts};
use kumomori_library::folder::read_folder;
use kumomori_library::problem::Problem;
use kumomori_library::read::{Reading, read_library, read_overlaid, read_policies};
use kumomori_library::source::Source;
use std::path::{Path, PathBuf};

const HEAD: &str = "overlay: \"own\"\n";
const MUST: &str = "must-have:\n  - control: \"first\"\n    reason: { en: \"A board decision.\", ja: \"取締役会の決議。\" }\n";
const THRESHOLD: &str = "thresholds:\n  - id: \"fewest-locks\"\n    value: 3\n";
const DOMAIN: &str = "domains:\n  - id: \"own\"\n    title: { en: \"Own\", ja: \"独自\" }\n    description: { en: \"Own rules\", ja: \"独自のルール\" }\n";
const PROFILE: &str = r#"profiles:
  - id: "own"
    title: { en: "Own start", ja: "独自の始め方" }
    description: { en: "Begin so.", ja: "このように始める。" }
    subject: service
    roles: ["customer"]
    service-models: ["saas"]
    uses-ai: false
    personal-data: false
    data-classes: ["internal"]
    targets: [{ framework: "demo:1" }]
    target-level: 4
"#;

fn small() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small")
}

/// The small folder under a policy of this text, and its files.
fn read(overlay: &str) -> (Vec<Source>, Reading) {
    let mut sources = read_folder(&small()).unwrap();
    sources.push(Source::new("./own.yaml", overlay));
    let reading = read_overlaid(&sources, "./own.yaml");
    (sources, reading)
}

/// The second control of the small folder under another name, as an entry of the policy.
fn extra() -> String {
    let text = std::fs::read_to_string(small().join("controls/access/second.yaml")).unwrap();
    let text = text.replace("en: \"", "en: \"Own: ").replace("ja: \"", "ja: \"独自の");
    let text = text.replace("second", "extra");
    let text = text.replace("domain: \"access\"", "domain: \"own\"");
    format!("controls:\n  - {}", text.replace('\n', "\n    ").trim_end())
}

fn english(reading: &Reading, text: TextId) -> String {
    let blobs: Vec<Vec<u8>> =
        reading.texts.chapters().iter().map(|it| reading.texts.blob(it, Lang::En)).collect();
    let chapters: Vec<Chapter<'_>> = blobs.iter().map(|it| Chapter::open(it).unwrap()).collect();
    Texts::new(&chapters).get(text).to_owned()
}

fn control<'a>(reading: &'a Reading, id: &str) -> &'a Control {
    let id: ControlId = id.parse().unwrap();
    reading.library.as_ref().unwrap().control(&id).unwrap()
}

#[test]
fn what_it_adds_stands_beside_the_library_and_what_it_sets_in_its_place() {
    let extra = extra();
    let (sources, reading) = read(&[HEAD, MUST, THRESHOLD, PROFILE, DOMAIN, &extra].concat());
    let said: Vec<String> = reading.problems.iter().map(|it| it.to_text(&sources)).collect();
    assert_eq!(said, [""; 0]);
    let library = reading.library.as_ref().unwrap();
    assert_eq!(library.version, "0.0.1+own");
    assert!(library.settings.is_key(control(&reading, "first")));
    let reason = control(&reading, "first").weight_reason;
    assert_eq!(english(&reading, reason), "A board decision.");
    assert_eq!(control(&reading, "extra").domain.as_str(), "own");
    assert_eq!(control(&reading, "extra").calls_for, Some(CallsFor::Always));
    assert_eq!(library.domains.last().unwrap().id.as_str(), "own");
    assert_eq!(library.profiles.first().unwrap().scope.target_level.number(), 4);
    let policy = reading.checks.policy();
    assert_eq!(policy.thresholds, [("fewest_locks".to_owned(), Threshold::Int(3))]);
}

#[test]
fn it_changes_nothing_else() {
    let plain = read_library(&read_folder(&small()).unwrap()).library.unwrap();
    let (_, reading) = read(HEAD);
    let mut library = reading.library.unwrap();
    assert_eq!(library.version, "0.0.1+own");
    library.version = plain.version.clone();
    assert_eq!(library, plain);
}

#[test]
fn what_is_wrong_with_it_is_named_where_it_stands() {
    let cases = [
        MUST.to_owned(),
        format!("{HEAD}limits: []\n"),
        format!("overlay: \"Own policy\"\n{MUST}"),
        [HEAD, &MUST.replace("first", "frist")].concat(),
        [HEAD, MUST, MUST.split_once('\n').unwrap().1].concat(),
        [HEAD, &MUST.replace(", ja: \"取締役会の決議。\"", "")].concat(),
        [HEAD, &THRESHOLD.replace("fewest-locks", "fewest-lock")].concat(),
        [HEAD, &THRESHOLD.replace('3', "\"three\"")].concat(),
        [HEAD, &PROFILE.replace("demo:1", "demo:9")].concat(),
        [HEAD, &extra()].concat(),
        [HEAD, DOMAIN, &extra().replacen("id: \"extra\"", "id: \"first\"", 1)].concat(),
        [HEAD, &DOMAIN.replace("\"own\"", "\"access\"")].concat(),
        "overlay: [".to_owned(),
    ];
    let mut all = String::new();
    for case in cases {
        let (sources, reading) = read(&case);
        assert!(!reading.is_usable(), "{case}");
        let said = |it: &Problem| it.to_text(&sources);
        all.push_str(&reading.problems.iter().map(said).collect::<String>());
        all.push('\n');
    }
    expect_file!["overlay.txt"].assert_eq(&all);
}

#[test]
fn a_file_that_is_called_like_one_of_the_library_is_still_the_one_that_is_given() {
    let given = small().join("settings.yaml");
    let (sources, reading) = read_policies(&small(), Some(&given)).unwrap();
    let name = sources.last().unwrap().path.clone();
    assert!(sources.iter().filter(|it| it.path == name).count() == 1, "{name}");
    let codes: Vec<&str> = reading.problems.iter().map(|it| it.fault.code()).collect();
    assert_eq!(codes, ["unknown-field"]);
}

#[test]
fn the_example_is_right_under_the_real_library() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let overlay = root.join("examples/overlay/overlay.yaml");
    let (_, reading) = read_policies(&root.join("policies"), Some(&overlay)).unwrap();
    assert_eq!(reading.problems, []);
    assert!(control(&reading, "plan-exit").weight >= 3);
    assert_eq!(
        english(&reading, control(&reading, "clear-new-services").title),
        "Clear new services with the security office"
    );
}
