//! What was left out of the figures, in words.

use crate::names::Names;
use crate::words;
use alloc::format;
use alloc::string::String;
use kumomori_core::evaluation::Warning;
use kumomori_core::evidence::Discount;
use kumomori_core::text::Lang;

/// One sentence for a warning.
pub fn warning(names: &Names<'_>, warning: &Warning) -> String {
    match names.lang {
        Lang::Ja => japanese(names, warning),
        Lang::En => english(names, warning),
    }
}

fn japanese(names: &Names<'_>, warning: &Warning) -> String {
    match warning {
        Warning::UnknownControl { control } => format!(
            "管理策「{control}」はこのライブラリにないため、回答は残したまま集計から除いています。"
        ),
        Warning::RoleOutOfScope { control, role } => format!(
            "「{}」の{}としての回答は、その役割が評価範囲にないため集計から除いています。",
            names.control(control),
            names.words(words::role(*role)),
        ),
        Warning::NoDuty { control, role } => format!(
            "「{}」は{}に何も求めていないため、その回答は集計から除いています。",
            names.control(control),
            names.words(words::role(*role)),
        ),
        Warning::Unjustified { control, role } => format!(
            "「{}」は適用外とされていますが、理由または判断者の名前がないため未回答として扱っています。",
            names.control_of(control, *role),
        ),
        Warning::Discounted { control, role, idx, because } => format!(
            "「{}」の証拠{}は、{}。",
            names.control_of(control, *role),
            idx + 1,
            match because {
                Discount::InFuture => "評価日より後の日付のため数えていません",
                Discount::Undated => "日付がないため等級1として数えています",
                Discount::Stale => "古いため等級を1つ下げて数えています",
            },
        ),
        Warning::UnknownAttestation { control, role, attestation } => format!(
            "「{}」が拠りどころとする第三者評価「{attestation}」は、このアセスメントにありません。",
            names.control_of(control, *role),
        ),
        Warning::UnknownTarget { framework } => {
            format!("フレームワーク「{framework}」はこのライブラリにないため、判定していません。")
        }
    }
}

fn english(names: &Names<'_>, warning: &Warning) -> String {
    match warning {
        Warning::UnknownControl { control } => format!(
            "This library has no control \"{control}\"; the answer is kept and left out of the figures."
        ),
        Warning::RoleOutOfScope { control, role } => format!(
            "The answer to \"{}\" as {} is left out of the figures: that role is not in scope.",
            names.control(control),
            role.word(),
        ),
        Warning::NoDuty { control, role } => format!(
            "\"{}\" asks nothing of the {}, so that answer is left out of the figures.",
            names.control(control),
            role.word(),
        ),
        Warning::Unjustified { control, role } => format!(
            "\"{}\" is marked as not applicable without a reason or a name, so it counts as unanswered.",
            names.control_of(control, *role),
        ),
        Warning::Discounted { control, role, idx, because } => format!(
            "Evidence {} of \"{}\" is {}.",
            idx + 1,
            names.control_of(control, *role),
            words::discount(*because).en,
        ),
        Warning::UnknownAttestation { control, role, attestation } => format!(
            "\"{}\" relies on the attestation \"{attestation}\", which this assessment does not have.",
            names.control_of(control, *role),
        ),
        Warning::UnknownTarget { framework } => {
            format!("This library has no framework \"{framework}\", so it is not judged.")
        }
    }
}
