//! Feeds targets with damaged inputs: `cargo xtask fuzz [TARGET] [--inputs N] [--seed S]`.

#![expect(clippy::print_stdout, reason = "it talks to the person who runs it")]

use kumomori_tests::fuzz::{self, NAMES, memory};
use std::env;
use std::process::ExitCode;

#[global_allocator]
static COUNTED: memory::Counted = memory::Counted;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [name, inputs, seed] = arguments.as_slice() else {
        println!("usage: fuzz TARGET|all INPUTS SEED");
        return ExitCode::FAILURE;
    };
    let (Ok(inputs), Ok(seed)) = (inputs.parse(), seed.parse()) else {
        println!("INPUTS and SEED are whole numbers");
        return ExitCode::FAILURE;
    };
    let names = if name == "all" { NAMES.to_vec() } else { vec![name.as_str()] };
    run(&names, inputs, seed)
}

fn run(names: &[&str], inputs: u64, seed: u64) -> ExitCode {
    for name in names {
        let Some(mut target) = fuzz::target(name) else {
            println!("there is no target `{name}`: choose one of {}", NAMES.join(", "));
            return ExitCode::FAILURE;
        };
        match fuzz::run(&mut target, inputs, seed) {
            Ok(report) => println!("{}: {report}", target.name),
            Err(finding) => {
                println!("{finding}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
