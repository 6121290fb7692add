//! Words for evidence and samples.

use super::Words;
use kumomori_core::dimension::Aspects;
use kumomori_core::evidence::Discount;
use kumomori_core::sample::SampleRule;
use kumomori_core::testimony::LeftOut;

/// What evidence of a grade is, 0 to 4.
pub const fn evidence_grade(grade: u8) -> Words {
    match grade {
        0 => Words::new("証拠なし", "No evidence"),
        1 => Words::new("説明のみ", "A statement"),
        2 => Words::new("日付のある文書または設定", "A dated document or configuration"),
        3 => Words::new("観察期間にわたる日付のある記録", "Dated records over the window"),
        _ => Words::new(
            "独立した検証(部門外の内部監査、認証書、SOC 2報告書)",
            "An independent test (internal audit by others, certificate, SOC 2 report)",
        ),
    }
}

/// The dimensions that something is about.
pub const fn aspects(aspects: Aspects) -> Words {
    match (aspects.design, aspects.operation) {
        (true, true) => Words::new("設計と運用", "Design and operation"),
        (true, false) => Words::new("設計のみ", "Design only"),
        (false, true) => Words::new("運用のみ", "Operation only"),
        (false, false) => Words::new("指定なし", "Neither"),
    }
}

/// Why an entry of evidence counts for less, as a clause.
pub const fn discount(discount: Discount) -> Words {
    match discount {
        Discount::InFuture => Words::new(
            "評価日より後の日付のため数えない",
            "dated after the day of the evaluation, so left out",
        ),
        Discount::Undated => {
            Words::new("日付がないため等級1として数える", "without a date, so it counts as grade 1")
        }
        Discount::Stale => Words::new("古いため等級を1つ下げる", "old, so it loses one grade"),
    }
}

/// Why an evidence document is left out, as a clause.
pub const fn left_out(why: LeftOut) -> Words {
    match why {
        LeftOut::InFuture => Words::new(
            "評価日より後に収集されている",
            "it was collected after the day of the evaluation",
        ),
        LeftOut::NoRole => Words::new(
            "両方の役割が評価範囲にあるのに、どちらについての証拠かが書かれていない(`role`)",
            "both roles are in scope and it does not say whose evidence it is (`role`)",
        ),
        LeftOut::RoleOutOfScope => {
            Words::new("その役割が評価範囲にない", "the role that it speaks for is not in scope")
        }
        LeftOut::Superseded => Words::new(
            "種類、ツール、収集元が同じで、より新しい文書がある",
            "there is a newer one of the same kind, tool and source",
        ),
    }
}

/// The rule that judged a sample.
pub const fn sample_rule(rule: SampleRule) -> Words {
    match rule {
        SampleRule::Binomial => Words::new(
            "母集団の大きさが不明なため、二項分布による正確な上限(Clopper-Pearson)で判定する",
            "Population unknown: the exact binomial bound (Clopper-Pearson) decides",
        ),
        SampleRule::Hypergeometric => Words::new(
            "母集団の大きさが分かるため、超幾何分布による正確な上限で判定する",
            "Population known: the exact hypergeometric bound decides",
        ),
        SampleRule::All => Words::new(
            "母集団が小さいため、全件をテストして逸脱がないことを求める",
            "Small population: every item is tested and none may deviate",
        ),
        SampleRule::Automated => Words::new(
            "自動化された管理策のため、観察期間を通じて変更がないことと1件以上のテストを求める",
            "Automated control: at least one test, and no change over the whole window",
        ),
    }
}
