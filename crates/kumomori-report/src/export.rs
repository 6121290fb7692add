//! Checks for other programs: modules of Rego, and a list of CEL expressions.

mod cel;
mod rego;

use crate::names::Names;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use kumomori_check::export::rego::text::quoted;
use kumomori_check::fault::Fault;
use kumomori_check::program::Policy;
use kumomori_core::checks::{Check, Checks, EvidenceKind, Written};
use kumomori_core::id::CheckId;
use kumomori_core::text::{Lang, TextId};

/// How every exported file begins, so that it can be told from one that somebody wrote.
pub const MARK: &str = "# Written by `kumomori policies export`";

/// What is exported.
#[derive(Debug, Clone, Copy)]
pub struct Export<'a> {
    /// The checks.
    pub checks: &'a Checks,
    /// How each of them is written; one that has no entry is left out.
    pub written: &'a [Written],
    /// The thresholds.
    pub policy: &'a Policy,
    /// The library with its texts in Japanese.
    pub ja: Names<'a>,
    /// The library with its texts in English.
    pub en: Names<'a>,
    /// The language that comes first.
    pub lang: Lang,
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its place below the folder, such as `kumomori/checks/tls_floor.rego`.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// An expression that cannot be exported, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The check.
    pub check: CheckId,
    /// The key that the expression is under.
    pub key: &'static str,
    /// Line and column of what is refused, within the expression.
    pub place: (usize, usize),
    /// What is refused.
    pub fault: Box<Fault>,
}

impl Export<'_> {
    /// The modules of Rego, sorted by name.
    ///
    /// # Errors
    ///
    /// Every expression that cannot be exported.
    pub fn rego(&self) -> Result<Vec<File>, Vec<Refused>> {
        rego::files(self)
    }

    /// The CEL expressions, as a YAML list sorted by id.
    ///
    /// # Errors
    ///
    /// Every expression that cannot be exported.
    pub fn cel(&self) -> Result<String, Vec<Refused>> {
        cel::list(self)
    }

    /// Every check with its kind and how it is written.
    fn sources(&self) -> impl Iterator<Item = Source<'_>> {
        self.checks.checks.iter().filter_map(|check| {
            let kind = self.checks.kinds.get(check.kind)?;
            let written = self.written.iter().find(|it| it.check == check.id)?;
            Some(Source { check, kind, written })
        })
    }

    fn head(&self) -> String {
        let version = &self.en.library.version;
        format!("{MARK} from library {version}; it overwrites changes.\n")
    }

    /// The texts of the language that comes first.
    fn first(&self) -> Names<'_> {
        if self.lang == Lang::Ja { self.ja } else { self.en }
    }

    /// The texts of the other language.
    fn second(&self) -> Names<'_> {
        if self.lang == Lang::Ja { self.en } else { self.ja }
    }
}

/// What one check is exported from.
#[derive(Debug, Clone, Copy)]
struct Source<'a> {
    check: &'a Check,
    kind: &'a EvidenceKind,
    written: &'a Written,
}

/// Everything that came out, or everything that was refused.
fn all<T>(results: impl Iterator<Item = Result<T, Refused>>) -> Result<Vec<T>, Vec<Refused>> {
    let (mut done, mut refused) = (Vec::new(), Vec::new());
    for it in results {
        match it {
            Ok(it) => done.push(it),
            Err(it) => refused.push(it),
        }
    }
    if refused.is_empty() { Ok(done) } else { Err(refused) }
}

/// One text of a check, in quotes.
fn prose(names: &Names<'_>, id: TextId) -> String {
    quoted(&names.prose(id))
}

impl Refused {
    fn new(check: &Check, key: &'static str, text: &str, fault: Fault) -> Self {
        let place = fault.span.place(text);
        Self { check: check.id.clone(), key, place, fault: Box::new(fault) }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { check, key, place: (line, column), fault } = self;
        write!(f, "check `{check}`: {} (at {line}:{column} of `{key}`)", fault.problem)?;
        match fault.problem.help() {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}
