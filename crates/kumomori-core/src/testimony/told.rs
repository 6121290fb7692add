//! What the side that asks a file hands to the side that shows it.

use super::Testimony;
use alloc::string::String;
use alloc::vec::Vec;

/// What came of asking one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// What it says.
    Asked {
        /// As an evaluation hears it.
        testimony: Testimony,
        /// For each statement, what decided it: sentences in Japanese and in English.
        because: Vec<(Vec<String>, Vec<String>)>,
        /// Where the file was turned into evidence: what could not be read out, in Japanese and
        /// in English.
        notes: Vec<(String, String)>,
        /// Fields that some element of its list lacks, although they are not optional.
        lacking: Vec<String>,
    },
    /// It cannot be asked.
    Refused {
        /// Why, in Japanese and in English.
        why: (String, String),
        /// Line and column, from 1, of what is wrong; none where it is the whole file.
        at: Option<(usize, usize)>,
    },
}
