//! `kumomori report`.

use crate::Outcome;
use crate::arguments::report::Report as Command;
use crate::input;
use crate::output::complain;
use anyhow::Result;
use kumomori_core::text::Lang;
use kumomori_report::report::{self, Case, Refused};

/// Makes a document out of an assessment.
pub(crate) fn run(command: &Command) -> Result<Outcome> {
    if !command.writing.is_possible(command.language.lang()) {
        return Ok(Outcome::WrongInput);
    }
    let found =
        input::case(&command.assessment, Some(&command.heard), &command.day, &command.language)?;
    let Some(found) = found else { return Ok(Outcome::WrongInput) };
    let names = found.names();
    let case = Case { names: &names, assessment: &found.assessment, evaluation: &found.evaluation };
    let report = match report::report(&case, command.kind.into()) {
        Ok(report) => report,
        Err(refused) => {
            complain(&not_made(found.lang, refused));
            return Ok(Outcome::WrongInput);
        }
    };
    command.writing.give(&names, &report)?;
    Ok(if found.evidence.is_whole { Outcome::Done } else { Outcome::WrongInput })
}

fn not_made(lang: Lang, refused: Refused) -> String {
    let [what, help] = report::refusal(lang, refused);
    match lang {
        Lang::Ja => format!("エラー: {what}\n  対処: {help}"),
        Lang::En => format!("error: {what}\n  help: {help}"),
    }
}
