//! The state of one pass over a policy folder.

use crate::lint::Rules;
use crate::problem::{Fault, Kind, Problem};
use crate::raw::{RawDataClass, RawDimension, RawRole, RawServiceModel, Text, Word};
use crate::source::{Source, Span};
use crate::syntax;
use crate::texts::TextTable;
use kumomori_core::assessment::{DataClass, ServiceModel};
use kumomori_core::dimension::Dimension;
use kumomori_core::framework::{Framework, framework_ref};
use kumomori_core::id::FrameworkRef;
use kumomori_core::role::Role;
use kumomori_core::text::{Lang, TextId};
use serde::de::DeserializeOwned;
use serde_saphyr::Spanned;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

/// Files, texts and problems of one pass.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    sources: &'a [Source],
    taken: BTreeSet<Arc<str>>,
    unreadable: Vec<String>,
    pub(crate) rules: Rules,
    pub(crate) texts: TextTable,
    pub(crate) problems: Vec<Problem>,
}

/// Ids of one kind, with the place of each.
#[derive(Debug)]
pub(crate) struct Ids {
    kind: Kind,
    places: BTreeMap<String, Span>,
}

impl Ids {
    pub(crate) fn new(kind: Kind) -> Self {
        Self { kind, places: BTreeMap::new() }
    }
}

impl<'a> Reader<'a> {
    pub(crate) fn new(sources: &'a [Source]) -> Self {
        Self {
            sources,
            taken: BTreeSet::new(),
            unreadable: Vec::new(),
            rules: Rules::default(),
            texts: TextTable::default(),
            problems: Vec::new(),
        }
    }

    /// Reads the file at a path, which must be there.
    pub(crate) fn file<T: DeserializeOwned>(&mut self, path: &str) -> Option<(&'a Source, T)> {
        let Some(source) = self.sources.iter().find(|it| &*it.path == path) else {
            let at = Source::new(path, "").start();
            self.problems.push(Problem::new(Fault::MissingFile, at));
            self.unreadable.push(path.to_owned());
            return None;
        };
        self.parse(source).map(|raw| (source, raw))
    }

    /// Reads every file whose path begins and ends so, sorted by path.
    pub(crate) fn files<T: DeserializeOwned>(
        &mut self,
        prefix: &str,
        suffix: &str,
    ) -> Vec<(&'a Source, T)> {
        let fits = |it: &&Source| it.path.starts_with(prefix) && it.path.ends_with(suffix);
        let mut fitting: Vec<&Source> = self.sources.iter().filter(fits).collect();
        fitting.sort_by(|a, b| a.path.cmp(&b.path));
        fitting.into_iter().filter_map(|it| Some((it, self.parse(it)?))).collect()
    }

    /// How many files have a path that begins and ends so.
    pub(crate) fn count(&self, prefix: &str, suffix: &str) -> usize {
        let fits = |it: &&Source| it.path.starts_with(prefix) && it.path.ends_with(suffix);
        self.sources.iter().filter(fits).count()
    }

    fn parse<T: DeserializeOwned>(&mut self, source: &Source) -> Option<T> {
        self.taken.insert(source.path.clone());
        match syntax::parse(source) {
            Ok(raw) => Some(raw),
            Err(problem) => {
                self.problems.push(problem);
                self.unreadable.push(source.path.to_string());
                None
            }
        }
    }

    /// The paths of files that could not be read so far.
    pub(crate) fn unreadable(&self) -> Vec<String> {
        self.unreadable.clone()
    }

    /// Whether there is a file for a framework edition, usable or not.
    pub(crate) fn has_framework_file(&self, id: &FrameworkRef) -> bool {
        let path = format!("frameworks/{}-{}/framework.yaml", id.framework, id.edition);
        self.count(&path, "") > 0
    }

    /// Leaves the files that depend on an unusable one alone.
    pub(crate) fn pass_over(&mut self, prefix: &str) {
        let below = self.sources.iter().filter(|it| it.path.starts_with(prefix));
        self.taken.extend(below.map(|it| it.path.clone()));
    }

    /// Names every file that nothing has read.
    pub(crate) fn refuse_unknown_files(&mut self) {
        for source in self.sources.iter().filter(|it| !self.taken.contains(&it.path)) {
            self.problems.push(Problem::new(Fault::UnknownFile, source.start()));
        }
    }

    pub(crate) fn add<T>(&mut self, source: &Source, value: &Spanned<T>, fault: Fault) {
        let at = span_of(source, value);
        self.problems.push(Problem::new(fault, at));
    }

    /// Adds a text, which must be there in both languages.
    pub(crate) fn text(&mut self, source: &Source, text: &Text) -> TextId {
        self.text_of(source, text, None)
    }

    /// Adds a text; one that explains a term of the glossary may name what this term stands for.
    pub(crate) fn text_of(
        &mut self,
        source: &Source,
        text: &Text,
        explains: Option<&str>,
    ) -> TextId {
        let [ja, en] = Lang::ALL.map(|lang| self.one_language(source, text, lang, explains));
        self.texts.add(&ja, &en)
    }

    /// Reads a text in one language and holds it against the house rules.
    pub(crate) fn one_language(
        &mut self,
        source: &Source,
        text: &Text,
        lang: Lang,
        explains: Option<&str>,
    ) -> String {
        let Some(word) = text.value.of(lang) else {
            self.add(source, text, Fault::MissingLanguage { lang: lang.tag() });
            return String::new();
        };
        let trimmed = word.value.trim();
        if trimmed.is_empty() {
            self.add(source, word, Fault::EmptyText);
        } else {
            self.problems.extend(self.rules.problems(source, word, lang, explains));
        }
        trimmed.to_owned()
    }

    /// Reads an id.
    pub(crate) fn id<T: FromStr>(&mut self, source: &Source, word: &Word) -> Option<T> {
        let id = word.value.parse().ok();
        if id.is_none() {
            self.add(source, word, Fault::MalformedId { text: word.value.clone() });
        }
        id
    }

    /// Reads an id that nothing of its kind may have yet.
    pub(crate) fn new_id<T: FromStr + Display>(
        &mut self,
        source: &Source,
        word: &Word,
        ids: &mut Ids,
    ) -> Option<T> {
        let id: T = self.id(source, word)?;
        let at = span_of(source, word);
        if let Some(first) = ids.places.get(&word.value) {
            let fault = Fault::DuplicateId { kind: ids.kind, id: id.to_string() };
            self.problems.push(Problem { fault, at, first: Some(first.clone()) });
            return None;
        }
        ids.places.insert(word.value.clone(), at);
        Some(id)
    }

    /// Reads a reference to something that must be known.
    pub(crate) fn reference<T: FromStr + Display>(
        &mut self,
        source: &Source,
        word: &Word,
        kind: Kind,
        is_known: impl Fn(&T) -> bool,
    ) -> Option<T> {
        let id: T = self.id(source, word)?;
        if !is_known(&id) {
            self.add(source, word, Fault::DanglingReference { kind, id: id.to_string() });
            return None;
        }
        Some(id)
    }

    /// Reads a number within a range.
    pub(crate) fn number(
        &mut self,
        source: &Source,
        number: &Spanned<u32>,
        (min, max): (u8, u8),
    ) -> u8 {
        let narrow = u8::try_from(number.value).ok();
        narrow.filter(|it| (min..=max).contains(it)).unwrap_or_else(|| {
            let value = number.value.to_string();
            let fault = Fault::OutOfRange { value, min: min.into(), max: max.into() };
            self.add(source, number, fault);
            min
        })
    }
}

/// A framework edition that must be there; a file that could not be read is not complained of
/// a second time.
pub(crate) fn known_edition<'a>(
    reader: &mut Reader<'_>,
    source: &Source,
    word: &Word,
    name: &str,
    frameworks: &'a [Framework],
) -> Option<&'a Framework> {
    let id = edition(reader, source, word, name)?;
    let found = frameworks.iter().find(|it| it.id == id);
    if found.is_none() && !reader.has_framework_file(&id) {
        let id = id.to_string();
        reader.add(source, word, Fault::DanglingReference { kind: Kind::Framework, id });
    }
    found
}

/// The place of a value.
pub(crate) fn span_of<T>(source: &Source, value: &Spanned<T>) -> Span {
    syntax::span(source, value.referenced)
}

pub(crate) fn role(raw: RawRole) -> Role {
    match raw {
        RawRole::Customer => Role::Customer,
        RawRole::Provider => Role::Provider,
    }
}

pub(crate) fn model(raw: RawServiceModel) -> ServiceModel {
    match raw {
        RawServiceModel::Iaas => ServiceModel::Iaas,
        RawServiceModel::Paas => ServiceModel::Paas,
        RawServiceModel::Saas => ServiceModel::Saas,
    }
}

pub(crate) fn data_class(raw: RawDataClass) -> DataClass {
    match raw {
        RawDataClass::Public => DataClass::Public,
        RawDataClass::Internal => DataClass::Internal,
        RawDataClass::Confidential => DataClass::Confidential,
        RawDataClass::Restricted => DataClass::Restricted,
    }
}

/// A framework edition, such as `iso27017:2015`.
fn edition(
    reader: &mut Reader<'_>,
    source: &Source,
    word: &Word,
    name: &str,
) -> Option<FrameworkRef> {
    let id =
        name.split_once(':').and_then(|(framework, edition)| framework_ref(framework, edition));
    if id.is_none() {
        reader.add(source, word, Fault::MalformedId { text: word.value.clone() });
    }
    id
}

pub(crate) fn dimension(raw: RawDimension) -> Dimension {
    match raw {
        RawDimension::Design => Dimension::Design,
        RawDimension::Operation => Dimension::Operation,
    }
}
