//! What a person may type.

pub(crate) mod history;
pub(crate) mod merge;
pub(crate) mod report;
pub(crate) mod secret;
pub(crate) mod sheet;

use clap::{Args, Parser, Subcommand, ValueEnum};
use kumomori_core::checks::Severity;
use kumomori_core::date::Date;
use kumomori_core::role::Role;
use kumomori_core::text::Lang;
use kumomori_import::tool::Tool;
use std::env;
use std::path::PathBuf;

/// Judge a cloud or AI service, or your own, against ISO/IEC 27017 and SOC 2.
#[derive(Debug, Parser)]
#[command(name = "kumomori", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Evaluate an assessment and show levels, gaps and risks.
    Evaluate(Evaluate),
    /// Say what a control or a requirement asks, or, with an assessment, why a figure is what it is.
    Explain(Explain),
    /// Make a document out of an assessment: to read, to print, or for a spreadsheet.
    Report(report::Report),
    /// Set two assessments side by side: what is better, worse, new and gone, and what it comes from.
    Compare(report::Compare),
    /// Set services side by side: what must be there, open risks, figures with their bounds, how
    /// stable the order is, and what is still to be asked.
    Services(report::Services),
    /// Merge two files of one assessment, field by field: what only one of them changed is taken from
    /// that one, and what both changed is named.
    Merge(merge::Merge),
    /// Write the answers as a sheet for a spreadsheet, or take one back.
    Sheet {
        #[command(subcommand)]
        command: sheet::Sheet,
    },
    /// Ask evidence what it says about the checks of its kind.
    Check(Check),
    /// Turn what a scanner or a cloud command line printed into an evidence file.
    Import(Import),
    /// Take an assessment to another edition of a framework.
    Migrate(Migrate),
    /// Check that the steps of a history follow from one another, and list them.
    Verify(history::Verify),
    /// Write the assessment as it was after a step of its history.
    Restore(history::Restore),
    /// Write a file as one that opens with a passphrase only, in the format of age. Every command
    /// that reads a file opens such a one as well. The passphrase is asked for, or is the first line
    /// of the file that `KUMOMORI_PASSPHRASE_FILE` names.
    Encrypt(secret::Turn),
    /// Write what is in an encrypted file. The passphrase is asked for, or is the first line of the
    /// file that `KUMOMORI_PASSPHRASE_FILE` names.
    Decrypt(secret::Turn),
    /// Answer a request of the policy module, a `kumomori.request/1`.
    Answer(Answer),
    /// Answer a validation request of Kubewarden, on standard input.
    Validate,
    /// Say whether settings of the admission policy can be used, on standard input.
    ValidateSettings,
    /// Check, pack or list the policies that assessments are judged against.
    Policies {
        #[command(subcommand)]
        command: PoliciesCommand,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Answer {
    /// The request; `-` reads standard input.
    #[arg(default_value = "-")]
    pub(crate) request: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Evaluate {
    /// The assessment, a kumomori.assessment/1 file; `-` reads standard input.
    pub(crate) assessment: PathBuf,
    #[command(flatten)]
    pub(crate) heard: Heard,
    #[command(flatten)]
    pub(crate) day: Day,
    /// How to print the result.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) language: Language,
    /// Exit with 1 unless the overall group level of design and of assured operation is at least
    /// this.
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(0..=5))]
    pub(crate) require_level: Option<u8>,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A control (`encrypt-in-transit`), a requirement (`iso27017:2015/6.1.1`, or `CC7.2` where
    /// only one framework has it), or a figure (`overall`, a domain such as `access`, a framework
    /// such as `soc2:2017`).
    pub(crate) id: String,
    /// The assessment, a kumomori.assessment/1 file; `-` reads standard input. Without it, what the
    /// library says of the control or requirement.
    pub(crate) assessment: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) heard: Heard,
    #[command(flatten)]
    pub(crate) day: Day,
    #[command(flatten)]
    pub(crate) language: Language,
    /// Whose duties a figure counts; without it, those of all roles in scope.
    #[arg(long, value_enum)]
    pub(crate) view: Option<ViewWord>,
}

/// Evidence that an evaluation hears.
#[derive(Debug, Args)]
pub(crate) struct Heard {
    /// Evidence files that support or contradict the answers (JSON, or one document a line in
    /// .ndjson), or folders of them.
    #[arg(long, value_name = "FILE")]
    pub(crate) evidence: Vec<PathBuf>,
    /// Your own checks, in YAML files of this folder, beside those of the library.
    #[arg(long, value_name = "DIR", requires = "evidence")]
    pub(crate) checks: Option<PathBuf>,
    /// Your own thresholds (YAML: `thresholds`, a list of `id` and `value`) in place of the defaults.
    #[arg(long, value_name = "FILE", requires = "evidence")]
    pub(crate) policy: Option<PathBuf>,
    /// Whose evidence it is where a file does not say.
    #[arg(long, value_enum, requires = "evidence")]
    pub(crate) role: Option<RoleWord>,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Evidence files (JSON, or one document a line in .ndjson), folders of them, or `-`.
    #[arg(required = true)]
    pub(crate) evidence: Vec<PathBuf>,
    /// Your own checks, asked beside ours: a folder of YAML files with one check each, or one such
    /// file.
    #[arg(long, value_name = "DIR")]
    pub(crate) checks: Option<PathBuf>,
    /// Your own thresholds (YAML: `thresholds`, a list of `id` and `value`) in place of the defaults.
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// How to print the answers.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: CheckFormat,
    /// Exit with 1 when a check of at least this severity is contradicted.
    #[arg(long, value_enum, default_value = "high", value_name = "SEVERITY")]
    pub(crate) fail_on: SeverityWord,
    /// Whether insufficient evidence lets the gate pass.
    #[arg(long, value_enum, default_value = "pass")]
    pub(crate) on_insufficient: OnInsufficient,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people.
    Text,
    /// A kumomori.checks/1 file.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// `JUnit` XML, for CI.
    Junit,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SeverityWord {
    Low,
    Medium,
    High,
    Critical,
}

impl From<SeverityWord> for Severity {
    fn from(word: SeverityWord) -> Self {
        match word {
            SeverityWord::Low => Self::Low,
            SeverityWord::Medium => Self::Medium,
            SeverityWord::High => Self::High,
            SeverityWord::Critical => Self::Critical,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnInsufficient {
    /// It does.
    Pass,
    /// It does not.
    Fail,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// What printed the file; docs/import.md has the commands.
    #[arg(long, value_enum, value_name = "TOOL")]
    pub(crate) from: ToolWord,
    /// The file, JSON; `-` reads standard input.
    pub(crate) file: PathBuf,
    /// Where to write the evidence file; without it, standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// A value for all entries that the file has none for, such as `data_class=confidential` or
    /// `allowed_countries=JP,US`; may be given for several fields.
    #[arg(long = "set", value_name = "FIELD=VALUE")]
    pub(crate) values: Vec<String>,
    /// The moment that the file describes, where it does not say so: a day, or a moment such as
    /// 2026-11-01T09:00:00+09:00.
    #[arg(long, value_name = "TIME")]
    pub(crate) as_of: Option<String>,
    /// When the file was made, where it does not say so.
    #[arg(long, value_name = "TIME")]
    pub(crate) collected_at: Option<String>,
    /// The role of who made it, such as `platform engineer`; never a name.
    #[arg(long, value_name = "ROLE")]
    pub(crate) collected_by: Option<String>,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ToolWord {
    /// Buckets: an advanced query of AWS Config, or answers of `aws s3api`, one bucket a line.
    AwsS3,
    /// Buckets: `gcloud storage buckets list --format=json`, also with `--raw`.
    GcpStorage,
    /// Workloads: `kubectl get … -o json`.
    Kubernetes,
    /// A scan: `testssl.sh --jsonfile` or `--jsonfile-pretty`.
    Testssl,
}

impl From<ToolWord> for Tool {
    fn from(word: ToolWord) -> Self {
        match word {
            ToolWord::AwsS3 => Self::AwsS3,
            ToolWord::GcpStorage => Self::GcpStorage,
            ToolWord::Kubernetes => Self::Kubernetes,
            ToolWord::Testssl => Self::Testssl,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Migrate {
    /// The assessment, a kumomori.assessment/1 file; `-` reads standard input.
    pub(crate) assessment: PathBuf,
    /// The edition to go to, such as `iso27017:2026`.
    #[arg(long, value_name = "EDITION")]
    pub(crate) to: String,
    /// Only show what becomes of each requirement.
    #[arg(long, conflicts_with = "out")]
    pub(crate) preview: bool,
    /// Where to write the migrated assessment; without it, standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) day: Day,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PoliciesCommand {
    /// Read a policy folder, name everything that is wrong and print what is covered.
    Check(Folder),
    /// Write a policy folder as one blob and chapters of texts.
    Pack(Pack),
    /// Print the glossary as Markdown.
    Glossary(Folder),
    /// Write a policy folder as HTML pages to read and print, in both languages.
    Pages(Pages),
    /// Write the checks of a policy folder for other programs, as Rego or CEL.
    Export(Export),
    /// Compile your own checks for requests of the policy module.
    Compile(Compile),
}

#[derive(Debug, Args)]
pub(crate) struct Folder {
    /// The policy folder.
    #[arg(default_value = "policies")]
    pub(crate) folder: PathBuf,
    /// An organization's own policy on top of it, a YAML file (docs/overlay.md).
    #[arg(long, value_name = "FILE")]
    pub(crate) overlay: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Pack {
    #[command(flatten)]
    pub(crate) policies: Folder,
    /// Where to write library.bin and the chapters of texts, such as texts.ja.titles.bin.
    #[arg(long)]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Compile {
    /// Your own checks: a folder of YAML files with one check each, or one such file.
    pub(crate) folder: PathBuf,
    /// Where to write them; without it, standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Args)]
pub(crate) struct Pages {
    #[command(flatten)]
    pub(crate) policies: Folder,
    /// Where to write the pages, such as index.ja.html, and their style sheet.
    #[arg(long)]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) policies: Folder,
    #[command(flatten)]
    pub(crate) targets: Targets,
    /// Your own thresholds (YAML: `thresholds`, a list of `id` and `value`) in place of the defaults.
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// The language of titles and messages; the other one stands beside it.
    #[arg(long, value_enum, default_value = "en")]
    lang: LangWord,
}

impl Export {
    /// The language that comes first.
    pub(crate) fn lang(&self) -> Lang {
        self.lang.into()
    }
}

#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub(crate) struct Targets {
    /// Where to write modules of Rego v1, for OPA, Conftest and Gatekeeper.
    #[arg(long, value_name = "DIR")]
    pub(crate) rego: Option<PathBuf>,
    /// Where to write a list of CEL expressions, as YAML.
    #[arg(long, value_name = "FILE")]
    pub(crate) cel: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Day {
    /// The day to evaluate for, such as 2026-06-30; without it, today (UTC).
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct Language {
    /// The language of texts; without it, that of the environment.
    #[arg(long, value_enum)]
    lang: Option<LangWord>,
}

impl Language {
    /// The language to speak.
    pub(crate) fn lang(&self) -> Lang {
        self.lang.map_or_else(lang_of_environment, Lang::from)
    }
}

fn lang_of_environment() -> Lang {
    let set = |name| env::var(name).ok().filter(|it| !it.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG"));
    if locale.is_some_and(|it| it.starts_with("ja")) { Lang::Ja } else { Lang::En }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangWord {
    Ja,
    En,
}

impl From<LangWord> for Lang {
    fn from(word: LangWord) -> Self {
        match word {
            LangWord::Ja => Self::Ja,
            LangWord::En => Self::En,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// A kumomori.evaluation/1 file.
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum RoleWord {
    Customer,
    Provider,
}

impl From<RoleWord> for Role {
    fn from(word: RoleWord) -> Self {
        match word {
            RoleWord::Customer => Self::Customer,
            RoleWord::Provider => Self::Provider,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ViewWord {
    Customer,
    Provider,
    Both,
}
