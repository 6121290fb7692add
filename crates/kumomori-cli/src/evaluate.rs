//! `kumomori evaluate`.

use crate::Outcome;
use crate::arguments::{Evaluate, Format};
use crate::input;
use crate::output::{show, show_document};
use anyhow::Result;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::GroupKey;
use kumomori_report::summary;
use kumomori_wire::evaluation::evaluation_text;

/// Evaluates an assessment and prints the result.
pub(crate) fn run(command: &Evaluate) -> Result<Outcome> {
    let case =
        input::case(&command.assessment, Some(&command.heard), &command.day, &command.language)?;
    let Some(case) = case else { return Ok(Outcome::WrongInput) };
    match command.format {
        Format::Json => {
            let stamp = kumomori_data::stamp(case.library);
            show(&evaluation_text(&case.evaluation, &case.assessment, &stamp));
        }
        Format::Text => {
            let names = case.names();
            let document = summary::evaluation_document(&names, &case.assessment, &case.evaluation);
            show_document(&document);
        }
    }
    if !case.evidence.is_whole {
        return Ok(Outcome::WrongInput);
    }
    let passes = command.require_level.is_none_or(|level| reaches(&case.evaluation, level));
    Ok(if passes { Outcome::Done } else { Outcome::GateFailed })
}

/// Whether design and assured operation reach a level overall; nothing applicable reaches none.
fn reaches(evaluation: &Evaluation<'_>, level: u8) -> bool {
    let overall =
        evaluation.widest_view().and_then(|view| evaluation.group(&GroupKey::Overall, view));
    let Some(overall) = overall else { return false };
    [&overall.design, &overall.operation].into_iter().all(|figures| {
        figures.as_ref().is_some_and(|it| it.group_level.confirmed.number() >= level)
    })
}
