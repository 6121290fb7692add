//! `kumomori evaluate`.

use crate::Outcome;
use crate::arguments::{Evaluate, Format};
use crate::input;
use crate::output::{show, show_document};
use anyhow::Result;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::figures::GroupKey;
use kumomori_report::names::Names;
use kumomori_report::summary;
use kumomori_wire::evaluation::evaluation_text;

/// Evaluates an assessment and prints the result.
pub(crate) fn run(command: &Evaluate) -> Result<Outcome> {
    let lang = command.language.lang();
    let (library, texts) = input::library(lang)?;
    let as_of = input::day(command.day.as_of)?;
    let Some(assessment) = input::assessment(&command.assessment, &library, lang, as_of)? else {
        return Ok(Outcome::WrongInput);
    };
    let evaluation = evaluate(&library, &assessment, as_of);
    match command.format {
        Format::Json => {
            let stamp = kumomori_data::stamp(&library);
            show(&evaluation_text(&evaluation, &assessment, &stamp));
        }
        Format::Text => {
            let names = Names { library: &library, texts, lang };
            let document = summary::evaluation_document(&names, &assessment, &evaluation);
            show_document(&document);
        }
    }
    let passes = command.require_level.is_none_or(|level| reaches(&evaluation, level));
    Ok(if passes { Outcome::Done } else { Outcome::GateFailed })
}

/// Whether design and assured operation reach a level overall; nothing applicable reaches none.
fn reaches(evaluation: &Evaluation, level: u8) -> bool {
    let overall =
        evaluation.widest_view().and_then(|view| evaluation.group(&GroupKey::Overall, view));
    let Some(overall) = overall else { return false };
    [&overall.design, &overall.operation].into_iter().all(|figures| {
        figures.as_ref().is_some_and(|it| it.group_level.confirmed.number() >= level)
    })
}
