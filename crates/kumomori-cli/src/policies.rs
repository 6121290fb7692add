//! `kumomori policies`.

pub(crate) mod compile;
pub(crate) mod export;

use crate::Outcome;
use crate::arguments::{Folder, Pack, Pages};
use crate::output::{complain, show, write};
use anyhow::{Context, Result, anyhow};
use kumomori_core::pack;
use kumomori_core::text::{Chapter, Lang, Texts};
use kumomori_library::coverage;
use kumomori_library::problem::Severity;
use kumomori_library::read::{Reading, read_policies};
use kumomori_library::source::Source;
use kumomori_library::texts::GUIDES;
use kumomori_report::book;
use kumomori_report::names::Names;
use std::fs;
use std::path::Path;

/// Reads a policy folder, says what is wrong and prints what is covered.
pub(crate) fn check(command: &Folder) -> Result<Outcome> {
    let (sources, reading) = read(command)?;
    for problem in &reading.problems {
        complain(&format!("{}\n", problem.to_text(&sources)));
    }
    let count =
        |severity| reading.problems.iter().filter(|it| it.fault.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    show(&covered(&reading));
    show(&format!("{} files, {errors} errors, {warnings} warnings\n", sources.len()));
    Ok(if reading.is_usable() { Outcome::Done } else { Outcome::WrongInput })
}

/// Writes the blobs of a policy folder.
pub(crate) fn pack(command: &Pack) -> Result<Outcome> {
    let (sources, reading) = read(&command.policies)?;
    let library = usable(&sources, &reading)?;
    make(&command.out)?;
    let chapters = reading.texts.chapters();
    let of = |lang| {
        let texts = &reading.texts;
        chapters.iter().map(move |it| (format!("texts.{lang}.{it}.bin"), texts.blob(it, lang)))
    };
    let blobs = [
        ("library.bin".to_owned(), pack::write(library)),
        ("checks.bin".to_owned(), pack::write_checks(&reading.checks)),
    ];
    for (name, blob) in blobs.into_iter().chain(Lang::ALL.into_iter().flat_map(of)) {
        let path = command.out.join(name);
        write(&path, &blob)?;
        show(&format!("{} {} bytes\n", path.display(), blob.len()));
    }
    Ok(Outcome::Done)
}

/// Prints the glossary of a policy folder.
pub(crate) fn glossary(command: &Folder) -> Result<Outcome> {
    let (sources, reading) = read(command)?;
    let library = usable(&sources, &reading)?;
    let [ja, en] = Lang::ALL.map(|lang| reading.texts.blob(GUIDES, lang));
    let open = |blob| Chapter::open(blob).context("the texts cannot be packed");
    let (ja, en) = ([open(&ja)?], [open(&en)?]);
    show(&kumomori_library::glossary::page(library, Texts::new(&ja), Texts::new(&en)));
    Ok(Outcome::Done)
}

/// Writes the pages of a policy folder.
pub(crate) fn pages(command: &Pages) -> Result<Outcome> {
    let (sources, reading) = read(&command.policies)?;
    let library = usable(&sources, &reading)?;
    make(&command.out)?;
    let mut count = 0;
    for lang in Lang::ALL {
        let blobs: Vec<Vec<u8>> =
            reading.texts.chapters().iter().map(|it| reading.texts.blob(it, lang)).collect();
        let chapters: Option<Vec<Chapter<'_>>> = blobs.iter().map(|it| Chapter::open(it)).collect();
        let chapters = chapters.context("the texts cannot be packed")?;
        for page in
            book::pages(&Names { library, checks: None, texts: Texts::new(&chapters), lang })
        {
            write(&command.out.join(&page.name), page.text.as_bytes())?;
            count += 1;
        }
    }
    write(&command.out.join(book::STYLE_NAME), book::STYLE.as_bytes())?;
    show(&format!("{} pages in {}\n", count, command.out.display()));
    Ok(Outcome::Done)
}

fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make `{}`", folder.display()))
}

fn read(policies: &Folder) -> Result<(Vec<Source>, Reading)> {
    Ok(read_policies(&policies.folder, policies.overlay.as_deref())?)
}

fn usable<'a>(
    sources: &[Source],
    reading: &'a Reading,
) -> Result<&'a kumomori_core::library::Library> {
    reading.library.as_ref().filter(|_| reading.is_usable()).ok_or_else(|| {
        let errors = reading.problems.iter().filter(|it| it.fault.severity() == Severity::Error);
        let texts: Vec<String> = errors.map(|it| it.to_text(sources)).collect();
        anyhow!("the policies have problems\n{}", texts.join("\n"))
    })
}

fn covered(reading: &Reading) -> String {
    let Some(library) = &reading.library else { return String::new() };
    let mut text = format!(
        "{:<16} {:<9} {:>12} {:>6} {:>6} {:>8} {:>12}\n",
        "framework", "role", "requirements", "whole", "part", "related", "not covered"
    );
    for it in coverage::table(library) {
        text.push_str(&format!(
            "{:<16} {:<9} {:>12} {:>6} {:>6} {:>8} {:>12}\n",
            it.framework, it.role, it.requirements, it.whole, it.part, it.related, it.not_covered
        ));
    }
    text
}
