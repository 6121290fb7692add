//! What to do about a gap.

use crate::names::Names;
use crate::words::{self, Words};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;
use kumomori_core::assessment::{Assessment, SubjectKind};
use kumomori_core::control_result::cap;
use kumomori_core::dimension::Dimension;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::gap::{Gap, GapKind};
use kumomori_core::ladder::Level;
use kumomori_core::order::sort_by_key;
use kumomori_core::role::Role;
use kumomori_core::testimony::{CheckUse, Verdict};
use kumomori_core::text::Lang;

/// What would close a gap, or the next step towards that.
///
/// When a service is being chosen (a service is judged, and its customer's duties are in scope),
/// what the provider has to do becomes a question to ask the provider.
pub fn gap_action(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
    gap: &Gap<'_>,
) -> String {
    let is_asked = assessment.subject.kind == SubjectKind::Service
        && assessment.scope.roles.customer
        && gap.role == Role::Provider;
    match gap.kind {
        GapKind::Contradicted => mend(names, evaluation, gap),
        GapKind::Unanswered => answer(names, gap, is_asked),
        GapKind::Missing => reach(names, gap, is_asked),
        GapKind::Unproven => prove(names, evaluation, gap, is_asked),
    }
}

/// What the contradicting checks say and what to do, the heaviest first.
fn mend(names: &Names<'_>, evaluation: &Evaluation<'_>, gap: &Gap<'_>) -> String {
    let result = evaluation.control(&gap.control.id, gap.role);
    let checks = result.map(|it| it.dimension(gap.dimension).checks.as_slice()).unwrap_or_default();
    let mut found: Vec<&CheckUse> =
        checks.iter().filter(|it| it.verdict == Verdict::Contradicts).collect();
    sort_by_key(&mut found, |it| Reverse(it.severity));
    found.dedup_by_key(|it| &it.check);
    let says = |it: &&CheckUse| match (names.find_check(&it.check), names.lang) {
        (Some(check), _) => {
            [check.message, check.remedy].map(|it| names.prose(it)).join(names.between_sentences())
        }
        (None, Lang::Ja) => format!("自動チェック`{}`の反証を解消し、証拠を取り直す。", it.check),
        (None, Lang::En) => format!(
            "Mend what the check `{}` contradicts, and collect the evidence anew.",
            it.check
        ),
    };
    found.iter().map(says).collect::<Vec<_>>().join(names.between_sentences())
}

fn answer(names: &Names<'_>, gap: &Gap<'_>, is_asked: bool) -> String {
    let criterion = names.criterion(&gap.control.id, gap.dimension, Level::ONE);
    let dimension = names.words(words::dimension(gap.dimension));
    match (names.lang, is_asked) {
        (Lang::Ja, true) => format!("事業者に尋ねる。まず、次のことが言えるか: {criterion}"),
        (Lang::Ja, false) => format!("{dimension}に回答する。最初の判定基準: {criterion}"),
        (Lang::En, true) => format!("Ask the provider. First: does this hold? {criterion}"),
        (Lang::En, false) => {
            format!("Answer {}. The first criterion: {criterion}", dimension.to_ascii_lowercase())
        }
    }
}

fn reach(names: &Names<'_>, gap: &Gap<'_>, is_asked: bool) -> String {
    let next = gap.reading.claimed.above().unwrap_or(Level::FIVE);
    let criterion = names.criterion(&gap.control.id, gap.dimension, next);
    let level = next.number();
    match (names.lang, is_asked) {
        (Lang::Ja, true) => {
            format!("事業者に尋ねる。次のことが言えるか: {criterion}(レベル{level})")
        }
        (Lang::Ja, false) => format!("レベル{level}を満たす: {criterion}"),
        (Lang::En, true) => {
            format!("Ask the provider: does this hold? {criterion} (level {level})")
        }
        (Lang::En, false) => format!("Reach level {level}: {criterion}"),
    }
}

fn prove(names: &Names<'_>, evaluation: &Evaluation<'_>, gap: &Gap<'_>, is_asked: bool) -> String {
    let held = evaluation
        .control(&gap.control.id, gap.role)
        .is_some_and(|it| it.dimension(gap.dimension).held_by.is_some());
    let grade = grade_needed(names, gap.dimension, evaluation.target).max(if held { 2 } else { 0 });
    let evidence = names.criterion_evidence(&gap.control.id, gap.dimension, evaluation.target);
    let kind = names.words(words::evidence_grade(grade));
    let action = match (names.lang, is_asked) {
        (Lang::Ja, true) => {
            format!("事業者に次の証拠を求める: {evidence}(等級{grade}以上: {kind})")
        }
        (Lang::Ja, false) => format!("次の証拠をそろえる: {evidence}(等級{grade}以上: {kind})"),
        (Lang::En, true) => format!(
            "Ask the provider for evidence: {evidence} (grade {grade} or better: {})",
            decapitalized(kind)
        ),
        (Lang::En, false) => {
            format!("Get evidence: {evidence} (grade {grade} or better: {})", decapitalized(kind))
        }
    };
    if held { format!("{action}{}", names.words(EXCEPTION)) } else { action }
}

const EXCEPTION: Words = Words::new(
    "。監査人の報告書に例外の記載があるため、是正後の証拠であること",
    "; an auditor's report notes an exception, so it must date from after the correction",
);

fn decapitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

/// The lowest grade of evidence that allows a level.
fn grade_needed(names: &Names<'_>, dimension: Dimension, level: Level) -> u8 {
    (0..=4)
        .find(|grade| cap(dimension, *grade, false, &names.library.settings) >= level)
        .unwrap_or(4)
}
