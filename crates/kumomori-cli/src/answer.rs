//! `kumomori answer`, `validate` and `validate-settings`: the policy module as a command.

use crate::Outcome;
use crate::input::bytes;
use crate::output::show;
use anyhow::Result;
use kumomori_check::document::MAX_BYTES;
use kumomori_module::admission;
use std::path::Path;

/// Answers a request of the module.
pub(crate) fn answer(request: &Path) -> Result<Outcome> {
    match kumomori_module::try_answer(&bytes(request, MAX_BYTES)?) {
        Ok(answer) => {
            show(&answer);
            Ok(Outcome::Done)
        }
        Err(refusal) => {
            show(&refusal);
            Ok(Outcome::WrongInput)
        }
    }
}

/// Answers a validation request; what it says stands in the answer, not in the exit code.
pub(crate) fn validate() -> Result<Outcome> {
    show(&admission::validate(&bytes(Path::new("-"), MAX_BYTES)?));
    Ok(Outcome::Done)
}

/// Answers whether settings can be used.
pub(crate) fn validate_settings() -> Result<Outcome> {
    show(&admission::validate_settings(&bytes(Path::new("-"), MAX_BYTES)?));
    Ok(Outcome::Done)
}
