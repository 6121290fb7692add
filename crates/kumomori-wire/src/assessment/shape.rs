//! The shape of an assessment file.

use crate::shape::{Case, Doc, Field, Shape};
use crate::word::Worded;
use kumomori_core::assessment::{DataClass, ExclusionReason, ServiceModel, SubjectKind};
use kumomori_core::attestation::{AttestationKind, AttestationState};
use kumomori_core::dimension::Dimension;
use kumomori_core::role::Role;

/// The name of the format with its version.
pub const FORMAT: &str = "kumomori.assessment/1";

/// The longest texts, in characters, and the most items that a file may hold.
pub mod limit {
    /// Titles, and names of people, organizations and services.
    pub const NAME: usize = 200;
    /// Titles of evidence.
    pub const EVIDENCE_TITLE: usize = 500;
    /// Places where evidence is kept.
    pub const LOCATION: usize = 2_000;
    /// Notes and justifications.
    pub const NOTE: usize = 10_000;
    /// Answers of a file.
    pub const ANSWERS: usize = 10_000;
    /// Entries of evidence of one answer.
    pub const EVIDENCE: usize = 200;
    /// Attestations of a file.
    pub const ATTESTATIONS: usize = 200;
    /// Steps from one edition to another.
    pub const MIGRATIONS: usize = 1_000;
    /// Frameworks to judge against.
    pub const TARGETS: usize = 50;
    /// Categories of one target or attestation.
    pub const CATEGORIES: usize = 50;
    /// Exceptions of one attestation.
    pub const EXCEPTIONS: usize = 1_000;
    /// Items of a sample or a population.
    pub const ITEMS: u32 = kumomori_core::sample::MAX_ITEMS;
}

/// A name.
pub(crate) const NAME: Shape = Shape::Text { max: limit::NAME };
const ITEMS: Shape = Shape::Integer { min: 0, max: limit::ITEMS };

const fn set(items: &'static Shape, min: usize, max: usize) -> Shape {
    Shape::Set { items, min, max }
}

/// The whole file.
pub(crate) static SHAPE: Shape = Shape::Object(FIELDS);

/// The fields of the whole file.
pub(crate) const FIELDS: &[Field] = &[
    Field::required("format", Shape::Format(FORMAT), "The format and its version."),
    Field::required("id", Shape::Id, "Names the assessment."),
    Field::required("title", NAME, "The title; may be empty."),
    Field::required("subject", Shape::Object(SUBJECT), "What is judged."),
    Field::optional("library", Shape::Object(LIBRARY), "The library it was last saved with."),
    Field::required("scope", Shape::Object(SCOPE), "What is inside."),
    Field::optional("window", Shape::Object(WINDOW), "The time that operation is judged over."),
    Field::optional(
        "answers",
        Shape::Array { items: &Shape::Object(ANSWER), min: 0, max: limit::ANSWERS },
        "At most one answer per control and role; what is not answered is unknown.",
    ),
    Field::optional(
        "attestations",
        Shape::Array { items: &Shape::Object(ATTESTATION), min: 0, max: limit::ATTESTATIONS },
        "Certificates and auditors' reports about the service.",
    ),
    Field::optional(
        "migrations",
        Shape::Array { items: &Shape::Object(MIGRATED), min: 0, max: limit::MIGRATIONS },
        "The steps from one edition to another that its targets have gone, in order.",
    ),
];

/// What is judged.
pub(crate) const SUBJECT: &[Field] = &[
    Field::required("kind", Shape::Choice(SubjectKind::WORDS), "An organization or a service."),
    Field::required("name", NAME, "Its name; may be empty."),
];

/// The library stamp, the same in every format.
pub(crate) const LIBRARY: &[Field] = &[
    Field::required("version", NAME, "Its version."),
    Field::required("sha256", Shape::Hash, "SHA-256 of its pack and texts."),
];

/// What is inside.
pub(crate) const SCOPE: &[Field] = &[
    Field::required("roles", set(&Shape::Choice(Role::WORDS), 1, 2), "Whose duties are judged."),
    Field::required(
        "service_models",
        set(&Shape::Choice(ServiceModel::WORDS), 0, ServiceModel::WORDS.len()),
        "The service models in use.",
    ),
    Field::required("uses_ai", Shape::Boolean, "Whether AI is used."),
    Field::required("personal_data", Shape::Boolean, "Whether personal data is handled."),
    Field::required(
        "data_classes",
        set(&Shape::Choice(DataClass::WORDS), 0, DataClass::WORDS.len()),
        "The classes of data.",
    ),
    Field::required(
        "targets",
        Shape::Array { items: &Shape::Object(TARGET), min: 0, max: limit::TARGETS },
        "The framework editions to judge against, each at most once.",
    ),
    Field::optional(
        "target_level",
        Shape::Integer { min: 1, max: 5 },
        "The level to reach; 3 when left out.",
    ),
];

const TARGET: &[Field] = &[
    Field::required("framework", Shape::Id, "The framework, such as iso27017."),
    Field::required("edition", Shape::Id, "Its edition, such as 2015."),
    Field::optional(
        "categories",
        set(&Shape::Id, 0, limit::CATEGORIES),
        "The chosen categories, in a framework that has categories.",
    ),
];

/// A step from one edition to another.
pub(crate) const MIGRATED: &[Field] = &[
    Field::required("framework", Shape::Id, "The framework, such as iso27017."),
    Field::required("from", Shape::Id, "The edition that was the target before."),
    Field::required("to", Shape::Id, "The edition that has been the target since."),
    Field::required("on", Shape::Date, "The day."),
];

/// An observation window.
pub(crate) const WINDOW: &[Field] = &[
    Field::required("from", Shape::Date, "The first day."),
    Field::required("to", Shape::Date, "The last day; may lie in the future."),
];

/// An answer.
pub(crate) const ANSWER: &[Field] = &[
    Field::required("control", Shape::Id, "The control."),
    Field::required("role", Shape::Choice(Role::WORDS), "Whose duty it is."),
    Field::optional(
        "applicability",
        Shape::Tagged {
            tag: "state",
            doc: Doc::of("Whether the control applies."),
            cases: &[
                Case { tag: "applicable", fields: &[] },
                Case { tag: "not-applicable", fields: EXCLUSION },
            ],
        },
        "Whether the control applies; applicable when left out.",
    ),
    Field::optional("design", Shape::Ladder, "Is the rule right? Unknown when left out."),
    Field::optional("operation", Shape::Ladder, "Does it happen? Unknown when left out."),
    Field::optional(
        "evidence",
        Shape::Array { items: &Shape::Object(EVIDENCE), min: 0, max: limit::EVIDENCE },
        "Entries of evidence.",
    ),
    Field::optional("sample", Shape::Object(SAMPLE), "A sample of its operation."),
    Field::optional("inherited_from", Shape::Id, "The attestation that this answer relies on."),
    Field::optional("owner", NAME, "Who answers for it."),
    Field::optional("due", Shape::Date, "When a gap is to be closed."),
    Field::optional("note", Shape::Text { max: limit::NOTE }, "Anything else."),
    Field::optional("marked", Shape::Boolean, "Whether somebody wants to look at it again."),
];

const EXCLUSION: &[Field] = &[
    Field::required("reason", Shape::Choice(ExclusionReason::WORDS), "The kind of reason."),
    Field::optional(
        "justification",
        Shape::Text { max: limit::NOTE },
        "The reason in words; without it the control counts as unanswered.",
    ),
    Field::optional("by", NAME, "Who decided; without it the control counts as unanswered."),
];

const EVIDENCE: &[Field] = &[
    Field::required("title", Shape::Text { max: limit::EVIDENCE_TITLE }, "What it is."),
    Field::required(
        "aspects",
        set(&Shape::Choice(Dimension::WORDS), 0, 2),
        "The dimensions it is about.",
    ),
    Field::required(
        "grade",
        Shape::Integer { min: 0, max: 4 },
        "0 none, 1 a statement, 2 a dated document, 3 dated records, 4 an independent test.",
    ),
    Field::optional("date", Shape::Date, "Its date."),
    Field::optional("location", Shape::Text { max: limit::LOCATION }, "Where it is kept."),
];

const SAMPLE: &[Field] = &[
    Field::optional(
        "population",
        Shape::Nullable(&ITEMS),
        "All items in the window; null or left out when unknown.",
    ),
    Field::required("tested", ITEMS, "Items tested, at most the population."),
    Field::required("deviations", ITEMS, "Items found bad, at most those tested."),
    Field::optional("automated", Shape::Boolean, "Whether the control is automated."),
    Field::optional(
        "unchanged_since",
        Shape::Date,
        "The day since which an automated control has not been changed.",
    ),
];

/// A certificate or report.
pub(crate) const ATTESTATION: &[Field] = &[
    Field::required("id", Shape::Id, "Names it within the file."),
    Field::required("kind", Shape::Choice(AttestationKind::WORDS), "What kind of paper it is."),
    Field::required("framework", Shape::Id, "The framework it names."),
    Field::required("edition", Shape::Id, "The edition it names."),
    Field::required("state", Shape::Choice(AttestationState::WORDS), "Whether it is there."),
    Field::required("issuer", NAME, "Who issued it; may be empty."),
    Field::required("names_service", Shape::Boolean, "Whether its scope names the service."),
    Field::optional("from", Shape::Date, "First day of validity or of the period."),
    Field::optional("to", Shape::Date, "Last day of validity or of the period."),
    Field::optional("expected", Shape::Date, "The day a planned one is expected."),
    Field::optional(
        "categories",
        set(&Shape::Id, 0, limit::CATEGORIES),
        "The categories it covers.",
    ),
    Field::optional(
        "exceptions",
        set(&Shape::Id, 0, limit::EXCEPTIONS),
        "Controls for which it notes an exception.",
    ),
];
