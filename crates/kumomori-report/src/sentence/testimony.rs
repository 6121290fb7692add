//! What evidence documents say and count for, in words.

use super::list;
use crate::check;
use crate::names::Names;
use crate::words;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::control::ControlRef;
use kumomori_core::dimension::Dimension;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::evidence::EvidenceUse;
use kumomori_core::framework::Requirement;
use kumomori_core::id::{ControlId, FrameworkRef};
use kumomori_core::testimony::{CheckUse, TestimonyResult, Verdict};
use kumomori_core::text::Lang;

/// What an evidence document counts for, or why it is left out.
pub fn testimony(names: &Names<'_>, result: &TestimonyResult) -> String {
    match (&result.outcome, names.lang) {
        (Ok(heard), _) => {
            let role = names.words(words::role(heard.role));
            let grade = graded(names, &heard.usage);
            match names.lang {
                Lang::Ja => format!("{role}の証拠、{grade}"),
                Lang::En => format!("{} evidence, {grade}", possessive(role)),
            }
        }
        (Err(why), Lang::Ja) => format!("{}ため、数えません。", words::left_out(*why).ja),
        (Err(why), Lang::En) => format!("Left out: {}.", words::left_out(*why).en),
    }
}

fn possessive(role: &str) -> String {
    format!("{role}'s")
}

/// What a check on a document says about a dimension of a control.
pub fn check_use(names: &Names<'_>, it: &CheckUse) -> String {
    let title = names.quoted(names.check(&it.check));
    let verdict = names.words(check::verdict(it.verdict));
    let document = it.usage.idx + 1;
    let grade = match it.verdict {
        Verdict::Supports => Some(graded(names, &it.usage)),
        _ => None,
    };
    match (names.lang, grade) {
        (Lang::Ja, Some(grade)) => {
            format!("自動チェック{title}(証拠文書{document}): {verdict}、{grade}。")
        }
        (Lang::Ja, None) => format!("自動チェック{title}(証拠文書{document}): {verdict}。"),
        (Lang::En, Some(grade)) => {
            format!("Check {title} (evidence document {document}): {verdict}, {grade}.")
        }
        (Lang::En, None) => format!("Check {title} (evidence document {document}): {verdict}."),
    }
}

/// The requirements in scope that stand on some controls in a dimension, by framework; empty when
/// there are none.
pub(crate) fn bearing_on(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    controls: &[(ControlId, Dimension)],
) -> Vec<String> {
    let stands = |it: &Requirement| {
        it.answering_rows().any(|row| {
            let ControlRef::Known(idx) = row.control else { return false };
            let id = names.library.controls.get(idx).map(|it| &it.id);
            controls
                .iter()
                .any(|(control, dimension)| id == Some(control) && row.aspects.contains(*dimension))
        })
    };
    let mut found: Vec<(&FrameworkRef, Vec<String>)> = Vec::new();
    for result in &evaluation.requirements {
        if !stands(result.requirement) {
            continue;
        }
        let (framework, id) = (&result.framework.id, result.requirement.id.to_string());
        match found.last_mut() {
            Some((last, ids)) if *last == framework => {
                if ids.last() != Some(&id) {
                    ids.push(id);
                }
            }
            _ => found.push((framework, vec![id])),
        }
    }
    let line = |(framework, ids): (&FrameworkRef, Vec<String>)| {
        format!("{}: {}", names.framework(framework), list(names, &ids))
    };
    found.into_iter().map(line).collect()
}

/// A grade, and why it counts for less if it does.
pub(crate) fn graded(names: &Names<'_>, usage: &EvidenceUse) -> String {
    let given = usage.given;
    match (usage.because, names.lang) {
        (None, Lang::Ja) => format!("等級{given}"),
        (None, Lang::En) => format!("grade {given}"),
        (Some(because), Lang::Ja) => format!("等級{given}、{}", words::discount(because).ja),
        (Some(because), Lang::En) => format!("grade {given}, {}", words::discount(because).en),
    }
}
