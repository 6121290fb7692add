use super::*;
use crate::support::World;
use alloc::format;
use alloc::vec::Vec;
use kumomori_core::text::Lang;

fn book(world: &World) -> Vec<Page> {
    Lang::ALL.into_iter().flat_map(|lang| pages(&world.names(lang))).collect()
}

fn page<'a>(book: &'a [Page], name: &str) -> &'a str {
    &book.iter().find(|it| it.name == name).unwrap().text
}

#[test]
fn there_is_a_page_for_every_framework_and_domain_in_both_languages() {
    let world = World::new();
    let library = world.names(Lang::En).library;
    let n_pages = 2 + library.frameworks.len() + library.domains.len();
    let book = book(&world);
    assert_eq!(book.len(), 2 * n_pages);
    let mut names: Vec<&str> = book.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 2 * n_pages, "{names:?}");
}

#[test]
fn controls_and_requirements_are_linked_both_ways() {
    let world = World::new();
    let book = book(&world);
    let names = world.names(Lang::Ja);
    for (idx, control) in names.library.controls.iter().enumerate() {
        for (framework, requirement, _) in names.library.rows_of(idx) {
            for lang in Lang::ALL {
                let there = format!(
                    "{}-{}.{lang}.html#{}",
                    framework.id.framework, framework.id.edition, requirement.id
                );
                let back = format!("domain-{}.{lang}.html#{}", control.domain, control.id);
                let (file, _) = back.split_once('#').unwrap();
                assert!(page(&book, file).contains(&format!("href=\"{there}\"")), "{there}");
                let (file, _) = there.split_once('#').unwrap();
                assert!(page(&book, file).contains(&format!("href=\"{back}\"")), "{back}");
            }
        }
    }
}

#[test]
fn every_page_says_its_language_and_leads_to_the_other_one() {
    let world = World::new();
    for it in book(&world) {
        let (stem, lang) = it.name.trim_end_matches(".html").rsplit_once('.').unwrap();
        let other = if lang == "ja" { "en" } else { "ja" };
        assert!(it.text.starts_with(&format!("<!doctype html>\n<html lang=\"{lang}\">")));
        let link = format!("<a href=\"{stem}.{other}.html\" lang=\"{other}\"");
        assert!(it.text.contains(&link), "{}", it.name);
    }
}

#[test]
fn no_page_can_run_anything() {
    let world = World::new();
    for it in book(&world) {
        assert!(it.text.contains("content=\"default-src 'none'; style-src"), "{}", it.name);
        for banned in ["<script", "<style", " style=", " onclick="] {
            assert!(!it.text.contains(banned), "{banned} in {}", it.name);
        }
    }
}
