//! What a standard that extends another one rests on.

use crate::names::Names;
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::framework::Framework;
use kumomori_core::readiness::Basis;
use kumomori_core::text::Lang;

/// Why what is concluded about a standard is provisional, where what it rests on is open.
pub(crate) fn provisional(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    framework: &Framework,
) -> Option<String> {
    match (Basis::of(names.library, evaluation, framework), names.lang) {
        (Basis::Firm, _) => None,
        (Basis::Missing, _) => Some(names.words(MISSING).to_owned()),
        (Basis::Open(n), Lang::Ja) => Some(format!(
            "土台となるISO/IEC 27001に、判断できない要求事項が{n}件あるため、以下は暫定です。"
        )),
        (Basis::Open(n), Lang::En) => Some(format!(
            "Of ISO/IEC 27001, on which it rests, {n} requirements cannot be judged yet, so what follows is provisional."
        )),
    }
}

const MISSING: Words = Words::new(
    "この規格はISO/IEC 27001のマネジメントシステムを土台とします。ISO/IEC 27001が目標に含まれていないため、以下は暫定です。",
    "This standard builds on the management system of ISO/IEC 27001, which is not among the targets, so what follows is provisional.",
);
