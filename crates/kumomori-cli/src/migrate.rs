//! `kumomori migrate`.

use crate::Outcome;
use crate::arguments::Migrate;
use crate::input;
use crate::output::{complain, give, show_document};
use anyhow::Result;
use kumomori_core::framework::framework_ref;
use kumomori_core::id::FrameworkRef;
use kumomori_core::library::Library;
use kumomori_core::migration::{Preview, migrate};
use kumomori_core::text::Lang;
use kumomori_report::reference;
use kumomori_wire::assessment::assessment_text;

/// Takes an assessment to another edition of a framework, or shows what that would mean.
pub(crate) fn run(command: &Migrate) -> Result<Outcome> {
    let case = input::case(&command.assessment, None, &command.day, &command.language)?;
    let Some(case) = case else { return Ok(Outcome::WrongInput) };
    let names = case.names();
    let Some(to) = edition(case.library, &command.to) else {
        complain(&unknown(case.lang, case.library, &command.to));
        return Ok(Outcome::WrongInput);
    };
    let on = case.evaluation.as_of;
    let (migrated, preview) = match migrate(case.library, &case.assessment, &to, on) {
        Ok(done) => done,
        Err(refusal) => {
            let said = reference::refusal(&names, &to, &refusal);
            complain(&format!(
                "{}{said}",
                if case.lang == Lang::Ja { "エラー: " } else { "error: " }
            ));
            return Ok(Outcome::WrongInput);
        }
    };
    if command.preview {
        let from = case.assessment.scope.targets.iter().map(|it| &it.framework);
        let from = from.into_iter().find(|it| it.framework == to.framework).unwrap_or(&to);
        show_document(&reference::preview(&names, from, &to, &preview));
        return Ok(Outcome::Done);
    }
    give(command.out.as_deref(), &assessment_text(&migrated))?;
    complain(&summary(case.lang, &preview));
    Ok(Outcome::Done)
}

/// The edition that a text names, if the library has it.
fn edition(library: &Library, text: &str) -> Option<FrameworkRef> {
    let (framework, edition) = text.split_once(':')?;
    let id = framework_ref(framework, edition)?;
    library.framework(&id).map(|it| it.id.clone())
}

fn unknown(lang: Lang, library: &Library, text: &str) -> String {
    let known: Vec<String> = library.frameworks.iter().map(|it| it.id.to_string()).collect();
    let known = known.join(", ");
    match lang {
        Lang::Ja => {
            format!("エラー: `{text}`という版はない\n  対処: 次のいずれかを指定する: {known}")
        }
        Lang::En => format!("error: there is no edition `{text}`\n  help: use one of {known}"),
    }
}

fn summary(lang: Lang, preview: &Preview) -> String {
    let Preview { kept, review, new, gone } = preview;
    let [kept, review, new, gone] = [kept, review, new, gone].map(Vec::len);
    match lang {
        Lang::Ja => format!(
            "要求事項: そのまま{kept}件、見直し{review}件、新設{new}件、なくなったもの{gone}件。回答はそのまま(詳しくは--preview)"
        ),
        Lang::En => format!(
            "requirements: {kept} carried over, {review} to look at again, {new} new, {gone} gone; the answers are untouched (see --preview)"
        ),
    }
}
