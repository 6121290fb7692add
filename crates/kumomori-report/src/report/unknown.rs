//! What is not known, which a reader must not take for bad or for good.

use super::Case;
use crate::document::Document;
use crate::number::counted;
use crate::sentence;
use crate::table::{self, Table, targets};
use crate::words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::Dimension;
use kumomori_core::id::{DomainId, RequirementId};
use kumomori_core::requirement::RequirementStatus;
use kumomori_core::text::Lang;

/// Adds what has no answer, what is answered in part, what the library lacks, and which evidence
/// is missing.
pub(super) fn unknown(case: &Case<'_>, document: &mut Document) {
    document.heading(2, case.word("わかっていないこと", "What is not known"));
    let counts = counts(case);
    if counts.is_empty() {
        document.paragraph(case.word(
            "評価範囲の管理策にはすべて回答があります。",
            "Every control in scope has been answered.",
        ));
    }
    document.list(counts);
    document.facts(unanswered(case));
    let wanted = table::wanted(case.names, case.evaluation);
    if !wanted.rows.is_empty() {
        document.heading(3, wanted.caption.clone());
        document.table(Table { caption: String::new(), ..wanted });
    }
}

/// The duties in scope that apply.
pub(super) fn duties<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a ControlResult<'a>> {
    case.evaluation.controls.iter().filter(|it| it.is_in_scope && it.is_applicable())
}

/// Whether nothing at all has been said about a duty.
pub(super) fn is_unanswered(result: &ControlResult<'_>) -> bool {
    !result.design.is_answered && !result.operation.is_answered
}

/// Whether something has been said, and the target depends on what has not.
pub(super) fn is_open(case: &Case<'_>, result: &ControlResult<'_>) -> bool {
    let target = case.evaluation.target;
    let is_open = |it: Dimension| {
        let reading = result.dimension(it).reading;
        reading.claimed < target && target <= reading.high
    };
    !is_unanswered(result) && Dimension::ALL.into_iter().any(is_open)
}

fn counts(case: &Case<'_>) -> Vec<String> {
    let all = duties(case).count();
    let none = duties(case).filter(|it| is_unanswered(it)).count();
    let open = duties(case).filter(|it| is_open(case, it)).count();
    let mut lines = Vec::new();
    if none > 0 {
        lines.push(match case.names.lang {
            Lang::Ja => format!("管理策と役割の組{all}件のうち{none}件に、まだ回答がありません。"),
            Lang::En => format!("{none} of {all} duties (a control and a role) have no answer."),
        });
    }
    if open > 0 {
        lines.push(match case.names.lang {
            Lang::Ja => {
                format!("{open}件は回答の一部が不明で、目標に届くかどうかはそれしだいです。")
            }
            Lang::En => {
                let duties = counted(open, "duty is", "duties are");
                format!(
                    "{duties} answered in part; whether the target is reached depends on the rest."
                )
            }
        });
    }
    lines.extend(targets(case.evaluation).into_iter().filter_map(|it| not_covered(case, it)));
    lines
}

/// The requirements of a target that nothing can be said about.
fn not_covered(case: &Case<'_>, framework: &kumomori_core::id::FrameworkRef) -> Option<String> {
    let found = case.evaluation.results(framework);
    let found = found.filter(|it| it.status == RequirementStatus::NotCovered);
    let mut ids: Vec<&RequirementId> = found.map(|it| &it.requirement.id).collect();
    ids.dedup();
    let ids: Vec<String> = ids.into_iter().map(ToString::to_string).collect();
    let word = case.names.words(words::requirement_status(RequirementStatus::NotCovered));
    let name = case.names.framework(framework);
    let ids = Some(sentence::list(case.names, &ids)).filter(|it| !it.is_empty())?;
    Some(match case.names.lang {
        Lang::Ja => format!("{name}で{word}の要求事項: {ids}。"),
        Lang::En => format!("{name}, {}: {ids}.", word.to_ascii_lowercase()),
    })
}

/// The duties without an answer, domain by domain.
fn unanswered(case: &Case<'_>) -> Vec<(String, String)> {
    let of_domain = |id: &DomainId| {
        let found = duties(case).filter(|it| it.control.domain == *id && is_unanswered(it));
        found.map(ControlResult::name).collect::<Vec<_>>()
    };
    let domains = case.names.library.domains.iter().map(|it| (it, of_domain(&it.id)));
    domains
        .filter(|(_, found)| !found.is_empty())
        .map(|(domain, found)| {
            let title = case.names.domain(&domain.id).to_owned();
            (title, sentence::controls(case.names, &found))
        })
        .collect()
}
