//! Ready-made scopes to start from.

use crate::assessment::{Scope, SubjectKind};
use crate::id::ProfileId;
use crate::text::TextId;

/// One starting profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Its name.
    pub id: ProfileId,
    /// Its title.
    pub title: TextId,
    /// Whom it is for and what it assumes.
    pub description: TextId,
    /// What is judged.
    pub subject: SubjectKind,
    /// The scope to start with.
    pub scope: Scope,
}
