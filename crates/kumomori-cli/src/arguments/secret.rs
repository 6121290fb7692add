//! What a person may type about files that open with a passphrase.

use super::Language;
use clap::Args;
use std::path::PathBuf;

/// One file to another. The passphrase is asked for, or is the first line of the file that the
/// environment variable `KUMOMORI_PASSPHRASE_FILE` names.
#[derive(Debug, Args)]
pub(crate) struct Turn {
    /// The file; `-` reads standard input.
    pub(crate) file: PathBuf,
    /// Where to write the result; without it, standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: Language,
}
