use super::*;
use crate::document::to_text;
use crate::support::{World, id, iso};
use alloc::format;
use kumomori_core::migration::Refusal;
use kumomori_core::text::Lang;

#[test]
fn a_control_is_told_without_any_assessment() {
    let world = World::new();
    for lang in Lang::ALL {
        let document = control(&world.names(lang), &id("back-up-data")).unwrap();
        let text = to_text(&document, 100);
        for rung in 1..=5 {
            assert!(text.matches(&format!("{rung}  ")).count() >= 2, "{text}");
        }
        assert!(!text.contains("Don't know") && !text.contains("不明"), "{text}");
    }
}

#[test]
fn a_requirement_names_what_answers_it_and_why() {
    let world = World::new();
    let names = world.names(Lang::En);
    let framework = names.library.framework(&iso()).unwrap();
    for it in &framework.requirements {
        let text = to_text(&requirement(&names, &iso(), &it.id).unwrap(), 100);
        for row in &it.rows {
            assert!(text.contains(&names.prose(row.reason)), "{text}");
        }
    }
}

#[test]
fn an_unknown_id_has_no_page() {
    let world = World::new();
    let names = world.names(Lang::Ja);
    assert_eq!(control(&names, &id("nothing")), None);
    assert_eq!(requirement(&names, &iso(), &id("nothing")), None);
}

#[test]
fn every_refusal_says_what_to_do() {
    let world = World::new();
    for (lang, word) in [(Lang::Ja, "対処: "), (Lang::En, "help: ")] {
        let names = world.names(lang);
        let none = Refusal::NoMigration { from: iso() };
        for it in [Refusal::NotATarget, Refusal::AlreadyTarget, none] {
            assert!(refusal(&names, &iso(), &it).contains(word), "{it:?}");
        }
    }
}
