//! Files that are not what the tool prints.

use super::{bytes, reading};
use kumomori_import::given::Given;
use kumomori_import::reading::read;
use kumomori_import::refusal::{Found, Refusal};
use kumomori_import::tool::Tool;

fn refused(tool: Tool, bytes: &[u8]) -> Refusal {
    read(tool, bytes, &Given::default()).unwrap_err()
}

fn line(refusal: &Refusal) -> Option<u32> {
    let Refusal::NotJson(diagnostic) = refusal else { return None };
    diagnostic.place.as_ref().map(|it| it.line)
}

#[test]
fn a_file_that_was_cut_off_is_refused_at_its_end() {
    let scan = reading("testssl/flat-cut-off.json").unwrap_err();
    assert_eq!(line(&scan), Some(518));
    let listing = reading("aws/listing-cut-off.ndjson").unwrap_err();
    assert_eq!(line(&listing), Some(2));
}

#[test]
fn the_output_of_another_tool_is_recognized() {
    for (file, seems) in [
        ("gcp/list.json", Tool::GcpStorage),
        ("gcp/raw.json", Tool::GcpStorage),
        ("aws/config.json", Tool::AwsS3),
        ("kubernetes/list.json", Tool::Kubernetes),
        ("testssl/flat.json", Tool::Testssl),
        ("testssl/pretty.json", Tool::Testssl),
    ] {
        for tool in Tool::ALL.into_iter().filter(|it| *it != seems) {
            let refusal = refused(tool, &bytes(file));
            let is_seen =
                matches!(refusal, Refusal::OtherShape { seems: Some(it), .. } if it == seems);
            assert!(is_seen, "{file} as {tool:?}: {refusal:?}");
        }
    }
}

#[test]
fn another_shape_is_named_with_what_stands_there() {
    let refusal = refused(Tool::Testssl, br#"{ "kind": "tls-endpoints", "document": [] }"#);
    let names = ["kind", "document"].map(String::from).to_vec();
    let found = Found::Object { names };
    assert_eq!(refusal, Refusal::OtherShape { path: String::new(), found, seems: None });
    for text in ["null", "3", "\"text\"", "[1]", "[[]]", "{}", "[{}]", "{\"Results\": 1}"] {
        for tool in Tool::ALL {
            let refusal = refused(tool, text.as_bytes());
            assert!(matches!(refusal, Refusal::OtherShape { .. }), "{text} {refusal:?}");
        }
    }
}

#[test]
fn what_is_no_text_is_refused() {
    assert_eq!(refused(Tool::AwsS3, b" \n"), Refusal::Blank);
    assert_eq!(refused(Tool::AwsS3, b"\xff\xfe[\0]\0"), Refusal::Utf16);
    assert_eq!(refused(Tool::AwsS3, b"[\"\x83\x65\"]"), Refusal::NotUtf8 { at: 2 });
    let large = vec![b' '; 17 << 20];
    assert!(matches!(refused(Tool::AwsS3, &large), Refusal::TooLarge { .. }));
    assert_eq!(line(&reading("gcp/list-as-yaml.json").unwrap_err()), Some(1));
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let mut marked = b"\xef\xbb\xbf".to_vec();
    marked.extend(bytes("gcp/list.json"));
    let reading = read(Tool::GcpStorage, &marked, &Given::default()).unwrap();
    assert_eq!(reading.n_entries, 4);
}

#[test]
fn no_text_of_the_file_reaches_a_screen_as_it_is() {
    let scan = "{ \"scanResult\": [{ \"targetHost\": \"a\", \"ip\": \"192.0.2.1\", \"port\": \"\\u001b[2J\", \"\\u001b[31m\": [{ \"id\": \"cert_notAfter\", \"finding\": \"\\u202e\" }] }] }";
    let notes = read(Tool::Testssl, scan.as_bytes(), &Given::default()).unwrap().notes;
    assert!(notes.iter().any(|it| it.place.path.contains("[31m")));
    for it in notes {
        let said = format!("{}{:?}", it.place.path, it.reason);
        assert!(!said.contains(['\u{1b}', '\u{202e}']) && !said.contains("\\u{"), "{said}");
    }
}
