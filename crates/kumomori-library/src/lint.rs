//! House rules for texts, held against every text of the policies.

mod language;
mod phrase;
mod script;
mod spacing;
mod width;

use crate::problem::{Fault, Problem};
use crate::raw::Word;
use crate::source::Source;
use crate::syntax;
use kumomori_core::text::Lang;
use phrase::Phrases;
use std::ops::Range;
use std::sync::Arc;

/// A stretch of a line, in bytes, and what is wrong with it.
type Finding = (Range<usize>, Fault);

/// The words that no text may have.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    forbidden: Phrases<Forbidden>,
    avoided: Phrases<Avoided>,
}

/// Why a phrase is forbidden and what to write instead.
#[derive(Debug, Clone)]
pub(crate) struct Forbidden {
    pub(crate) reason: Arc<str>,
    pub(crate) instead: Arc<str>,
}

/// The term of the glossary that stands for a variant.
#[derive(Debug, Clone)]
pub(crate) struct Avoided {
    pub(crate) id: Arc<str>,
    pub(crate) term: Arc<str>,
}

impl Rules {
    /// Forbids a phrase in the texts of one language.
    pub(crate) fn forbid(&mut self, lang: Lang, text: &str, why: &Forbidden) {
        self.forbidden.add(lang, text, why.clone());
    }

    /// Makes a phrase a variant of a term in the texts of one language.
    pub(crate) fn avoid(&mut self, lang: Lang, text: &str, term: &Avoided) {
        self.avoided.add(lang, text, term.clone());
    }

    /// What is wrong with a text; the meaning of a term may name the variants of this term.
    pub(crate) fn problems(
        &self,
        source: &Source,
        word: &Word,
        lang: Lang,
        explains: Option<&str>,
    ) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (idx, line) in word.value.lines().enumerate() {
            for (range, fault) in self.findings(line, lang, explains) {
                problems.push(Problem::new(fault, syntax::within(source, word, idx, range)));
            }
        }
        problems
    }

    fn findings(&self, line: &str, lang: Lang, explains: Option<&str>) -> Vec<Finding> {
        let mut findings = language::findings(line, lang);
        findings.extend(spacing::findings(line, lang));
        findings.extend(width::findings(line, lang));
        findings.extend(self.forbidden.matches(lang, line).map(|(range, text, it)| {
            let (reason, instead) = (it.reason.clone(), it.instead.clone());
            (range, Fault::ForbiddenWords { text: text.into(), reason, instead })
        }));
        let avoided = self.avoided.matches(lang, line);
        let avoided = avoided.filter(|(_, _, it)| explains != Some(&*it.id));
        findings.extend(avoided.map(|(range, text, it)| {
            let (term, id) = (it.term.clone(), it.id.clone());
            (range, Fault::AvoidedTerm { text: text.into(), term, id })
        }));
        findings
    }
}
