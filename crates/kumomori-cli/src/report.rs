//! `kumomori report`.

use crate::Outcome;
use crate::arguments::report::Report as Command;
use crate::input;
use crate::output::complain;
use anyhow::Result;
use kumomori_core::text::Lang;
use kumomori_report::report::{self, Case, Kind, Refused, Terms};

/// Makes a document out of an assessment.
pub(crate) fn run(command: &Command) -> Result<Outcome> {
    let (lang, kind) = (command.language.lang(), Kind::from(command.kind));
    let is_schedule = kind == Kind::Schedule;
    if !command.writing.is_possible(lang, is_schedule) {
        return Ok(Outcome::WrongInput);
    }
    if !is_schedule && (command.start.is_some() || command.people.is_some()) {
        complain(terms_without_schedule(lang));
        return Ok(Outcome::WrongInput);
    }
    let found =
        input::case(&command.assessment, Some(&command.heard), &command.day, &command.language)?;
    let Some(found) = found else { return Ok(Outcome::WrongInput) };
    let names = found.names();
    let case = Case { names: &names, assessment: &found.assessment, evaluation: &found.evaluation };
    let start = command.start.unwrap_or(found.evaluation.as_of);
    let terms = Terms { start, people: command.people.unwrap_or(1) };
    let report = match report::report(&case, kind, terms) {
        Ok(report) => report,
        Err(refused) => {
            complain(&not_made(found.lang, refused));
            return Ok(Outcome::WrongInput);
        }
    };
    command.writing.give(&names, &report)?;
    Ok(if found.evidence.is_whole { Outcome::Done } else { Outcome::WrongInput })
}

fn terms_without_schedule(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "エラー: `--start`と`--people`は工程表にだけ使える\n  対処: `kumomori report schedule`で作る"
        }
        Lang::En => {
            "error: only a schedule takes `--start` and `--people`\n  help: make it with `kumomori report schedule`"
        }
    }
}

fn not_made(lang: Lang, refused: Refused) -> String {
    let [what, help] = report::refusal(lang, refused);
    match lang {
        Lang::Ja => format!("エラー: {what}\n  対処: {help}"),
        Lang::En => format!("error: {what}\n  help: {help}"),
    }
}
