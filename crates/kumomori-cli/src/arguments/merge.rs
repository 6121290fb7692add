//! What a person may type after `kumomori merge`.

use super::{Day, Language};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// The one assessment, a kumomori.assessment/1 file; `-` reads standard input.
    pub(crate) first: PathBuf,
    /// The other one.
    pub(crate) second: PathBuf,
    /// What both came of, such as a state of the history (`kumomori restore`). Without it, whatever
    /// only one of the two says counts as said by that one.
    #[arg(long, value_name = "FILE")]
    pub(crate) base: Option<PathBuf>,
    /// Which one is right where both changed the same in different ways.
    #[arg(long, value_enum, value_name = "SIDE")]
    pub(crate) take: Option<Side>,
    /// Where to write what comes of it; without it, standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) day: Day,
    #[command(flatten)]
    pub(crate) language: Language,
}

/// One of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Side {
    /// The first file.
    First,
    /// The second file.
    Second,
}
