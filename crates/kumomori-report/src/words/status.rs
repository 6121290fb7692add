//! Words for what is concluded.

use super::Words;
use kumomori_core::comparison::Turn;
use kumomori_core::dimension::Status;
use kumomori_core::framework::Confidence;
use kumomori_core::gap::GapKind;
use kumomori_core::requirement::RequirementStatus;
use kumomori_core::risk::{RiskKind, RiskStatus};

/// A status against the target.
pub const fn status(status: Status) -> Words {
    match status {
        Status::Contradicted => Words::new("反証あり", "Contradicted"),
        Status::Gap => Words::new("ギャップ", "Gap"),
        Status::Unknown => Words::new("不明", "Unknown"),
        Status::Claimed => Words::new("申告のみ", "Claimed"),
        Status::Met => Words::new("達成", "Met"),
    }
}

/// The status of a requirement.
pub const fn requirement_status(of: RequirementStatus) -> Words {
    match of {
        RequirementStatus::NotCovered => Words::new("未収録", "Not covered"),
        RequirementStatus::NotApplicable => Words::new("適用外", "Not applicable"),
        RequirementStatus::Judged(judged) => status(judged),
    }
}

/// How something turned out, compared with before.
pub const fn turn(turn: Turn) -> Words {
    match turn {
        Turn::Worse => Words::new("悪化", "Worse"),
        Turn::Better => Words::new("改善", "Better"),
        Turn::Changed => Words::new("変化", "Changed"),
        Turn::New => Words::new("新規", "New"),
        Turn::Gone => Words::new("対象から外れた", "Gone"),
        Turn::Same => Words::new("変化なし", "The same"),
    }
}

/// What the status of a requirement means, in one sentence.
pub const fn requirement_status_meaning(of: RequirementStatus) -> Words {
    match of {
        RequirementStatus::NotCovered => Words::new(
            "必要な管理策がまだライブラリになく、判定できない。",
            "The library lacks a control that it needs, so nothing can be said.",
        ),
        RequirementStatus::NotApplicable => Words::new(
            "対応する管理策は、いずれも理由を添えて適用外とされている。",
            "None of its controls applies, each for a stated reason.",
        ),
        RequirementStatus::Judged(Status::Contradicted) => Words::new(
            "回答と食い違う証拠を自動チェックが見つけている。",
            "A check found evidence against what was answered.",
        ),
        RequirementStatus::Judged(Status::Gap) => Words::new(
            "不明な回答がすべて良い結果になっても、目標に届かない。",
            "The target is out of reach even if everything unknown turns out well.",
        ),
        RequirementStatus::Judged(Status::Unknown) => Words::new(
            "目標に届くかどうかは、不明な回答しだいである。",
            "Whether the target is reached depends on what is unknown.",
        ),
        RequirementStatus::Judged(Status::Claimed) => Words::new(
            "回答は目標に届いているが、証拠が足りない。",
            "The answers reach the target, but evidence is missing.",
        ),
        RequirementStatus::Judged(Status::Met) => Words::new(
            "証拠で確認できるレベルが目標に達している。",
            "The level that evidence confirms reaches the target.",
        ),
    }
}

/// The status of a risk.
pub const fn risk_status(of: RiskStatus) -> Words {
    match of {
        RiskStatus::NotCovered => Words::new("未収録", "Not covered"),
        RiskStatus::Open => Words::new("対策不足", "Open"),
        RiskStatus::Unknown => Words::new("不明", "Unknown"),
        RiskStatus::Claimed => Words::new("申告のみ", "Claimed"),
        RiskStatus::PartlyCovered => Words::new("一部対応", "Partly covered"),
        RiskStatus::Covered => Words::new("対応済み", "Covered"),
        RiskStatus::NotApplicable => Words::new("適用外", "Not applicable"),
    }
}

/// What the status of a risk means, in one sentence.
pub const fn risk_status_meaning(of: RiskStatus) -> Words {
    match of {
        RiskStatus::NotCovered => Words::new(
            "このリスクを抑える管理策がまだライブラリにない。",
            "No control that answers it is in the library yet.",
        ),
        RiskStatus::Open => Words::new(
            "このリスクを抑える管理策に、目標に届かないものがある。",
            "A control that answers it falls short of the target.",
        ),
        RiskStatus::Unknown => Words::new(
            "抑えられているかどうかは、不明な回答しだいである。",
            "Whether it is held down depends on what is unknown.",
        ),
        RiskStatus::Claimed => Words::new(
            "管理策は目標に届くと申告されているが、証拠が足りない。",
            "The controls are said to reach the target, but evidence is missing.",
        ),
        RiskStatus::PartlyCovered => Words::new(
            "収録済みの管理策は目標に達しているが、ほかに未収録のものがある。",
            "The controls in the library reach the target; others that answer it are not there yet.",
        ),
        RiskStatus::Covered => Words::new(
            "このリスクを抑える管理策がすべて目標に達している。",
            "All controls that answer it reach the target.",
        ),
        RiskStatus::NotApplicable => Words::new(
            "このリスクを抑える管理策は、いずれも適用外とされている。",
            "None of the controls that answer it applies.",
        ),
    }
}

/// Where a risk comes from.
pub const fn risk_kind(kind: RiskKind) -> Words {
    match kind {
        RiskKind::Ai => Words::new("AI利用のリスク", "Risks of using AI"),
        RiskKind::Cloud => Words::new("クラウド利用のリスク", "Risks of using the cloud"),
    }
}

/// Why something is below the target.
pub const fn gap_kind(kind: GapKind) -> Words {
    match kind {
        GapKind::Contradicted => Words::new("反証あり", "Contradicted"),
        GapKind::Missing => Words::new("未達", "Falls short"),
        GapKind::Unproven => Words::new("証拠不足", "Not proven"),
        GapKind::Unanswered => Words::new("未回答", "Unanswered"),
    }
}

/// How sure the library is of a requirement's id and topic.
pub const fn confidence(confidence: Confidence) -> Words {
    match confidence {
        Confidence::Verified => Words::new(
            "発行者の一覧または複数の独立した資料と照合済み",
            "Checked against the publisher's list or several independent ones",
        ),
        Confidence::SecondHand => {
            Words::new("二次資料による", "Taken from somebody's account of it")
        }
    }
}
