//! `kumomori.request/1`: what is asked.

use crate::diagnosis::Diagnosis;
use crate::reader::{Reader, language};
use crate::{own, policy};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_check::document::{Piece, members};
use kumomori_check::program::Policy;
use kumomori_core::checks::Checks;
use kumomori_core::date::Date;
use kumomori_core::role::Role;
use kumomori_core::text::Lang;

const FORMAT: &str = "kumomori.request/1";
const FIELDS: [&str; 10] = [
    "format",
    "as_of",
    "lang",
    "want",
    "about",
    "role",
    "evidence",
    "assessment",
    "thresholds",
    "checks",
];
const WANTS: [&str; 9] = [
    "checks",
    "verdicts",
    "controls",
    "frameworks",
    "gaps",
    "risks",
    "explain",
    "evaluation",
    "catalog",
];

/// The most bytes that are looked through for kinds.
const SMALL: usize = 64 * 1024;

/// A request, as far as it could be read.
#[derive(Debug)]
pub(crate) struct Request<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) lang: Lang,
    pub(crate) as_of: Option<Date>,
    pub(crate) wants: Wants,
    /// What is to be explained.
    pub(crate) about: Vec<Piece<'a>>,
    /// Whose duties evidence speaks for that does not say so itself.
    pub(crate) role: Option<Role>,
    pub(crate) evidence: Vec<Piece<'a>>,
    pub(crate) assessment: Option<Piece<'a>>,
    thresholds: Option<Piece<'a>>,
    own_checks: Option<Piece<'a>>,
}

/// What is wanted, in words of [`WANTS`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wants(Vec<&'static str>);

impl Wants {
    pub(crate) fn only(word: &'static str) -> Self {
        Self(vec![word])
    }

    /// The first word that is among some.
    pub(crate) fn first_of(&self, words: [&str; 6]) -> Option<&'static str> {
        self.0.iter().copied().find(|it| words.contains(it))
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.contains(&word)
    }
}

impl<'a> Request<'a> {
    /// Reads a request.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, Vec<Diagnosis>> {
        // Hosts hand over texts with a zero at their end.
        let bytes = bytes.strip_suffix(b"\0").unwrap_or(bytes);
        let broken = |fault| vec![Diagnosis::broken(Lang::En, bytes, ("", 0), fault)];
        let fields = members(bytes).map_err(broken)?;
        let lang = language(&fields);
        let mut reader = Reader::new(bytes, lang);
        let mut request = Self {
            bytes,
            lang,
            as_of: None,
            wants: Wants(vec!["checks"]),
            about: Vec::new(),
            role: None,
            evidence: Vec::new(),
            assessment: None,
            thresholds: None,
            own_checks: None,
        };
        if !fields.iter().any(|it| it.name == "format") {
            no_format(&mut reader);
        }
        for field in fields {
            request.take(field, &mut reader);
        }
        reader.done(request)
    }

    fn take(&mut self, field: Piece<'a>, reader: &mut Reader<'_>) {
        match field.name.as_str() {
            "format" => {
                reader.one_of(&field, &[FORMAT]);
            }
            "lang" => {
                reader.one_of(&field, &Lang::ALL.map(Lang::tag));
            }
            "as_of" => self.as_of = reader.day(&field),
            "role" => {
                let word = reader.one_of(&field, &Role::ALL.map(Role::word));
                self.role = word.and_then(Role::from_word);
            }
            "want" => self.wants = wants(&field, reader),
            "about" => self.about = named(&field, reader),
            "evidence" => self.evidence = reader.items(&field),
            "assessment" => self.assessment = Some(field),
            "thresholds" => self.thresholds = Some(field),
            "checks" => self.own_checks = Some(field),
            _ => reader.unknown(&field, &FIELDS),
        }
    }

    /// The kinds of evidence whose checks are needed; `None` for all, as where the whole library is
    /// looked at anyway, or own checks name kinds of their own.
    pub(crate) fn kinds(&self) -> Option<Vec<&'a str>> {
        let is_judged = self.assessment.is_some() && !self.evidence.is_empty();
        if is_judged || self.own_checks.is_some() {
            None
        } else {
            kinds(self.evidence.iter().map(|it| it.text))
        }
    }

    /// Puts the checks of the request beside those of the library.
    pub(crate) fn join_checks(&self, checks: &mut Checks) -> Result<(), Vec<Diagnosis>> {
        let Some(given) = &self.own_checks else { return Ok(()) };
        let mut reader = Reader::new(self.bytes, self.lang);
        own::join(given, checks, &mut reader);
        reader.done(())
    }

    /// The thresholds of checks with those of the request in their place.
    pub(crate) fn policy(&self, checks: &Checks) -> Result<Policy, Vec<Diagnosis>> {
        let mut policy = checks.policy();
        let Some(given) = &self.thresholds else { return Ok(policy) };
        let mut reader = Reader::new(self.bytes, self.lang);
        policy::take(given, &mut policy, &mut reader);
        reader.done(policy)
    }
}

/// The kinds that evidence files name; `None` when finding them would take longer than reading all
/// checks, or when one is written in a way that has to be read first.
pub(crate) fn kinds<'a>(files: impl Iterator<Item = &'a str> + Clone) -> Option<Vec<&'a str>> {
    let size: usize = files.clone().map(str::len).sum();
    if size > SMALL { None } else { files.map(kind).collect() }
}

/// The kind that an evidence file names, nothing when it names none; `None` when it is written in a
/// way that has to be read first.
fn kind(file: &str) -> Option<&str> {
    let Ok(fields) = members(file.as_bytes()) else { return Some("") };
    let Some(field) = fields.into_iter().find(|it| it.name == "kind") else { return Some("") };
    Some(field.text.trim_matches('"')).filter(|it| !it.contains('\\'))
}

fn no_format(reader: &mut Reader<'_>) {
    let message = reader.say("`format`がない".into(), "`format` is missing".into());
    let help = reader.say(
        format!("`\"format\": \"{FORMAT}\"`と書く"),
        format!("write `\"format\": \"{FORMAT}\"`"),
    );
    let whole = Piece { name: "format".into(), text: "", at: 0 };
    reader.wrong(&whole, message, Some(help));
}

fn wants(field: &Piece<'_>, reader: &mut Reader<'_>) -> Wants {
    let mut wants = Vec::new();
    for item in named(field, reader) {
        wants.extend(reader.one_of(&item, &WANTS));
    }
    Wants(wants)
}

/// The items of a list, each by the name of the list.
fn named<'a>(field: &Piece<'a>, reader: &mut Reader<'_>) -> Vec<Piece<'a>> {
    let items = reader.items(field).into_iter();
    items.map(|it| Piece { name: field.name.clone(), ..it }).collect()
}
