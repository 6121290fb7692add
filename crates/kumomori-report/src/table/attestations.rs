//! Certificates and reports with what each gives.

use super::{Cell, Table};
use crate::names::Names;
use crate::sentence;
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::Assessment;
use kumomori_core::attestation::Attestation;
use kumomori_core::date::Date;
use kumomori_core::evaluation::{AttestationResult, Evaluation};
use kumomori_core::text::Lang;

/// The attestations of an assessment.
pub fn attestations(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
) -> Table {
    let head = [
        Words::new("種類", "Kind"),
        Words::new("発行者", "Issuer"),
        Words::new("期間", "Period"),
        Words::new("状態", "State"),
        Words::new("根拠としての扱い", "What it gives"),
    ];
    let caption = Words::new("第三者評価", "Attestations");
    let pairs = evaluation.attestations.iter().filter_map(|result| {
        let found = assessment.attestations.iter().find(|it| it.id == result.attestation)?;
        Some((result, found))
    });
    Table {
        caption: names.words(caption).to_owned(),
        head: head.iter().map(|it| names.words(*it).to_owned()).collect(),
        rows: pairs.map(|(result, it)| row(names, result, it)).collect(),
    }
}

fn row(names: &Names<'_>, result: &AttestationResult, attestation: &Attestation) -> Vec<Cell> {
    vec![
        Cell::start(names.words(words::attestation_kind(attestation.kind))),
        Cell::start(attestation.issuer.clone()),
        Cell::start(period(names, attestation)),
        Cell::start(names.words(words::attestation_state(attestation.state))),
        Cell::start(sentence::attestation(names, result, attestation)),
    ]
}

fn period(names: &Names<'_>, attestation: &Attestation) -> String {
    if let (None, None, Some(expected)) = (attestation.from, attestation.to, attestation.expected) {
        return match names.lang {
            Lang::Ja => format!("{expected}の見込み"),
            Lang::En => format!("expected {expected}"),
        };
    }
    let day = |date: Option<Date>| date.map(|it| it.to_string()).unwrap_or_default();
    match names.lang {
        Lang::Ja => format!("{}〜{}", day(attestation.from), day(attestation.to)),
        Lang::En => format!("{} to {}", day(attestation.from), day(attestation.to)),
    }
}
