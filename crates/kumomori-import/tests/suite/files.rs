//! Every fixture as a whole: the document, the notes and what is to be added.

use super::{fixtures, reading};
use expect_test::expect_file;
use kumomori_import::note::Reason;
use kumomori_import::refusal::Refusal;
use std::fs;

#[test]
fn every_file_becomes_what_is_written_down() {
    let mut n_files = 0;
    for tool in ["aws", "gcp", "kubernetes", "testssl"] {
        let mut names: Vec<String> = fs::read_dir(fixtures().join(tool))
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        for name in names {
            let file = format!("{tool}/{name}");
            let snapshot =
                fixtures().with_file_name("snapshots").join(format!("{tool}-{name}.txt"));
            expect_file![snapshot].assert_eq(&told(&file));
            n_files += 1;
        }
    }
    assert_eq!(n_files, 20);
}

#[test]
fn the_documentation_lists_every_code_in_order() {
    let page = include_str!("../../../../docs/import.md");
    let rows =
        page.split_once("## Notes").unwrap().1.lines().filter_map(|it| it.strip_prefix("| `"));
    let codes: Vec<&str> = rows.filter_map(|it| it.split('`').next()).collect();
    assert_eq!(codes, Reason::CODES);
}

fn told(file: &str) -> String {
    let reading = match reading(file) {
        Ok(reading) => reading,
        Err(Refusal::NotJson(it)) => {
            let place = it.place.unwrap();
            return format!("{} {}:{}\n", it.problem.code(), place.line, place.column);
        }
        Err(refusal) => return format!("{refusal:?}\n"),
    };
    let mut text = reading.text;
    for it in reading.notes {
        let code = it.reason.code();
        text += &format!("{code} {}:{} {:?}\n", it.place.line, it.place.path, it.reason);
    }
    for it in reading.missing {
        let whose = if it.is_envelope { "envelope" } else { "entries" };
        text += &format!("to add: {} ({} {whose})\n", it.field, it.n_entries);
    }
    text
}
