//! What was judged, as facts.

use crate::names::Names;
use crate::sentence;
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::assessment::{Assessment, Target};
use kumomori_core::control::CallsFor;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::text::Lang;

/// The day, the subject, the roles, the targets and the rest of the scope.
pub(crate) fn facts(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
) -> Vec<(String, String)> {
    let scope = &assessment.scope;
    let words_of = |it: Vec<Words>| {
        let texts: Vec<String> = it.iter().map(|it| names.words(*it).to_owned()).collect();
        sentence::list(names, &texts)
    };
    let level = evaluation.target;
    let level = format!("{} ({})", level.number(), names.words(words::level_name(level)));
    let level = if names.lang == Lang::Ja { level.replace(" (", "(") } else { level };
    let targets: Vec<String> = scope.targets.iter().map(|it| target(names, it)).collect();
    let flags = [CallsFor::Ai, CallsFor::PersonalData].into_iter();
    let flags = flags.filter(|it| scope.calls_for(*it)).map(words::calls_for).collect();
    let models = scope.service_models.iter().map(|it| words::service_model(*it)).collect();
    let classes = scope.data_classes.iter().map(|it| words::data_class(*it)).collect();
    let facts = [
        (Words::new("評価日", "As of"), evaluation.as_of.to_string()),
        (Words::new("対象", "Subject"), subject(names, assessment)),
        (Words::new("役割", "Roles"), words_of(scope.roles.iter().map(words::role).collect())),
        (Words::new("基準", "Targets"), sentence::list(names, &targets)),
        (Words::new("目標レベル", "Target level"), level),
        (Words::new("観察期間", "Window"), window(names, assessment)),
        (Words::new("サービス形態", "Service models"), words_of(models)),
        (Words::new("データの区分", "Data"), words_of(classes)),
        (Words::new("その他", "Also"), words_of(flags)),
    ];
    facts
        .into_iter()
        .filter(|(_, said)| !said.is_empty())
        .map(|(name, said)| (names.words(name).to_owned(), said))
        .collect()
}

fn subject(names: &Names<'_>, assessment: &Assessment) -> String {
    let kind = names.words(words::subject_kind(assessment.subject.kind));
    let name = assessment.subject.name.trim();
    match (names.lang, name.is_empty()) {
        (_, true) => kind.to_owned(),
        (Lang::Ja, false) => format!("{kind}「{name}」"),
        (Lang::En, false) => format!("{name} ({})", kind.to_ascii_lowercase()),
    }
}

fn target(names: &Names<'_>, target: &Target) -> String {
    let name = names.framework(&target.framework);
    let categories: Vec<String> = target
        .categories
        .iter()
        .map(|it| names.category(&target.framework, it).to_owned())
        .collect();
    let categories = sentence::list(names, &categories);
    match (names.lang, categories.is_empty()) {
        (_, true) => name,
        (Lang::Ja, false) => format!("{name}({categories})"),
        (Lang::En, false) => format!("{name} ({categories})"),
    }
}

fn window(names: &Names<'_>, assessment: &Assessment) -> String {
    let Some(window) = assessment.window else { return String::new() };
    match names.lang {
        Lang::Ja => format!("{}から{}まで", window.from, window.to),
        Lang::En => format!("{} to {}", window.from, window.to),
    }
}
