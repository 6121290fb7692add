//! One examination of a scope against frameworks: what a user's file holds.

use crate::attestation::Attestation;
use crate::control::CallsFor;
use crate::date::Date;
use crate::dimension::{Aspects, Dimension};
use crate::id::{AssessmentId, AttestationId, CategoryId, ControlId, FrameworkRef};
use crate::ladder::{Ladder, Level};
use crate::role::{Role, Roles};
use alloc::string::String;
use alloc::vec::Vec;

/// One assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Its name.
    pub id: AssessmentId,
    /// Its title.
    pub title: String,
    /// What is judged.
    pub subject: Subject,
    /// The library it was last saved with.
    pub library: Option<LibraryStamp>,
    /// What is inside.
    pub scope: Scope,
    /// The time that operation is judged over.
    pub window: Option<Window>,
    /// The answers, at most one per control and role.
    pub answers: Vec<Answer>,
    /// Certificates and reports about the service.
    pub attestations: Vec<Attestation>,
    /// The steps from one edition to another that its targets have gone, in order.
    pub migrations: Vec<Migrated>,
}

impl Assessment {
    /// The answer about a control for a role.
    pub fn answer(&self, control: &ControlId, role: Role) -> Option<&Answer> {
        self.answers.iter().find(|it| it.control == *control && it.role == role)
    }
}

/// One step from one edition of a framework to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migrated {
    /// The edition that was the target before.
    pub from: FrameworkRef,
    /// The edition that has been the target since.
    pub to: FrameworkRef,
    /// The day.
    pub on: Date,
}

/// What is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// An organization or a service.
    pub kind: SubjectKind,
    /// Its name; may be empty.
    pub name: String,
}

/// The kind of thing that is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SubjectKind {
    /// An organization.
    Organization,
    /// A service.
    Service,
}

/// The library a file was saved with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryStamp {
    /// Its version.
    pub version: String,
    /// SHA-256 of its pack and texts, in lower-case hexadecimal.
    pub sha256: String,
}

/// What is inside an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Whose duties are judged.
    pub roles: Roles,
    /// The service models in use, in the order of [`ServiceModel::ALL`].
    pub service_models: Vec<ServiceModel>,
    /// Whether AI is used.
    pub uses_ai: bool,
    /// Whether personal data is handled.
    pub personal_data: bool,
    /// The classes of data, in the order of [`DataClass::ALL`].
    pub data_classes: Vec<DataClass>,
    /// The frameworks to judge against, each edition at most once.
    pub targets: Vec<Target>,
    /// The level to reach, 1 to 5.
    pub target_level: Level,
}

impl Scope {
    /// Whether the scope's flags call for a control.
    pub fn calls_for(&self, flag: CallsFor) -> bool {
        match flag {
            CallsFor::Ai => self.uses_ai,
            CallsFor::PersonalData => self.personal_data,
            CallsFor::Always => true,
        }
    }
}

/// A framework to judge against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The framework edition.
    pub framework: FrameworkRef,
    /// The chosen categories beside those always in; empty where there are none.
    pub categories: Vec<CategoryId>,
}

/// How a cloud service is delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ServiceModel {
    /// Infrastructure as a service.
    Iaas,
    /// Platform as a service.
    Paas,
    /// Software as a service.
    Saas,
}

impl ServiceModel {
    /// All models.
    pub const ALL: [Self; 3] = [Self::Iaas, Self::Paas, Self::Saas];
}

/// How sensitive data is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DataClass {
    /// Meant for everyone.
    Public,
    /// For the organization.
    Internal,
    /// For those who need it.
    Confidential,
    /// For named people.
    Restricted,
}

impl DataClass {
    /// All classes, the least sensitive first.
    pub const ALL: [Self; 4] = [Self::Public, Self::Internal, Self::Confidential, Self::Restricted];
}

/// The time that operation is judged over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
}

/// What was said about one control for one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The control; the library may not have it.
    pub control: ControlId,
    /// The role.
    pub role: Role,
    /// Whether the control applies.
    pub applicability: Applicability,
    /// The rungs of design.
    pub design: Ladder,
    /// The rungs of operation.
    pub operation: Ladder,
    /// Entries of evidence.
    pub evidence: Vec<Evidence>,
    /// A sample that was tested.
    pub sample: Option<Sample>,
    /// The attestation that this answer relies on.
    pub inherited_from: Option<AttestationId>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// When a gap is to be closed.
    pub due: Option<Date>,
    /// Anything else.
    pub note: Option<String>,
    /// Whether somebody wants to look at it again; counts for nothing.
    pub is_marked: bool,
}

impl Answer {
    /// The answer in which nothing has been said yet.
    pub fn blank(control: ControlId, role: Role) -> Self {
        Self {
            control,
            role,
            applicability: Applicability::Applicable,
            design: Ladder::UNKNOWN,
            operation: Ladder::UNKNOWN,
            evidence: Vec::new(),
            sample: None,
            inherited_from: None,
            owner: None,
            due: None,
            note: None,
            is_marked: false,
        }
    }

    /// The rungs of one dimension.
    pub fn ladder(&self, dimension: Dimension) -> Ladder {
        match dimension {
            Dimension::Design => self.design,
            Dimension::Operation => self.operation,
        }
    }
}

/// Whether a control applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applicability {
    /// It is in scope.
    Applicable,
    /// It is said to be out of scope; counts only when [`Exclusion::is_complete`].
    NotApplicable(Exclusion),
}

/// Why a control is out of scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// The kind of reason.
    pub reason: ExclusionReason,
    /// The reason in words; may still be empty while it is being written.
    pub justification: String,
    /// Who decided; may still be empty while it is being written.
    pub by: String,
}

impl Exclusion {
    /// Whether it has a justification and a name, and so counts.
    pub fn is_complete(&self) -> bool {
        !self.justification.trim().is_empty() && !self.by.trim().is_empty()
    }
}

/// The kind of reason for leaving a control out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ExclusionReason {
    /// What it is about does not exist here.
    OutOfScope,
    /// The business decided so.
    BusinessPriority,
    /// The architecture rules it out.
    ArchitectureConstraint,
    /// Another control does its work.
    CompensatingControl,
    /// Anything else.
    Other,
}

impl ExclusionReason {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::OutOfScope,
        Self::BusinessPriority,
        Self::ArchitectureConstraint,
        Self::CompensatingControl,
        Self::Other,
    ];
}

/// A dated, attributable record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What it is.
    pub title: String,
    /// Where it is kept, as text.
    pub location: Option<String>,
    /// The dimensions it is about.
    pub aspects: Aspects,
    /// Its grade, 0 to 4, as `docs/scoring.md` section 2 lists them.
    pub grade: u8,
    /// Its date.
    pub date: Option<Date>,
}

/// A sample of a control's operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sample {
    /// All items there were in the window; `None` when unknown or very many.
    pub population: Option<u32>,
    /// Items tested, at most the population.
    pub tested: u32,
    /// Items found bad, at most those tested.
    pub deviations: u32,
    /// Set for an automated control.
    pub automation: Option<Automation>,
}

/// What is known of an automated control's constancy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Automation {
    /// The day since which it has not been changed.
    pub unchanged_since: Option<Date>,
}
