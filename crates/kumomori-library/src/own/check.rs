//! Checks that a team writes for itself.

use crate::expression;
use crate::node::{Node, Value};
use crate::page::{Names, Page};
use crate::problem::{Fault, Kind, Problem};
use crate::raw::Word;
use crate::source::{Source, Span};
use crate::texts::TextTable;
use kumomori_check::compile::compile;
use kumomori_check::fault::Problem as Mistake;
use kumomori_check::program::{Policy, Program};
use kumomori_core::checks::{Check, Checks as Known, Severity};
use kumomori_core::dimension::Dimension;
use kumomori_core::id::{CheckId, ControlId};
use kumomori_core::library::Library;
use kumomori_core::text::TextId;
use std::collections::BTreeMap;

const CHECK: Names = Names {
    must: &["id", "kind", "title", "severity", "expect", "message"],
    may: &["when", "controls", "remedy"],
};
const CONTROL: Names = Names { must: &["control", "aspect"], may: &[] };
const TEXT: Names = Names { must: &["en", "ja"], may: &[] };

/// What checks may name, and what is wrong with those that were read.
#[derive(Debug)]
pub(super) struct Checks<'a> {
    known: &'a Known,
    library: &'a Library,
    policy: Policy,
    has_all_thresholds: bool,
    first: BTreeMap<CheckId, Span>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Checks<'a> {
    /// Without all thresholds, it is not said that there is none of a name.
    pub(super) fn new(known: &'a Known, library: &'a Library, has_all_thresholds: bool) -> Self {
        let (policy, first, problems) = (known.policy(), BTreeMap::new(), Vec::new());
        Self { known, library, policy, has_all_thresholds, first, problems }
    }

    /// Reads one check; `None` when something is wrong with it.
    pub(super) fn read(&mut self, source: &Source, texts: &mut TextTable) -> Option<Check> {
        let mut page = Page::new(source);
        let check = self.check(&mut page, texts);
        let is_right = page.problems.is_empty();
        self.problems.extend(page.problems);
        check.filter(|_| is_right)
    }

    fn check(&mut self, page: &mut Page<'_>, texts: &mut TextTable) -> Option<Check> {
        let mut fields = page.top(CHECK)?;
        let id = fields.take("id").and_then(|it| self.id(page, it));
        let kind = fields.take("kind").and_then(|it| self.kind(page, it));
        let title = fields.take("title").and_then(|it| text(page, it, texts));
        let severity = fields.take("severity").and_then(|it| severity(page, it));
        let when = fields.take("when").and_then(|it| page.word(it));
        let expect = fields.take("expect").and_then(|it| page.word(it));
        let when = when.map(|it| self.program(page, kind, &it));
        let expect = expect.and_then(|it| self.program(page, kind, &it));
        let controls = fields.take("controls").map(|it| page.list(it)).unwrap_or_default();
        let controls = controls.into_iter().filter_map(|it| self.control(page, it)).collect();
        let message = fields.take("message").and_then(|it| text(page, it, texts));
        let remedy = match fields.take("remedy") {
            Some(it) => text(page, it, texts),
            None => Some(texts.add("", "")),
        };
        Some(Check {
            id: id?,
            kind: kind?,
            title: title?,
            severity: severity?,
            when: when.map_or(Some(None), |it| it.map(Some))?,
            expect: expect?,
            controls,
            message: message?,
            remedy: remedy?,
        })
    }

    fn id(&mut self, page: &mut Page<'_>, value: Value) -> Option<CheckId> {
        let (word, id) = page.id::<CheckId>(value)?;
        let at = page.at(&word);
        let (kind, name) = (Kind::Check, id.to_string());
        let first = self.first.get(&id).cloned();
        if first.is_some() {
            let fault = Fault::DuplicateId { kind, id: name };
            page.problems.push(Problem { fault, at, first });
        } else if self.known.checks.iter().any(|it| it.id == id) {
            page.problems.push(Problem::new(Fault::TakenId { kind, id: name }, at));
        } else {
            self.first.insert(id.clone(), at);
        }
        Some(id)
    }

    fn kind(&self, page: &mut Page<'_>, value: Value) -> Option<usize> {
        let word = page.word(value)?;
        let found = self.known.kind(&word.value);
        if found.is_none() {
            let known: Vec<String> = self.known.kinds.iter().map(|it| it.kind.id.clone()).collect();
            let id = word.value.clone();
            page.add(&word, Fault::NoSuch { kind: Kind::EvidenceKind, id, known });
        }
        found
    }

    fn program(&self, page: &mut Page<'_>, kind: Option<usize>, word: &Word) -> Option<Program> {
        let of_kind = self.known.kinds.get(kind?)?;
        let mistake = match compile(&word.value, &of_kind.kind, &self.policy) {
            Ok(program) => return Some(program),
            Err(mistake) => mistake,
        };
        let is_threshold = matches!(mistake.problem, Mistake::UnknownThreshold { .. });
        if self.has_all_thresholds || !is_threshold {
            page.problems.push(expression::problem(page.source, word, &mistake));
        }
        None
    }

    fn control(&self, page: &mut Page<'_>, value: Value) -> Option<(ControlId, Dimension)> {
        let mut fields = page.fields(value, CONTROL)?;
        let aspect = fields.take("aspect").and_then(|it| aspect(page, it));
        let (word, id) = page.id::<ControlId>(fields.take("control")?)?;
        if self.library.control(&id).is_none() {
            let known = self.library.controls.iter().map(|it| it.id.to_string()).collect();
            let id = id.to_string();
            page.add(&word, Fault::NoSuch { kind: Kind::Control, id, known });
            return None;
        }
        Some((id, aspect?))
    }
}

/// A text for both languages, or one for each.
pub(super) fn text(page: &mut Page<'_>, value: Value, texts: &mut TextTable) -> Option<TextId> {
    if let Node::Text(_) = &value.value {
        let both = page.word(value)?.value;
        return Some(texts.add(both.trim(), both.trim()));
    }
    if !matches!(value.value, Node::Fields(_)) {
        page.expect(&value, "a text in quotes, or a text each for `en` and `ja`");
        return None;
    }
    let mut fields = page.fields(value, TEXT)?;
    let [en, ja] = ["en", "ja"].map(|it| fields.take(it).and_then(|it| page.word(it)));
    Some(texts.add(ja?.value.trim(), en?.value.trim()))
}

fn severity(page: &mut Page<'_>, value: Value) -> Option<Severity> {
    let idx = page.choice(value, &Severity::ALL.map(Severity::word))?;
    Severity::ALL.get(idx).copied()
}

fn aspect(page: &mut Page<'_>, value: Value) -> Option<Dimension> {
    let idx = page.choice(value, &Dimension::ALL.map(Dimension::word))?;
    Dimension::ALL.get(idx).copied()
}
