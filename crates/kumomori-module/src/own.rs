//! Own checks of a request: digits that `kumomori policies compile` wrote.

use crate::request::Reader;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_check::document::Piece;
use kumomori_core::checks::Checks;
use kumomori_core::checks::own::Unusable;
use kumomori_core::pack::read_own_checks;

/// Puts own checks beside those of the library.
pub(crate) fn join(given: &Piece<'_>, checks: &mut Checks, reader: &mut Reader<'_>) {
    let Some(digits) = reader.text(given) else { return };
    let own = bytes(digits.trim()).and_then(|it| read_own_checks(&it));
    let joined = own.ok_or(Unusable::Damaged).and_then(|it| it.join(kumomori_data::SHA256, checks));
    let Err(why) = joined else { return };
    let (ja, en) = match why {
        Unusable::OtherLibrary => (
            "このモジュールとは別のポリシーに合わせてコンパイルしたチェックである",
            "these checks were compiled for other policies than those of this module",
        ),
        Unusable::TooDeep => (
            "式の入れ子が深すぎるチェックがある(16段まで)",
            "a check nests too deeply, more than 16 operations within each other",
        ),
        Unusable::Damaged => {
            ("コンパイル済みのチェックとして読めない", "these are no compiled checks")
        }
    };
    let message = reader.say(ja.into(), en.into());
    let help = reader.say(
        String::from("このモジュールと同じ版の`kumomori policies compile`で作り直す"),
        String::from("make them anew with `kumomori policies compile` of the same version"),
    );
    let split = reader.say(
        String::from("1つのチェックを、いくつかの短いチェックに分ける"),
        String::from("make several shorter checks of it"),
    );
    reader.wrong(given, message, Some(if why == Unusable::TooDeep { split } else { help }));
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let is_digits =
        digits.bytes().all(|it| it.is_ascii_hexdigit()) && digits.len().is_multiple_of(2);
    let pairs = digits.as_bytes().chunks(2).filter(|_| is_digits);
    let byte = |it| u8::from_str_radix(core::str::from_utf8(it).ok()?, 16).ok();
    pairs.map(byte).collect::<Option<Vec<u8>>>().filter(|_| is_digits)
}
