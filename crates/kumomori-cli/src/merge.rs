//! `kumomori merge`.

use crate::Outcome;
use crate::arguments::merge::{Merge, Side};
use crate::input::{assessment, day, library};
use crate::output::{WIDTH, complain, give};
use anyhow::Result;
use kumomori_core::assessment::Assessment;
use kumomori_core::merge::merge;
use kumomori_core::text::Lang;
use kumomori_report::document::to_text;
use kumomori_report::merge as report;
use kumomori_report::names::Names;
use kumomori_report::words::Words;
use kumomori_wire::assessment::assessment_text;

const FIRST: Words = Words::new("1つ目のファイル", "First file");
const SECOND: Words = Words::new("2つ目のファイル", "Second file");

/// Merges two assessments, unless they contradict each other and nothing says which one is right.
pub(crate) fn run(command: &Merge) -> Result<Outcome> {
    let lang = command.language.lang();
    let (library, texts) = library(lang)?;
    let as_of = day(command.day.as_of)?;
    let read = |path| assessment(path, library, lang, as_of);
    let (ours, theirs) = (read(&command.first)?, read(&command.second)?);
    let base = match &command.base {
        Some(path) => read(path)?.map(Some),
        None => Some(None),
    };
    let (Some(ours), Some(theirs), Some(base)) = (ours, theirs, base) else {
        return Ok(Outcome::WrongInput);
    };
    let Some(merged) = merge(base.as_ref(), &ours, &theirs) else {
        complain(&others(lang, &ours, &theirs));
        return Ok(Outcome::WrongInput);
    };
    let names = Names { library, checks: None, texts, lang };
    let first = report::Side { name: FIRST, assessment: &ours };
    let second = report::Side { name: SECOND, assessment: &theirs };
    complain(&to_text(&report::conflicts(&names, &merged, first, second), WIDTH));
    let merged = match command.take {
        None if !merged.conflicts.is_empty() => {
            complain(undecided(lang));
            return Ok(Outcome::GateFailed);
        }
        Some(Side::Second) => merge(base.as_ref(), &theirs, &ours).unwrap_or(merged),
        _ => merged,
    };
    give(command.out.as_deref(), &assessment_text(&merged.assessment))?;
    Ok(Outcome::Done)
}

fn others(lang: Lang, ours: &Assessment, theirs: &Assessment) -> String {
    let ids = format!("`{}`, `{}`", ours.id, theirs.id);
    match lang {
        Lang::Ja => format!(
            "エラー: 同じ評価のファイルではない (id: {ids})\n  対処: 同じ評価から分かれたファイルを指定する。別の評価を並べるには kumomori compare を使う"
        ),
        Lang::En => format!(
            "error: these are not files of one assessment (id: {ids})\n  fix: name files that came of one assessment; kumomori compare sets different ones side by side"
        ),
    }
}

fn undecided(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "何も書き出していない\n  対処: どちらかのファイルを直すか、--take first または --take second で採るほうを決める"
        }
        Lang::En => {
            "nothing was written\n  fix: correct one of the files, or say with --take first or --take second which one is right"
        }
    }
}
