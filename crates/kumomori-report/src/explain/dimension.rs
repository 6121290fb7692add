//! How the levels of one dimension of a control came about.

use super::rule;
use crate::document::Document;
use crate::names::Names;
use crate::sentence;
use crate::table::{Cell, Table};
use crate::words::{self, Sense, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::{Assessment, Evidence};
use kumomori_core::control_result::{ControlResult, DimensionResult};
use kumomori_core::dimension::{Dimension, Reading};
use kumomori_core::evaluation::Evaluation;
use kumomori_core::evidence::EvidenceUse;
use kumomori_core::id::AttestationId;
use kumomori_core::ladder::Level;
use kumomori_core::text::Lang;

/// Adds the rungs, the evidence, the attestations and the levels read from them.
pub(super) fn explain(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
    (result, dimension): (&ControlResult<'_>, Dimension),
    document: &mut Document,
) {
    let answer = assessment.answer(&result.control.id, result.role);
    let evidence = answer.map(|it| it.evidence.as_slice()).unwrap_or_default();
    let uses = evaluation.evidence(assessment, result, dimension);
    let supporting = evaluation.supporting(assessment, result, dimension);
    let part = result.dimension(dimension);
    document.heading(3, names.words(words::dimension(dimension)));
    document.table(rungs(names, result, dimension));
    let mut steps = vec![answers(names, part)];
    steps.extend(uses.iter().map(|it| entry(names, it, evidence)));
    steps.extend(part.checks.iter().map(|it| sentence::check_use(names, it)));
    steps.push(cap(names, result, dimension));
    steps.extend(support(names, part, &supporting));
    steps.extend(part.held_by.as_ref().map(|it| exception(names, part, it)));
    steps.extend(contradiction(names, part.reading));
    steps.push(readings(names, part.reading));
    document.list(steps);
}

fn rungs(names: &Names<'_>, result: &ControlResult<'_>, dimension: Dimension) -> Table {
    let head = [
        Words::new("段", "Rung"),
        Words::new("回答", "Answer"),
        Words::new("判定基準", "Criterion"),
    ];
    let levels = Level::all().skip(1);
    let rows = levels.zip(result.dimension(dimension).ladder.0).map(|(level, rung)| {
        vec![
            Cell::end(level.number().to_string()),
            Cell::start(names.words(words::rung(rung))),
            Cell::start(names.criterion(&result.control.id, dimension, level)),
        ]
    });
    Table {
        caption: String::new(),
        head: head.iter().map(|it| names.words(*it).to_owned()).collect(),
        rows: rows.collect(),
    }
}

fn answers(names: &Names<'_>, part: &DimensionResult) -> String {
    let (low, high) = (part.ladder.low().number(), part.ladder.high().number());
    let rule = rule(names, "1");
    match (names.lang, part.is_answered) {
        (Lang::Ja, false) => format!("回答がないため、レベルは0から5のいずれもあり得ます{rule}。"),
        (Lang::En, false) => format!("Nobody has answered, so any level is possible{rule}."),
        (Lang::Ja, true) if low == high => format!("回答から求めたレベルは{low}です{rule}。"),
        (Lang::En, true) if low == high => format!("The answers give level {low}{rule}."),
        (Lang::Ja, true) => format!(
            "回答から求めたレベルは{low}、不明な段がすべて満たされていれば{high}です{rule}。"
        ),
        (Lang::En, true) => format!(
            "The answers give level {low}, or {high} if everything unknown turns out well{rule}."
        ),
    }
}

fn entry(names: &Names<'_>, used: &EvidenceUse, evidence: &[Evidence]) -> String {
    let entry = evidence.get(used.idx);
    let title = entry.map_or("", |it| it.title.as_str());
    let title = names.quoted(title);
    let date = entry.and_then(|it| it.date).map(|it| it.to_string());
    let counted = sentence::graded(names, used);
    let rule = rule(names, "2");
    match (names.lang, date) {
        (Lang::Ja, Some(date)) => format!("証拠{title}({date}): {counted}{rule}。"),
        (Lang::Ja, None) => format!("証拠{title}: {counted}{rule}。"),
        (Lang::En, Some(date)) => format!("Evidence {title} of {date}: {counted}{rule}."),
        (Lang::En, None) => format!("Evidence {title}: {counted}{rule}."),
    }
}

fn cap(names: &Names<'_>, result: &ControlResult<'_>, dimension: Dimension) -> String {
    let part = result.dimension(dimension);
    let (grade, cap) = (part.strength.grade, part.cap.number());
    let is_sampled = dimension == Dimension::Operation
        && grade == 3
        && result.sample.is_some_and(|it| it.is_passed);
    let rule = rule(names, "2");
    match (names.lang, is_sampled) {
        (Lang::Ja, false) => {
            format!("等級{grade}の証拠で確認できるのはレベル{cap}までです{rule}。")
        }
        (Lang::Ja, true) => format!(
            "等級{grade}の証拠に加えてサンプルテストの条件を満たすため、レベル{cap}まで確認できます{rule}。"
        ),
        (Lang::En, false) => format!("Evidence of grade {grade} confirms up to level {cap}{rule}."),
        (Lang::En, true) => format!(
            "Evidence of grade {grade} with the sample test met confirms up to level {cap}{rule}."
        ),
    }
}

fn support(
    names: &Names<'_>,
    part: &DimensionResult,
    supporting: &[&AttestationId],
) -> Option<String> {
    if supporting.is_empty() {
        return None;
    }
    let ids: Vec<String> = supporting.iter().map(|it| names.quoted(it.as_str())).collect();
    let ids = sentence::list(names, &ids);
    let level = names.library.settings.attested_level.number();
    let rule = rule(names, "4");
    Some(match (names.lang, part.is_answered) {
        (Lang::Ja, true) => format!(
            "第三者評価{ids}が裏づけるため、証拠が弱くてもレベル{level}まで確認できます{rule}。"
        ),
        (Lang::Ja, false) => {
            format!("未回答ですが、第三者評価{ids}の裏づけによりレベル{level}とします{rule}。")
        }
        (Lang::En, true) => {
            format!(
                "Attestation {ids} supports it, so at least level {level} can be confirmed{rule}."
            )
        }
        (Lang::En, false) => {
            format!("Unanswered, but attestation {ids} gives it level {level}{rule}.")
        }
    })
}

fn exception(names: &Names<'_>, part: &DimensionResult, id: &AttestationId) -> String {
    let id = names.quoted(id.as_str());
    let rule = rule(names, "4");
    match (names.lang, part.is_answered) {
        (Lang::Ja, _) => format!(
            "第三者評価{id}にこの管理策の例外が記載されているため、等級2以上の証拠で回答するまでレベル1にとどめます{rule}。"
        ),
        (Lang::En, _) => format!(
            "Attestation {id} notes an exception here, so it is held at level 1 until answered with evidence of grade 2 or better{rule}."
        ),
    }
}

fn contradiction(names: &Names<'_>, reading: Reading) -> Option<String> {
    let rule = rule(names, "5");
    reading.is_contradicted.then(|| match names.lang {
        Lang::Ja => format!(
            "証拠による反証があるため、解消して証拠を取り直すまで、確認できるのはレベル1までです{rule}。"
        ),
        Lang::En => format!(
            "Evidence contradicts it, so no more than level 1 is confirmed until that is mended and collected anew{rule}."
        ),
    })
}

/// What all of this comes to: the four readings.
fn readings(names: &Names<'_>, reading: Reading) -> String {
    let (levels, rule) = (four(names, reading), rule(names, "5"));
    match names.lang {
        Lang::Ja => format!("以上から、{levels}です{rule}。"),
        Lang::En => format!("So: {levels}{rule}."),
    }
}

/// The four readings of a level, side by side.
pub(super) fn four(names: &Names<'_>, reading: Reading) -> String {
    let readings = [
        (Sense::Low, reading.low),
        (Sense::Confirmed, reading.confirmed),
        (Sense::Claimed, reading.claimed),
        (Sense::High, reading.high),
    ];
    let texts = readings.map(|(sense, level)| match names.lang {
        Lang::Ja => format!("{}{}", words::sense(sense).ja, level.number()),
        Lang::En => format!("{} {}", words::sense(sense).en.to_ascii_lowercase(), level.number()),
    });
    sentence::list(names, &texts)
}
