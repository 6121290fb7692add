//! Problems in Japanese: one clause, no full stop.

use super::nouns::{expected, kind, seems};
use crate::words;
use alloc::format;
use alloc::string::String;
use kumomori_core::role::Role;
use kumomori_wire::diagnostic::Problem;

pub(super) fn message(problem: &Problem) -> String {
    match problem {
        Problem::TooLarge { bytes, limit } => {
            format!("ファイルが{bytes}バイトあり、読み込める上限の{limit}バイトを超えている")
        }
        Problem::EmptyFile => "ファイルが空である".into(),
        Problem::NotJson { seems: it } => {
            format!("JSONではなく、{}と思われる", seems(*it).ja)
        }
        Problem::ByteOrderMark => "先頭にバイト順マーク(BOM)がある".into(),
        Problem::UnexpectedEnd { expected: it } => {
            format!("{}が続くはずのところでファイルが終わっている", expected(*it).ja)
        }
        Problem::UnexpectedCharacter { found, expected: it } => {
            format!("{}があるはずのところに`{found}`がある", expected(*it).ja)
        }
        Problem::UnknownWord { found } => format!("`{found}`はJSONの値ではない"),
        Problem::TrailingComma => "コンマの後に何もない".into(),
        Problem::Comment => "JSONにはコメントを書けない".into(),
        Problem::TrailingText => "文書の終わりの後に文字がある".into(),
        Problem::MalformedEscape => "バックスラッシュの後がJSONのエスケープになっていない".into(),
        Problem::LoneSurrogate => "対になるエスケープの片方しかない".into(),
        Problem::ControlCharacter { code } => {
            format!("文字列の中に制御文字U+{code:04X}がある")
        }
        Problem::MalformedNumber { found } => format!("`{found}`はJSONの数値ではない"),
        Problem::TooDeep { limit } => {
            format!("リストとオブジェクトの入れ子が{limit}段を超えている")
        }
        Problem::TooManyValues { limit } => format!("値の数が{limit}を超えている"),
        Problem::DuplicateKey { name } => format!("項目`{name}`が同じオブジェクトに2つある"),
        Problem::OtherFormat { found, expected } => {
            format!("形式が`{expected}`ではなく`{found}`である")
        }
        Problem::OtherVersion { found, expected } => {
            format!("形式の版`{found}`には対応していない(対応しているのは`{expected}`)")
        }
        Problem::UnknownField { name, .. } => format!("ここに`{name}`という項目はない"),
        Problem::MissingField { name } => format!("項目`{name}`がない"),
        Problem::WrongType { expected, found } => {
            format!("{}であるべきところが{}になっている", kind(*expected).ja, kind(*found).ja)
        }
        other => value(other),
    }
}

fn value(problem: &Problem) -> String {
    match problem {
        Problem::UnknownValue { found, .. } => format!("`{found}`は選べる値ではない"),
        Problem::OutOfRange { found, min, max } => {
            format!("`{found}`は{min}から{max}の範囲にない")
        }
        Problem::NotWhole { found } => format!("`{found}`は整数ではない"),
        Problem::WrongLength { found, min, max } if min == max => {
            format!("リストの要素が{min}個ではなく{found}個ある")
        }
        Problem::WrongLength { found, min, max } => {
            format!("リストの要素が{found}個で、{min}個から{max}個の範囲にない")
        }
        Problem::DuplicateItem { item } => format!("`{item}`がリストに2つある"),
        Problem::MalformedDate { found } => format!("`{found}`は日付ではない"),
        Problem::MalformedId { found } => format!("`{found}`はIDではない"),
        Problem::MalformedMoment { found } => format!("`{found}`は日時ではない"),
        Problem::MalformedHash { found } => format!("`{found}`はSHA-256ではない"),
        Problem::MalformedDecimal { found } => format!("`{found}`は小数第4位までの数値ではない"),
        Problem::TextTooLong { found, limit } => {
            format!("文字列が{found}字あり、上限の{limit}字を超えている")
        }
        Problem::LevelAndRungs => "`level`と`rungs`が両方書かれている".into(),
        other => meaning(other),
    }
}

fn meaning(problem: &Problem) -> String {
    match problem {
        Problem::UnknownFramework { framework, .. } => {
            format!("フレームワーク`{framework}`はライブラリにない")
        }
        Problem::UnknownCategory { category, framework, .. } => {
            format!("`{framework}`にカテゴリ`{category}`はない")
        }
        Problem::DuplicateTarget { framework } => {
            format!("`{framework}`が目標に2度挙げられている")
        }
        Problem::DuplicateAnswer { control, role } => {
            format!("管理策`{control}`の{}としての回答が2つある", name(*role))
        }
        Problem::DuplicateAttestation { attestation } => {
            format!("第三者評価`{attestation}`が2つある")
        }
        Problem::UnknownAttestation { attestation, .. } => {
            format!("第三者評価`{attestation}`はこのファイルにない")
        }
        Problem::DatesReversed { from, to } => {
            format!("始まりの`{from}`が終わりの`{to}`より後になっている")
        }
        Problem::DeviationsAboveTested { deviations, tested } => {
            format!("逸脱{deviations}件がテストした{tested}件より多い")
        }
        Problem::TestedAbovePopulation { tested, population } => {
            format!("テストした{tested}件が母集団の{population}件より多い")
        }
        Problem::UnchangedWithoutAutomated => {
            "自動化されていないサンプルに`unchanged_since`がある".into()
        }
        other => warning(other),
    }
}

fn warning(problem: &Problem) -> String {
    match problem {
        Problem::DateInFuture { date, today } => {
            format!("`{date}`は評価日({today})より後のため、集計に入らない")
        }
        Problem::UnknownControl { control, .. } => {
            format!("管理策`{control}`はライブラリになく、回答は保持するが集計に入らない")
        }
        Problem::PlannedControl { control } => {
            format!("管理策`{control}`はまだ収録されておらず、回答は保持するが集計に入らない")
        }
        Problem::UnknownException { control, .. } => {
            format!("管理策`{control}`はライブラリになく、この例外は効果を持たない")
        }
        Problem::RoleOutOfScope { control, role } => format!(
            "`{control}`の回答は評価範囲にない{}についてのもので、集計に入らない",
            name(*role)
        ),
        Problem::NoDuty { control, role } => {
            format!("管理策`{control}`は{}に何も求めておらず、回答は集計に入らない", name(*role))
        }
        Problem::Unjustified { control, role } => format!(
            "管理策`{control}`({})は適用外の理由または判断者の名前がなく、未回答として扱う",
            name(*role)
        ),
        Problem::OtherLibrary { saved, current } => format!(
            "保存時のライブラリ({saved})と現在のライブラリ({current})が異なり、値が変わり得る"
        ),
        Problem::NotOpened => "最初の記録が評価全体を含んでいない".into(),
        Problem::OutOfSequence { found, expected } => {
            format!("記録{expected}があるべき位置に記録{found}がある")
        }
        Problem::BrokenChain { seq } => {
            format!("記録{seq}が直前の記録とつながらない。どちらかが後から書き換えられている")
        }
        Problem::MoreProblems { n } => format!("ほかに{n}件の問題がある"),
        other => other.code().into(),
    }
}

fn name(role: Role) -> &'static str {
    words::role(role).ja
}
