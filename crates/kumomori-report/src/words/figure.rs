//! Words for the figures of a group and the senses of a level.

use super::Words;

/// One of the five figures of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Figure {
    /// The level that key controls and most of the weight reach.
    GroupLevel,
    /// The weighted mean.
    Mean,
    /// The lowest key control.
    Floor,
    /// Answered weight.
    Coverage,
    /// Weight with strong fresh evidence.
    Evidence,
}

impl Figure {
    /// All figures, in the order in which they are given.
    pub const ALL: [Self; 5] =
        [Self::GroupLevel, Self::Mean, Self::Floor, Self::Coverage, Self::Evidence];
}

/// The name of a figure.
pub const fn figure(figure: Figure) -> Words {
    match figure {
        Figure::GroupLevel => Words::new("グループレベル", "Group level"),
        Figure::Mean => Words::new("平均", "Mean"),
        Figure::Floor => Words::new("最低値", "Floor"),
        Figure::Coverage => Words::new("回答率", "Coverage"),
        Figure::Evidence => Words::new("証拠の強さ", "Evidence strength"),
    }
}

/// What a figure means, in one sentence.
pub const fn figure_meaning(figure: Figure) -> Words {
    match figure {
        Figure::GroupLevel => Words::new(
            "キー管理策のすべてと、適用される重みの大半が達しているレベル。",
            "The level that every key control and most of the applicable weight reach.",
        ),
        Figure::Mean => Words::new(
            "確認済みレベルの加重平均。読み取りの目安で、単独では使わない。",
            "The weighted mean of the confirmed levels; a reading aid, never used alone.",
        ),
        Figure::Floor => Words::new(
            "キー管理策のうち最も低いもののレベル。",
            "The level of the lowest key control.",
        ),
        Figure::Coverage => Words::new(
            "適用される重みのうち、回答済みの割合。",
            "The share of the applicable weight that has been answered.",
        ),
        Figure::Evidence => Words::new(
            "適用される重みのうち、新しい等級3以上の証拠がある割合。",
            "The share of the applicable weight with fresh evidence of grade 3 or better.",
        ),
    }
}

/// In what sense a level is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sense {
    /// What answers and evidence alone show.
    Low,
    /// What evidence confirms.
    Confirmed,
    /// What the answers say.
    Claimed,
    /// What is possible.
    High,
    /// The lower of design and operation.
    Assured,
}

impl Sense {
    /// All senses, the four readings from low to high first.
    pub const ALL: [Self; 5] =
        [Self::Low, Self::Confirmed, Self::Claimed, Self::High, Self::Assured];
}

/// The name of a sense.
pub const fn sense(sense: Sense) -> Words {
    match sense {
        Sense::Low => Words::new("下限", "Low"),
        Sense::Confirmed => Words::new("確認済み", "Confirmed"),
        Sense::Claimed => Words::new("申告", "Claimed"),
        Sense::High => Words::new("上限", "High"),
        Sense::Assured => Words::new("担保済み", "Assured"),
    }
}

/// What a sense means, in one sentence.
pub const fn sense_meaning(sense: Sense) -> Words {
    match sense {
        Sense::Low => Words::new(
            "不明な回答を満たしていないものとし、自分の証拠だけで認められるレベル。",
            "What own evidence supports when everything unknown is read as not met.",
        ),
        Sense::Confirmed => Words::new(
            "申告のうち、証拠または第三者評価で裏づけられたレベル。",
            "What evidence or an attestation supports of what is claimed.",
        ),
        Sense::Claimed => Words::new(
            "証拠を考慮せず、回答だけから求めたレベル。",
            "What the answers alone give, before evidence is considered.",
        ),
        Sense::High => Words::new(
            "不明な回答がすべて良い結果になった場合のレベル。",
            "What is possible if everything unknown turns out well.",
        ),
        Sense::Assured => Words::new(
            "運用のレベルを設計のレベルで頭打ちにしたもの。定めた以上のことが確実に行われているとは言えない。",
            "Operation, but never above design: nobody can be sure that a control works beyond what is defined.",
        ),
    }
}

/// What the lower of design and operation is called where dimensions stand side by side.
pub const fn assured_operation() -> Words {
    Words::new("運用(担保済み)", "Operation (assured)")
}

/// What a group with too few answers is called.
pub const fn provisional() -> Words {
    Words::new("暫定", "Provisional")
}

/// What a group with too much not applicable is called.
pub const fn thin() -> Words {
    Words::new("対象僅少", "Thin")
}
