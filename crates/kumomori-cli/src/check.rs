//! `kumomori check`.

pub(crate) mod files;
mod print;

use crate::Outcome;
use crate::arguments::{Check, CheckFormat, OnInsufficient};
use crate::input;
use crate::output::{complain, show};
use anyhow::{Context, Result};
use files::Evidence;
use kumomori_check::evaluate::Verdict;
use kumomori_check::program::Policy;
use kumomori_core::checks::asking::{Asked, NotAsked, Questions};
use kumomori_core::checks::{Checks, Severity};
use kumomori_core::text::Lang;
use kumomori_library::policy::read_policy;
use kumomori_library::source::Source;
use kumomori_report::names::Names;
use std::fs;
use std::path::Path;

/// What came of one document.
struct Answer<'a> {
    /// The file, or `-`.
    file: String,
    /// The line at which the document begins, from 1.
    line: usize,
    asked: Result<Asked<'a>, Refused>,
}

/// Why a document cannot be asked, and the line and column of what is wrong.
struct Refused {
    problem: NotAsked,
    at: Option<(usize, usize)>,
}

impl<'a> Answer<'a> {
    fn new(evidence: &Evidence<'_>, questions: &Questions<'a>) -> Self {
        let asked = questions.ask(evidence.bytes).map_err(|problem| {
            let at = match &problem {
                NotAsked::Broken(fault) => evidence.place(fault.at),
                NotAsked::UnknownKind { .. } => None,
            };
            Refused { problem, at }
        });
        Self { file: evidence.file.to_owned(), line: evidence.line, asked }
    }
}

/// Everything that is needed to print answers.
struct Run<'a> {
    names: Names<'a>,
    checks: &'a Checks,
    answers: Vec<Answer<'a>>,
}

/// Asks evidence files and says what they say.
pub(crate) fn run(command: &Check) -> Result<Outcome> {
    let lang = command.language.lang();
    let (library, texts) = input::library(lang)?;
    let checks = input::checks()?;
    let policy = policy(command.policy.as_deref(), &checks)?;
    let Some(policy) = policy else { return Ok(Outcome::WrongInput) };
    let questions = questions(&checks, policy)?;
    let mut answers = Vec::new();
    files::each(&command.evidence, |it| answers.push(Answer::new(it, &questions)))?;
    let names = Names { library: &library, checks: Some(&checks), texts, lang };
    let run = Run { names, checks: &checks, answers };
    let text = match command.format {
        CheckFormat::Text => print::text(&run),
        CheckFormat::Json => print::json(&run),
        CheckFormat::Sarif => print::sarif(&run),
        CheckFormat::Junit => print::junit(&run),
    };
    show(&text);
    Ok(run.outcome(command))
}

/// The thresholds to ask with; `None` when the given ones cannot be used, which has been said then.
pub(crate) fn policy(path: Option<&Path>, checks: &Checks) -> Result<Option<Policy>> {
    let Some(path) = path else { return Ok(Some(checks.policy())) };
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let source = Source::new(&path.display().to_string(), &text);
    match read_policy(&source, checks) {
        Ok(policy) => Ok(Some(policy)),
        Err(problems) => {
            let said = problems.iter().map(|it| it.to_text(std::slice::from_ref(&source)));
            complain(&said.collect::<Vec<_>>().join("\n"));
            Ok(None)
        }
    }
}

/// The checks, compiled for some thresholds.
pub(crate) fn questions(checks: &Checks, policy: Policy) -> Result<Questions<'_>> {
    Questions::new(checks, policy)
        .map_err(|(id, fault)| anyhow::anyhow!("check `{id}`: {}", fault.problem))
}

/// What is said when there is nothing to ask.
pub(crate) fn no_evidence(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "エラー: 証拠のファイルがない\n  対処: JSONのファイルか、それを含むフォルダを指定する"
        }
        Lang::En => {
            "error: there is no evidence file\n  help: name JSON files, or a folder that has some"
        }
    }
}

impl Run<'_> {
    fn outcome(&self, command: &Check) -> Outcome {
        if self.answers.is_empty() {
            complain(no_evidence(self.names.lang));
            return Outcome::WrongInput;
        }
        if self.answers.iter().any(|it| it.asked.is_err()) {
            return Outcome::WrongInput;
        }
        let least: Severity = command.fail_on.into();
        let fails = self.answers.iter().filter_map(|it| it.asked.as_ref().ok()).any(|asked| {
            asked.answers.iter().any(|it| {
                let is_heavy = it.check.severity >= least;
                match it.outcome.verdict {
                    Verdict::Contradicts => is_heavy,
                    Verdict::Insufficient => {
                        is_heavy && command.on_insufficient == OnInsufficient::Fail
                    }
                    _ => false,
                }
            })
        });
        if fails { Outcome::GateFailed } else { Outcome::Done }
    }
}
