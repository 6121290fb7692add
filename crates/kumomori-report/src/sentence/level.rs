//! Levels against the target, in words.

use super::list;
use crate::names::Names;
use crate::words::{self, Sense};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::dimension::Reading;
use kumomori_core::gap::Gap;
use kumomori_core::ladder::Level;
use kumomori_core::text::Lang;

/// What a reading says against the target, with what is confirmed and what is claimed.
pub(crate) fn against(names: &Names<'_>, reading: Reading, target: Level) -> String {
    let status = names.words(words::status(reading.status(target)));
    let levels = [(Sense::Confirmed, reading.confirmed), (Sense::Claimed, reading.claimed)];
    let levels: Vec<String> = levels
        .into_iter()
        .map(|(sense, level)| match names.lang {
            Lang::Ja => format!("{}{}", words::sense(sense).ja, level.number()),
            Lang::En => {
                format!("{} {}", words::sense(sense).en.to_ascii_lowercase(), level.number())
            }
        })
        .collect();
    let levels = list(names, &levels);
    match names.lang {
        Lang::Ja => format!("{status}({levels})"),
        Lang::En => format!("{status} ({levels})"),
    }
}

/// Why a gap stands where it stands among the others.
pub(crate) fn gap_reason(names: &Names<'_>, gap: &Gap<'_>) -> String {
    let mut reasons = Vec::from([names.words(words::gap_kind(gap.kind)).to_owned()]);
    if gap.is_key {
        let key = names.words(words::is_key());
        reasons.push(match names.lang {
            Lang::Ja => key.to_owned(),
            Lang::En => key.to_ascii_lowercase(),
        });
    }
    match (names.lang, gap.reach) {
        (_, 0) => {}
        (Lang::Ja, n) => reasons.push(format!("要求事項{n}件の決め手")),
        (Lang::En, 1) => reasons.push("decides 1 requirement".to_owned()),
        (Lang::En, n) => reasons.push(format!("decides {n} requirements")),
    }
    list(names, &reasons)
}
