//! What evidence files say, as an evaluation hears it.

use crate::arguments::Heard;
use crate::check::{self, files};
use crate::input;
use crate::output::complain;
use anyhow::Result;
use kumomori_core::checks::Checks;
use kumomori_core::checks::asking::NotAsked;
use kumomori_core::testimony::{Hearing, Testimony};
use kumomori_core::text::Lang;
use kumomori_report::check as words;

/// The checks, and what the evidence files of a command say.
pub(crate) struct Evidence {
    /// The checks.
    pub(crate) checks: Checks,
    testimonies: Vec<Testimony>,
    /// Whether every file could be asked.
    pub(crate) is_whole: bool,
    is_given: bool,
}

impl Evidence {
    /// What an evaluation hears: what is missing is asked only where evidence was given.
    pub(crate) fn hearing(&self) -> Hearing<'_> {
        let checks = Some(&self.checks).filter(|_| self.is_given);
        Hearing { testimonies: &self.testimonies, checks }
    }
}

/// Asks the evidence files of a command; what cannot be asked is said and left out, and `None`
/// comes back when the thresholds cannot be used.
pub(crate) fn evidence(heard: Option<&Heard>, lang: Lang) -> Result<Option<Evidence>> {
    let checks = input::checks()?;
    let mut evidence =
        Evidence { checks, testimonies: Vec::new(), is_whole: true, is_given: false };
    let Some(heard) = heard.filter(|it| !it.evidence.is_empty()) else { return Ok(Some(evidence)) };
    let Some(policy) = check::policy(heard.policy.as_deref(), &evidence.checks)? else {
        return Ok(None);
    };
    let questions = check::questions(&evidence.checks, policy)?;
    files::each(&heard.evidence, |it| match questions.ask(it.bytes) {
        Ok(asked) => {
            let testimony = asked.testimony();
            let role = testimony.role.or(heard.role.map(Into::into));
            evidence.testimonies.push(Testimony { role, ..testimony });
        }
        Err(problem) => {
            evidence.is_whole = false;
            complain(&refused(lang, it, &problem));
        }
    })?;
    if evidence.testimonies.is_empty() && evidence.is_whole {
        evidence.is_whole = false;
        complain(check::no_evidence(lang));
    }
    evidence.is_given = true;
    Ok(Some(evidence))
}

fn refused(lang: Lang, evidence: &files::Evidence<'_>, problem: &NotAsked) -> String {
    let said = words::not_asked(lang, problem);
    let (line, column) = match problem {
        NotAsked::Broken(fault) => evidence.place(fault.at).unwrap_or((evidence.line, 1)),
        NotAsked::UnknownKind { .. } => (evidence.line, 1),
    };
    let head = if lang == Lang::Ja { "エラー: " } else { "error: " };
    format!("{head}{said}\n  --> {}:{line}:{column}", evidence.file)
}
