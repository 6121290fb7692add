//! The things that a file consists of.

use crate::words::Words;
use kumomori_wire::diagnostic::{Expected, Kind, Seems};

pub(super) const fn kind(kind: Kind) -> Words {
    match kind {
        Kind::Null => Words::new("`null`", "`null`"),
        Kind::Boolean => Words::new("真偽値(`true`か`false`)", "`true` or `false`"),
        Kind::Number => Words::new("数値", "a number"),
        Kind::Text => Words::new("文字列", "a text in quotes"),
        Kind::List => Words::new("リスト(`[`と`]`)", "a list in `[` and `]`"),
        Kind::Object => Words::new("オブジェクト(`{`と`}`)", "an object in `{` and `}`"),
    }
}

pub(super) const fn expected(expected: Expected) -> Words {
    match expected {
        Expected::Value => Words::new("値", "a value"),
        Expected::FieldName => Words::new("引用符で囲んだ項目名", "a field name in quotes"),
        Expected::FieldNameOrEnd => {
            Words::new("引用符で囲んだ項目名か`}`", "a field name in quotes, or `}`")
        }
        Expected::Colon => Words::new("`:`", "`:`"),
        Expected::CommaOrEndOfList => Words::new("`,`か`]`", "`,` or `]`"),
        Expected::CommaOrEndOfObject => Words::new("`,`か`}`", "`,` or `}`"),
        Expected::ClosingQuote => Words::new("文字列を閉じる`\"`", "the `\"` that ends the text"),
    }
}

pub(super) const fn seems(seems: Seems) -> Words {
    match seems {
        Seems::Png => Words::new("PNG画像", "a PNG image"),
        Seems::Jpeg => Words::new("JPEG画像", "a JPEG image"),
        Seems::Zip => Words::new(
            "ZIP書庫(ExcelやWordの文書を含む)",
            "a ZIP archive, which Excel and Word documents are too",
        ),
        Seems::Pdf => Words::new("PDF文書", "a PDF document"),
        Seems::Gzip => Words::new("gzip書庫", "a gzip archive"),
        Seems::Markup => Words::new("WebページまたはXML文書", "a web page or an XML document"),
        Seems::Utf16 => Words::new("UTF-16の文書", "text in UTF-16"),
        Seems::OtherEncoding => Words::new(
            "UTF-8ではない文字コードの文書(Shift_JISなど)",
            "text in another encoding than UTF-8, such as Shift_JIS",
        ),
        Seems::Binary => Words::new("テキストではないファイル", "something that is not text"),
    }
}
