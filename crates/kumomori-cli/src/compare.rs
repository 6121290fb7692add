//! `kumomori compare`.

use crate::Outcome;
use crate::arguments::report::Compare;
use crate::input;
use anyhow::Result;
use kumomori_core::comparison::{Comparison, Turn};
use kumomori_core::evaluation::evaluate;
use kumomori_core::testimony::Hearing;
use kumomori_report::names::Names;
use kumomori_report::report::{Case, Pair, comparison};

/// Sets two assessments side by side.
pub(crate) fn run(command: &Compare) -> Result<Outcome> {
    let lang = command.language.lang();
    if !command.writing.is_possible(lang) {
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
    let report = comparison(&Pair {
        before: Case { names: &names, assessment: &before, evaluation: &was },
        meanwhile: &meanwhile,
        after: Case { names: &names, assessment: &after, evaluation: &is },
    });
    command.writing.give(&names, &report)?;
    let is_worse = command.fail_on_worse && is_worse(&Comparison::of(&was, &meanwhile, &is));
    Ok(if is_worse { Outcome::GateFailed } else { Outcome::Done })
}

fn is_worse(compared: &Comparison<'_, '_>) -> bool {
    let controls = compared.controls.iter().map(|it| it.turn);
    let mut turns = controls.chain(compared.requirements.iter().map(|it| it.turn));
    turns.any(|it| it == Turn::Worse)
}
