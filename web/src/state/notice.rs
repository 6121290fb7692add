//! What the site tells beside its pages.

use kumomori_core::assessment::Assessment;
use kumomori_report::words::Words;
use std::sync::Arc;

/// Whether the assessment is kept in this browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Saving {
    /// There is nothing to keep yet.
    Idle,
    /// A change is on its way.
    Busy,
    /// Everything is kept, since this time of day if it was kept just now.
    Saved(Option<String>),
    /// It is not kept, and why.
    Failed(Words),
}

/// What came of opening a file or asking for another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Notice {
    /// It could not be read at all.
    NotRead,
    /// The texts of another language could not be fetched.
    NoTexts,
    /// It is not an assessment that can be used.
    Refused {
        /// Its name.
        file: String,
        /// The file, as the worker is told of it.
        told: Arc<str>,
    },
    /// What the browser kept is not an assessment that can be used.
    StoredRefused {
        /// The file, as the worker is told of it.
        told: Arc<str>,
    },
    /// It was opened, and something in it has no effect.
    Opened {
        /// How much there is to know about it.
        warnings: usize,
        /// The file, as the worker is told of it.
        told: Arc<str>,
    },
}

/// An assessment that is about to replace the present one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Incoming {
    /// The assessment.
    pub(crate) assessment: Assessment,
    /// What it is called in the question: a file name or a title.
    pub(crate) name: String,
    /// What to tell once it is open.
    pub(crate) notice: Option<Notice>,
}
