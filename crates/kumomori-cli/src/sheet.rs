//! `kumomori sheet`.

use crate::Outcome;
use crate::arguments::sheet::{Export, Import, Sheet};
use crate::input::{self, bytes};
use crate::output::{WIDTH, complain, give, show_document};
use anyhow::Result;
use kumomori_core::text::Lang;
use kumomori_report::answers::{Unreadable, answers, left_out, preview, take};
use kumomori_report::csv;
use kumomori_report::document::to_text;
use kumomori_wire::assessment::{MAX_BYTES, assessment_text};
use std::path::Path;

/// Writes the answers as a sheet, or takes one back.
pub(crate) fn run(command: &Sheet) -> Result<Outcome> {
    match command {
        Sheet::Export(command) => export(command),
        Sheet::Import(command) => import(command),
    }
}

fn export(command: &Export) -> Result<Outcome> {
    let case = input::case(&command.assessment, None, &command.day, &command.language)?;
    let Some(case) = case else { return Ok(Outcome::WrongInput) };
    let mark = if command.bom { csv::BYTE_ORDER_MARK } else { "" };
    let table = answers(&case.names(), &case.assessment, &case.evaluation);
    give(command.out.as_deref(), &(mark.to_owned() + &csv::table(&table)))?;
    Ok(Outcome::Done)
}

fn import(command: &Import) -> Result<Outcome> {
    let case = input::case(&command.assessment, None, &command.day, &command.language)?;
    let Some(case) = case else { return Ok(Outcome::WrongInput) };
    let names = case.names();
    let taken = match take(&names, &case.assessment, &bytes(&command.sheet, MAX_BYTES)?) {
        Ok(taken) => taken,
        Err(unreadable) => {
            complain(&not_read(case.lang, &command.sheet, unreadable));
            return Ok(Outcome::WrongInput);
        }
    };
    if command.preview {
        show_document(&preview(&names, &taken));
    } else {
        give(command.out.as_deref(), &assessment_text(&taken.assessment))?;
        complain(&to_text(&left_out(&names, &taken), WIDTH));
    }
    Ok(if taken.problems.is_empty() { Outcome::Done } else { Outcome::WrongInput })
}

fn not_read(lang: Lang, path: &Path, unreadable: Unreadable) -> String {
    let ([what, todo], path) = (unreadable.said(lang), path.display());
    match lang {
        Lang::Ja => format!("エラー: {path}: {what}\n  対処: {todo}"),
        Lang::En => format!("error: {path}: {what}\n  help: {todo}"),
    }
}
