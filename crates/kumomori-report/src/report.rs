//! Documents that go out of an assessment: to read, to print, and as rows for a spreadsheet.

mod applicability;
mod calendar;
mod comparison;
mod crosswalk;
mod differing;
mod figures;
mod format;
mod gap_rows;
mod gaps;
mod items;
mod listed;
mod page;
mod plan;
mod questions;
mod readiness;
mod responsibility;
mod schedule;
mod sections;
mod services;
mod shortfalls;
mod sources;
mod summary;
mod unknown;

use crate::document::Document;
use crate::names::Names;
use crate::table::Table;
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
pub use calendar::Event;
pub use comparison::{Pair, comparison};
pub use format::Format;
use kumomori_core::assessment::{Assessment, Target};
use kumomori_core::date::Date;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::text::Lang;
pub use services::{MOST_SERVICES, services};

/// Which document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// What was judged, what is not met, and the gaps in order.
    Gaps,
    /// The controls that the ISO targets list, each with whether it applies and why.
    Applicability,
    /// What a certification audit or an examination for a SOC 2 report would meet.
    Readiness,
    /// One page for those who decide.
    Summary,
    /// What to ask the provider.
    Questions,
    /// The gaps on the steps of the roadmap.
    Plan,
    /// When the gaps could be closed.
    Schedule,
    /// The duties of the customer beside those of the provider.
    Responsibility,
    /// What the targets have in common.
    Crosswalk,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Gaps,
        Self::Applicability,
        Self::Readiness,
        Self::Summary,
        Self::Questions,
        Self::Plan,
        Self::Schedule,
        Self::Responsibility,
        Self::Crosswalk,
    ];

    /// The word used in files and on command lines.
    pub fn word(self) -> &'static str {
        match self {
            Self::Gaps => "gaps",
            Self::Applicability => "soa",
            Self::Readiness => "readiness",
            Self::Summary => "summary",
            Self::Questions => "questions",
            Self::Plan => "plan",
            Self::Schedule => "schedule",
            Self::Responsibility => "responsibility",
            Self::Crosswalk => "crosswalk",
        }
    }

    /// The kind that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// Whether an assessment has what the document is about.
    pub fn is_offered(self, assessment: &Assessment) -> bool {
        let is_iso = |it: &Target| it.framework.framework.as_str().starts_with("iso");
        let targets = &assessment.scope.targets;
        match self {
            Self::Applicability => targets.iter().any(is_iso),
            Self::Readiness => !targets.is_empty(),
            Self::Crosswalk => targets.len() > 1,
            _ => true,
        }
    }

    /// What the document is called.
    pub const fn title(self) -> Words {
        match self {
            Self::Gaps => Words::new("ギャップ分析報告書", "Gap analysis report"),
            Self::Applicability => Words::new("適用宣言書", "Statement of applicability"),
            Self::Readiness => Words::new("審査・監査の準備状況", "Readiness for examination"),
            Self::Summary => Words::new("経営層向け要約", "Management summary"),
            Self::Questions => Words::new("事業者への質問一覧", "Questions to the provider"),
            Self::Plan => Words::new("改善計画書", "Improvement plan"),
            Self::Schedule => Words::new("工程表", "Schedule"),
            Self::Responsibility => Words::new("責任分担表", "Responsibility matrix"),
            Self::Crosswalk => Words::new("基準間の対応表", "Crosswalk of the targets"),
        }
    }
}

/// What a schedule is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// The day on which work begins.
    pub start: Date,
    /// How many people of each role work on it.
    pub people: u8,
}

impl Terms {
    /// One person, from a day on.
    pub fn from(start: Date) -> Self {
        Self { start, people: 1 }
    }

    /// The terms of a day and a number of people from 1 to 99.
    pub fn of(start: Date, people: u8) -> Option<Self> {
        (1..=99).contains(&people).then_some(Self { start, people })
    }
}

/// What a document is made from.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The library with its texts.
    pub names: &'a Names<'a>,
    /// The assessment.
    pub assessment: &'a Assessment,
    /// What follows from it.
    pub evaluation: &'a Evaluation<'a>,
}

impl Case<'_> {
    /// The words in the language of the document.
    fn word(&self, ja: &'static str, en: &'static str) -> String {
        self.names.words(Words::new(ja, en)).to_owned()
    }

    /// The title of a document, with that of the assessment.
    fn title(&self, kind: Kind) -> String {
        let name = self.names.words(kind.title());
        match self.assessment.title.trim() {
            "" => name.to_owned(),
            title => format!("{name}: {title}"),
        }
    }
}

/// A document that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The word that files and style sheets know it by.
    pub name: &'static str,
    /// To read from top to bottom.
    pub document: Document,
    /// Its entries for a spreadsheet, all in one table, with ids; a document may show less of each.
    pub rows: Table,
    /// Its dates for a calendar, where it has some.
    pub events: Vec<Event>,
    /// The day that it was made for.
    pub as_of: Date,
}

/// Why a document cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refused {
    /// No control is in scope, so nothing has been judged.
    NothingInScope,
    /// No target is an ISO/IEC standard, so no list of controls is to be declared on.
    NoListOfControls,
    /// There are not two targets to set side by side.
    OneTarget,
}

/// Makes a document.
///
/// # Errors
/// Nothing is in scope, or the targets have no list of controls to declare on, or are fewer than two
/// where the document is about what they have in common.
pub fn report(case: &Case<'_>, kind: Kind, terms: Terms) -> Result<Report, Refused> {
    if !case.evaluation.controls.iter().any(|it| it.is_in_scope) {
        return Err(Refused::NothingInScope);
    }
    let mut events = Vec::new();
    let (document, rows) = match kind {
        Kind::Gaps => gaps::report(case),
        Kind::Applicability => applicability::report(case)?,
        Kind::Readiness => readiness::report(case),
        Kind::Summary => summary::report(case),
        Kind::Questions => questions::report(case),
        Kind::Plan => plan::report(case),
        Kind::Schedule => {
            let (document, rows, dates) = schedule::report(case, terms);
            events = dates;
            (document, rows)
        }
        Kind::Responsibility => responsibility::report(case),
        Kind::Crosswalk => crosswalk::report(case)?,
    };
    Ok(Report { name: kind.word(), document, rows, events, as_of: case.evaluation.as_of })
}

/// Why a document cannot be made, and what to do.
pub fn refusal(lang: Lang, refused: Refused) -> [&'static str; 2] {
    let said = match refused {
        Refused::NothingInScope => [
            Words::new(
                "評価範囲に管理策がないため、文書にするものがない",
                "no control is in scope, so there is nothing to report on",
            ),
            Words::new(
                "評価のファイルの`scope.targets`に、`iso27017`の`2026`などを加える",
                "add a target such as `iso27017`, edition `2026`, to `scope.targets` of the assessment",
            ),
        ],
        Refused::NoListOfControls => [
            Words::new(
                "目標にISO/IECの規格がないため、適用宣言書に挙げる管理策がない",
                "no target is an ISO/IEC standard, so there is no list of controls to declare on",
            ),
            Words::new(
                "評価のファイルの`scope.targets`に、`iso27001`の`2022`などを加える",
                "add a target such as `iso27001`, edition `2022`, to `scope.targets` of the assessment",
            ),
        ],
        Refused::OneTarget => [
            Words::new(
                "並べて比べる目標が2つない",
                "there are not two targets to set side by side",
            ),
            Words::new(
                "評価のファイルの`scope.targets`に、もう1つの基準、たとえば`soc2`の`2017`を加える",
                "add another target, such as `soc2`, edition `2017`, to `scope.targets` of the assessment",
            ),
        ],
    };
    said.map(|it| it.of(lang))
}

#[cfg(test)]
mod tests;
