//! What a document rests on: the policies, whose answers, and how much evidence.

use super::Case;
use crate::number::counted;
use crate::sentence;
use crate::summary::scope;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::assessment::{Answer, Applicability};
use kumomori_core::text::Lang;

/// The scope, the version of the policies, whose answers they are, and the evidence.
pub(super) fn facts(case: &Case<'_>) -> Vec<(String, String)> {
    let mut facts = scope::facts(case.names, case.assessment, case.evaluation);
    facts.push((case.word("ポリシーの版", "Policies"), case.names.library.version.clone()));
    facts.push((case.word("回答", "Answers"), answers(case)));
    let deciders = named(case, &people(case, decider));
    if !deciders.is_empty() {
        facts.push((case.word("適用外の判断者", "Left out by"), deciders));
    }
    facts.push((case.word("証拠", "Evidence"), evidence(case)));
    facts
}

/// How many answers there are and who answers for them.
fn answers(case: &Case<'_>) -> String {
    let n = case.assessment.answers.len();
    let owners = people(case, |it| it.owner.as_deref());
    let n_unnamed = n - owners.iter().map(|(_, n)| n).sum::<usize>();
    let who = named(case, &owners);
    let count = match case.names.lang {
        Lang::Ja => format!("{n}件"),
        Lang::En => counted(n, "answer", "answers"),
    };
    match (case.names.lang, who.is_empty(), n_unnamed) {
        (Lang::Ja, true, _) => format!("{count}。責任者の記載なし"),
        (Lang::En, true, _) => format!("{count}; nobody is named as responsible"),
        (Lang::Ja, false, 0) => format!("{count}。責任者: {who}"),
        (Lang::En, false, 0) => format!("{count}; responsible: {who}"),
        (Lang::Ja, false, _) => format!("{count}。責任者: {who}、記載なし({n_unnamed})"),
        (Lang::En, false, _) => format!("{count}; responsible: {who}, nobody named ({n_unnamed})"),
    }
}

/// Who decided that a control is left out.
fn decider(answer: &Answer) -> Option<&str> {
    match &answer.applicability {
        Applicability::Applicable => None,
        Applicability::NotApplicable(exclusion) => Some(&exclusion.by),
    }
}

/// Each person or team with the number of their answers, in the order of the answers.
fn people<'a>(
    case: &Case<'a>,
    who: impl Fn(&'a Answer) -> Option<&'a str>,
) -> Vec<(&'a str, usize)> {
    let mut people: Vec<(&str, usize)> = Vec::new();
    let named = case.assessment.answers.iter().filter_map(who);
    for name in named.map(str::trim).filter(|it| !it.is_empty()) {
        match people.iter_mut().find(|(known, _)| *known == name) {
            Some((_, n)) => *n += 1,
            None => people.push((name, 1)),
        }
    }
    people
}

fn named(case: &Case<'_>, people: &[(&str, usize)]) -> String {
    let each: Vec<String> = people
        .iter()
        .map(|(name, n)| match case.names.lang {
            Lang::Ja => format!("{name}({n})"),
            Lang::En => format!("{name} ({n})"),
        })
        .collect();
    sentence::list(case.names, &each)
}

fn evidence(case: &Case<'_>) -> String {
    let n_entries: usize = case.assessment.answers.iter().map(|it| it.evidence.len()).sum();
    let (documents, attestations) =
        (case.evaluation.testimonies.len(), case.assessment.attestations.len());
    match case.names.lang {
        Lang::Ja => format!(
            "回答に添えた証拠{n_entries}件、証拠文書{documents}件、第三者評価{attestations}件"
        ),
        Lang::En => format!(
            "{} with the answers, {}, {}",
            counted(n_entries, "entry", "entries"),
            counted(documents, "evidence document", "evidence documents"),
            counted(attestations, "attestation", "attestations"),
        ),
    }
}

/// Who answers for a control and until when, as far as it is said.
pub(super) fn owner_and_due(answer: Option<&Answer>) -> [String; 2] {
    let owner = answer.and_then(|it| it.owner.as_deref()).map(str::trim).unwrap_or_default();
    let due = answer.and_then(|it| it.due).map(|it| format!("{it}")).unwrap_or_default();
    [owner.to_owned(), due]
}
