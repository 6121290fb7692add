//! `kumomori services`.

use crate::Outcome;
use crate::arguments::report::Services;
use crate::input;
use anyhow::Result;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::testimony::Hearing;
use kumomori_report::names::Names;
use kumomori_report::report::{Case, services};

/// Sets services side by side.
pub(crate) fn run(command: &Services) -> Result<Outcome> {
    let lang = command.language.lang();
    if !command.writing.is_possible(lang, false) {
        return Ok(Outcome::WrongInput);
    }
    let (library, texts) = input::library(lang)?;
    let as_of = input::day(command.day.as_of)?;
    let mut assessments = Vec::with_capacity(command.assessments.len());
    for path in &command.assessments {
        assessments.push(input::assessment(path, library, lang, as_of)?);
    }
    // What is wrong is said of every file.
    let Some(assessments) = assessments.into_iter().collect::<Option<Vec<_>>>() else {
        return Ok(Outcome::WrongInput);
    };
    let on = |it| evaluate(library, it, Hearing::default(), as_of);
    let evaluations: Vec<Evaluation<'_>> = assessments.iter().map(on).collect();
    let names = Names { library, checks: None, texts, lang };
    let both = assessments.iter().zip(&evaluations);
    let cases: Vec<Case<'_>> = both
        .map(|(assessment, evaluation)| Case { names: &names, assessment, evaluation })
        .collect();
    let Some(report) = services(&cases) else { return Ok(Outcome::WrongInput) };
    command.writing.give(&names, &report)?;
    Ok(Outcome::Done)
}
