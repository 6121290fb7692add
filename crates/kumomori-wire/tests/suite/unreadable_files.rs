//! Files that are no JSON: what they are, or where the text goes wrong.

use crate::library::{file, library, read, today};
use crate::marked::{Marked, underlined};
use kumomori_wire::assessment::{MAX_BYTES, read_assessment};
use kumomori_wire::diagnostic::{Diagnostic, Expected, Problem, Seems};

fn only(bytes: &[u8]) -> Diagnostic {
    let mut found = read_assessment(bytes, &library(), today()).unwrap_err();
    assert_eq!(found.len(), 1, "{found:#?}");
    found.remove(0)
}

#[track_caller]
fn check(marked: &str, code: &str) {
    let marked = Marked::new(marked);
    marked.check(&only(marked.text.as_bytes()), code, "");
}

#[test]
fn a_file_beyond_the_limit_is_not_even_read() {
    let found = only(&vec![b'{'; MAX_BYTES + 1]);
    assert_eq!(found.problem, Problem::TooLarge { bytes: MAX_BYTES + 1, limit: MAX_BYTES });
    assert_eq!(found.place, None);
    let mut text = file("", "");
    text.push_str(&" ".repeat(MAX_BYTES - text.len()));
    assert!(read(&text).is_ok());
}

#[test]
fn an_empty_file_is_called_empty() {
    assert_eq!(only(b"").problem, Problem::EmptyFile);
    assert_eq!(only(b" \r\n\t").problem, Problem::EmptyFile);
}

#[test]
fn other_kinds_of_files_are_recognized() {
    let cases: [(&[u8], Seems); 11] = [
        (b"\x89PNG\r\n\x1a\n", Seems::Png),
        (b"\xff\xd8\xff\xe0", Seems::Jpeg),
        (b"PK\x03\x04", Seems::Zip),
        (b"PK\x05\x06", Seems::Zip),
        (b"%PDF-1.7", Seems::Pdf),
        (b"\x1f\x8b\x08", Seems::Gzip),
        (b"\n <!doctype html>", Seems::Markup),
        (b"\xff\xfe{\0", Seems::Utf16),
        (b"\xfe\xff\0{", Seems::Utf16),
        (b"{ \"title\": \"\x89_\x8e\xe7\" }", Seems::OtherEncoding),
        (b"\x7fELF\0\0\xff", Seems::Binary),
    ];
    for (bytes, seems) in cases {
        assert_eq!(only(bytes).problem, Problem::NotJson { seems });
    }
}

#[test]
fn text_in_another_encoding_is_refused_where_it_stops_being_utf8() {
    let place = only(b"{\n  \"title\": \"\x89_\x8e\xe7\" }").place.unwrap();
    assert_eq!((place.line, place.column), (2, 13));
    assert_eq!(place.excerpt, "  \"title\": \"");
    assert_eq!(place.underline, (12, 13));
}

#[test]
fn a_byte_order_mark_is_refused() {
    let place = only("\u{feff}{}".as_bytes()).place.unwrap();
    assert_eq!((place.line, place.column, place.span), (1, 1, (0, 3)));
}

#[test]
fn faults_of_the_json_are_shown_where_they_are() {
    check("{ ⟦'⟧a': 1 }", "unexpected-character");
    check("{ \"a\" ⟦1⟧ }", "unexpected-character");
    check("[\n1 ⟦2⟧]", "unexpected-character");
    check("{ \"a\": ⟦True⟧ }", "unknown-word");
    check("{ \"a\": ⟦NaN⟧ }", "unknown-word");
    check("[1⟦,⟧\n]", "trailing-comma");
    check("{ \"a\": 1⟦,⟧ }", "trailing-comma");
    check("{ \"a\": 1, ⟦/⟧/ why\n}", "comment");
    check("⟦#⟧ why\n{}", "comment");
    check("{}\n⟦{}⟧ ", "trailing-text");
    check("[\"⟦\\x⟧\"]", "malformed-escape");
    check("[\"⟦\\u12⟧g4\"]", "malformed-escape");
    check("[\"⟦\\ud800⟧ \"]", "lone-surrogate");
    check("[\"⟦\\udc00⟧\"]", "lone-surrogate");
    check("[⟦01⟧]", "malformed-number");
    check("[⟦1.⟧]", "malformed-number");
    check("[⟦-⟧]", "malformed-number");
}

#[test]
fn control_characters_inside_a_text_are_refused() {
    let code = |text: &str| only(text.as_bytes()).problem;
    assert_eq!(code("[\"a\tb\"]"), Problem::ControlCharacter { code: 9 });
    assert_eq!(code("[\"a\nb\"]"), Problem::ControlCharacter { code: 10 });
}

#[test]
fn a_file_cut_short_says_what_should_follow() {
    let whole = file("", "");
    let cases = [
        ("\"subject\"", Expected::FieldName),
        (": \"example\"", Expected::Colon),
        ("\"example\"", Expected::Value),
        ("ple\"", Expected::ClosingQuote),
        (",\n  \"title\"", Expected::CommaOrEndOfObject),
        ("], \"service_models\"", Expected::CommaOrEndOfList),
    ];
    for (next, expected) in cases {
        let (cut, _) = whole.split_once(next).unwrap();
        let found = only(cut.as_bytes());
        assert_eq!(found.problem, Problem::UnexpectedEnd { expected });
        assert_eq!(found.place.unwrap().span, (cut.len(), cut.len()));
    }
}

#[test]
fn the_end_of_a_text_is_underlined_one_beyond_the_line() {
    let place = only(b"{ \"a\": 1").place.unwrap();
    assert_eq!((place.line, place.column, place.underline), (1, 9, (8, 9)));
}

#[test]
fn columns_count_characters_and_not_bytes() {
    let place = only("{ \"雲守😀\": oops }".as_bytes()).place.unwrap();
    assert_eq!((place.line, place.column, place.span), (1, 10, (16, 20)));
    assert_eq!(underlined(&place), "oops");
}

#[test]
fn line_ends_of_windows_are_not_part_of_the_line() {
    let place = only(b"{\r\n  \"a\": oops\r\n}").place.unwrap();
    assert_eq!((place.line, place.column), (2, 8));
    assert_eq!(place.excerpt, "  \"a\": oops");
}

#[test]
fn a_long_line_is_shown_around_the_fault() {
    let text = format!("[\"{}\", oops, \"{}\"]", "左".repeat(5000), "右".repeat(5000));
    let place = only(text.as_bytes()).place.unwrap();
    assert_eq!(place.excerpt.chars().count(), 200);
    assert!(place.excerpt.starts_with('…') && place.excerpt.ends_with('…'));
    assert_eq!(underlined(&place), "oops");
    assert_eq!((place.line, place.column), (1, 5006));
}

#[test]
fn a_fault_near_the_end_of_a_long_line_is_shown_with_all_that_follows() {
    let text = format!("[\"{}\", oops]", "左".repeat(500));
    let place = only(text.as_bytes()).place.unwrap();
    assert_eq!(place.excerpt.chars().count(), 200);
    assert!(place.excerpt.ends_with("\", oops]"), "{}", place.excerpt);
}

#[test]
fn what_could_mislead_a_screen_is_replaced() {
    let place = only("[\"\u{202e}\u{7f}\", oops]".as_bytes()).place.unwrap();
    assert_eq!(place.excerpt, "[\"\u{fffd} \", oops]");
    let text = file("", "").replacen("\"service\"", "\"\\u001b[31m\"", 1);
    let Problem::UnknownValue { found, .. } = only(text.as_bytes()).problem else { panic!() };
    assert_eq!(found, " [31m");
}
