//! `kumomori report`.

use crate::Outcome;
use crate::arguments::report::{Report as Command, ReportFormat};
use crate::input;
use crate::output::{complain, show, show_document};
use anyhow::{Context, Result};
use kumomori_core::text::Lang;
use kumomori_report::csv;
use kumomori_report::document::to_text;
use kumomori_report::names::Names;
use kumomori_report::report::{self, Case, Format, Refused, Report};
use std::fs;
use std::path::Path;

/// The width that the text of a file is set for.
const WIDTH: usize = 100;

/// Makes a document out of an assessment.
pub(crate) fn run(command: &Command) -> Result<Outcome> {
    if command.bom && command.format != ReportFormat::Csv {
        complain(bom_without_csv(command.language.lang()));
        return Ok(Outcome::WrongInput);
    }
    let found =
        input::case(&command.assessment, Some(&command.heard), &command.day, &command.language)?;
    let Some(found) = found else { return Ok(Outcome::WrongInput) };
    let names = found.names();
    let case = Case { names: &names, assessment: &found.assessment, evaluation: &found.evaluation };
    let report = match report::report(&case, command.kind.into()) {
        Ok(report) => report,
        Err(refused) => {
            complain(&not_made(found.lang, refused));
            return Ok(Outcome::WrongInput);
        }
    };
    give(command, &names, &report)?;
    Ok(if found.evidence.is_whole { Outcome::Done } else { Outcome::WrongInput })
}

fn give(command: &Command, names: &Names<'_>, report: &Report) -> Result<()> {
    match (&command.out, command.format) {
        (Some(path), _) => write(path, &written(command, names, report)),
        (None, ReportFormat::Text) => {
            show_document(&report.document);
            Ok(())
        }
        (None, _) => {
            show(&written(command, names, report));
            Ok(())
        }
    }
}

fn written(command: &Command, names: &Names<'_>, report: &Report) -> String {
    let mark = if command.bom { csv::BYTE_ORDER_MARK } else { "" };
    match command.format {
        ReportFormat::Text => to_text(&report.document, WIDTH),
        ReportFormat::Md => report.file(names, Format::Markdown),
        ReportFormat::Html => report.file(names, Format::Html),
        ReportFormat::Csv => mark.to_owned() + &report.file(names, Format::Csv),
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write `{}`", path.display()))
}

fn not_made(lang: Lang, refused: Refused) -> String {
    let [what, help] = report::refusal(lang, refused);
    match lang {
        Lang::Ja => format!("エラー: {what}\n  対処: {help}"),
        Lang::En => format!("error: {what}\n  help: {help}"),
    }
}

fn bom_without_csv(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "エラー: `--bom`はCSVにだけ付けられる\n  対処: `--format csv`を指定する",
        Lang::En => "error: only CSV takes `--bom`\n  help: give `--format csv` too",
    }
}
