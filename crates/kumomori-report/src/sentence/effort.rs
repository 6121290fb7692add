//! How much work a control is.

use crate::names::Names;
use crate::number::counted;
use alloc::format;
use alloc::string::String;
use kumomori_core::text::Lang;

/// The person-days that the settings assume for an effort, 1 to 5.
pub(crate) fn effort_days(names: &Names<'_>, effort: u8) -> u32 {
    let place = usize::from(effort.saturating_sub(1));
    names.library.settings.effort_days.get(place).copied().unwrap_or(0)
}

/// The person-days that the settings assume for an effort, 1 to 5, in words.
pub fn effort(names: &Names<'_>, effort: u8) -> String {
    let days = effort_days(names, effort);
    match names.lang {
        Lang::Ja => format!("約{days}人日"),
        Lang::En => {
            let days = usize::try_from(days).unwrap_or(usize::MAX);
            format!("about {}", counted(days, "person-day", "person-days"))
        }
    }
}
