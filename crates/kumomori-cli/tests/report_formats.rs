//! Documents as Markdown, as CSV and as pages.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod program;

use expect_test::expect_file;
use program::report::{document, every_document};
use program::{DAY, code, kumomori, story, text};
use std::fs;
use std::path::PathBuf;

fn written(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn the_summary_reads_as_expected_in_every_format() {
    for format in ["md", "csv", "html"] {
        let file = format!("snapshots/report-summary.en.{format}");
        let said = document("summary", "saas-provider", "en", format);
        let (_, body) = said.split_once("</head>\n").unwrap_or(("", &said));
        expect_file![file].assert_eq(&body.replace("\r\n", "\n"));
    }
}

/// A page without what stands in its style sheets, which is no markup.
fn without_styles(page: &str) -> String {
    let parts = page.split("<style>").enumerate();
    let rest = parts.map(|(idx, it)| match it.split_once("</style>") {
        Some((_, rest)) if idx > 0 => rest,
        _ => it,
    });
    rest.collect()
}

/// What is left open or closed wrongly in a page.
fn unbalanced(page: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    let page = without_styles(page);
    let (_, page) = page.split_once('>')?;
    for piece in page.split('<').skip(1) {
        let Some((tag, _)) = piece.split_once('>') else { return Some(piece.to_owned()) };
        let name = tag.split_whitespace().next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return Some(tag.to_owned()),
            // Elements of a picture may close themselves.
            None if tag.ends_with('/') => {}
            None if !["br", "link", "meta"].contains(&name) => open.push(name),
            _ => {}
        }
    }
    open.first().map(|it| (*it).to_owned())
}

#[test]
fn a_page_is_well_formed_and_needs_nothing_beside_it() {
    for (name, page) in every_document("html") {
        assert_eq!(unbalanced(&page), None, "{name}");
        let lang = name.get(name.len() - 2..).unwrap();
        assert!(page.starts_with(&format!("<!doctype html>\n<html lang=\"{lang}\">")), "{name}");
        for banned in ["<script", "<link", "<img", " src=", " href=", "url(", "@import", " style="]
        {
            assert!(!page.contains(banned), "{banned} in {name}");
        }
        assert!(page.contains("default-src 'none'"), "{name}");
        assert_eq!(page.matches("<h1>").count(), 1, "{name}");
        let n_heads = page.matches("<th").count() - page.matches("<thead").count();
        assert_eq!(n_heads, page.matches(" scope=\"").count(), "{name}");
    }
}

#[test]
fn a_spreadsheet_gets_rows_of_one_width() {
    for (name, csv) in every_document("csv") {
        let mut is_quoted = false;
        let mut widths = vec![1];
        for letter in csv.chars() {
            match letter {
                '"' => is_quoted = !is_quoted,
                ',' if !is_quoted => *widths.last_mut().unwrap() += 1,
                '\n' if !is_quoted => widths.push(1),
                _ => {}
            }
        }
        widths.pop();
        assert!(!is_quoted && csv.ends_with("\r\n") && widths.len() > 1, "{name}");
        assert!(widths.iter().all(|it| it == widths.first().unwrap()), "{name}: {widths:?}");
    }
}

#[test]
fn a_byte_order_mark_comes_only_when_asked_for_and_only_with_csv() {
    let file = story("saas-provider");
    let run = |more: &[&str]| {
        let fixed = ["report", "summary", &file, "--as-of", DAY, "--lang", "en"];
        kumomori(&[&fixed, more].concat(), b"")
    };
    let begins = |more: &[&str]| run(more).stdout.starts_with("\u{feff}".as_bytes());
    assert!(begins(&["--format", "csv", "--bom"]));
    assert!(!begins(&["--format", "csv"]));
    let refused = run(&["--format", "md", "--bom"]);
    assert_eq!((code(&refused), text(&refused.stdout)), (2, String::new()));
    assert!(text(&refused.stderr).contains("--format csv"), "{}", text(&refused.stderr));
}

#[test]
fn a_schedule_has_terms_and_a_calendar_and_other_documents_have_not() {
    let file = story("saas-provider");
    let made = |kind: &str, more: &[&str]| {
        let fixed = ["report", kind, &file, "--as-of", DAY, "--lang", "en"];
        kumomori(&[&fixed, more].concat(), b"")
    };
    let terms = ["--start", "2026-09-01", "--people", "3"];
    let dates = text(&made("schedule", &[&["--format", "ics"][..], &terms].concat()).stdout);
    assert!(dates.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{dates}");
    assert!(dates.contains("DTSTART;VALUE=DATE:20260901\r\n"), "{dates}");
    let n_events = dates.matches("BEGIN:VEVENT").count();
    let rows = text(&made("schedule", &["--format", "csv"]).stdout);
    assert_eq!(rows.lines().count(), n_events + 1);
    for (kind, more, help) in [
        ("plan", &["--format", "ics"][..], "report schedule"),
        ("gaps", &terms[..], "report schedule"),
        ("schedule", &["--people", "0"], "1..=99"),
        ("schedule", &["--start", "tomorrow"], "2026-06-30"),
    ] {
        let refused = made(kind, more);
        assert_eq!((code(&refused), text(&refused.stdout)), (2, String::new()), "{kind}");
        assert!(text(&refused.stderr).contains(help), "{}", text(&refused.stderr));
    }
}

#[test]
fn a_document_goes_to_a_file_as_it_goes_to_the_terminal() {
    let path = written("report.md", "");
    let file = story("saas-provider");
    let to_file = ["report", "plan", &file, "--as-of", DAY, "--lang", "en", "--format", "md"];
    let output = kumomori(&[&to_file[..], &["--out", path.to_str().unwrap()]].concat(), b"");
    assert_eq!((code(&output), text(&output.stdout)), (0, String::new()));
    let said = document("plan", "saas-provider", "en", "md");
    assert_eq!(fs::read_to_string(&path).unwrap(), said);
    let nowhere = ["--out", "no-such-folder/report.md"];
    let output = kumomori(&[&to_file[..], &nowhere].concat(), b"");
    assert_eq!(code(&output), 2);
    assert!(text(&output.stderr).contains("no-such-folder"), "{}", text(&output.stderr));
}
