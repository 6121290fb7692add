//! What came of reading the output of another tool, in Japanese: one clause, no full stop.

use super::{found, holds, printed};
use alloc::format;
use alloc::string::String;
use kumomori_core::text::Lang;
use kumomori_import::given::BadGiven;
use kumomori_import::note::Reason;
use kumomori_import::refusal::Refusal;
use kumomori_import::tool::Tool;
use kumomori_wire::diagnostic::Problem;

pub(super) fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Empty => "ファイルに1件も載っておらず、文書は空になる".into(),
        Reason::NotThere { field, value } => {
            format!("`{value}`がファイルにないため、`{field}`を省いた")
        }
        Reason::Unreadable { field: "", found } => format!(
            "ツールの出力とは違う形の要素があり、値のないまま文書に残した: `{found}`"
        ),
        Reason::Unreadable { field, found } => {
            format!("`{found}`はツールがここに出力する値ではないため、`{field}`を省いた")
        }
        Reason::OtherResource { found } => format!("`{found}`は対象ではないため、取り込まない"),
        Reason::CommandFailed { field, command, code } if code.is_empty() => {
            format!("`{command}`の応答が空のため、`{field}`を省いた")
        }
        Reason::CommandFailed { field, command, code } => {
            format!("`{command}`が`{code}`で失敗したため、`{field}`を省いた")
        }
        Reason::UnknownRegion { region } => {
            format!("`{region}`の国がわからないため、`country`を省いた")
        }
        Reason::SeveralCountries { location } => {
            format!("`{location}`は複数の国にまたがるため、`country`を省いた")
        }
        Reason::NoDefaultEncryption => {
            "デフォルトの暗号化がなく、暗号化されているかはオブジェクトごとに異なりうるため、`encrypted`と`cipher`を省いた".into()
        }
        Reason::UnknownCipher { found } => {
            format!("`{found}`という暗号化の方式がわからないため、`encrypted`と`cipher`を省いた")
        }
        Reason::EncryptionByProvider => {
            "`encrypted`と`cipher`は、ファイルではなく事業者の文書(すべてのオブジェクトをAES-256で暗号化)による".into()
        }
        Reason::PublicUnclear => {
            "誰でも読める状態かどうかがファイルからは決まらないため、`public`を省いた".into()
        }
        Reason::RetentionPartial => {
            "削除の規則が一部のオブジェクトか特定の日にしか効かないため、`retention_days`を省いた".into()
        }
        Reason::RetentionMinimum => {
            "最短の保持期間だけがあり、その後に削除する規則がないため、`retention_days`を省いた".into()
        }
        Reason::ProtocolsUnclear { field, protocols } => {
            format!("次のプロトコルを受け付けるかがスキャンからわからないため、`{field}`を省いた: {protocols}")
        }
        Reason::NoProtocol => {
            "受け付けるプロトコルが見つからないため、`min_version`と`max_version`を省いた".into()
        }
        Reason::CiphersUnclear { findings } => {
            format!("次の項目がスキャンからわからないため、`weak_ciphers`を省いた: {findings}")
        }
        Reason::CbcNotCounted => {
            "CBCを使う暗号スイートを受け付けるが、`weak_ciphers`には数えていない".into()
        }
        Reason::TrustUnclear { findings } => {
            format!("次の項目がスキャンからわからないため、`certificate_trusted`を省いた: {findings}")
        }
        Reason::ScanProblem { found } => format!("接続先をスキャンできていない: `{found}`"),
        Reason::ScanInterrupted => {
            "スキャンが途中で止まっており、その後の接続先は文書にない".into()
        }
        Reason::GivenUnused { field } => {
            format!("すべての要素の`{field}`がファイルにあるため、指定された値は使わない")
        }
    }
}

/// Message and help.
pub(super) fn refusal(tool: Tool, refusal: &Refusal) -> (String, String) {
    let again = || format!("{}を選ぶ", printed(tool).ja);
    match refusal {
        Refusal::TooLarge { bytes, limit } => (
            format!("ファイルが{bytes}バイトあり、読み込める上限の{limit}バイトを超えている"),
            "アカウントやホストごとに分ける".into(),
        ),
        Refusal::Blank => ("ファイルが空である".into(), again()),
        Refusal::Utf16 => ("UTF-16の文書である".into(), "UTF-8で保存し直す".into()),
        Refusal::NotUtf8 { at } => (format!("{at}バイト目からUTF-8として読めない"), again()),
        Refusal::NotJson(it) if matches!(it.problem, Problem::UnexpectedEnd { .. }) => {
            let help = "ツールが途中で止まったときのように終わりが欠けているので、出力し直す";
            ("ファイルが途中で切れている".into(), help.into())
        }
        Refusal::NotJson(_) => ("JSONではない".into(), again()),
        Refusal::OtherShape { found: it, seems, .. } => {
            let message = format!("{}ではなく、{}である", printed(tool).ja, found(Lang::Ja, it));
            let help = seems.map_or_else(
                || "docs/import.mdのコマンドで出力し直す".into(),
                |it| {
                    format!(
                        "`{}`の出力と思われるので、`{}`の代わりに指定する",
                        it.word(),
                        tool.word()
                    )
                },
            );
            (message, help)
        }
    }
}

/// Message and help.
pub(super) fn bad_given(bad: &BadGiven) -> (String, String) {
    match bad {
        BadGiven::NoValue { found } => {
            (format!("`{found}`には値がない"), "項目=値の形で書く".into())
        }
        BadGiven::UnknownField { field, known } => (
            format!("`{field}`という項目はない"),
            format!("次のいずれかを指定する: {}", known.join(", ")),
        ),
        BadGiven::Twice { field } => (
            format!("`{field}`が2度指定されている"),
            "すべての要素に共通の値を1度だけ指定する".into(),
        ),
        BadGiven::WrongValue { field, holds: it, found } => (
            format!("`{field}`に`{found}`という値は入らない"),
            format!("次の形で書く: {}", holds(Lang::Ja, *it)),
        ),
    }
}
