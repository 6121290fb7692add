//! `kumomori import`.

use crate::Outcome;
use crate::arguments::Import;
use crate::input;
use crate::output::{complain, show};
use anyhow::{Context, Result};
use kumomori_check::document::MAX_BYTES;
use kumomori_core::text::Lang;
use kumomori_import::field::{Field, fields};
use kumomori_import::given::{BadGiven, Given};
use kumomori_import::note::{Place, Reason};
use kumomori_import::reading::{Missing, Reading, read};
use kumomori_import::tool::Tool;
use kumomori_report::import as words;
use kumomori_report::names::Names;
use std::fs;

/// The places of one reason that are named at most.
const MAX_PLACES: usize = 5;

/// Turns the output of a tool into an evidence file and says what is left out.
pub(crate) fn run(command: &Import) -> Result<Outcome> {
    let lang = command.language.lang();
    let tool = command.from.into();
    let given = match given(command, tool) {
        Ok(given) => given,
        Err(bad) => {
            complain(&words::bad_given(lang, &bad));
            return Ok(Outcome::WrongInput);
        }
    };
    let name = input::name(&command.file);
    let reading = match read(tool, &input::bytes(&command.file, MAX_BYTES)?, &given) {
        Ok(reading) => reading,
        Err(refusal) => {
            complain(&words::refusal(lang, &name, tool, &refusal));
            return Ok(Outcome::WrongInput);
        }
    };
    match &command.out {
        None => show(&reading.text),
        Some(path) => {
            fs::write(path, &reading.text)
                .with_context(|| format!("cannot write `{}`", path.display()))?;
        }
    }
    for (reason, places) in words::by_reason(&reading.notes) {
        complain(&note(lang, &name, reason, &places));
    }
    complain(&to_add(lang, tool, &reading)?);
    Ok(Outcome::Done)
}

fn given(command: &Import, tool: Tool) -> Result<Given, BadGiven> {
    let mut given = Given::default();
    for text in &command.values {
        given.set(tool, text)?;
    }
    if let Some(text) = &command.as_of {
        given.set_as_of(tool, text)?;
    }
    if let Some(text) = &command.collected_at {
        given.set_collected_at(text)?;
    }
    if let Some(role) = &command.collected_by {
        given.set_collected_by(role);
    }
    Ok(given)
}

fn note(lang: Lang, name: &str, reason: &Reason, places: &[&Place]) -> String {
    let (mark, help) = match lang {
        Lang::Ja => ("注意", "対処"),
        Lang::En => ("note", "help"),
    };
    let mut text = format!("{mark}[{}]: {}\n", reason.code(), words::reason(lang, reason));
    for it in places.iter().take(MAX_PLACES) {
        let path = if it.path.is_empty() { String::new() } else { format!(" ({})", it.path) };
        text += &format!("  {name}:{}{path}\n", it.line);
    }
    let more = places.len().saturating_sub(MAX_PLACES);
    if more > 0 {
        text += &match lang {
            Lang::Ja => format!("  ほか{more}か所\n"),
            Lang::En => format!("  and {more} more\n"),
        };
    }
    if let Some(it) = words::help(lang, reason) {
        text += &format!("  {help}: {it}\n");
    }
    text
}

/// How many entries there are, and what the user must add to them.
fn to_add(lang: Lang, tool: Tool, reading: &Reading) -> Result<String> {
    let (kind, n) = (tool.kind(), reading.n_entries);
    let mut text = match lang {
        Lang::Ja => format!("{kind}: {n}件\n"),
        Lang::En if n == 1 => format!("{kind}: 1 entry\n"),
        Lang::En => format!("{kind}: {n} entries\n"),
    };
    if reading.missing.is_empty() {
        return Ok(text);
    }
    text += match lang {
        Lang::Ja => "追加が要る項目(ない間、その項目を使うチェックは「不足」になる):\n",
        Lang::En => "to be added (until then, checks that need it answer \"insufficient\"):\n",
    };
    let (library, texts) = input::library(lang)?;
    let names = Names { library, checks: None, texts, lang };
    let checks = input::checks()?;
    let of_kind = checks.kinds.iter().find(|it| it.kind.id == kind);
    for it in &reading.missing {
        let place = of_kind.and_then(|kind| {
            let place = kind.kind.fields.iter().position(|field| field.name == it.field)?;
            kind.fields.get(place).map(|it| it.text)
        });
        let about = match (it.is_envelope, place) {
            (false, Some(text)) => names.text(text).to_owned(),
            _ => of_envelope(lang, it.field).to_owned(),
        };
        text += &missing(lang, tool, it, &about, n);
    }
    text += match lang {
        Lang::Ja => {
            "  対処: 文書に書き加えるか、全件に共通の値を`--set 項目=値`、`--as-of`、`--collected-at`、`--collected-by`で指定する\n"
        }
        Lang::En => {
            "  help: write them into the document, or give one value for all entries with `--set FIELD=VALUE`, `--as-of`, `--collected-at` and `--collected-by`\n"
        }
    };
    Ok(text)
}

fn of_envelope(lang: Lang, field: &str) -> &'static str {
    match (field, lang) {
        ("collected_at", Lang::Ja) => "この文書を収集した時点",
        ("collected_at", Lang::En) => "Moment at which the document was collected",
        (_, Lang::Ja) => "収集した者の役割(氏名は書かない)",
        (_, Lang::En) => "Role that collected it, never a name",
    }
}

/// One line: the field, in how many entries, what it is and what it holds.
fn missing(lang: Lang, tool: Tool, it: &Missing, about: &str, n_entries: usize) -> String {
    let is_it = |field: &&Field| field.name == it.field;
    let holds = fields(tool).iter().find(is_it).map(|it| words::holds(lang, it.holds));
    let holds = holds.map_or_else(String::new, |it| format!(" [{it}]"));
    let some = match lang {
        _ if it.is_envelope || it.n_entries == n_entries => String::new(),
        Lang::Ja => format!("({n_entries}件中{}件)", it.n_entries),
        Lang::En => format!(" ({} of {n_entries})", it.n_entries),
    };
    format!("  {}{some}: {about}{holds}\n", it.field)
}
