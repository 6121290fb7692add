//! The words of forms for evidence.

use crate::words::Words;
use kumomori_import::form::Needed;

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
