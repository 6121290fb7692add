//! The formats of files in which a document goes out.

use super::{Kind, Report, calendar, page};
use crate::names::Names;
use crate::{csv, markdown};
use alloc::string::String;

/// In which format a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// A page that stands alone.
    Html,
    /// The rows, for a spreadsheet.
    Csv,
    /// To read, as GitHub renders it.
    Markdown,
    /// The dates, for a calendar.
    Calendar,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Html, Self::Csv, Self::Markdown, Self::Calendar];

    /// The word used on command lines, which is also the ending of the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Calendar => "ics",
        }
    }

    /// The format that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// Whether a kind of document has something for it.
    pub fn is_offered(self, kind: Kind) -> bool {
        self != Self::Calendar || kind == Kind::Schedule
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "HTML",
            Self::Csv => "CSV",
            Self::Markdown => "Markdown",
            Self::Calendar => "iCalendar",
        }
    }
}

impl Report {
    /// The document as a file.
    pub fn file(&self, names: &Names<'_>, format: Format) -> String {
        match format {
            Format::Html => page::page(names, self),
            Format::Csv => csv::table(&self.rows),
            Format::Markdown => markdown::document(&self.document),
            Format::Calendar => calendar::calendar(&self.events, self.as_of),
        }
    }
}
