//! The reference pages of the whole library: everything has its place, and every link leads
//! somewhere.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

const LANGS: [&str; 2] = ["ja", "en"];

/// The pages by name, as the command writes them.
fn book() -> &'static BTreeMap<String, String> {
    static BOOK: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    BOOK.get_or_init(|| {
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("refs");
        let output = Command::new(env!("CARGO_BIN_EXE_kumomori"))
            .args(["policies", "pages", "policies", "--out"])
            .arg(&out)
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let entries = fs::read_dir(&out).unwrap().map(|it| it.unwrap().path());
        let page = |path: &Path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        };
        let book = entries.map(|it| page(&it)).collect();
        fs::remove_dir_all(&out).unwrap();
        book
    })
}

fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_page = |name: &str| Path::new(name).extension().is_some_and(|it| it == "html");
    let all = book().iter().map(|(name, text)| (name.as_str(), text.as_str()));
    all.filter(move |(name, _)| is_page(name))
}

/// The start tags of a page.
fn tags(text: &str) -> Vec<&str> {
    let after = text.split('<').skip(1).filter(|it| !it.starts_with(['/', '!']));
    after.map(|it| it.split_once('>').unwrap().0).collect()
}

/// The values of an attribute over a page, in order.
fn values<'a>(text: &'a str, attribute: &str) -> Vec<&'a str> {
    let before = format!(" {attribute}=\"");
    let value = |tag: &'a str| Some(tag.split_once(before.as_str())?.1.split_once('"')?.0);
    tags(text).into_iter().filter_map(value).collect()
}

fn anchors() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    pages().map(|(name, text)| (name, values(text, "id").into_iter().collect())).collect()
}

#[test]
fn every_link_and_anchor_leads_somewhere() {
    let anchors = anchors();
    let mut n_links = 0;
    for (name, text) in pages() {
        for href in values(text, "href") {
            n_links += 1;
            let (file, anchor) = href.split_once('#').unwrap_or((href, ""));
            let file = if file.is_empty() { name } else { file };
            // The site around the pages is not among them.
            if file == "../" {
                continue;
            }
            assert!(book().contains_key(file), "{name} links to {href}");
            let is_there = anchor.is_empty() || anchors[file].contains(anchor);
            assert!(is_there, "{name} links to {href}");
        }
    }
    assert!(n_links > 5000, "only {n_links} links");
}

#[test]
fn every_requirement_and_control_has_its_anchor_in_both_languages() {
    let library = kumomori_data::library().unwrap();
    let anchors = anchors();
    for lang in LANGS {
        for framework in &library.frameworks {
            let page = format!("{}-{}.{lang}.html", framework.id.framework, framework.id.edition);
            for it in &framework.requirements {
                assert!(anchors[page.as_str()].contains(it.id.as_str()), "{page}#{}", it.id);
            }
        }
        for it in &library.controls {
            let page = format!("domain-{}.{lang}.html", it.domain);
            assert!(anchors[page.as_str()].contains(it.id.as_str()), "{page}#{}", it.id);
        }
    }
}

#[test]
fn no_anchor_stands_for_two_things() {
    for (name, text) in pages() {
        let all = values(text, "id");
        let once: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), once.len(), "{name}");
    }
}

#[test]
fn a_page_and_its_twin_have_the_same_anchors() {
    let anchors = anchors();
    for (name, own) in &anchors {
        let twin = match name.strip_suffix(".ja.html") {
            Some(stem) => format!("{stem}.en.html"),
            None => name.replace(".en.html", ".ja.html"),
        };
        assert_eq!(Some(own), anchors.get(twin.as_str()), "{name}");
    }
}

#[test]
fn nothing_on_a_page_runs_or_is_styled_in_place() {
    for (name, text) in pages() {
        for tag in tags(text) {
            let element = tag.split_whitespace().next().unwrap();
            assert!(!["script", "style", "iframe", "object", "base"].contains(&element), "{name}");
            // What is left without the quoted values are the names of the attributes.
            let names: String = tag.split('"').step_by(2).collect();
            for attribute in names.split_whitespace().skip(1) {
                let is_inline = attribute == "style=" || attribute.starts_with("on");
                assert!(!is_inline, "{name}: {tag}");
            }
        }
        let policy = "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
                      style-src 'self'; base-uri 'none'; form-action 'none'\"";
        assert!(text.contains(policy), "{name}");
    }
}

#[test]
fn nothing_on_a_page_is_left_empty() {
    for (name, text) in pages() {
        let pieces: Vec<&str> = text.split('<').collect();
        for pair in pieces.windows(2) {
            let (tag, said) = pair[0].split_once('>').unwrap_or(("", pair[0]));
            let element = tag.split_whitespace().next().unwrap_or_default();
            let is_closed = pair[1].strip_prefix('/').is_some_and(|it| it.starts_with(element));
            let is_empty = !element.is_empty() && is_closed && said.trim().is_empty();
            // A table may have nothing to say in a cell.
            assert!(!is_empty || element == "td", "{name} has an empty {tag}");
        }
    }
}
