//! Inputs made by damaging good ones, with a number for each: the same number makes the same
//! input again.
//!
//! `cargo xtask fuzz` runs a target as long as one likes; the tests run each for a moment.

mod assessment;
mod evidence;
mod expression;
mod json;
pub mod memory;
mod mutation;
mod pack;
mod seeds;

use std::any::Any;
use std::fmt::{self, Display, Formatter};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::{Duration, Instant};

/// What is fed with damaged inputs.
pub struct Target {
    /// Its name.
    pub name: &'static str,
    /// Good inputs, the first things to damage.
    pub(crate) seeds: Vec<Vec<u8>>,
    /// Words that are put into inputs.
    pub(crate) words: &'static [&'static str],
    /// How many bytes it may take at once, beside what stays.
    pub(crate) most_memory: usize,
    /// Reads an input, made of the seed at a place, and panics when something is wrong; says
    /// whether the input was taken.
    pub(crate) read: Box<Reading>,
}

type Reading = dyn FnMut(&[u8], usize) -> bool;

/// A run in which nothing was wrong.
#[derive(Debug, Clone, Copy)]
pub struct Report {
    /// How many inputs were read.
    pub inputs: u64,
    /// How many of them were taken.
    pub taken: u64,
    /// The longest time for one of them, and its number.
    pub slowest: (Duration, u64),
    /// The time for all.
    pub took: Duration,
}

/// An input with which something is wrong.
#[derive(Debug)]
pub struct Finding {
    /// The target.
    pub target: &'static str,
    /// The number of the input.
    pub seed: u64,
    /// The input.
    pub input: Vec<u8>,
    /// What is wrong.
    pub what: String,
}

/// The names of all targets.
pub const NAMES: [&str; 6] = ["json", "expression", "pack", "evidence", "envelope", "assessment"];

/// A target by its name.
pub fn target(name: &str) -> Option<Target> {
    Some(match name {
        "json" => json::target(),
        "expression" => expression::target(),
        "pack" => pack::target(),
        "evidence" => evidence::target(),
        "envelope" => evidence::envelope(),
        "assessment" => assessment::target(),
        _ => return None,
    })
}

/// How long one input may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Feeds a target with the inputs from a number on.
///
/// # Errors
///
/// The first input with which something is wrong.
pub fn run(target: &mut Target, inputs: u64, seed: u64) -> Result<Report, Box<Finding>> {
    let start = Instant::now();
    let mut report =
        Report { inputs, taken: 0, slowest: (Duration::ZERO, seed), took: start.elapsed() };
    for seed in seed..seed.wrapping_add(inputs) {
        let (input, of) = mutation::input(target, seed);
        let at_first = memory::restart();
        let (mut read, mut took) = timed(target, &input, of);
        let memory = memory::peak().saturating_sub(at_first);
        if took > PATIENCE {
            // The machine may have slept.
            (read, took) = timed(target, &input, of);
        }
        if took > report.slowest.0 {
            report.slowest = (took, seed);
        }
        let wrong = match read {
            Err(panic) => Some(message(panic.as_ref())),
            Ok(_) if took > PATIENCE => Some(format!("it took {} s", took.as_secs())),
            Ok(_) if memory > target.most_memory => Some(format!("it took {memory} bytes")),
            Ok(is_taken) => {
                report.taken += u64::from(is_taken);
                None
            }
        };
        if let Some(what) = wrong {
            return Err(Box::new(Finding { target: target.name, seed, input, what }));
        }
    }
    Ok(Report { took: start.elapsed(), ..report })
}

fn timed(target: &mut Target, input: &[u8], of: usize) -> (thread::Result<bool>, Duration) {
    let before = Instant::now();
    let read = catch_unwind(AssertUnwindSafe(|| (target.read)(input, of)));
    (read, before.elapsed())
}

/// Whether an input is one of the few for which something that takes long is done.
fn is_sampled(input: &[u8]) -> bool {
    input.iter().fold(0_u8, |sum, it| sum.wrapping_add(*it)).is_multiple_of(128)
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it panicked").to_owned()
}

impl Display for Finding {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { target, seed, input, what } = self;
        writeln!(f, "{target}: {what}\ninput: b\"{}\"", input.escape_ascii())?;
        write!(f, "again: cargo xtask fuzz {target} --inputs 1 --seed {seed}")
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { inputs, taken, slowest: (slowest, seed), took } = self;
        let (took, slowest) = (took.as_secs_f64(), slowest.as_millis());
        write!(f, "{inputs} inputs in {took:.1} s, {taken} taken, nothing wrong; ")?;
        write!(f, "the slowest, number {seed}, took {slowest} ms")
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Target").field("name", &self.name).finish_non_exhaustive()
    }
}
