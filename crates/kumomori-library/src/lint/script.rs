//! Which characters belong to Japanese.

/// Kana and kanji, half-width katakana included.
pub(super) fn is_japanese_letter(c: char) -> bool {
    matches!(
        c,
        '々'..='〇' | 'ぁ'..='ゖ' | 'ゝ'..='ゟ' | 'ァ'..='ヺ' | 'ー'..='ヿ'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | 'ｦ'..='ﾟ'
    )
}

/// Marks of Japanese texts and full-width forms of ASCII.
pub(super) fn is_japanese_mark(c: char) -> bool {
    let is_mark = matches!(
        c,
        '\u{3001}'..='\u{303f}' | '・' | '！'..='･' | '\u{ffe0}'..='\u{ffe6}'
    );
    is_mark && !is_japanese_letter(c)
}

/// Letters and marks.
pub(super) fn is_japanese(c: char) -> bool {
    is_japanese_letter(c) || is_japanese_mark(c)
}

/// Letters of katakana, which a following `ー` makes another word.
pub(super) fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ')
}
