//! The kumomori command line: arguments, files and exit codes.

#![forbid(unsafe_code)]

mod answer;
mod arguments;
mod check;
mod compare;
mod evaluate;
mod explain;
mod hearing;
mod history;
mod import;
mod input;
mod merge;
mod migrate;
mod output;
mod policies;
mod report;
mod secret;
mod services;
mod sheet;
mod writing;

use arguments::{Arguments, Command, PoliciesCommand};
use clap::Parser;
use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Done, and every gate passed.
    Done,
    /// Done, and a gate failed.
    GateFailed,
    /// Input or usage is wrong; what is wrong has been said.
    WrongInput,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::GateFailed => Self::from(1),
            Outcome::WrongInput => Self::from(2),
        }
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        Command::Evaluate(command) => evaluate::run(&command),
        Command::Explain(command) => explain::run(&command),
        Command::Report(command) => report::run(&command),
        Command::Compare(command) => compare::run(&command),
        Command::Services(command) => services::run(&command),
        Command::Merge(command) => merge::run(&command),
        Command::Sheet { command } => sheet::run(&command),
        Command::Check(command) => check::run(&command),
        Command::Import(command) => import::run(&command),
        Command::Migrate(command) => migrate::run(&command),
        Command::Verify(command) => history::verify(&command),
        Command::Restore(command) => history::restore(&command),
        Command::Encrypt(command) => secret::encrypt(&command),
        Command::Decrypt(command) => secret::decrypt(&command),
        Command::Answer(command) => answer::answer(&command.request),
        Command::Validate => answer::validate(),
        Command::ValidateSettings => answer::validate_settings(),
        Command::Policies { command } => match command {
            PoliciesCommand::Check(command) => policies::check(&command),
            PoliciesCommand::Pack(command) => policies::pack(&command),
            PoliciesCommand::Glossary(command) => policies::glossary(&command),
            PoliciesCommand::Pages(command) => policies::pages(&command),
            PoliciesCommand::Export(command) => policies::export::run(&command),
            PoliciesCommand::Compile(command) => policies::compile::run(&command),
        },
    };
    outcome.map_or_else(|err| output::failed(&err), ExitCode::from)
}
