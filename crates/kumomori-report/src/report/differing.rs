//! Where the scopes of two assessments differ, so that their figures say different things.

use super::Case;
use crate::sentence;
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::assessment::Assessment;

/// The names of what differs, in a row; empty where nothing does.
pub(super) fn differing(case: &Case<'_>, one: &Assessment, other: &Assessment) -> String {
    let (was, is) = (&one.scope, &other.scope);
    let differs = [
        (was.roles != is.roles, Words::new("役割", "roles")),
        (was.targets != is.targets, Words::new("目標の基準", "targets")),
        (was.target_level != is.target_level, Words::new("目標レベル", "target level")),
        (was.service_models != is.service_models, Words::new("サービス形態", "service models")),
        (was.uses_ai != is.uses_ai, Words::new("AIの利用", "use of AI")),
        (was.personal_data != is.personal_data, Words::new("個人データ", "personal data")),
        (one.window != other.window, Words::new("観察期間", "window")),
    ];
    let differs = differs.into_iter().filter(|(differs, _)| *differs);
    let names: Vec<String> = differs.map(|(_, it)| case.names.words(it).to_owned()).collect();
    sentence::list(case.names, &names)
}
