//! What a person may type about a history.

use super::Language;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// The history, a kumomori.history/1 file; `-` reads standard input.
    pub(crate) history: PathBuf,
    /// A SHA-256 that was noted earlier: exit with 1 unless a step of the history has it.
    #[arg(long, value_name = "SHA256")]
    pub(crate) expect: Option<String>,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The history, a kumomori.history/1 file; `-` reads standard input.
    pub(crate) history: PathBuf,
    /// The number of the step; without it, the last one.
    #[arg(long, value_name = "STEP")]
    pub(crate) step: Option<u32>,
    /// Where to write the assessment; without it, standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: Language,
}
