//! `kumomori.request/1`: what is asked.

use crate::diagnosis::Diagnosis;
use crate::{own, policy};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_check::document::{Piece, items, members};
use kumomori_check::fault::nearest;
use kumomori_check::program::Policy;
use kumomori_core::checks::Checks;
use kumomori_core::date::Date;
use kumomori_core::role::Role;
use kumomori_core::text::Lang;
use kumomori_wire::json::parse;

const FORMAT: &str = "kumomori.request/1";
const FIELDS: [&str; 9] =
    ["format", "as_of", "lang", "want", "role", "evidence", "assessment", "thresholds", "checks"];
const WANTS: [&str; 8] =
    ["checks", "verdicts", "controls", "frameworks", "gaps", "risks", "evaluation", "catalog"];

/// The most things that are named; what is wrong beyond them shows when they are mended.
const MAX_FOUND: usize = 100;
/// The most characters of a word that are repeated, and the most known words that are named.
const MAX_SHOWN: usize = 64;
const MAX_NAMED: usize = 12;
/// The most bytes that are looked through for kinds.
const SMALL: usize = 64 * 1024;

/// A request, as far as it could be read.
#[derive(Debug)]
pub(crate) struct Request<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) lang: Lang,
    pub(crate) as_of: Option<Date>,
    pub(crate) wants: Wants,
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
    pub(crate) fn first_of(&self, words: [&str; 5]) -> Option<&'static str> {
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
        let lang = fields.iter().find(|it| it.name == "lang");
        let lang = lang.filter(|it| it.text == "\"ja\"").map_or(Lang::En, |_| Lang::Ja);
        let mut reader = Reader { bytes, lang, found: Vec::new() };
        let mut request = Self {
            bytes,
            lang,
            as_of: None,
            wants: Wants(vec!["checks"]),
            role: None,
            evidence: Vec::new(),
            assessment: None,
            thresholds: None,
            own_checks: None,
        };
        if !fields.iter().any(|it| it.name == "format") {
            let message = reader.say("`format`がない".into(), "`format` is missing".into());
            let help = reader.say(
                format!("`\"format\": \"{FORMAT}\"`と書く"),
                format!("write `\"format\": \"{FORMAT}\"`"),
            );
            reader.found.push(Diagnosis::new(bytes, 0, "format", message, Some(help)));
        }
        for field in fields {
            request.take(field, &mut reader);
        }
        if reader.found.is_empty() { Ok(request) } else { Err(reader.found) }
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
                self.role = Role::ALL.into_iter().find(|it| Some(it.word()) == word);
            }
            "want" => self.wants = reader.wants(&field),
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
        let mut reader = Reader { bytes: self.bytes, lang: self.lang, found: Vec::new() };
        own::join(given, checks, &mut reader);
        if reader.found.is_empty() { Ok(()) } else { Err(reader.found) }
    }

    /// The thresholds of checks with those of the request in their place.
    pub(crate) fn policy(&self, checks: &Checks) -> Result<Policy, Vec<Diagnosis>> {
        let mut policy = checks.policy();
        let Some(given) = &self.thresholds else { return Ok(policy) };
        let mut reader = Reader { bytes: self.bytes, lang: self.lang, found: Vec::new() };
        policy::take(given, &mut policy, &mut reader);
        if reader.found.is_empty() { Ok(policy) } else { Err(reader.found) }
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

/// A word as it is repeated.
fn cut(word: &str) -> String {
    match word.char_indices().nth(MAX_SHOWN) {
        None => word.into(),
        Some((end, _)) => word.get(..end).unwrap_or_default().to_string() + "…",
    }
}

/// Reads fields, and notes what is wrong with them.
pub(crate) struct Reader<'r> {
    pub(crate) bytes: &'r [u8],
    pub(crate) lang: Lang,
    pub(crate) found: Vec<Diagnosis>,
}

impl Reader<'_> {
    pub(crate) fn say(&self, ja: String, en: String) -> String {
        if self.lang == Lang::Ja { ja } else { en }
    }

    /// Notes what is wrong at the beginning of a field.
    pub(crate) fn wrong(&mut self, field: &Piece<'_>, message: String, help: Option<String>) {
        if self.found.len() < MAX_FOUND {
            let name = cut(&field.name);
            self.found.push(Diagnosis::new(self.bytes, field.at, &name, message, help));
        }
    }

    /// A field that is not known.
    pub(crate) fn unknown(&mut self, field: &Piece<'_>, known: &[&str]) {
        if self.found.len() >= MAX_FOUND {
            return;
        }
        let name = cut(&field.name);
        let message =
            self.say(format!("`{name}`という項目はない"), format!("there is no field `{name}`"));
        let help = self.nearest(&field.name, known);
        self.wrong(field, message, Some(help));
    }

    fn nearest(&self, name: &str, known: &[&str]) -> String {
        let likely = Some(name).filter(|it| it.len() <= MAX_SHOWN);
        if let Some(it) = likely.and_then(|it| nearest(it, known.iter().copied())) {
            self.say(format!("`{it}`の誤りか確かめる"), format!("write `{it}` if that is meant"))
        } else {
            let more = if known.len() > MAX_NAMED { ", …" } else { "" };
            let all = known.get(..MAX_NAMED).unwrap_or(known).join(", ") + more;
            self.say(format!("使えるのは{all}"), format!("use one of {all}"))
        }
    }

    /// A text of a field.
    pub(crate) fn text(&mut self, field: &Piece<'_>) -> Option<String> {
        let text = parse(field.text).ok().and_then(|it| it.text().map(String::from));
        if text.is_none() {
            let message = self.say("文字列が要る".into(), "a text is needed here".into());
            self.wrong(field, message, None);
        }
        text
    }

    /// One of some words.
    pub(crate) fn one_of<'w>(&mut self, field: &Piece<'_>, words: &[&'w str]) -> Option<&'w str> {
        let text = self.text(field)?;
        let found = words.iter().copied().find(|it| *it == text);
        if found.is_none() {
            let (name, shown) = (cut(&field.name), cut(&text));
            let message = self
                .say(format!("`{name}`に`{shown}`は使えない"), format!("`{shown}` is no `{name}`"));
            let help = if let [only] = words {
                self.say(
                    format!("このモジュールが読めるのは`{only}`"),
                    format!("this module reads `{only}`"),
                )
            } else {
                self.nearest(&text, words)
            };
            self.wrong(field, message, Some(help));
        }
        found
    }

    fn day(&mut self, field: &Piece<'_>) -> Option<Date> {
        let day = self.text(field)?.parse().ok();
        if day.is_none() {
            let message = self.say(
                "`2026-06-30`のような日付が要る".into(),
                "a day such as `2026-06-30` is needed here".into(),
            );
            self.wrong(field, message, None);
        }
        day
    }

    fn items<'a>(&mut self, field: &Piece<'a>) -> Vec<Piece<'a>> {
        match items(field.text.as_bytes()) {
            Ok(items) => items.into_iter().map(|it| Piece { at: it.at + field.at, ..it }).collect(),
            Err(fault) => {
                let of = (field.name.as_str(), field.at);
                self.found.push(Diagnosis::broken(self.lang, self.bytes, of, fault));
                Vec::new()
            }
        }
    }

    fn wants(&mut self, field: &Piece<'_>) -> Wants {
        let mut wants = Vec::new();
        for item in self.items(field) {
            let item = Piece { name: field.name.clone(), ..item };
            wants.extend(self.one_of(&item, &WANTS));
        }
        Wants(wants)
    }
}
