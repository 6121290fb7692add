//! `kumomori explain`.

use crate::Outcome;
use crate::arguments::{Explain, ViewWord};
use crate::input;
use crate::output::{complain, show_document};
use anyhow::Result;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::library::Library;
use kumomori_core::role::View;
use kumomori_core::text::Lang;
use kumomori_report::document::Document;
use kumomori_report::names::Names;
use kumomori_report::topic::{Topic, editions_with};
use kumomori_report::{explain, reference};
use std::path::Path;

/// Explains one control, requirement or figure.
pub(crate) fn run(command: &Explain) -> Result<Outcome> {
    match &command.assessment {
        Some(path) => of_assessment(command, path),
        None => of_library(command),
    }
}

fn of_assessment(command: &Explain, path: &Path) -> Result<Outcome> {
    let case = input::case(path, Some(&command.heard), &command.day, &command.language)?;
    let Some(case) = case else { return Ok(Outcome::WrongInput) };
    let view = view(command.view, &case.evaluation);
    let document = Topic::named(case.library, &command.id, view)
        .and_then(|it| explain::topic(&case.names(), &case.assessment, &case.evaluation, &it));
    let missing = || not_found(case.library, case.lang, &command.id, view);
    Ok(shown(document, missing))
}

/// What the library says, without any assessment.
fn of_library(command: &Explain) -> Result<Outcome> {
    let lang = command.language.lang();
    let (library, texts) = input::library(lang)?;
    let names = Names { library, checks: None, texts, lang };
    let document = Topic::named(library, &command.id, None).and_then(|it| match it {
        Topic::Control(id) => reference::control(&names, &id),
        Topic::Requirement(framework, id) => reference::requirement(&names, &framework, &id),
        Topic::Figure(..) => None,
    });
    Ok(shown(document, || not_in_library(library, lang, &command.id)))
}

fn shown(document: Option<Document>, missing: impl Fn() -> String) -> Outcome {
    let Some(document) = document else {
        complain(&missing());
        return Outcome::WrongInput;
    };
    show_document(&document);
    Outcome::Done
}

fn view(word: Option<ViewWord>, evaluation: &Evaluation<'_>) -> Option<View> {
    match word {
        Some(ViewWord::Customer) => Some(View::Customer),
        Some(ViewWord::Provider) => Some(View::Provider),
        Some(ViewWord::Both) => Some(View::Both),
        None => evaluation.widest_view(),
    }
}

/// An id that several editions have, with the names that tell them apart.
fn ambiguous(library: &Library, lang: Lang, id: &str) -> Option<String> {
    let (frameworks, own) = editions_with(library, id)?;
    if frameworks.len() < 2 {
        return None;
    }
    let full: Vec<String> = frameworks.iter().map(|it| format!("{it}/{own}")).collect();
    let full = full.join(", ");
    Some(match lang {
        Lang::Ja => format!(
            "エラー[ambiguous-id]: `{id}`という要求事項は複数の版にある\n  対処: 次のいずれかを指定する: {full}"
        ),
        Lang::En => format!(
            "error[ambiguous-id]: several editions have a requirement `{id}`\n  help: name one of {full}"
        ),
    })
}

fn not_in_library(library: &Library, lang: Lang, id: &str) -> String {
    ambiguous(library, lang, id).unwrap_or_else(|| match lang {
        Lang::Ja => format!(
            "エラー[unknown-id]: `{id}`という管理策・要求事項は、ライブラリにない\n  \
             対処: 管理策(encrypt-in-transit)か要求事項(iso27017:2015/6.1.1)を指定する。集計値を説明するには、評価のファイルも指定する"
        ),
        Lang::En => format!(
            "error[unknown-id]: the library has no control or requirement `{id}`\n  \
             help: name a control (encrypt-in-transit) or a requirement (iso27017:2015/6.1.1); to explain a figure, name an assessment too"
        ),
    })
}

fn not_found(library: &Library, lang: Lang, id: &str, view: Option<View>) -> String {
    let view = view.map_or("-", View::word);
    ambiguous(library, lang, id).unwrap_or_else(|| match lang {
        Lang::Ja => format!(
            "エラー[unknown-id]: `{id}`という管理策・要求事項・集計値は、この評価(対象: {view})にない\n  \
             対処: 管理策(encrypt-in-transit)、要求事項(iso27017:2015/6.1.1)、overall、分野(access)、規格(soc2:2017)のいずれかを指定する"
        ),
        Lang::En => format!(
            "error[unknown-id]: this evaluation (view: {view}) has no control, requirement or figure `{id}`\n  \
             help: name a control (encrypt-in-transit), a requirement (iso27017:2015/6.1.1), overall, a domain (access) or a framework (soc2:2017)"
        ),
    })
}
