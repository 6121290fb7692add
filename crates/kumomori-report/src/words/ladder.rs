//! Words for dimensions, rungs and levels.

use super::Words;
use kumomori_core::dimension::Dimension;
use kumomori_core::ladder::{Level, Rung};

/// The name of a dimension.
pub const fn dimension(dimension: Dimension) -> Words {
    match dimension {
        Dimension::Design => Words::new("設計", "Design"),
        Dimension::Operation => Words::new("運用", "Operation"),
    }
}

/// The question that a dimension asks.
pub const fn dimension_question(dimension: Dimension) -> Words {
    match dimension {
        Dimension::Design => Words::new("決まりは正しいか。", "Is the rule right?"),
        Dimension::Operation => {
            Words::new("実際に行われ、それを示せるか。", "Does it happen, and can that be shown?")
        }
    }
}

/// How far a rung holds.
pub const fn rung(rung: Rung) -> Words {
    match rung {
        Rung::Full => Words::new("十分", "Fully"),
        Rung::Largely => Words::new("おおむね", "Largely"),
        Rung::Partial => Words::new("一部", "Partially"),
        Rung::No => Words::new("なし", "Not"),
        Rung::Unknown => Words::new("不明", "Don't know"),
    }
}

/// A level with its number.
pub fn level(level: Level) -> Words {
    match level.number() {
        0 => Words::new("レベル0", "Level 0"),
        1 => Words::new("レベル1", "Level 1"),
        2 => Words::new("レベル2", "Level 2"),
        3 => Words::new("レベル3", "Level 3"),
        4 => Words::new("レベル4", "Level 4"),
        _ => Words::new("レベル5", "Level 5"),
    }
}

/// The name of a level, the same for design and operation.
pub fn level_name(level: Level) -> Words {
    match level.number() {
        0 => Words::new("未整備", "None"),
        1 => Words::new("着手", "Started"),
        2 => Words::new("基本", "Basic"),
        3 => Words::new("定着", "Established"),
        4 => Words::new("検証済み", "Verified"),
        _ => Words::new("継続的改善", "Improving"),
    }
}

/// What reaching a level of a dimension means in general, for any control.
pub fn rung_words(dimension: Dimension, level: Level) -> Words {
    match dimension {
        Dimension::Design => design(level),
        Dimension::Operation => operation(level),
    }
}

fn design(level: Level) -> Words {
    match level.number() {
        0 => Words::new("決まりがない。", "There is no rule yet."),
        1 => Words::new(
            "責任者が決まっており、何のために行うかが理解されている。",
            "Someone is responsible for it, and what it is for is understood.",
        ),
        2 => Words::new(
            "文書になっており、承認を受け、日付がある。",
            "It is written down, approved and dated.",
        ),
        3 => Words::new(
            "対象範囲とリスクに見合い、利用者と事業者の分担、検証できる基準値と頻度が定まっている。",
            "It fits scope and risk, splits the work between customer and provider, and sets thresholds and a frequency that can be tested.",
        ),
        4 => Words::new(
            "定期的に、またサービスの変更のたびに見直され、例外の可否が決められている。",
            "It is reviewed on schedule and at every change of the service, and exceptions are decided.",
        ),
        _ => Words::new(
            "データやインシデントから学んで改められている。",
            "It has been changed because data or incidents said so.",
        ),
    }
}

fn operation(level: Level) -> Words {
    match level.number() {
        0 => Words::new("行われていない。", "It does not happen yet."),
        1 => Words::new(
            "少なくとも1回は行われ、それを示せる。",
            "It has happened at least once, and that can be shown.",
        ),
        2 => Words::new(
            "対象範囲の大半で、定めたとおりに行われている。",
            "It happens in most of the scope, as written.",
        ),
        3 => Words::new(
            "観察期間を通じて、対象範囲のすべてで期限どおりに行われ、記録がある。",
            "It happens on time in the whole scope over the window, with records.",
        ),
        4 => Words::new(
            "サンプルでテストされ、逸脱は許容範囲に収まり、是正されている。",
            "It has been tested on a sample; deviations are within tolerance and corrected.",
        ),
        _ => Words::new(
            "継続的に監視され、同じ逸脱の再発がなく、推移が把握されている。",
            "It is watched continuously; deviations do not recur and the trend is known.",
        ),
    }
}
