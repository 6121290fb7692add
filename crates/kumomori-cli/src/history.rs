//! `kumomori verify` and `kumomori restore`.

use crate::Outcome;
use crate::arguments::history::{Restore, Verify};
use crate::input::{bytes, complain_all, library, name};
use crate::output::{complain, give, show_document};
use anyhow::Result;
use kumomori_core::text::Lang;
use kumomori_report::document::Block;
use kumomori_report::history::{facts, steps};
use kumomori_report::names::Names;
use kumomori_wire::assessment::assessment_text;
use kumomori_wire::history::{MAX_BYTES, Reading, read_history};
use std::path::Path;

/// Says whether the steps follow from one another, and lists them.
pub(crate) fn verify(command: &Verify) -> Result<Outcome> {
    let lang = command.language.lang();
    let (library, texts) = library(lang)?;
    let Some(reading) = read(&command.history, lang)? else { return Ok(Outcome::WrongInput) };
    let names = Names { library, checks: None, texts, lang };
    let mut document = facts(&names, &reading, None);
    document.blocks.push(Block::Table(steps(&names, &reading.history)));
    show_document(&document);
    let noted = command.expect.as_deref().map(str::to_ascii_lowercase);
    let is_there = noted.as_ref().is_none_or(|it| reading.hashes.contains(it));
    if !is_there {
        complain(not_there(lang));
    }
    let is_good = is_there && reading.warnings.is_empty();
    Ok(if is_good { Outcome::Done } else { Outcome::GateFailed })
}

/// Writes the assessment as it was after a step.
pub(crate) fn restore(command: &Restore) -> Result<Outcome> {
    let lang = command.language.lang();
    let Some(reading) = read(&command.history, lang)? else { return Ok(Outcome::WrongInput) };
    let last = reading.history.steps().last().map_or(0, |it| it.seq);
    let Some(state) = reading.history.state(command.step.unwrap_or(last)) else {
        complain(&no_step(lang, last));
        return Ok(Outcome::WrongInput);
    };
    give(command.out.as_deref(), &assessment_text(&state))?;
    Ok(Outcome::Done)
}

/// Reads a history and says what is wrong with it; `None` when it cannot be used.
fn read(path: &Path, lang: Lang) -> Result<Option<Reading>> {
    let reading = read_history(&bytes(path, MAX_BYTES)?);
    let wrong = reading.as_ref().map_or_else(|it| it, |it| &it.warnings);
    complain_all(lang, &name(path), wrong);
    Ok(reading.ok())
}

fn not_there(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "エラー: 控えておいたSHA-256の記録がこの履歴にない\n  対処: 同じ評価の履歴か、控えの桁が正しいかを確かめる"
        }
        Lang::En => {
            "error: no step of this history has the SHA-256 that was noted\n  help: check that it is the history of the same assessment, and the digits"
        }
    }
}

fn no_step(lang: Lang, last: u32) -> String {
    match lang {
        Lang::Ja => format!(
            "エラー: その番号の記録がない\n  対処: {last}までの番号を選ぶ。`kumomori verify`で一覧できる"
        ),
        Lang::En => format!(
            "error: no step has that number\n  help: choose one up to {last}; `kumomori verify` lists them"
        ),
    }
}
