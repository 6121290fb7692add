//! `kumomori policies export`.

use super::{make, read, usable, write};
use crate::Outcome;
use crate::arguments::{Export as Command, Targets};
use crate::input;
use crate::output::{complain, show};
use anyhow::{Context, Result, bail};
use kumomori_core::text::{Chapter, Lang, Texts};
use kumomori_library::texts::TextTable;
use kumomori_report::export::{Export, MARK, Refused};
use kumomori_report::names::Names;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes the checks of a policy folder as Rego, as CEL, or as both.
///
/// Nothing is written unless everything can be.
pub(crate) fn run(command: &Command) -> Result<Outcome> {
    let (sources, reading) = read(&command.policies)?;
    let library = usable(&sources, &reading)?;
    let Some(policy) = input::policy(command.policy.as_deref(), &reading.checks)? else {
        return Ok(Outcome::WrongInput);
    };
    let [ja, en] = Lang::ALL.map(|lang| blobs(&reading.texts, lang));
    let (ja, en) = (chapters(&ja)?, chapters(&en)?);
    let names = |texts, lang| Names { library, checks: None, texts, lang };
    let export = Export {
        checks: &reading.checks,
        written: &reading.written,
        policy: &policy,
        ja: names(Texts::new(&ja), Lang::Ja),
        en: names(Texts::new(&en), Lang::En),
        lang: command.lang(),
    };
    let files = match files(&export, &command.targets) {
        Ok(files) => files,
        Err(refused) => {
            for it in refused {
                complain(&format!("error: {it}"));
            }
            return Ok(Outcome::WrongInput);
        }
    };
    for (path, _) in &files {
        is_ours(path)?;
    }
    for (path, text) in &files {
        path.parent().map_or(Ok(()), make)?;
        write(path, text.as_bytes())?;
    }
    let n_checks = export.checks.checks.len();
    for place in command.targets.rego.iter().chain(&command.targets.cel) {
        show(&format!("{n_checks} checks in {}\n", place.display()));
    }
    Ok(Outcome::Done)
}

fn blobs(texts: &TextTable, lang: Lang) -> Vec<Vec<u8>> {
    texts.chapters().iter().map(|it| texts.blob(it, lang)).collect()
}

fn chapters(blobs: &[Vec<u8>]) -> Result<Vec<Chapter<'_>>> {
    let chapters: Option<Vec<_>> = blobs.iter().map(|it| Chapter::open(it)).collect();
    chapters.context("the texts cannot be packed")
}

/// What is to be written, and where.
fn files(export: &Export<'_>, targets: &Targets) -> Result<Vec<(PathBuf, String)>, Vec<Refused>> {
    let mut files = Vec::new();
    let mut refused = Vec::new();
    if let Some(folder) = &targets.rego {
        match export.rego() {
            Ok(modules) => {
                files.extend(modules.into_iter().map(|it| (folder.join(it.name), it.text)));
            }
            Err(it) => refused.extend(it),
        }
    }
    if let Some(path) = &targets.cel {
        match export.cel() {
            Ok(text) => files.push((path.clone(), text)),
            Err(it) => refused.extend(it),
        }
    }
    if refused.is_empty() { Ok(files) } else { Err(refused) }
}

/// Fails where a file would be overwritten that no export has written.
fn is_ours(path: &Path) -> Result<()> {
    match fs::read(path) {
        Ok(bytes) if bytes.starts_with(MARK.as_bytes()) => Ok(()),
        Ok(_) => bail!(
            "`{}` was not written by an export; move it away, or name another place",
            path.display()
        ),
        Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(err) => Err(err).with_context(|| format!("cannot read `{}`", path.display())),
    }
}
