//! Chores and house rules of Kumomori: `cargo xtask <command>`.
//!
//! Everything that a contributor or a server runs goes through here, so that both run the same.
#![expect(clippy::print_stdout, reason = "a chore talks to the person who runs it")]
#![expect(clippy::print_stderr, reason = "what went wrong belongs on the error stream")]

mod bench;
mod browser;
mod bundle;
mod command;
mod deploy;
mod generate;
mod headers;
mod hosts;
mod house;
mod inventory;
mod module;
mod policies;
mod process;
mod serve;
mod site;
mod steps;
mod tools;
mod twice;
mod workspace;

use std::process::ExitCode;

use command::{Command, Product};
use workspace::Workspace;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            eprintln!("error: {err:#}");
            ExitCode::FAILURE
        }
    }
}

/// Feeds the readers with damaged inputs, fast but with every assertion.
fn fuzz(workspace: &Workspace, target: &str, inputs: u64, seed: u64) -> anyhow::Result<()> {
    let mut cargo = process::cargo(&workspace.root);
    cargo.args(["run", "--quiet", "--profile", "fuzz", "--package", "kumomori-tests"]);
    cargo.args(["--bin", "fuzz", "--", target, &inputs.to_string(), &seed.to_string()]);
    process::run(&mut cargo)
}

fn build(workspace: &Workspace, product: Product) -> anyhow::Result<()> {
    match product {
        Product::Web => site::build(workspace),
        Product::SiteZip => {
            site::build(workspace)?;
            bundle::build(workspace)
        }
        Product::Module => module::build(workspace).map(|_| ()),
        Product::Cli => site::build_cli(workspace).map(|_| ()),
    }
}

fn run(arguments: &[String]) -> anyhow::Result<()> {
    let command = Command::parse(arguments)?;
    let workspace = Workspace::find()?;
    match command {
        Command::Help => {
            println!("{}", command::USAGE);
            Ok(())
        }
        Command::Test { only, is_full } => steps::run(&workspace, only.as_deref(), is_full),
        Command::Build { product, overlay } => build(&workspace.under(overlay)?, product),
        Command::Serve { port, dist, ancestors } => {
            let dist = dist.unwrap_or_else(|| workspace.dist());
            serve::serve(&dist, port, &ancestors.unwrap_or_else(|| headers::NOBODY.to_owned()))
        }
        Command::Start { port } => {
            site::build(&workspace)?;
            serve::serve(&workspace.dist(), port, headers::NOBODY)
        }
        Command::Generate { is_check } => generate::generate(&workspace, is_check),
        Command::FormatPolicies { is_check } => policies::format(&workspace, is_check),
        Command::Bench { name } => bench::bench(&workspace, &name),
        Command::Fuzz { target, inputs, seed } => fuzz(&workspace, &target, inputs, seed),
        Command::Tools => tools::ensure_all(&workspace),
    }
}
