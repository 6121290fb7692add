//! What a person may type after `kumomori report`.

use super::{Day, Heard, Language};
use clap::{Args, ValueEnum};
use kumomori_core::date::Date;
use kumomori_report::report::{Kind, MOST_SERVICES};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Report {
    /// The document to make.
    #[arg(value_enum)]
    pub(crate) kind: KindWord,
    /// The assessment, a kumomori.assessment/1 file; `-` reads standard input.
    pub(crate) assessment: PathBuf,
    /// The day on which the work of a schedule begins; without it, the day of the evaluation.
    #[arg(long, value_name = "DATE")]
    pub(crate) start: Option<Date>,
    /// How many people of each role work on a schedule.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=99))]
    pub(crate) people: Option<u8>,
    #[command(flatten)]
    pub(crate) heard: Heard,
    #[command(flatten)]
    pub(crate) day: Day,
    #[command(flatten)]
    pub(crate) writing: Writing,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// The earlier assessment, or that of the first service; `-` reads standard input.
    pub(crate) before: PathBuf,
    /// The later assessment, or that of the second service.
    pub(crate) after: PathBuf,
    /// The day that the earlier one is judged for; without it, that of the later one.
    #[arg(long, value_name = "DATE")]
    pub(crate) before_as_of: Option<Date>,
    #[command(flatten)]
    pub(crate) day: Day,
    /// End with 1 when a requirement or a control is worse than it was.
    #[arg(long)]
    pub(crate) fail_on_worse: bool,
    #[command(flatten)]
    pub(crate) writing: Writing,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Args)]
pub(crate) struct Services {
    /// The assessments of two to four services; the others are held against the first.
    #[arg(required = true, num_args = 2..=MOST_SERVICES, value_name = "FILE")]
    pub(crate) assessments: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) day: Day,
    #[command(flatten)]
    pub(crate) writing: Writing,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Args)]
pub(crate) struct Writing {
    /// How to write the document.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ReportFormat,
    /// Begin the CSV file with a byte order mark, which Excel needs to read it as UTF-8.
    #[arg(long)]
    pub(crate) bom: bool,
    /// Where to write the document; without it, standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum KindWord {
    /// What was judged, what is not met, and every gap in order.
    Gaps,
    /// The controls that the ISO targets list: applicable or not and why, status and evidence.
    Soa,
    /// What a certification audit or an examination for a SOC 2 report would meet.
    Readiness,
    /// One page for those who decide.
    Summary,
    /// What to ask the provider, each with what a good answer has.
    Questions,
    /// The gaps on the six steps of the roadmap.
    Plan,
    /// When the gaps could be closed, by how many people, and what decides the end.
    Schedule,
    /// The duties of the customer beside those of the provider, and where nothing is said.
    Responsibility,
    /// What the targets have in common: where one answer serves several.
    Crosswalk,
}

impl From<KindWord> for Kind {
    fn from(word: KindWord) -> Self {
        match word {
            KindWord::Gaps => Self::Gaps,
            KindWord::Soa => Self::Applicability,
            KindWord::Readiness => Self::Readiness,
            KindWord::Summary => Self::Summary,
            KindWord::Questions => Self::Questions,
            KindWord::Plan => Self::Plan,
            KindWord::Schedule => Self::Schedule,
            KindWord::Responsibility => Self::Responsibility,
            KindWord::Crosswalk => Self::Crosswalk,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For a terminal.
    Text,
    /// Markdown, as GitHub renders it.
    Md,
    /// The entries of the document in one table, with ids.
    Csv,
    /// One file with its style sheet, to read, print and pass on.
    Html,
    /// The dates of a schedule, for a calendar.
    Ics,
}
