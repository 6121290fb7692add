//! Own checks of a request: digits that `kumomori policies compile` wrote.

use crate::reader::Reader;
use alloc::format;
use alloc::string::String;
use kumomori_check::document::Piece;
use kumomori_core::checks::Checks;
use kumomori_core::checks::own::{MAX_LEVELS, Unusable};
use kumomori_core::pack::{from_digits, read_own_checks};

/// Puts own checks beside those of the library.
pub(crate) fn join(given: &Piece<'_>, checks: &mut Checks, reader: &mut Reader<'_>) {
    let Some(digits) = reader.text(given) else { return };
    let own = from_digits(digits.trim()).and_then(|it| read_own_checks(&it));
    let joined = own.ok_or(Unusable::Damaged).and_then(|it| it.join(kumomori_data::SHA256, checks));
    let Err(why) = joined else { return };
    let (ja, en) = match why {
        Unusable::OtherLibrary => (
            "このモジュールとは別のポリシーに合わせてコンパイルしたチェックである",
            "these checks were compiled for other policies than those of this module",
        ),
        Unusable::TooDeep => return too_deep(given, reader),
        Unusable::Damaged => {
            ("コンパイル済みのチェックとして読めない", "these are no compiled checks")
        }
    };
    let message = reader.say(ja.into(), en.into());
    let help = reader.say(
        String::from("このモジュールと同じ版の`kumomori policies compile`で作り直す"),
        String::from("make them anew with `kumomori policies compile` of the same version"),
    );
    reader.wrong(given, message, Some(help));
}

fn too_deep(given: &Piece<'_>, reader: &mut Reader<'_>) {
    let message = reader.say(
        format!("式の入れ子が深すぎるチェックがある({MAX_LEVELS}段まで)"),
        format!("a check nests too deeply, more than {MAX_LEVELS} operations within each other"),
    );
    let help = reader.say(
        String::from("1つのチェックを、いくつかの短いチェックに分ける"),
        String::from("make several shorter checks of it"),
    );
    reader.wrong(given, message, Some(help));
}
