//! `kumomori compare`.

use crate::Outcome;
use crate::arguments::report::Compare;
use crate::input;
use anyhow::Result;
use kumomori_core::evaluation::evaluate;
use kumomori_core::testimony::Hearing;
use kumomori_report::names::Names;
use kumomori_report::report::{Case, Pair, comparison};

/// Sets two assessments side by side.
pub(crate) fn run(command: &Compare) -> Result<Outcome> {
    let lang = command.language.lang();
    if !command.writing.is_possible(lang, false) {
        return Ok(Outcome::WrongInput);
    }
    let (library, texts) = input::library(lang)?;
    let as_of = input::day(command.day.as_of)?;
    let was_as_of = command.before_as_of.unwrap_or(as_of);
    let before = input::assessment(&command.before, library, lang, was_as_of)?;
    let after = input::assessment(&command.after, library, lang, as_of)?;
    let (Some(before), Some(after)) = (before, after) else { return Ok(Outcome::WrongInput) };
    let on = |assessment, day| evaluate(library, assessment, Hearing::default(), day);
    let (was, meanwhile, is) = (on(&before, was_as_of), on(&before, as_of), on(&after, as_of));
    let names = Names { library, checks: None, texts, lang };
    let pair = Pair {
        before: Case { names: &names, assessment: &before, evaluation: &was },
        meanwhile: &meanwhile,
        after: Case { names: &names, assessment: &after, evaluation: &is },
    };
    let compared = pair.compared();
    command.writing.give(&names, &comparison(&pair, &compared))?;
    let is_failed = command.fail_on_worse && compared.is_worse();
    Ok(if is_failed { Outcome::GateFailed } else { Outcome::Done })
}
