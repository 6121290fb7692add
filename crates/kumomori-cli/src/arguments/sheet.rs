//! What a person may type after `kumomori sheet`.

use super::{Day, Language};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Sheet {
    /// Write the answers as CSV: a row for each control in scope and role.
    Export(Export),
    /// Take the answers of a CSV file into an assessment, matched by control and role.
    Import(Import),
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The assessment, a kumomori.assessment/1 file; `-` reads standard input.
    pub(crate) assessment: PathBuf,
    /// Begin the file with a byte order mark, which Excel needs to read it as UTF-8.
    #[arg(long)]
    pub(crate) bom: bool,
    /// Where to write the sheet; without it, standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) day: Day,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The assessment, a kumomori.assessment/1 file; `-` reads standard input.
    pub(crate) assessment: PathBuf,
    /// The CSV file: what `kumomori sheet export` wrote, or any file with its head.
    pub(crate) sheet: PathBuf,
    /// Only show what would change.
    #[arg(long, conflicts_with = "out")]
    pub(crate) preview: bool,
    /// Where to write the changed assessment; without it, standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) day: Day,
    #[command(flatten)]
    pub(crate) language: Language,
}
