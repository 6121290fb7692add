//! `kumomori explain`.

use crate::Outcome;
use crate::arguments::{Explain, ViewWord};
use crate::input;
use crate::output::{complain, show_document};
use anyhow::Result;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::GroupKey;
use kumomori_core::framework::framework_ref;
use kumomori_core::id::{ControlId, DomainId, FrameworkRef, RequirementId};
use kumomori_core::library::Library;
use kumomori_core::role::View;
use kumomori_core::text::Lang;
use kumomori_report::explain;
use kumomori_report::table::Topic;

/// Explains one control, requirement or figure.
pub(crate) fn run(command: &Explain) -> Result<Outcome> {
    let case = input::case(&command.assessment, &command.day, &command.language)?;
    let Some(case) = case else { return Ok(Outcome::WrongInput) };
    let view = view(command.view, &case.evaluation);
    let document = topic(&case.library, &command.id, view)
        .and_then(|it| explain::topic(&case.names(), &case.assessment, &case.evaluation, &it));
    let Some(document) = document else {
        complain(&not_found(case.lang, &command.id, view));
        return Ok(Outcome::WrongInput);
    };
    show_document(&document);
    Ok(Outcome::Done)
}

/// What an id names.
fn topic(library: &Library, id: &str, view: Option<View>) -> Option<Topic> {
    control(library, id)
        .or_else(|| figure(library, id).and_then(|key| Some(Topic::Figure(key, view?))))
        .or_else(|| requirement(library, id))
}

fn control(library: &Library, id: &str) -> Option<Topic> {
    let id: ControlId = id.parse().ok()?;
    library.control(&id).is_some().then_some(Topic::Control(id))
}

fn figure(library: &Library, id: &str) -> Option<GroupKey> {
    if id == "overall" {
        return Some(GroupKey::Overall);
    }
    if let Some((framework, edition)) = id.split_once(':') {
        let id = framework_ref(framework, edition)?;
        return library.framework(&id).is_some().then_some(GroupKey::Framework(id));
    }
    let id: DomainId = id.parse().ok()?;
    library.domain(&id).is_some().then_some(GroupKey::Domain(id))
}

/// A requirement by its full name, or by its own id where only one framework has it.
fn requirement(library: &Library, id: &str) -> Option<Topic> {
    let (framework, own) = match id.split_once(['/', ' ']) {
        Some((framework, own)) => (Some(framework), own),
        None => (None, id),
    };
    let own: RequirementId = own.parse().ok()?;
    let fits = |it: &FrameworkRef| framework.is_none_or(|name| it.to_string() == name);
    let mut found =
        library.frameworks.iter().filter(|it| fits(&it.id) && it.requirement(&own).is_some());
    let first = found.next()?;
    found.next().is_none().then(|| Topic::Requirement(first.id.clone(), own))
}

fn view(word: Option<ViewWord>, evaluation: &Evaluation) -> Option<View> {
    match word {
        Some(ViewWord::Customer) => Some(View::Customer),
        Some(ViewWord::Provider) => Some(View::Provider),
        Some(ViewWord::Both) => Some(View::Both),
        None => evaluation.widest_view(),
    }
}

fn not_found(lang: Lang, id: &str, view: Option<View>) -> String {
    let view = view.map_or("-", View::word);
    match lang {
        Lang::Ja => format!(
            "エラー[unknown-id]: `{id}`という管理策・要求事項・集計値は、この評価(対象: {view})にない\n  \
             対処: 管理策(encrypt-in-transit)、要求事項(iso27017:2015/6.1.1)、overall、分野(access)、規格(soc2:2017)のいずれかを指定する"
        ),
        Lang::En => format!(
            "error[unknown-id]: this evaluation (view: {view}) has no control, requirement or figure `{id}`\n  \
             help: name a control (encrypt-in-transit), a requirement (iso27017:2015/6.1.1), overall, a domain (access) or a framework (soc2:2017)"
        ),
    }
}
