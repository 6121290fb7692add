//! `kumomori policies compile`: a team's own checks for the policy module.

use crate::Outcome;
use crate::arguments::Compile;
use crate::check::own;
use crate::input;
use crate::output::give;
use anyhow::Result;
use kumomori_core::checks::own::OwnChecks;
use kumomori_core::pack::{to_digits, write_own_checks};

/// Compiles a folder of checks, and writes what the field `checks` of a request takes.
pub(crate) fn run(command: &Compile) -> Result<Outcome> {
    let lang = command.language.lang();
    let (library, _) = input::library(lang)?;
    let ours = input::checks()?;
    let Some(own) = own::checks(&command.folder, &ours, library, lang)? else {
        return Ok(Outcome::WrongInput);
    };
    let n_thresholds = ours.thresholds.len();
    let own = OwnChecks::of(kumomori_data::SHA256, &own.checks, own.ids(), n_thresholds);
    let digits = to_digits(&write_own_checks(&own)) + "\n";
    give(command.out.as_deref(), &digits)?;
    Ok(Outcome::Done)
}
