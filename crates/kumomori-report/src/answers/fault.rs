//! What is wrong with a file of answers, in words.

use super::Column;
use crate::names::Names;
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::assessment::ExclusionReason;
use kumomori_core::text::Lang;

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no text in UTF-8.
    NotText,
    /// It is larger than this many bytes.
    TooLarge {
        /// The limit.
        limit: usize,
    },
    /// Its first line lacks a column that it needs.
    NoColumn(Column),
}

/// A cell that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line on which its row begins, from 1.
    pub line: u64,
    /// Its column.
    pub column: Column,
    /// What stands in it.
    pub text: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The library has no such control.
    NotControl,
    /// It names no role.
    NotRole,
    /// The control asks nothing of this role.
    NoDuty,
    /// An earlier row is about the same control and role.
    Twice,
    /// It is no level and no five rungs.
    NotLevel,
    /// It is no date.
    NotDate,
    /// It says neither that the control applies nor that it does not.
    NotApplicability,
    /// It names no kind of reason.
    NotReason,
    /// It says why a control does not apply which is said to apply.
    Applies,
    /// It has more than this many characters.
    TooLong {
        /// The limit.
        limit: usize,
    },
}

impl Unreadable {
    /// What is wrong, and what to do.
    pub fn said(self, lang: Lang) -> [String; 2] {
        let said = |words: [Words; 2]| words.map(|it| it.of(lang).to_owned());
        match self {
            Self::NotText => said([
                Words::new("文字コードがUTF-8ではない", "it is no text in UTF-8"),
                Words::new(
                    "表計算ソフトで「CSV UTF-8」として保存する",
                    "save it in the spreadsheet as \"CSV UTF-8\"",
                ),
            ]),
            Self::TooLarge { .. } => said([
                Words::new("ファイルが8 MiBを超えている", "the file is larger than 8 MiB"),
                Words::new("正しいファイルか確かめる", "check that it is the right file"),
            ]),
            Self::NoColumn(column) => {
                let name = column.title().of(lang);
                match lang {
                    Lang::Ja => [
                        format!("1行目に「{name}」の列がない"),
                        "書き出したCSVの見出し行をそのまま残す".to_owned(),
                    ],
                    Lang::En => [
                        format!("the first line has no column `{name}`"),
                        "keep the head of the file that was written out".to_owned(),
                    ],
                }
            }
        }
    }
}

impl Fault {
    /// What is wrong, and what can be written.
    pub(super) fn said(self, names: &Names<'_>) -> String {
        let lang = names.lang;
        let reasons = || {
            let reasons = ExclusionReason::ALL.map(words::exclusion_reason);
            let reasons: Vec<&str> = reasons.iter().map(|it| it.of(lang)).collect();
            reasons.join(names.words(Words::new("、", ", ")))
        };
        let words = match self {
            Self::NotControl => Words::new(
                "ライブラリにない管理策です。書き出したCSVのIDを使ってください。",
                "The library has no such control. Use the ids of the file that was written out.",
            ),
            Self::NotRole => Words::new(
                "役割は「利用者」か「事業者」と書いてください。",
                "Write Customer or Provider.",
            ),
            Self::NoDuty => Words::new(
                "この管理策は、この役割に何も求めていません。",
                "The control asks nothing of this role.",
            ),
            Self::Twice => Words::new(
                "同じ管理策と役割の行が前にあります。前の行を使いました。",
                "An earlier row is about the same control and role; that one was taken.",
            ),
            Self::NotLevel => Words::new(
                "0から5のレベルか、下の段から順に5文字(F=十分、L=おおむね、P=一部、N=なし、U=不明)で書いてください。",
                "Write a level from 0 to 5, or five letters from the lowest rung up (F fully, L largely, P partially, N not, U unknown).",
            ),
            Self::NotDate => Words::new(
                "日付は2026-09-30のように書いてください。",
                "Write a date such as 2026-09-30.",
            ),
            Self::NotApplicability => Words::new(
                "「適用」か「適用外」と書いてください。",
                "Write Applies or Does not apply.",
            ),
            Self::NotReason => {
                return match lang {
                    Lang::Ja => format!("次のどれかを書いてください: {}。", reasons()),
                    Lang::En => format!("Write one of these: {}.", reasons()),
                };
            }
            Self::Applies => Words::new(
                "適用外の理由は、「適用」の列が「適用外」の行にだけ書けます。",
                "A reason for leaving out belongs only where the column Applies says so.",
            ),
            Self::TooLong { limit } => {
                return match lang {
                    Lang::Ja => format!("{limit}文字以内にしてください。"),
                    Lang::En => format!("Use at most {limit} characters."),
                };
            }
        };
        names.words(words).to_owned()
    }
}
