//! Files and the clock.

use crate::arguments::{Day, Heard, Language};
use crate::hearing::{Evidence, evidence};
use crate::output::{self, complain};
use crate::secret::opened;
use anyhow::{Context, Result, anyhow};
use kumomori_check::program::Policy;
use kumomori_core::assessment::Assessment;
use kumomori_core::checks::Checks;
use kumomori_core::date::Date;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::library::Library;
use kumomori_core::text::{Lang, Texts};
use kumomori_library::folder::read_file;
use kumomori_library::policy::read_policy;
use kumomori_report::diagnostic;
use kumomori_report::names::Names;
use kumomori_wire::assessment::{MAX_BYTES, read_assessment};
use kumomori_wire::diagnostic::Diagnostic;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// The library that this program was built with, and its texts.
pub(crate) fn library(lang: Lang) -> Result<(&'static Library, Texts<'static>)> {
    let damaged = || anyhow!("the library in this program is damaged; install it again");
    let library = kumomori_data::library().ok_or_else(damaged)?;
    Ok((library, kumomori_data::texts(lang).ok_or_else(damaged)?))
}

/// The checks that this program was built with.
pub(crate) fn checks() -> Result<Checks> {
    kumomori_data::checks().context("the checks in this program are damaged; install it again")
}

/// The thresholds to ask with, those of a file in place of the defaults; `None` when the given ones
/// cannot be used, which has been said then.
pub(crate) fn policy(path: Option<&Path>, checks: &Checks) -> Result<Option<Policy>> {
    let Some(path) = path else { return Ok(Some(checks.policy())) };
    let source = read_file(path)?;
    match read_policy(&source, checks) {
        Ok(policy) => Ok(Some(policy)),
        Err(problems) => {
            output::complain_all(&problems, &[source]);
            Ok(None)
        }
    }
}

/// An assessment with what it was judged against and what came out.
pub(crate) struct Case {
    /// The language to speak.
    pub(crate) lang: Lang,
    /// The library.
    pub(crate) library: &'static Library,
    texts: Texts<'static>,
    /// What evidence files say.
    pub(crate) evidence: Evidence,
    /// The assessment.
    pub(crate) assessment: Assessment,
    /// What follows from it.
    pub(crate) evaluation: Evaluation<'static>,
}

impl Case {
    /// Names and texts of the library in the language.
    pub(crate) fn names(&self) -> Names<'_> {
        let checks = Some(&self.evidence.asking.checks);
        Names { library: self.library, checks, texts: self.texts, lang: self.lang }
    }
}

/// Reads and evaluates an assessment; `None` when it cannot be used, which has been said then.
pub(crate) fn case(
    path: &Path,
    heard: Option<&Heard>,
    day: &Day,
    language: &Language,
) -> Result<Option<Case>> {
    let lang = language.lang();
    let (library, texts) = library(lang)?;
    let as_of = self::day(day.as_of)?;
    let Some(assessment) = assessment(path, library, lang, as_of)? else { return Ok(None) };
    let Some(evidence) = evidence(heard, library, lang)? else { return Ok(None) };
    let texts = evidence.asking.texts(texts);
    let evaluation = evaluate(library, &assessment, evidence.hearing(), as_of);
    Ok(Some(Case { lang, library, texts, evidence, assessment, evaluation }))
}

/// The day to evaluate for: the one given, or today (UTC).
pub(crate) fn day(given: Option<Date>) -> Result<Date> {
    match given {
        Some(day) => Ok(day),
        None => today(),
    }
}

fn today() -> Result<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock is before 1970")?;
    let days = u32::try_from(since.as_secs() / 86_400)?;
    Date::from_unix_days(days).context("the clock is after year 9999; use --as-of")
}

/// Reads an assessment as of a day and says what is wrong with it; `None` when it cannot be used.
pub(crate) fn assessment(
    path: &Path,
    library: &Library,
    lang: Lang,
    as_of: Date,
) -> Result<Option<Assessment>> {
    let bytes = bytes(path, MAX_BYTES)?;
    let name = name(path);
    match read_assessment(&bytes, library, as_of) {
        Ok(reading) => {
            complain_all(lang, &name, &reading.warnings);
            Ok(Some(reading.assessment))
        }
        Err(diagnostics) => {
            complain_all(lang, &name, &diagnostics);
            Ok(None)
        }
    }
}

/// Says what is wrong with a file.
pub(crate) fn complain_all(lang: Lang, name: &str, diagnostics: &[Diagnostic]) {
    for it in diagnostics {
        complain(&diagnostic::to_text(lang, name, it));
    }
}

pub(crate) fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// What a file is called in messages.
pub(crate) fn name(path: &Path) -> String {
    if is_standard_input(path) { "-".into() } else { path.display().to_string() }
}

/// What is in a file, also in one that opens with a passphrase; one byte more than the limit, at
/// least, when it is too large.
pub(crate) fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>> {
    opened(raw_bytes(path, limit)?, path)
}

/// The bytes of a file as it is, or one more than the limit to show that it is too large.
pub(crate) fn raw_bytes(path: &Path, limit: usize) -> Result<Vec<u8>> {
    let limit = u64::try_from(limit)? + 1;
    let mut bytes = Vec::new();
    if is_standard_input(path) {
        io::stdin().take(limit).read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        let file = File::open(path).with_context(|| format!("cannot open `{}`", path.display()))?;
        let read = file.take(limit).read_to_end(&mut bytes);
        read.with_context(|| format!("cannot read `{}`", path.display()))?;
    }
    Ok(bytes)
}
