//! Whole sentences about the parts of an evaluation.

use crate::names::Names;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::id::ControlId;
use kumomori_core::role::Role;
use kumomori_core::text::Lang;

mod attestation;
mod basis;
mod effort;
mod exclusion;
mod figures;
mod gap;
mod heat;
mod level;
mod sample;
mod takeaway;
mod testimony;
mod warning;
mod weeks;

pub use attestation::attestation;
pub(crate) use basis::provisional;
pub use effort::effort;
pub(crate) use effort::effort_days;
pub(crate) use exclusion::exclusion;
pub(crate) use figures::figures_name;
pub use figures::{coverage, limits, notes, standing};
pub use gap::gap_action;
pub(crate) use heat::heat;
pub(crate) use level::{against, gap_reason};
pub use sample::{sample, worst_share};
pub use takeaway::takeaway;
pub(crate) use testimony::bearing_on;
pub(crate) use testimony::graded;
pub use testimony::{check_use, testimony};
pub use warning::warning;
pub(crate) use weeks::weeks;

/// Titles side by side, each in quotation marks.
pub(crate) fn quoted_list(names: &Names<'_>, titles: &[&str]) -> String {
    let quoted: Vec<String> = titles.iter().map(|it| names.quoted(it)).collect();
    match (names.lang, quoted.as_slice()) {
        (Lang::Ja, [one, other]) => format!("{one}と{other}"),
        (Lang::En, [first @ .., last]) if !first.is_empty() => {
            format!("{} and {last}", first.join(", "))
        }
        (_, all) => all.concat(),
    }
}

/// Texts side by side in a cell or a sentence.
pub(crate) fn list(names: &Names<'_>, texts: &[String]) -> String {
    texts.join(match names.lang {
        Lang::Ja => "、",
        Lang::En => ", ",
    })
}

/// Controls with their roles, side by side.
pub(crate) fn controls(names: &Names<'_>, controls: &[(&ControlId, Role)]) -> String {
    let titles: Vec<String> =
        controls.iter().map(|(control, role)| names.control_of(control, *role)).collect();
    list(names, &titles)
}

/// The first `most` controls with their roles, and how many more there are.
pub(crate) fn first_controls(names: &Names<'_>, all: &[(&ControlId, Role)], most: usize) -> String {
    let titles: Vec<String> =
        all.iter().map(|(control, role)| names.control_of(control, *role)).collect();
    first_texts(names, &titles, most)
}

/// The first `most` texts, and how many more there are.
pub(crate) fn first_texts(names: &Names<'_>, all: &[String], most: usize) -> String {
    let first = all.get(..most).unwrap_or(all);
    let listed = list(names, first);
    let more = all.len() - first.len();
    match (names.lang, more) {
        (_, 0) => listed,
        (Lang::Ja, _) => format!("{listed}ほか{more}件"),
        (Lang::En, _) => format!("{listed} and {more} more"),
    }
}

#[cfg(test)]
mod tests;
