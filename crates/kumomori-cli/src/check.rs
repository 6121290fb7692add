//! `kumomori check`.

pub(crate) mod files;
pub(crate) mod own;
mod print;

use crate::Outcome;
use crate::arguments::{Check, CheckFormat, OnInsufficient};
use crate::input;
use crate::output::{complain, show};
use anyhow::Result;
use files::Evidence;
use kumomori_check::evaluate::Verdict;
use kumomori_check::program::Policy;
use kumomori_core::checks::asking::{Asked, NotAsked, Questions};
use kumomori_core::checks::{Checks, Severity};
use kumomori_core::id::CheckId;
use kumomori_core::library::Library;
use kumomori_core::text::{Chapter, Lang, Texts};
use kumomori_report::names::Names;
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
    at: (usize, usize),
}

impl<'a> Answer<'a> {
    fn new(evidence: &Evidence<'_>, questions: &Questions<'a>) -> Self {
        let asked = questions.ask(evidence.bytes).map_err(|problem| {
            let at = evidence.place(problem.at());
            Refused { problem, at }
        });
        Self { file: evidence.file.to_owned(), line: evidence.line, asked }
    }
}

/// Everything that is needed to print answers.
struct Run<'a> {
    names: Names<'a>,
    checks: &'a Checks,
    /// The ids of the team's own checks, sorted.
    own: &'a [CheckId],
    answers: Vec<Answer<'a>>,
}

/// Asks evidence files and says what they say.
pub(crate) fn run(command: &Check) -> Result<Outcome> {
    let lang = command.language.lang();
    let (library, texts) = input::library(lang)?;
    let (checks, policy) = (command.checks.as_deref(), command.policy.as_deref());
    let Some(asking) = Asking::new(checks, policy, library, lang)? else {
        return Ok(Outcome::WrongInput);
    };
    let texts = asking.texts(texts);
    let questions = asking.questions();
    let mut answers = Vec::new();
    files::each(&command.evidence, |it| answers.push(Answer::new(it, &questions)))?;
    let names = Names { library, checks: Some(&asking.checks), texts, lang };
    let run = Run { names, checks: &asking.checks, own: &asking.own, answers };
    let text = match command.format {
        CheckFormat::Text => print::text(&run),
        CheckFormat::Json => print::json(&run),
        CheckFormat::Sarif => print::sarif(&run),
        CheckFormat::Junit => print::junit(&run),
    };
    show(&text);
    Ok(run.outcome(command))
}

/// What is asked.
pub(crate) struct Asking {
    /// The checks, those of the team among them.
    pub(crate) checks: Checks,
    /// The ids of the team's own checks, sorted.
    own: Vec<CheckId>,
    own_texts: Vec<u8>,
    policy: Policy,
}

impl Asking {
    /// `None` when the team's own files cannot be used, which has been said then.
    pub(crate) fn new(
        checks: Option<&Path>,
        policy: Option<&Path>,
        library: &Library,
        lang: Lang,
    ) -> Result<Option<Self>> {
        let ours = input::checks()?;
        let (checks, own, own_texts) = match checks {
            None => (ours, Vec::new(), Vec::new()),
            Some(folder) => {
                let Some(own) = own::checks(folder, &ours, library, lang)? else {
                    return Ok(None);
                };
                let (ids, texts) = (own.ids().to_vec(), own.chapter(lang));
                (own.checks, ids, texts)
            }
        };
        let policy = input::policy(policy, &checks)?;
        Ok(policy.map(|policy| Self { checks, own, own_texts, policy }))
    }

    /// The checks with the thresholds.
    pub(crate) fn questions(&self) -> Questions<'_> {
        Questions::new(&self.checks, self.policy.clone())
    }

    /// The texts of the library and those of the team's own checks; they stay for as long as the
    /// program runs.
    pub(crate) fn texts(&self, texts: Texts<'static>) -> Texts<'static> {
        let own: &'static [u8] = Vec::leak(self.own_texts.clone());
        let chapters = texts.chapters().iter().copied().chain(Chapter::open(own));
        Texts::new(Vec::leak(chapters.collect()))
    }
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
