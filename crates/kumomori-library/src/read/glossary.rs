//! glossary.yaml and forbidden.yaml: the words of the texts, and those that they may not have.

use super::reader::{Ids, Reader, span_of};
use crate::lint::{Avoided, Forbidden, Rules};
use crate::problem::{Fault, Kind, Problem};
use crate::raw::{RawForbidden, RawForbiddenWords, RawGlossary, RawTerm, Text};
use crate::source::{Source, Span};
use kumomori_core::guide::Term;
use kumomori_core::text::Lang;
use std::collections::BTreeMap;

/// The glossary as it is written.
pub(super) type Glossary<'a> = Option<(&'a Source, RawGlossary)>;

/// Reads the glossary and the forbidden words, and holds every text that follows against them.
pub(super) fn rules<'a>(reader: &mut Reader<'a>) -> Glossary<'a> {
    let glossary = reader.file::<RawGlossary>("glossary.yaml");
    let forbidden = reader.file::<RawForbiddenWords>("forbidden.yaml");
    let mut rules = Rules::default();
    for term in glossary.iter().flat_map(|(_, raw)| &raw.terms) {
        avoid(&mut rules, term);
    }
    for it in forbidden.iter().flat_map(|(_, raw)| &raw.forbidden) {
        forbid(&mut rules, it);
    }
    reader.rules = rules;
    if let Some((source, raw)) = &forbidden {
        raw.forbidden.iter().for_each(|it| check_forbidden(reader, source, it));
    }
    glossary
}

fn avoid(rules: &mut Rules, raw: &RawTerm) {
    for (lang, variants) in [(Lang::Ja, &raw.avoid.ja), (Lang::En, &raw.avoid.en)] {
        let Some(term) = raw.term.value.of(lang) else { continue };
        let term = Avoided { id: raw.id.value.as_str().into(), term: term.value.trim().into() };
        for variant in variants {
            rules.avoid(lang, variant.value.trim(), &term);
        }
    }
}

/// The message about a forbidden phrase is in English, as all messages about policies are.
fn forbid(rules: &mut Rules, raw: &RawForbidden) {
    let english = |text: &Text| text.value.en.as_ref().map_or("", |it| it.value.trim()).into();
    let why = Forbidden { reason: english(&raw.reason), instead: english(&raw.instead) };
    for lang in Lang::ALL {
        if let Some(word) = raw.text.value.of(lang) {
            rules.forbid(lang, word.value.trim(), &why);
        }
    }
}

fn check_forbidden(reader: &mut Reader<'_>, source: &Source, raw: &RawForbidden) {
    for lang in Lang::ALL {
        reader.one_language(source, &raw.reason, lang, None);
        reader.one_language(source, &raw.instead, lang, None);
    }
    let words = Lang::ALL.map(|lang| raw.text.value.of(lang));
    if words.iter().all(Option::is_none) {
        reader.add(source, &raw.text, Fault::EmptyText);
    }
    for word in words.into_iter().flatten().filter(|it| it.value.trim().is_empty()) {
        reader.add(source, word, Fault::EmptyText);
    }
}

/// The terms, sorted by id.
pub(super) fn terms(reader: &mut Reader<'_>, glossary: &Glossary<'_>) -> Vec<Term> {
    let Some((source, raw)) = glossary else { return Vec::new() };
    let mut ids = Ids::new(Kind::Term);
    let mut taken = BTreeMap::new();
    let mut terms = Vec::new();
    for it in &raw.terms {
        find_duplicate(reader, source, it, &mut taken);
        let explained = Some(it.id.value.as_str());
        let term = reader.text_of(source, &it.term, explained);
        let meaning = reader.text_of(source, &it.meaning, explained);
        if let Some(id) = reader.new_id(source, &it.id, &mut ids) {
            terms.push(Term { id, term, meaning });
        }
    }
    terms.sort_by(|a, b| a.id.cmp(&b.id));
    terms
}

/// Says so when another entry has the same term, in either language.
fn find_duplicate(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawTerm,
    taken: &mut BTreeMap<(Lang, String), Span>,
) {
    for lang in Lang::ALL {
        let Some(word) = raw.term.value.of(lang) else { continue };
        let at = span_of(source, word);
        let term = word.value.trim();
        if let Some(first) = taken.get(&(lang, term.to_lowercase())) {
            let fault = Fault::DuplicateTerm { term: term.to_owned() };
            reader.problems.push(Problem { fault, at, first: Some(first.clone()) });
        } else {
            taken.insert((lang, term.to_lowercase()), at);
        }
    }
}
