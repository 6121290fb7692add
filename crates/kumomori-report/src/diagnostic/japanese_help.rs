//! What to do about a problem, in Japanese: no full stop.

use super::ticked;
use alloc::format;
use alloc::string::String;
use kumomori_wire::diagnostic::{Problem, Seems};

pub(super) fn help(problem: &Problem) -> Option<String> {
    let help = match problem {
        Problem::NotJson { seems: Seems::Utf16 | Seems::OtherEncoding } => "UTF-8で保存し直す",
        Problem::EmptyFile | Problem::TooLarge { .. } | Problem::NotJson { .. } => {
            "「ファイルに保存」で書き出したJSONファイルを選ぶ"
        }
        Problem::ByteOrderMark => "BOMなしのUTF-8で保存し直す",
        Problem::UnexpectedEnd { .. } => "ファイルが途中で切れていないか確かめる",
        Problem::UnknownWord { .. } => {
            "文字列なら二重引用符で囲む。囲まずに書けるのは`true`、`false`、`null`、数値だけである"
        }
        Problem::TrailingComma => "コンマを消す",
        Problem::Comment => "消すか、`note`に移す",
        Problem::TrailingText => "最後の`}`より後を消す",
        Problem::MalformedEscape => "バックスラッシュそのものは`\\\\`と書く",
        Problem::LoneSurrogate => "文字をそのまま書く",
        Problem::ControlCharacter { .. } => "改行は`\\n`、タブは`\\t`と書く",
        Problem::MalformedNumber { .. } => "25のように、先頭の0や符号を付けずに書く",
        Problem::DuplicateKey { .. } | Problem::DuplicateItem { .. } => "どちらかを消す",
        Problem::OtherVersion { .. } => "書き出したプログラムか、より新しいもので開く",
        Problem::NotWhole { .. } => "小数を付けずに書く",
        Problem::MalformedDate { .. } => "`2026-06-30`のように年-月-日で書く",
        Problem::MalformedId { .. } => "英数字、`-`、`.`の1から64字で書く",
        Problem::MalformedMoment { .. } => "`2026-06-30T09:00:00+09:00`のように書く",
        Problem::NotOpened => "保存したままの履歴ファイルを使う",
        Problem::OutOfSequence { .. } | Problem::BrokenChain { .. } => {
            "別の場所に保管した控えと比べる"
        }
        Problem::MalformedHash { .. } => "`0`から`9`と`a`から`f`の64字で書く",
        Problem::MalformedDecimal { .. } => "`3.6000`のように小数第4位まで書く",
        Problem::TextTooLong { .. } => "短くするか、別の場所に置いてその場所を書く",
        Problem::LevelAndRungs => "どちらかを消す。`level`はその段までを満たすことを表す略記である",
        Problem::DuplicateTarget { .. } => "一つにまとめ、カテゴリを合わせる",
        Problem::DuplicateAnswer { .. } => "正しい方を残し、もう一方を消す",
        Problem::DuplicateAttestation { .. } => "どちらかのIDを変える",
        Problem::DatesReversed { .. } => "日付を入れ替えるか、誤っている方を直す",
        Problem::DeviationsAboveTested { .. } => "`deviations`か`tested`を直す",
        Problem::TestedAbovePopulation { .. } => {
            "`tested`か`population`を直す。母集団が不明なら`null`と書く"
        }
        Problem::UnchangedWithoutAutomated => "`\"automated\": true`を加えるか、消す",
        Problem::DateInFuture { .. } => "誤記であれば日付を直す",
        Problem::RoleOutOfScope { .. } => "この役割も評価するなら`scope.roles`に加える",
        Problem::Unjustified { .. } => "`justification`と`by`を埋める",
        Problem::MoreProblems { .. } => "上の問題を直してから開き直す",
        other => return with_choices(other),
    };
    Some(help.into())
}

/// Help that names what the author may have meant.
fn with_choices(problem: &Problem) -> Option<String> {
    match problem {
        Problem::UnknownField { nearest, .. } => Some(nearest.as_ref().map_or_else(
            || "消すか、あるべき場所に移す".into(),
            |it| format!("`{it}`のことであれば直し、そうでなければ消す"),
        )),
        Problem::MissingField { name } => Some(format!("`\"{name}\": …`を加える")),
        Problem::OtherFormat { expected, .. } => Some(format!("`{expected}`のファイルを選ぶ")),
        Problem::UnknownValue { choices, nearest, .. } => {
            let choices = ticked(choices, "、");
            Some(nearest.as_ref().map_or_else(
                || format!("{choices}のいずれかにする"),
                |it| format!("`{it}`のことであれば直す。選べるのは{choices}"),
            ))
        }
        Problem::OutOfRange { min, max, .. } => Some(format!("{min}から{max}の数を書く")),
        Problem::WrongLength { min, max, .. } if min == max => Some(format!("{min}個にする")),
        Problem::WrongLength { min, max, .. } => Some(format!("{min}個から{max}個にする")),
        Problem::UnknownFramework { known, .. } => {
            Some(format!("{}のいずれかにする", ticked(known, "、")))
        }
        Problem::UnknownCategory { known, .. } if known.is_empty() => {
            Some("消す。このフレームワークにカテゴリはない".into())
        }
        Problem::UnknownCategory { known, .. } => {
            Some(format!("{}のいずれかにする", ticked(known, "、")))
        }
        Problem::UnknownAttestation { nearest, .. } => Some(nearest.as_ref().map_or_else(
            || "`attestations`に加えるか、`inherited_from`を消す".into(),
            |it| format!("`{it}`のことであれば直す"),
        )),
        Problem::UnknownControl { nearest, .. } | Problem::UnknownException { nearest, .. } => {
            nearest.as_ref().map(|it| format!("`{it}`のことであれば直す"))
        }
        _ => None,
    }
}
