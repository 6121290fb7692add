//! The words of forms for evidence.

use crate::words::Words;
use alloc::format;
use alloc::string::String;
use kumomori_import::form::Needed;

/// What stands in every form: what nothing was chosen for, yes, no, to add, to remove, to close,
/// to fill in, what filling in does, what is optional, and that something is left out.
pub const COMMON: [Words; 10] = [
    Words::new("未入力", "Not filled in"),
    Words::new("はい", "Yes"),
    Words::new("いいえ", "No"),
    Words::new("追加する", "Add"),
    Words::new("削除する", "Remove"),
    Words::new("フォームを閉じる", "Close the form"),
    Words::new("全件に入れる", "Fill in"),
    Words::new(
        "値のない件すべてに同じ値を入れます。ファイルにある値は変わりません。",
        "Every entry without a value gets the same one. What the file has stays as it is.",
    ),
    Words::new("(任意)", " (optional)"),
    Words::new(
        "使えない値があります。その項目は未入力として扱います。",
        "Some values cannot be used; those fields count as not filled in.",
    ),
];

/// What a place of a form takes, beneath it.
pub fn needed(needed: Needed) -> Words {
    match needed {
        Needed::Text => Words::new("文字列", "a text"),
        Needed::Word => Words::new("選択肢のいずれか", "one of the choices"),
        Needed::YesOrNo => Words::new("はい、いいえのいずれか", "yes or no"),
        Needed::Whole => Words::new("0以上の整数", "a whole number, 0 or more"),
        Needed::Number => Words::new("0以上の数(99.9など)", "a number, 0 or more, such as 99.9"),
        Needed::Day => Words::new("日付", "a day"),
        Needed::Span => Words::new("24hのような時間の長さ", "a length of time such as 24h"),
        Needed::Version => Words::new("TLS1.2のような版", "a version such as TLS1.2"),
        Needed::Country => {
            Words::new("JPのような2文字の国コード", "a country code of two letters such as JP")
        }
        Needed::KnownField => Words::new("この種類にある項目", "a field that the kind has"),
    }
}

/// The same where a place takes several values.
pub fn several(needed: Needed) -> Words {
    match needed {
        Needed::Country => Words::new(
            "JPのような2文字の国コード(複数ならコンマで区切る)",
            "country codes of two letters such as JP, with commas between them",
        ),
        _ => Words::new("1行に1つ", "one a line"),
    }
}

/// That something else stands there.
pub fn wrong(needed: Needed) -> (String, String) {
    let Words { ja, en } = self::needed(needed);
    (
        format!("この値は使えません。ここに入力できるのは、{ja}です。"),
        format!("This value cannot be used; what fits here is {en}."),
    )
}

/// The label of a word that a field may hold; names such as `SaaS` stand for themselves.
pub fn word(value: &str) -> Option<Words> {
    Some(match value {
        "customer" => Words::new("利用者", "Customer"),
        "provider" => Words::new("事業者", "Provider"),
        "public" => Words::new("公開", "Public"),
        "internal" => Words::new("社内限り", "Internal"),
        "confidential" => Words::new("秘(関係者限り)", "Confidential"),
        "personal" => Words::new("個人情報", "Personal data"),
        "held" => Words::new("取得済み", "Held"),
        "planned" => Words::new("予定", "Planned"),
        "never" => Words::new("使わない", "Never"),
        "opt-out" => Words::new("申し出れば使わない(オプトアウト)", "Unless opted out"),
        "allowed" => Words::new("使う", "Allowed"),
        "other" => Words::new("その他", "Other"),
        "" => Words::new("なし", "None"),
        _ => return None,
    })
}
