//! One edition of a published standard or set of criteria, and what each requirement takes.

use crate::attribute::Attribute;
use crate::control::ControlRef;
use crate::dimension::Aspects;
use crate::id::{
    CategoryId, ControlId, Edition, FrameworkId, FrameworkRef, GroupId, RequirementId,
};
use crate::role::{Role, Roles};
use crate::text::TextId;
use alloc::string::String;
use alloc::vec::Vec;

/// One framework edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framework {
    /// Framework and edition.
    pub id: FrameworkRef,
    /// The published designation, such as `ISO/IEC 27017:2015`.
    pub name: String,
    /// What it is about.
    pub title: TextId,
    /// Who publishes it.
    pub publisher: String,
    /// How it addresses roles.
    pub addressing: Addressing,
    /// How others examine whether it is met.
    pub examination: Examination,
    /// Whether the publisher still stands behind it.
    pub standing: Standing,
    /// What a reader must know before relying on it.
    pub notice: TextId,
    /// Where the ids come from and whose words the texts are.
    pub source: TextId,
    /// Its categories; empty when it has none.
    pub categories: Vec<Category>,
    /// Its headings, in its own order.
    pub groups: Vec<Group>,
    /// Its requirements, in its own order.
    pub requirements: Vec<Requirement>,
}

impl Framework {
    /// The requirement with this id.
    pub fn requirement(&self, id: &RequirementId) -> Option<&Requirement> {
        self.requirements.iter().find(|it| it.id == *id)
    }

    /// Whether a requirement is in scope when `chosen` are the chosen categories.
    pub fn is_in_scope(&self, requirement: &Requirement, chosen: &[CategoryId]) -> bool {
        requirement
            .category
            .as_ref()
            .is_none_or(|category| chosen.contains(category) || self.is_always_in(category))
    }

    /// Whether a requirement stands in a clause that binds as it is, not in a list of measures to
    /// choose from.
    pub fn is_clause(&self, requirement: &Requirement) -> bool {
        self.examination == Examination::ManagementSystem
            && !requirement.group.as_str().starts_with(ANNEX)
    }

    /// Whether a category is in every scope.
    pub fn is_always_in(&self, category: &CategoryId) -> bool {
        self.categories.iter().any(|it| it.id == *category && it.is_always_in)
    }
}

/// How a framework addresses roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Addressing {
    /// Each role that a requirement addresses is judged apart.
    Each,
    /// Only the provider is judged.
    Provider,
}

/// How the groups of a list of measures begin.
const ANNEX: &str = "A.";

/// How others examine whether a framework is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Examination {
    /// By certifying a management system, with clauses and a list of measures.
    ManagementSystem,
    /// On top of a management system that is certified.
    Extension,
    /// By a practitioner's report on criteria.
    Report,
}

/// Whether a publisher still stands behind an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It is in force.
    InForce,
    /// It was withdrawn in favor of another edition.
    Withdrawn {
        /// What replaced it.
        replaced_by: FrameworkRef,
    },
}

/// A category that an assessment may choose, such as availability.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its name.
    pub id: CategoryId,
    /// Whether it is in every scope.
    pub is_always_in: bool,
    /// Its title.
    pub title: TextId,
    /// What it is about.
    pub description: TextId,
}

/// A heading of a framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub id: GroupId,
    /// Its title, in our words.
    pub title: TextId,
}

/// One item of a framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The id that the publisher gave it.
    pub id: RequirementId,
    /// The heading it stands under.
    pub group: GroupId,
    /// Its category, in a framework that has categories.
    pub category: Option<CategoryId>,
    /// Its title, in our words.
    pub title: TextId,
    /// What it asks of each role, in our words.
    pub asks: Vec<(Role, TextId)>,
    /// The sides from which its publisher looks at it; empty where it gives none.
    pub attributes: Vec<Attribute>,
    /// The ids of what it came from in the edition before; empty where it is new.
    pub formerly: Vec<RequirementId>,
    /// How sure we are of id and topic.
    pub confidence: Confidence,
    /// The controls that answer it.
    pub rows: Vec<Row>,
}

impl Requirement {
    /// The roles it addresses.
    pub fn addresses(&self) -> Roles {
        self.asks.iter().fold(Roles::NONE, |roles, (role, _)| roles.with(*role))
    }

    /// The rows that count for its status.
    pub fn answering_rows(&self) -> impl Iterator<Item = &Row> + Clone {
        self.rows.iter().filter(|row| row.part != Part::Related)
    }

    /// The indices of the controls that its answering rows name.
    pub fn known_controls(&self) -> impl Iterator<Item = usize> {
        self.answering_rows().filter_map(|row| row.control.known())
    }

    /// The controls that it needs and the library does not have yet.
    pub fn planned_controls(&self) -> impl Iterator<Item = &ControlId> {
        self.answering_rows().filter_map(|row| row.control.planned())
    }
}

/// How sure we are of a requirement's id and topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// Checked against the publisher's own list or several independent ones.
    Verified,
    /// Taken from somebody's account of it.
    SecondHand,
}

/// One reasoned relation between a control and a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The control.
    pub control: ControlRef,
    /// How much of the requirement it answers.
    pub part: Part,
    /// The dimensions it is about.
    pub aspects: Aspects,
    /// Why.
    pub reason: TextId,
}

/// How much of a requirement a control answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// All of it, alone.
    Whole,
    /// One of several needed parts.
    Part,
    /// Nothing; its evidence may be reused.
    Related,
}

impl Part {
    /// All parts, the one that says most first.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Part, Self::Related];
}

/// What a framework is called in files: the two halves of its identity.
pub fn framework_ref(framework: &str, edition: &str) -> Option<FrameworkRef> {
    let framework = framework.parse::<FrameworkId>().ok()?;
    let edition = edition.parse::<Edition>().ok()?;
    Some(FrameworkRef { framework, edition })
}
