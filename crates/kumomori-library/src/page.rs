//! One file of a user, read field by field; every mistake in it is named.

use crate::node::{Node, Value};
use crate::problem::{Fault, Problem};
use crate::raw::Word;
use crate::source::{Source, Span};
use crate::syntax;
use kumomori_check::fault::nearest;
use serde_saphyr::Spanned;
use std::str::FromStr;

/// A file and what is wrong with it.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    pub(crate) source: &'a Source,
    pub(crate) problems: Vec<Problem>,
}

/// The fields of one mapping, to be taken out by name.
#[derive(Debug)]
pub(crate) struct Fields(Vec<(Word, Value)>);

impl Fields {
    /// Takes a field out, if it is there.
    pub(crate) fn take(&mut self, name: &str) -> Option<Value> {
        let idx = self.0.iter().position(|(it, _)| it.value == name)?;
        Some(self.0.swap_remove(idx).1)
    }
}

/// The names of the fields that a mapping must and may have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names {
    pub(crate) must: &'static [&'static str],
    pub(crate) may: &'static [&'static str],
}

impl<'a> Page<'a> {
    pub(crate) fn new(source: &'a Source) -> Self {
        Self { source, problems: Vec::new() }
    }

    /// The fields of the whole file.
    pub(crate) fn top(&mut self, names: Names) -> Option<Fields> {
        match syntax::parse(self.source) {
            Ok(value) => self.fields(value, names),
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }

    pub(crate) fn at<T>(&self, value: &Spanned<T>) -> Span {
        syntax::span(self.source, value.referenced)
    }

    pub(crate) fn add<T>(&mut self, value: &Spanned<T>, fault: Fault) {
        let at = self.at(value);
        self.problems.push(Problem::new(fault, at));
    }

    /// Adds that something else should stand here.
    pub(crate) fn expect<T>(&mut self, value: &Spanned<T>, expected: &str) {
        self.add(value, Fault::WrongType { expected: expected.to_owned() });
    }

    /// The fields of a mapping, with those that are misspelled under their right names.
    ///
    /// A field that nothing looks like may stand for one that is missing, of which no more is said
    /// then.
    pub(crate) fn fields(&mut self, value: Value, names: Names) -> Option<Fields> {
        let place = self.at(&value);
        let Node::Fields(mut fields) = value.value else {
            self.expect(&value, "fields with values");
            return None;
        };
        let at = fields.first().map_or(place, |(name, _)| self.at(name));
        let all: Vec<&'static str> = names.must.iter().chain(names.may).copied().collect();
        let is_there =
            |fields: &[(Word, Value)], name: &str| fields.iter().any(|it| it.0.value == name);
        let mut strange = 0;
        for idx in 0..fields.len() {
            let Some((name, _)) = fields.get(idx) else { break };
            if all.contains(&name.value.as_str()) {
                continue;
            }
            let mut known = all.clone();
            known.retain(|it| !is_there(&fields, it));
            let meant = nearest(&name.value, known.iter().copied());
            let fault = Fault::UnknownField { field: name.value.clone(), known };
            self.add(name, fault);
            match (meant, fields.get_mut(idx)) {
                (Some(meant), Some((name, _))) => name.value = meant,
                _ => strange += 1,
            }
        }
        let missing = names.must.iter().filter(|it| !is_there(&fields, it));
        let missing: Vec<_> =
            missing.map(|it| Fault::MissingField { field: (*it).into() }).collect();
        if missing.len() > strange {
            self.problems.extend(missing.into_iter().map(|it| Problem::new(it, at.clone())));
        }
        Some(Fields(fields))
    }

    /// A text that is not empty.
    pub(crate) fn word(&mut self, value: Value) -> Option<Word> {
        let Spanned { value: node, referenced, defined } = value;
        let place = Spanned { value: (), referenced, defined };
        let Node::Text(text) = node else {
            self.expect(&place, "a text in quotes");
            return None;
        };
        if text.trim().is_empty() {
            self.add(&place, Fault::EmptyText);
            return None;
        }
        Some(Spanned { value: text, referenced, defined })
    }

    /// A text that is an id.
    pub(crate) fn id<T: FromStr>(&mut self, value: Value) -> Option<(Word, T)> {
        let word = self.word(value)?;
        let id = word.value.parse().ok();
        if id.is_none() {
            self.add(&word, Fault::MalformedId { text: word.value.clone() });
        }
        Some((word, id?))
    }

    /// One of several words, by its place among them.
    pub(crate) fn choice(&mut self, value: Value, words: &[&'static str]) -> Option<usize> {
        let word = self.word(value)?;
        let found = words.iter().position(|it| *it == word.value);
        if found.is_none() {
            let fault = Fault::UnknownWord { word: word.value.clone(), known: words.to_vec() };
            self.add(&word, fault);
        }
        found
    }

    /// The values of a list.
    pub(crate) fn list(&mut self, value: Value) -> Vec<Value> {
        let Node::List(items) = value.value else {
            self.expect(&value, "a list");
            return Vec::new();
        };
        items
    }
}
