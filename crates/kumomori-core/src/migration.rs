//! From one edition of a framework to another, and back.
//!
//! Answers belong to controls, not to editions, so a migration never touches them: it replaces
//! the target, writes down that it did, and says which requirements deserve a second look.

use crate::assessment::{Assessment, Migrated, Target};
use crate::date::Date;
use crate::id::{FrameworkRef, RequirementId};
use crate::library::Library;
use crate::text::TextId;
use alloc::vec::Vec;

/// How the requirements of one edition correspond to those of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// The earlier edition.
    pub from: FrameworkRef,
    /// The later edition.
    pub to: FrameworkRef,
    // INVARIANT: every requirement of both editions stands in at least one row.
    /// Correspondences, in the order of the earlier edition, those that are new at the end.
    pub rows: Vec<MigrationRow>,
}

/// One correspondence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MigrationRow {
    /// The requirement of the earlier edition, unless it is new.
    pub from: Option<RequirementId>,
    /// The requirement of the later edition, unless it is gone.
    pub to: Option<RequirementId>,
    /// How they correspond.
    pub relation: Relation,
    /// Whether what was concluded deserves a second look.
    pub is_to_review: bool,
    /// What to know.
    pub note: TextId,
}

/// How two requirements correspond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// They ask the same.
    SameTopic,
    /// The later one asks more.
    Broader,
    /// Several became one.
    Merged,
    /// One became several.
    Split,
    /// The later edition asks it for the first time.
    New,
    /// The later edition does not ask it any more.
    Gone,
}

impl Relation {
    /// All relations.
    pub const ALL: [Self; 6] =
        [Self::SameTopic, Self::Broader, Self::Merged, Self::Split, Self::New, Self::Gone];

    /// Seen from the other edition.
    fn reversed(self) -> Self {
        match self {
            Self::New => Self::Gone,
            Self::Gone => Self::New,
            Self::Merged => Self::Split,
            Self::Split => Self::Merged,
            other => other,
        }
    }
}

/// What becomes of each requirement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Same topic, nothing to do.
    pub kept: Vec<MigrationRow>,
    /// To look at again, with the reason in the note.
    pub review: Vec<MigrationRow>,
    /// Asked for the first time.
    pub new: Vec<MigrationRow>,
    /// Not asked any more.
    pub gone: Vec<MigrationRow>,
}

/// Why an assessment cannot be taken to an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No edition of the framework is among its targets.
    NotATarget,
    /// The edition is among its targets already.
    AlreadyTarget,
    /// The library does not say how the editions correspond.
    NoMigration {
        /// The edition that is the target.
        from: FrameworkRef,
    },
}

/// Takes an assessment to another edition of a framework that it is judged against.
///
/// Going to the edition that the last step came from undoes that step: what nobody edited in
/// between is then the same again.
///
/// # Errors
///
/// Why it cannot be done; see [`Refusal`].
pub fn migrate(
    library: &Library,
    assessment: &Assessment,
    to: &FrameworkRef,
    on: Date,
) -> Result<(Assessment, Preview), Refusal> {
    let target = target_of(assessment, to)?;
    let from = target.framework.clone();
    let preview = preview(library, &from, to).ok_or(Refusal::NoMigration { from: from.clone() })?;
    let mut migrated = assessment.clone();
    for it in migrated.scope.targets.iter_mut().filter(|it| it.framework == from) {
        it.framework = to.clone();
    }
    let is_back = migrated.migrations.last().is_some_and(|it| it.from == *to && it.to == from);
    if is_back {
        migrated.migrations.pop();
    } else {
        migrated.migrations.push(Migrated { from, to: to.clone(), on });
    }
    Ok((migrated, preview))
}

fn target_of<'a>(assessment: &'a Assessment, to: &FrameworkRef) -> Result<&'a Target, Refusal> {
    let targets = &assessment.scope.targets;
    if targets.iter().any(|it| it.framework == *to) {
        return Err(Refusal::AlreadyTarget);
    }
    let same = |it: &&Target| it.framework.framework == to.framework;
    targets.iter().find(same).ok_or(Refusal::NotATarget)
}

/// What becomes of each requirement between two editions, in either direction.
pub fn preview(library: &Library, from: &FrameworkRef, to: &FrameworkRef) -> Option<Preview> {
    let forth = library.migrations.iter().find(|it| it.from == *from && it.to == *to);
    if let Some(it) = forth {
        return Some(sorted(it.rows.iter().cloned()));
    }
    let back = library.migrations.iter().find(|it| it.from == *to && it.to == *from)?;
    Some(sorted(back.rows.iter().map(reversed)))
}

fn reversed(row: &MigrationRow) -> MigrationRow {
    let (from, to) = (row.to.clone(), row.from.clone());
    MigrationRow { from, to, relation: row.relation.reversed(), ..row.clone() }
}

fn sorted(rows: impl Iterator<Item = MigrationRow>) -> Preview {
    let mut preview = Preview::default();
    for row in rows {
        let place = match row.relation {
            Relation::New => &mut preview.new,
            Relation::Gone => &mut preview.gone,
            _ if row.is_to_review => &mut preview.review,
            _ => &mut preview.kept,
        };
        place.push(row);
    }
    preview
}
