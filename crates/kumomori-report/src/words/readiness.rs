//! Words for what an examination by others would meet.

use super::Words;
use kumomori_core::dimension::Status;
use kumomori_core::readiness::{Finding, Outlook, ReportType};

/// What all requirements together let expect.
pub const fn outlook(of: Outlook) -> Words {
    match of {
        Outlook::NotReady => Words::new("準備ができていない", "Not ready"),
        Outlook::Unknown => Words::new("まだ判断できない", "Cannot be said yet"),
        Outlook::Corrections => Words::new("是正すれば整う", "Ready after corrections"),
        Outlook::Claimed => Words::new("申告のうえでは整っている", "Ready as claimed"),
        Outlook::Ready => Words::new("準備が整っている", "Ready"),
    }
}

/// What an outlook means, in one sentence.
pub const fn outlook_meaning(of: Outlook) -> Words {
    match of {
        Outlook::NotReady => Words::new(
            "分かっている不足だけで、審査や監査の妨げになる。",
            "What is known to fall short stands in the way by itself.",
        ),
        Outlook::Unknown => Words::new(
            "不明な回答しだいで、妨げになるかどうかが変わる。",
            "Whether something stands in the way depends on what is unknown.",
        ),
        Outlook::Corrections => Words::new(
            "個別の不足があり、それぞれを是正すれば審査に臨める。",
            "There are isolated shortfalls, and each can be corrected.",
        ),
        Outlook::Claimed => Words::new(
            "回答は足りているが、それを示す証拠が足りない。",
            "The answers suffice; evidence for them is missing.",
        ),
        Outlook::Ready => Words::new(
            "回答も証拠も足りている。",
            "The answers suffice, and so does the evidence for them.",
        ),
    }
}

/// What an auditor would write down.
pub const fn finding(of: Finding) -> Words {
    match of {
        Finding::Absent => Words::new("重大(未実施)", "Major (absent)"),
        Finding::Linked => Words::new("重大(同じ箇条に集中)", "Major (linked)"),
        Finding::Unknown => Words::new("不明", "Unknown"),
        Finding::Minor => Words::new("軽微", "Minor"),
        Finding::Claimed => Words::new("申告のみ", "Claimed"),
        Finding::Opportunity => Words::new("改善の機会", "Opportunity"),
        Finding::Conforming => Words::new("指摘なし", "No finding"),
    }
}

/// What a finding means, in one sentence.
pub const fn finding_meaning(of: Finding) -> Words {
    match of {
        Finding::Absent => Words::new(
            "箇条4から10の要求に当たることが、まったく行われていない。",
            "Something that clauses 4 to 10 ask for is not done at all.",
        ),
        Finding::Linked => Words::new(
            "同じ箇条に不足が3つ以上あり、仕組みそのものが疑われる。",
            "Three or more shortfalls in one clause put the system itself in doubt.",
        ),
        Finding::Unknown => Words::new(
            "指摘になるかどうかは、不明な回答しだいである。",
            "Whether there is a finding depends on what is unknown.",
        ),
        Finding::Minor => Words::new(
            "それだけでは仕組み全体を損なわない不足がある。",
            "A shortfall that does not break the system by itself.",
        ),
        Finding::Claimed => Words::new(
            "回答は足りているが、証拠が足りない。",
            "The answers suffice; evidence is missing.",
        ),
        Finding::Opportunity => Words::new(
            "審査が求める水準にあるが、この評価の目標には届かない。",
            "What an audit asks is there; the target of this assessment is higher.",
        ),
        Finding::Conforming => Words::new(
            "審査が求める水準にあり、この評価の目標にも届いている。",
            "What an audit asks is there, and so is the target of this assessment.",
        ),
    }
}

/// What the status of a criterion means where a report is examined, in one sentence.
pub const fn examined_meaning(of: Status) -> Words {
    match of {
        Status::Contradicted => {
            Words::new("回答と食い違う証拠がある。", "Evidence speaks against what was answered.")
        }
        Status::Gap => Words::new(
            "不明な回答がすべて良い結果になっても、監査が求める水準に届かない。",
            "What an examination asks is out of reach even if everything unknown turns out well.",
        ),
        Status::Unknown => finding_meaning(Finding::Unknown),
        Status::Claimed => finding_meaning(Finding::Claimed),
        Status::Met => Words::new(
            "監査が求める水準にあり、証拠もある。",
            "What an examination asks is there, and so is the evidence.",
        ),
    }
}

/// A type of report.
pub const fn report_type(of: ReportType) -> Words {
    match of {
        ReportType::One => Words::new("Type 1報告書", "Type 1 report"),
        ReportType::Two => Words::new("Type 2報告書", "Type 2 report"),
    }
}
