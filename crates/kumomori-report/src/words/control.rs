//! Words for the properties of a control and its rows.

use super::Words;
use kumomori_core::control::Frequency;
use kumomori_core::control_result::{Applies, Flag};
use kumomori_core::framework::Part;

/// A weight: 1 normal, 2 important, 3 or more key.
pub const fn weight(weight: u8) -> Words {
    match weight {
        0 | 1 => Words::new("通常", "Normal"),
        2 => Words::new("重要", "Important"),
        _ => Words::new("キー", "Key"),
    }
}

/// What a key control is called.
pub const fn is_key() -> Words {
    Words::new("キー管理策", "Key control")
}

/// An effort, 1 to 5.
pub const fn effort(effort: u8) -> Words {
    match effort {
        0 | 1 => Words::new("ごく小さい", "Very small"),
        2 => Words::new("小さい", "Small"),
        3 => Words::new("中くらい", "Medium"),
        4 => Words::new("大きい", "Large"),
        _ => Words::new("とても大きい", "Very large"),
    }
}

/// How often a control is carried out.
pub const fn frequency(frequency: Frequency) -> Words {
    match frequency {
        Frequency::Continuous => Words::new("常時", "Continuously"),
        Frequency::Daily => Words::new("毎日", "Daily"),
        Frequency::Weekly => Words::new("毎週", "Weekly"),
        Frequency::Monthly => Words::new("毎月", "Monthly"),
        Frequency::Quarterly => Words::new("四半期ごと", "Quarterly"),
        Frequency::Annual => Words::new("毎年", "Yearly"),
        Frequency::OnChange => Words::new("変更のつど", "At every change"),
        Frequency::PerEvent => Words::new("事象のつど", "At every event"),
    }
}

/// Whether a control applies.
pub const fn applies(applies: Applies) -> Words {
    match applies {
        Applies::Yes => Words::new("適用", "Applies"),
        Applies::Unjustified => {
            Words::new("適用外の理由が不備(未回答扱い)", "Not justified (counts as unanswered)")
        }
        Applies::No => Words::new("適用外", "Does not apply"),
    }
}

/// Which of design and operation runs ahead.
pub const fn flag(flag: Flag) -> Words {
    match flag {
        Flag::DesignAhead => {
            Words::new("運用が決まりに追いついていない", "Paper ahead of practice")
        }
        Flag::OperationAhead => {
            Words::new("決まりが運用に追いついていない", "Practice ahead of rule")
        }
    }
}

/// How much of a requirement a control answers.
pub const fn part(part: Part) -> Words {
    match part {
        Part::Whole => Words::new("全体", "Whole"),
        Part::Part => Words::new("一部", "Part"),
        Part::Related => Words::new("関連", "Related"),
    }
}
