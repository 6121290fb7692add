//! What evidence says about checks, in words.

use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_check::document::{DocumentProblem, Expected};
use kumomori_check::evaluate::Verdict;
use kumomori_check::trace::Leaf;
use kumomori_check::value::Reason;
use kumomori_core::checks::Severity;
use kumomori_core::checks::asking::{Answered, NotAsked};
use kumomori_core::text::Lang;

/// The name of a verdict.
pub const fn verdict(verdict: Verdict) -> Words {
    match verdict {
        Verdict::Supports => Words::new("裏づけ", "Supports"),
        Verdict::Contradicts => Words::new("反証", "Contradicts"),
        Verdict::Insufficient => Words::new("不足", "Insufficient"),
        Verdict::NotApplicable => Words::new("対象外", "Not applicable"),
    }
}

/// The name of a severity.
pub const fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Low => Words::new("低", "Low"),
        Severity::Medium => Words::new("中", "Medium"),
        Severity::High => Words::new("高", "High"),
        Severity::Critical => Words::new("重大", "Critical"),
    }
}

/// What is unknown.
pub const fn reason(reason: Reason) -> Words {
    match reason {
        Reason::Missing => Words::new("値がない", "is missing"),
        Reason::WrongType => Words::new("値の型が違う", "has another type"),
        Reason::Unreadable => Words::new(
            "値を日時・期間・版として読めない",
            "cannot be read as a moment, a length of time or a version",
        ),
        Reason::TooLarge => Words::new("数が大きすぎて計算できない", "is too large to count with"),
        Reason::DivisionByZero => Words::new("0で割ることになる", "would be divided by zero"),
        Reason::OutOfRange => Words::new("一覧の範囲の外にある", "lies beyond the end of the list"),
        Reason::Empty => Words::new(
            "一覧が空で、何も収集されていない",
            "is an empty list: nothing was collected",
        ),
        Reason::Limit => Words::new("計算の手数が上限を超えた", "takes more steps than allowed"),
    }
}

/// What decided an answer, a sentence each; nothing where it supports or does not apply.
pub fn said(lang: Lang, answer: &Answered<'_>) -> Vec<String> {
    let mut said = Vec::new();
    if answer.outcome.reason == Some(Reason::Empty) {
        let empty = reason(Reason::Empty);
        said.push(match lang {
            Lang::Ja => format!("文書は{}", empty.ja),
            Lang::En => format!("the document {}", empty.en),
        });
    }
    let is_unknown = answer.outcome.verdict == Verdict::Insufficient;
    let told = answer.trace.leaves.iter().filter(|it| !is_unknown || it.reason.is_some());
    said.extend(told.map(|it| leaf(lang, it)));
    match (lang, answer.trace.n_leaves.saturating_sub(answer.trace.leaves.len())) {
        (_, 0) => {}
        (Lang::Ja, hidden) => said.push(format!("ほか{hidden}件")),
        (Lang::En, hidden) => said.push(format!("and {hidden} more")),
    }
    said
}

/// One leaf that decided, as a sentence.
fn leaf(lang: Lang, leaf: &Leaf) -> String {
    let hidden = Words::new("(非表示)", "(hidden)").of(lang);
    let actual = leaf.actual.as_deref().unwrap_or(hidden);
    let document = Words::new("文書", "the document").of(lang);
    let path = if leaf.path.is_empty() { document } else { &leaf.path };
    if let Some(why) = leaf.reason {
        let why = reason(why).of(lang);
        return match lang {
            Lang::Ja => format!("`{path}`の{why}"),
            Lang::En => format!("`{path}` {why}"),
        };
    }
    match (&leaf.expected, leaf.operator, lang) {
        (Some(expected), operator, Lang::Ja) => {
            format!("`{path}`は{actual}。{operator} {expected}が必要")
        }
        (Some(expected), operator, Lang::En) => {
            format!("`{path}` is {actual}, needed is {operator} {expected}")
        }
        (None, "none", Lang::Ja) => format!("`{path}`の{actual}件に、条件を満たすものがない"),
        (None, "none", Lang::En) => format!("none of {actual} in `{path}` is as it should be"),
        (None, _, Lang::Ja) => format!("`{path}`は{actual}"),
        (None, _, Lang::En) => format!("`{path}` is {actual}"),
    }
}

/// What should stand at a place of a file.
pub const fn expected(expected: Expected) -> Words {
    match expected {
        Expected::Value => Words::new("値", "a value"),
        Expected::Text => Words::new("文字列", "a text"),
        Expected::EndOfText => Words::new("文字列を閉じる`\"`", "the end of a text"),
        Expected::Digit => Words::new("数字", "a digit"),
        Expected::Name => Words::new("引用符で囲んだ項目名", "a name in quotes"),
        Expected::Colon => Words::new("コロン`:`", "`:`"),
        Expected::CommaOrBrace => Words::new("コンマか`}`", "`,` or `}`"),
        Expected::CommaOrBracket => Words::new("コンマか`]`", "`,` or `]`"),
        Expected::Object => Words::new("オブジェクト`{…}`", "an object"),
        Expected::List => Words::new("一覧`[…]`", "a list"),
        Expected::Period => {
            Words::new("`from`と`to`を持つオブジェクト", "an object with `from` and `to`")
        }
        Expected::Moment => Words::new(
            "`2026-06-30T09:00:00Z`のような日時か`2026-06-30`のような日付",
            "a moment such as `2026-06-30T09:00:00Z`, or a day such as `2026-06-30`",
        ),
        Expected::NotBeforeFrom => {
            Words::new("`from`以後の日付", "a day that is not before `from`")
        }
        Expected::Role => Words::new("`customer`か`provider`", "`customer` or `provider`"),
    }
}

fn unknown_kind(lang: Lang, kind: &str, nearest: Option<&str>) -> String {
    match (lang, nearest) {
        (Lang::Ja, None) => format!("`{kind}`という種類の証拠はない"),
        (Lang::Ja, Some(it)) => format!("`{kind}`という種類の証拠はない(`{it}`の誤りか)"),
        (Lang::En, None) => format!("there is no kind of evidence `{kind}`"),
        (Lang::En, Some(it)) => {
            format!("there is no kind of evidence `{kind}` (is `{it}` meant?)")
        }
    }
}

/// Why a file cannot be asked.
pub fn not_asked(lang: Lang, problem: &NotAsked) -> String {
    let words = match problem {
        NotAsked::UnknownKind { kind, nearest, .. } => {
            return unknown_kind(lang, kind, nearest.as_deref());
        }
        NotAsked::Broken(fault) => match &fault.problem {
            DocumentProblem::TooLarge { .. } => {
                Words::new("16 MiBを超えている", "it is larger than 16 MiB")
            }
            DocumentProblem::NotUtf8 => Words::new("UTF-8ではない", "it is not UTF-8"),
            DocumentProblem::NotJson { expected: what } => {
                let expected = expected(*what).of(lang);
                return match lang {
                    Lang::Ja => format!("JSONとして読めない(ここには{expected}が要る)"),
                    Lang::En => format!("it is not JSON: {expected} should stand here"),
                };
            }
            DocumentProblem::BadEscape => {
                Words::new("文字を表さないエスケープがある", "an escape stands for no character")
            }
            DocumentProblem::NumberTooLarge => {
                Words::new("数が大きすぎる", "a number is too large")
            }
            DocumentProblem::TooDeep => {
                Words::new("入れ子が64段を超えている", "it nests deeper than 64")
            }
            DocumentProblem::TooManyValues => Words::new(
                "値が200万個、または項目の欄(値のないものを含む)が400万個を超えている",
                "it has more than two million values, or four million places for fields",
            ),
            DocumentProblem::TrailingText => {
                Words::new("文書の後に余分な文字がある", "something follows after its end")
            }
            DocumentProblem::DuplicateField { field } => {
                return match lang {
                    Lang::Ja => format!("`{field}`が2度ある"),
                    Lang::En => format!("`{field}` stands here twice"),
                };
            }
            DocumentProblem::WrongShape { expected: what } => {
                let expected = expected(*what).of(lang);
                return match lang {
                    Lang::Ja => format!("この種類の文書の形ではない(要るもの: {expected})"),
                    Lang::En => format!("a document of this kind is {expected}"),
                };
            }
            DocumentProblem::WrongField { field, expected: what } => {
                let expected = expected(*what).of(lang);
                return match lang {
                    Lang::Ja => format!("`{field}`は{expected}でなければならない"),
                    Lang::En => format!("`{field}` should be {expected}"),
                };
            }
            DocumentProblem::NoField { field } => {
                return match lang {
                    Lang::Ja => format!("`{field}`がない"),
                    Lang::En => format!("`{field}` is missing"),
                };
            }
        },
    };
    words.of(lang).to_owned()
}
