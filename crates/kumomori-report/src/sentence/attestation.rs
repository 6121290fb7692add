//! What a certificate or a report is good for, in words.

use crate::names::Names;
use crate::words;
use alloc::format;
use alloc::string::String;
use kumomori_core::attestation::Attestation;
use kumomori_core::evaluation::{AttestationResult, AttestationUse};
use kumomori_core::text::Lang;

/// One sentence on what an attestation gives, or why it gives nothing.
pub fn attestation(
    names: &Names<'_>,
    result: &AttestationResult,
    attestation: &Attestation,
) -> String {
    let kind = names.words(words::attestation_kind(attestation.kind));
    let framework = names.framework(&attestation.framework);
    let subject = match names.lang {
        Lang::Ja => format!("{kind}({framework})"),
        Lang::En => format!("The {kind} ({framework})"),
    };
    match (result.outcome, names.lang) {
        (Err(refusal), Lang::Ja) => {
            format!("{subject}は、{}ため、根拠に数えません。", words::refusal(refusal).ja)
        }
        (Err(refusal), Lang::En) => {
            format!("{subject} gives nothing: {}.", words::refusal(refusal).en)
        }
        (Ok(support), lang) => format!("{subject}{}", what_it_gives(support, lang)),
    }
}

fn what_it_gives(support: AttestationUse, lang: Lang) -> &'static str {
    let words = match (support.is_target, support.operation) {
        (true, true) => words::Words::new(
            "は、事業者の設計と運用を裏づけます。",
            " supports the provider's design and operation.",
        ),
        (true, false) => words::Words::new(
            "は、事業者の設計を裏づけます。運用については何も示しません。",
            " supports the provider's design; it says nothing about operation.",
        ),
        (false, _) => words::Words::new(
            "は有効ですが、目標のフレームワークではないため、証拠として流用できるにとどまります。",
            " is in date, but its framework is not a target, so it is only evidence to reuse.",
        ),
    };
    words.of(lang)
}
