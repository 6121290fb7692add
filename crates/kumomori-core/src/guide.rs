//! Texts beside the figures: tables that compare, and the glossary.

use crate::id::{ColumnId, GuideId, TermId};
use crate::text::TextId;
use alloc::vec::Vec;

/// A table of texts, such as the comparison of the standards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// Its name.
    pub id: GuideId,
    /// Its title.
    pub title: TextId,
    /// What to know before reading it.
    pub intro: TextId,
    /// Its columns.
    pub columns: Vec<(ColumnId, TextId)>,
    /// Its rows: a title and one cell per column, in the order of the columns.
    pub rows: Vec<(TextId, Vec<TextId>)>,
}

/// One word of the field and what it means here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its name.
    pub id: TermId,
    /// The word.
    pub term: TextId,
    /// What it means here.
    pub meaning: TextId,
}
