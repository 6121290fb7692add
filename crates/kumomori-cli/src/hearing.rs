//! What evidence files say, as an evaluation hears it.

use crate::arguments::Heard;
use crate::check::{self, Asking, files};
use crate::output::complain;
use anyhow::Result;
use kumomori_core::checks::asking::NotAsked;
use kumomori_core::library::Library;
use kumomori_core::testimony::{Hearing, Testimony};
use kumomori_core::text::Lang;
use kumomori_report::check as words;

/// What is asked, and what the evidence files of a command say.
pub(crate) struct Evidence {
    /// The checks, those of the team among them.
    pub(crate) asking: Asking,
    testimonies: Vec<Testimony>,
    /// Whether every file could be asked.
    pub(crate) is_whole: bool,
    is_given: bool,
}

impl Evidence {
    /// What an evaluation hears: what is missing is asked only where evidence was given.
    pub(crate) fn hearing(&self) -> Hearing<'_> {
        let checks = Some(&self.asking.checks).filter(|_| self.is_given);
        Hearing { testimonies: &self.testimonies, checks }
    }
}

/// Asks the evidence files of a command; what cannot be asked is said and left out, and `None`
/// comes back when the team's own checks or thresholds cannot be used.
pub(crate) fn evidence(
    heard: Option<&Heard>,
    library: &Library,
    lang: Lang,
) -> Result<Option<Evidence>> {
    let checks = heard.and_then(|it| it.checks.as_deref());
    let policy = heard.and_then(|it| it.policy.as_deref());
    let Some(asking) = Asking::new(checks, policy, library, lang)? else { return Ok(None) };
    let Some(heard) = heard.filter(|it| !it.evidence.is_empty()) else {
        let testimonies = Vec::new();
        return Ok(Some(Evidence { asking, testimonies, is_whole: true, is_given: false }));
    };
    let (testimonies, is_whole) = asked(heard, &asking, lang)?;
    Ok(Some(Evidence { asking, testimonies, is_whole, is_given: true }))
}

/// What the files say, and whether every one could be asked.
fn asked(heard: &Heard, asking: &Asking, lang: Lang) -> Result<(Vec<Testimony>, bool)> {
    let questions = asking.questions();
    let (mut testimonies, mut is_whole) = (Vec::new(), true);
    files::each(&heard.evidence, |it| match questions.ask(it.bytes) {
        Ok(asked) => {
            let testimony = asked.testimony();
            let role = testimony.role.or(heard.role.map(Into::into));
            testimonies.push(Testimony { role, ..testimony });
        }
        Err(problem) => {
            is_whole = false;
            complain(&refused(lang, it, &problem));
        }
    })?;
    if testimonies.is_empty() && is_whole {
        is_whole = false;
        complain(check::no_evidence(lang));
    }
    Ok((testimonies, is_whole))
}

fn refused(lang: Lang, evidence: &files::Evidence<'_>, problem: &NotAsked) -> String {
    let said = words::not_asked(lang, problem);
    let (line, column) = evidence.place(problem.at());
    let head = if lang == Lang::Ja { "エラー: " } else { "error: " };
    format!("{head}{said}\n  --> {}:{line}:{column}", evidence.file)
}
