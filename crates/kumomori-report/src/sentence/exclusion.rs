//! Why a control is left out, in words.

use crate::names::Names;
use crate::words;
use alloc::format;
use alloc::string::String;
use kumomori_core::assessment::Exclusion;
use kumomori_core::text::Lang;

/// The kind of reason, the reason, and who decided.
pub(crate) fn exclusion(names: &Names<'_>, exclusion: &Exclusion) -> String {
    let kind = names.words(words::exclusion_reason(exclusion.reason));
    let (reason, by) = (exclusion.justification.trim(), exclusion.by.trim());
    match names.lang {
        Lang::Ja => format!("{kind}。理由: {reason} 判断者: {by}"),
        Lang::En => format!("{kind}. Reason: {reason} Decided by: {by}"),
    }
}
