//! What came of reading the output of another tool, in words.

mod english;
mod japanese;
mod notes;
#[cfg(test)]
mod tests;

use crate::diagnostic;
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::text::Lang;
use kumomori_import::field::Holds;
use kumomori_import::given::BadGiven;
use kumomori_import::note::Reason;
use kumomori_import::refusal::{Found, Refusal};
use kumomori_import::tool::Tool;

pub use notes::{by_reason, notes};

/// What could not be read out, in one clause.
pub fn reason(lang: Lang, reason: &Reason) -> String {
    match lang {
        Lang::Ja => japanese::reason(reason),
        Lang::En => english::reason(reason),
    }
}

/// What to do about it, if there is anything to do.
pub fn help(lang: Lang, reason: &Reason) -> Option<&'static str> {
    let words = match reason {
        Reason::Empty => Words::new(
            "調べた対象、アカウントやプロジェクト、権限が正しいか確かめる",
            "check what was looked at, the account or project, and the permissions",
        ),
        Reason::NotThere { .. } => Words::new(
            "その項目も含めて出力し直すか、文書に値を加える",
            "let the tool print it too, or add the value to the document",
        ),
        Reason::CommandFailed { .. } => Words::new(
            "調べるアカウントにこのコマンドの権限を与え、出力し直す",
            "give the account that asks the right to this command, and ask again",
        ),
        Reason::UnknownRegion { .. } => Words::new(
            "その場所の国を調べて文書に加える",
            "look up in which country it lies, and add it to the document",
        ),
        Reason::SeveralCountries { .. } => Words::new(
            "一つの国に収まる場所へ移すか、この場所でよいかをデータの責任者と決める",
            "move the data to one country, or decide with its owner whether this location is allowed",
        ),
        Reason::NoDefaultEncryption => {
            Words::new("デフォルトの暗号化を設定する", "set default encryption")
        }
        Reason::PublicUnclear => Words::new(
            "パブリックアクセスを設定で禁止するか、確かめた結果を文書に加える",
            "block public access in the settings, or look, and add the answer to the document",
        ),
        Reason::RetentionPartial | Reason::RetentionMinimum => Words::new(
            "すべてのデータに効く削除の規則を設定するか、実際の保持期間を文書に加える",
            "set a deletion rule for all objects, or add the real period to the document",
        ),
        Reason::ProtocolsUnclear { .. }
        | Reason::CiphersUnclear { .. }
        | Reason::TrustUnclear { .. } => Words::new(
            "`--severity`も項目を絞るオプションも付けずに、最後までスキャンし直す",
            "scan again to the end, without `--severity` and without options that pick tests",
        ),
        Reason::CbcNotCounted => Words::new(
            "自社の暗号の標準がCBCを認めない場合は、文書の`weak_ciphers`を増やす",
            "if your cryptography standard excludes them, raise `weak_ciphers` in the document",
        ),
        Reason::ScanProblem { .. } | Reason::NoProtocol => Words::new(
            "ホストとポート、途中のファイアウォールを確かめてスキャンし直す",
            "check host, port and the firewalls between, and scan again",
        ),
        Reason::ScanInterrupted => {
            Words::new("最後までスキャンし直して取り込む", "scan again to the end, and import that")
        }
        Reason::Unreadable { .. }
        | Reason::OtherResource { .. }
        | Reason::UnknownCipher { .. }
        | Reason::EncryptionByProvider
        | Reason::GivenUnused { .. } => return None,
    };
    Some(words.of(lang))
}

/// Why nothing can be read out of a file: message, place and help, as lines of text.
pub fn refusal(lang: Lang, file_name: &str, tool: Tool, refusal: &Refusal) -> String {
    let (message, help) = match lang {
        Lang::Ja => japanese::refusal(tool, refusal),
        Lang::En => english::refusal(tool, refusal),
    };
    if let Refusal::NotJson(it) = refusal {
        return diagnostic::to_text_with(lang, file_name, it, Some(&help));
    }
    let (error, mark) = match lang {
        Lang::Ja => ("エラー", "対処"),
        Lang::En => ("error", "help"),
    };
    let path = match refusal {
        Refusal::OtherShape { path, .. } if !path.is_empty() => format!(" ({path})"),
        _ => String::new(),
    };
    format!("{error}: {message}\n  {file_name}{path}\n  {mark}: {help}\n")
}

/// Why something that the user says cannot be used: message and help, as lines of text.
pub fn bad_given(lang: Lang, bad: &BadGiven) -> String {
    let (message, help) = match lang {
        Lang::Ja => japanese::bad_given(bad),
        Lang::En => english::bad_given(bad),
    };
    match lang {
        Lang::Ja => format!("エラー: {message}\n  対処: {help}\n"),
        Lang::En => format!("error: {message}\n  help: {help}\n"),
    }
}

/// What a field holds.
pub fn holds(lang: Lang, holds: Holds) -> String {
    let words = match holds {
        Holds::OneOf(words) => {
            let words: Vec<&str> = words.iter().copied().filter(|it| !it.is_empty()).collect();
            return words.join(" | ");
        }
        Holds::Text => Words::new("文字列", "a text"),
        Holds::Bool => return "true | false".into(),
        Holds::Count => Words::new("0以上の整数", "a whole number, 0 or more"),
        Holds::Country => Words::new("JPなどの国コード", "a country code such as JP"),
        Holds::Countries => {
            Words::new("JP,USのようにコンマで区切った国コード", "country codes such as JP,US")
        }
        Holds::Time => Words::new(
            "2026-11-01T09:00:00+09:00のような日時、または日付",
            "a moment such as 2026-11-01T09:00:00+09:00, or a day",
        ),
        Holds::Span => Words::new("24hのような時間", "a length of time such as 24h"),
        Holds::Version => Words::new("TLS1.2のような版", "a version such as TLS1.2"),
        Holds::Texts => Words::new("コンマで区切った文字列", "texts with commas between them"),
        Holds::Objects => Words::new("ファイルからのみ", "only what a file says"),
    };
    words.of(lang).to_owned()
}

/// What a tool prints.
pub(crate) const fn printed(tool: Tool) -> Words {
    match tool {
        Tool::AwsS3 => Words::new(
            "AWS Configの高度なクエリの結果(`Results`のあるオブジェクト)、または`bucket`と`get-bucket-location`などの応答を1行に収めたオブジェクト",
            "the results of an advanced query of AWS Config (an object with `Results`), or one object a line with `bucket` and answers such as `get-bucket-location`",
        ),
        Tool::GcpStorage => Words::new(
            "`gcloud storage buckets list --format=json`の出力(`name`と`location`のあるオブジェクトのリスト)",
            "what `gcloud storage buckets list --format=json` prints (a list of objects with `name` and `location`)",
        ),
        Tool::Kubernetes => Words::new(
            "`kubectl get --output json`の出力(`apiVersion`と`kind`のあるオブジェクト)",
            "what `kubectl get --output json` prints (an object with `apiVersion` and `kind`)",
        ),
        Tool::Testssl => Words::new(
            "testssl.shの`--jsonfile`の出力(`id`と`finding`のあるオブジェクトのリスト)、または`--jsonfile-pretty`の出力(`scanResult`のあるオブジェクト)",
            "what testssl.sh writes with `--jsonfile` (a list of objects with `id` and `finding`) or `--jsonfile-pretty` (an object with `scanResult`)",
        ),
    }
}

/// What stands in a file instead.
fn found(lang: Lang, found: &Found) -> String {
    match found {
        Found::Object { names } if names.is_empty() => {
            Words::new("項目のないオブジェクト", "an object without fields").of(lang).to_owned()
        }
        Found::Object { names } => {
            let names: Vec<String> = names.iter().map(|it| format!("`{it}`")).collect();
            match lang {
                Lang::Ja => format!("{}のあるオブジェクト", names.join("、")),
                Lang::En => format!("an object with {}", names.join(", ")),
            }
        }
        Found::EmptyList => Words::new("空のリスト", "an empty list").of(lang).to_owned(),
        Found::List { first } => {
            let first = self::found(lang, first);
            match lang {
                Lang::Ja => format!("{first}から始まるリスト"),
                Lang::En => format!("a list that begins with {first}"),
            }
        }
        Found::Scalar { kind } => diagnostic::kind(lang, *kind).to_owned(),
    }
}
