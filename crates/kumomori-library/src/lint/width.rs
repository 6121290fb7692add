//! Full-width and half-width forms, as the house style has them.

use super::Finding;
use super::script::{is_japanese, is_japanese_mark};
use crate::problem::Fault;
use kumomori_core::text::Lang;

/// From a full-width form to the ASCII character.
const TO_ASCII: u32 = 0xfee0;

/// The full-width forms of `｡` to `ﾟ`.
const FROM_HALF_WIDTH: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

pub(super) fn findings(line: &str, lang: Lang) -> Vec<Finding> {
    let mut found: Vec<(usize, usize, String, String)> = Vec::new();
    let mut before = None;
    for (start, c) in line.char_indices() {
        if let Some(right) = right_form(before, c, lang) {
            let end = start + c.len_utf8();
            match found.last_mut().filter(|it| it.1 == start) {
                Some(last) => {
                    last.1 = end;
                    last.2.push(c);
                    last.3.push(right);
                }
                None => found.push((start, end, c.into(), right.into())),
            }
        }
        before = Some(c);
    }
    let finding = |(start, end, found, expected)| {
        let range: std::ops::Range<usize> = start..end;
        (range, Fault::MixedWidth { found, expected })
    };
    found.into_iter().map(finding).collect()
}

/// What should stand instead of a character; `None` when it is right.
fn right_form(before: Option<char>, c: char, lang: Lang) -> Option<char> {
    match lang {
        Lang::En => is_japanese_mark(c).then(|| english_mark(c)),
        Lang::Ja => japanese_form(before, c),
    }
}

fn japanese_form(before: Option<char>, c: char) -> Option<char> {
    let is_after_japanese = before.is_some_and(is_japanese);
    match c {
        '！' | '：' | '；' | '？' | '～' => None,
        '，' => Some('、'),
        '．' => Some('。'),
        '！'..='～' => ascii(c),
        '｡'..='ﾟ' => full_width(c),
        ',' if is_after_japanese => Some('、'),
        '.' if is_after_japanese => Some('。'),
        _ => None,
    }
}

fn english_mark(c: char) -> char {
    match c {
        '、' | '､' | '・' | '･' => ',',
        '。' | '｡' => '.',
        '「' | '」' | '『' | '』' | '｢' | '｣' => '"',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '〈' | '《' => '<',
        '〉' | '》' => '>',
        '￥' => '¥',
        _ => ascii(c).unwrap_or('-'),
    }
}

fn ascii(c: char) -> Option<char> {
    let code = u32::from(c).checked_sub(TO_ASCII)?;
    char::from_u32(code).filter(char::is_ascii_graphic)
}

fn full_width(c: char) -> Option<char> {
    let idx = u32::from(c).checked_sub(u32::from('｡'))?;
    FROM_HALF_WIDTH.chars().nth(idx as usize)
}
