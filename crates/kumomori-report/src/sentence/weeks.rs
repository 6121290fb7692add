//! How long a step of the roadmap takes.

use crate::names::Names;
use alloc::format;
use alloc::string::{String, ToString};
use kumomori_core::roadmap::Step;
use kumomori_core::text::Lang;

/// The weeks that a step usually takes.
pub(crate) fn weeks(names: &Names<'_>, step: &Step) -> String {
    let (fewest, most) = step.weeks;
    let span = if fewest == most { most.to_string() } else { format!("{fewest}-{most}") };
    match (names.lang, step.is_recurring) {
        (Lang::Ja, false) => format!("{span}週間"),
        (Lang::Ja, true) => format!("{span}週間、毎年くり返す"),
        (Lang::En, false) => format!("{span} weeks"),
        (Lang::En, true) => format!("{span} weeks, every year again"),
    }
}
