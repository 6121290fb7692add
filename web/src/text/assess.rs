//! Words of the pages on which controls are answered.

use kumomori_core::dimension::Dimension;
use kumomori_core::ladder::Ladder;
use kumomori_core::role::Role;
use kumomori_core::text::Lang;
use kumomori_report::words;
use kumomori_report::words::Words;

words! {
    TITLE: "回答", "Answers";
    LEAD: "どの領域からでも始められます。わからないものは、わからないままでかまいません。", "Begin with any domain. What you do not know may stay unknown.";
    NOT_BEGUN: "未着手", "Not yet started";
    PARTLY: "途中", "In progress";
    DONE: "回答済み", "Answered";
    NO_SCOPE: "対象となる管理策がありません。「対象と目標」で、照らし合わせる規格・規準と立場を選んでください。", "No control is in scope. Choose a standard and a role under Scope.";
    NO_DOMAIN: "この領域に、対象となる管理策はありません。", "No control of this domain is in scope.";
    BACK: "領域の一覧", "All domains";
    NEXT: "次の領域", "Next domain";
    TO_RESULT: "結果を見る", "See the result";
    ABOUT_CONTROL: "背景、事業者への質問、対応する規格の項目", "Background, what to ask a provider, and what it answers";
    WHY: "なぜ必要か", "Why it matters";
    WEIGHT: "重み", "Weight";
    FREQUENCY: "頻度", "How often";
    EFFORT: "整備の手間", "Effort";
    SAMPLE_ITEM: "サンプルの単位", "What one item is";
    QUESTIONS: "事業者への質問", "What to ask a provider";
    GOOD_ANSWER: "よい回答に含まれるもの:", "A good answer has:";
    ANSWERS_REQUIREMENTS: "対応する要求事項", "Requirements it answers";
    APPLICABILITY: "適用の有無", "Does it apply?";
    APPLIES: "適用する", "It applies";
    APPLIES_NOT: "適用しない", "It does not apply";
    REASON: "理由の種類", "Kind of reason";
    JUSTIFICATION: "理由の説明", "Justification";
    BY: "判断した人", "Decided by";
    EXCLUSION_HINT: "説明と判断した人の両方がそろうまでは、未回答として扱います。", "Until both a justification and a name are given, it counts as unanswered.";
    LEVEL_HINT: "それより下もすべて満たす、いちばん上のレベルを選びます。", "Choose the highest level that holds together with all below it.";
    UNKNOWN: "わからない・未回答", "Don't know, or not answered";
    UNKNOWN_TEXT: "結果には幅として残ります。", "It stays in the result as a range.";
    BY_RUNG: "レベルごとに答える", "Answer level by level";
    BY_RUNG_HINT: "一部だけわかるときや、途中のレベルが「おおむね」のときに使います。", "For when only some is known, or a level holds only largely.";
    RUNG_SHOWN_BY: "示すもの: ", "Shown by: ";
    EVIDENCE: "証拠", "Evidence";
    EVIDENCE_HINT: "確認済みになるのは、証拠が裏づけたところまでです。ファイルは取り込まず、題名と所在だけを記録します。", "Only what evidence bears out is confirmed. Files are not taken in: title and place are noted.";
    EVIDENCE_ADD: "証拠を追加", "Add evidence";
    RELIES_ON: "拠り所とする認証書・報告書", "Certificate or report that the answer relies on";
    RELIES_ON_NONE: "なし", "None";
    EVIDENCE_TITLE: "題名", "Title";
    EVIDENCE_ASPECTS: "何についての証拠か", "What it is about";
    EVIDENCE_GRADE: "この証拠は、次のどれに当たりますか", "Which of these is it?";
    GRADE: "等級", "grade";
    EVIDENCE_DATE: "日付", "Date";
    EVIDENCE_HASH: "ファイルのSHA-256を控える(ファイルは保存しません)", "Note the SHA-256 of a file (the file is not kept)";
    EVIDENCE_LOCATION: "所在(URLや保管場所。リンクにはなりません)", "Where it is kept (text; never a link)";
    SAMPLE: "抜き取りテスト", "Sample test";
    SAMPLE_HINT: "運用の記録を抜き取って調べた件数と、逸脱の件数。母集団がわからなければ空欄にします。", "How many records of operation were tested, and how many deviated. Leave the population empty if it is not known.";
    SAMPLE_HAS: "抜き取りテストをした", "A sample was tested";
    POPULATION: "母集団の件数", "Population";
    TESTED: "調べた件数", "Tested";
    DEVIATIONS: "逸脱の件数", "Deviations";
    AUTOMATED: "自動化された管理策である", "It is automated";
    UNCHANGED_SINCE: "設定が変わっていない期間の始まり", "Unchanged since";
    SAMPLE_ORDER: "逸脱の件数は調べた件数以下、調べた件数は母集団以下にしてください(上限10,000)。この値はまだ使われていません。", "Deviations must not exceed those tested, nor those tested the population (at most 10,000). These numbers are not used yet.";
    MARK: "あとで見直す", "Look at this again";
    NOTES: "担当・期限・メモ", "Owner, due date, note";
    OWNER: "担当", "Owner";
    DUE: "期限", "Due";
    NOTE: "メモ", "Note";
    OUTCOME: "この回答からわかること", "What this comes to";
    CAP: "証拠で認められる上限", "what evidence allows";
    NOT_IN_LIBRARY: "ライブラリにない管理策への回答", "Answers about controls that the library does not have";
}

/// How many of all are answered.
pub(crate) fn answered(lang: Lang, answered: usize, all: usize) -> String {
    match lang {
        Lang::Ja => format!("{all}件中{answered}件に回答済み"),
        Lang::En => format!("{answered} of {all} answered"),
    }
}

/// Such as "Design level".
pub(crate) fn level_of(dimension: Dimension) -> Words {
    match dimension {
        Dimension::Design => Words::new("設計のレベル", "Design level"),
        Dimension::Operation => Words::new("運用のレベル", "Operation level"),
    }
}

/// Such as "The provider's duty".
pub(crate) fn duty_of(role: Role) -> Words {
    match role {
        Role::Customer => Words::new("利用者の責務", "The customer's duty"),
        Role::Provider => Words::new("事業者の責務", "The provider's duty"),
    }
}

/// What a ladder says that was answered rung by rung: each rung, then what it amounts to.
pub(crate) fn by_rung(lang: Lang, ladder: Ladder) -> String {
    let rungs = ladder.0.map(|it| words::rung(it).of(lang));
    let (low, high) = (ladder.low().number(), ladder.high().number());
    match lang {
        Lang::Ja => {
            let rungs = rungs.join("・");
            let level = if low == high { format!("{low}") } else { format!("{low}から{high}") };
            format!("レベルごとの回答(1から順に): {rungs}。回答からわかるレベル: {level}。")
        }
        Lang::En => {
            let rungs = rungs.join(", ");
            let level = if low == high { format!("{low}") } else { format!("{low} to {high}") };
            format!("Answered level by level, from 1: {rungs}. Level by the answers: {level}.")
        }
    }
}

/// How many answers are marked.
pub(crate) fn marked(lang: Lang, n: usize) -> String {
    match lang {
        Lang::Ja => format!("あとで見直す回答({n}件)"),
        Lang::En => format!("Answers to look at again ({n})"),
    }
}
