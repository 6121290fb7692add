//! Evidence files as the site knows them.

use kumomori_core::role::Role;
use kumomori_core::testimony::{Testimony, Told};
use kumomori_report::words::Words;
use std::sync::Arc;

/// One evidence file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Document {
    /// Its number in this page; 0 for one that nobody could ask.
    pub(crate) id: u32,
    /// The name of the file.
    pub(crate) name: String,
    /// Whose duties it speaks for, where the reader said so.
    pub(crate) role: Option<Role>,
    /// What it says.
    pub(crate) told: Arc<Told>,
}

/// A form that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// The number of the evidence file; 0 before there is one.
    pub(crate) id: u32,
    /// The kind of evidence.
    pub(crate) kind: String,
    /// The fields to give values to that all elements share, with spaces between them; `None` for
    /// the whole file.
    pub(crate) rest: Option<String>,
}

impl Document {
    /// A file that nobody could ask, and why.
    pub(crate) fn refused(name: String, why: Words) -> Self {
        let why = (why.ja.to_owned(), why.en.to_owned());
        Self { id: 0, name, role: None, told: Arc::new(Told::Refused { why, at: None }) }
    }

    /// What it says, as an evaluation hears it.
    pub(crate) fn testimony(&self) -> Option<Testimony> {
        let Told::Asked { testimony, .. } = &*self.told else { return None };
        let role = testimony.role.or(self.role);
        Some(Testimony { role, ..testimony.clone() })
    }
}
