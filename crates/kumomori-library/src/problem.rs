//! What may be wrong in policies/ and in files of users, and how it is said.

mod excerpt;

use crate::source::{Source, Span};
use excerpt::add_excerpt;
use kumomori_check::fault::nearest;
use kumomori_core::role::Role;
use std::fmt;
use std::sync::Arc;

/// Whether a problem keeps a library from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// It does not.
    Warning,
}

/// What something refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A control.
    Control,
    /// A domain.
    Domain,
    /// A framework edition.
    Framework,
    /// A heading of a framework.
    Group,
    /// A category of a framework.
    Category,
    /// A requirement.
    Requirement,
    /// A column of a guide.
    Column,
    /// A criterion of a control.
    Criterion,
    /// A threshold of a control.
    Threshold,
    /// A measure.
    Measure,
    /// A risk.
    Risk,
    /// A term of the glossary.
    Term,
    /// A guide.
    Guide,
    /// A setting.
    Setting,
    /// A step of the roadmap.
    Step,
    /// A starting profile.
    Profile,
    /// A question of the selection guide.
    Question,
    /// A rule of the selection guide.
    Rule,
    /// A check.
    Check,
    /// A kind of evidence.
    EvidenceKind,
}

impl Kind {
    fn noun(self) -> &'static str {
        match self {
            Self::Control => "control",
            Self::Domain => "domain",
            Self::Framework => "framework edition",
            Self::Group => "group",
            Self::Category => "category",
            Self::Requirement => "requirement",
            Self::Column => "column",
            Self::Criterion => "criterion",
            Self::Threshold => "threshold",
            Self::Measure => "measure",
            Self::Risk => "risk",
            Self::Term => "term",
            Self::Guide => "guide",
            Self::Setting => "setting",
            Self::Step => "step",
            Self::Profile => "profile",
            Self::Question => "question",
            Self::Rule => "rule",
            Self::Check => "check",
            Self::EvidenceKind => "evidence kind",
        }
    }
}

/// What is wrong; each has a page in `docs/problems/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The text is not YAML that can be read here.
    YamlSyntax,
    /// A mapping has the same key twice.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A field that this kind of file does not have.
    UnknownField {
        /// The field.
        field: String,
        /// The fields it may have.
        known: Vec<&'static str>,
    },
    /// A field that must be there is not.
    MissingField {
        /// The field.
        field: String,
    },
    /// A value of another type.
    WrongType {
        /// What should stand there.
        expected: String,
    },
    /// A word that is not among those allowed.
    UnknownWord {
        /// The word.
        word: String,
        /// The words allowed.
        known: Vec<&'static str>,
    },
    /// A file that is not part of a policy folder.
    UnknownFile,
    /// A file that a policy folder must have is not there.
    MissingFile,
    /// A text lacks one language.
    MissingLanguage {
        /// Its tag.
        lang: &'static str,
    },
    /// A text is empty.
    EmptyText,
    /// A text cannot be an id.
    MalformedId {
        /// The text.
        text: String,
    },
    /// An id is used twice.
    DuplicateId {
        /// What has it.
        kind: Kind,
        /// The id.
        id: String,
    },
    /// A reference leads nowhere.
    DanglingReference {
        /// What is referred to.
        kind: Kind,
        /// The id.
        id: String,
    },
    /// An id of a user is an id of the library.
    TakenId {
        /// What has it.
        kind: Kind,
        /// The id.
        id: String,
    },
    /// A reference of a user's file leads nowhere.
    NoSuch {
        /// What is referred to.
        kind: Kind,
        /// The id.
        id: String,
        /// The ids there are.
        known: Vec<String>,
    },
    /// Controls depend on one another in a circle.
    CyclicDependency {
        /// The circle, its first control again at the end.
        path: Vec<String>,
    },
    /// A number outside its range.
    OutOfRange {
        /// The number.
        value: String,
        /// The smallest.
        min: u32,
        /// The largest.
        max: u32,
    },
    /// The path of a file does not agree with its ids.
    WrongPath {
        /// The path it should have.
        expected: String,
    },
    /// A setting has the wrong number of values or an impossible one.
    WrongSetting {
        /// The setting.
        id: String,
    },
    /// A requirement has a whole row beside other answering rows.
    WholeAndPart {
        /// The requirement.
        requirement: String,
    },
    /// No control answers a requirement.
    UnansweredRequirement {
        /// The requirement.
        requirement: String,
    },
    /// No control that answers a requirement has a duty for a role that the requirement addresses.
    UnansweredRole {
        /// The requirement.
        requirement: String,
        /// The role.
        role: Role,
    },
    /// A requirement needs controls that are only planned.
    NotCovered {
        /// The requirement.
        requirement: String,
        /// The planned controls.
        planned: Vec<String>,
    },
    /// A planned control has a file.
    PlannedExists {
        /// The control.
        id: String,
    },
    /// A control has no criterion for a rung.
    MissingRung {
        /// `design` or `operation`.
        ladder: &'static str,
        /// The rung, 1 to 5.
        rung: u8,
    },
    /// A control has no duty, or two for the same role.
    WrongDuties,
    /// The same sentence stands in more controls than it may.
    RepeatedSentence,
    /// Two controls have the same title.
    RepeatedTitle,
    /// A migration says nothing of a requirement.
    ForgottenRequirement {
        /// The requirement with its edition.
        requirement: String,
    },
    /// A row of a migration names a requirement on the wrong sides for its relation.
    WrongSides,
    /// The path of an evidence field does not fit the fields before it.
    BadField {
        /// The path.
        path: String,
    },
    /// An expression of a check cannot be meant.
    BadExpression {
        /// What is wrong, and where within the expression.
        message: String,
        /// What to write instead.
        help: Option<String>,
    },
    /// A row of a guide lacks a cell.
    MissingCell {
        /// The column.
        column: String,
    },
    /// A text is not in the language under which it stands.
    Untranslated {
        /// The tag of this language.
        lang: &'static str,
    },
    /// A text has a space too many.
    DoubleSpace,
    /// A full-width form where the half-width one belongs, or the other way round.
    MixedWidth {
        /// What stands there.
        found: String,
        /// What should stand there.
        expected: String,
    },
    /// A text has words that no text may have.
    ForbiddenWords {
        /// The words.
        text: Arc<str>,
        /// Why they are forbidden.
        reason: Arc<str>,
        /// What to write.
        instead: Arc<str>,
    },
    /// A text has a variant of a term.
    AvoidedTerm {
        /// The variant.
        text: Arc<str>,
        /// The term.
        term: Arc<str>,
        /// Its id in the glossary.
        id: Arc<str>,
    },
    /// Two entries of the glossary have the same term.
    DuplicateTerm {
        /// The term.
        term: String,
    },
}

impl Fault {
    /// The stable name of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            Self::YamlSyntax => "yaml-syntax",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::UnknownField { .. } => "unknown-field",
            Self::MissingField { .. } => "missing-field",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownWord { .. } => "unknown-word",
            Self::UnknownFile => "unknown-file",
            Self::MissingFile => "missing-file",
            Self::MissingLanguage { .. } => "missing-language",
            Self::EmptyText => "empty-text",
            Self::MalformedId { .. } => "malformed-id",
            Self::DuplicateId { .. } | Self::TakenId { .. } => "duplicate-id",
            Self::DanglingReference { .. } | Self::NoSuch { .. } => "dangling-reference",
            Self::CyclicDependency { .. } => "cyclic-dependency",
            Self::OutOfRange { .. } => "out-of-range",
            Self::WrongPath { .. } => "wrong-path",
            Self::WrongSetting { .. } => "wrong-setting",
            Self::WholeAndPart { .. } => "whole-and-part",
            Self::UnansweredRequirement { .. } => "unanswered-requirement",
            Self::UnansweredRole { .. } => "unanswered-role",
            Self::NotCovered { .. } => "not-covered",
            Self::PlannedExists { .. } => "planned-exists",
            Self::MissingRung { .. } => "missing-rung",
            Self::WrongDuties => "wrong-duties",
            Self::RepeatedSentence => "repeated-sentence",
            Self::RepeatedTitle => "repeated-title",
            Self::ForgottenRequirement { .. } => "forgotten-requirement",
            Self::WrongSides => "wrong-sides",
            Self::BadField { .. } => "bad-field",
            Self::BadExpression { .. } => "bad-expression",
            Self::MissingCell { .. } => "missing-cell",
            Self::Untranslated { .. } => "untranslated",
            Self::DoubleSpace => "double-space",
            Self::MixedWidth { .. } => "mixed-width",
            Self::ForbiddenWords { .. } => "forbidden-words",
            Self::AvoidedTerm { .. } => "avoided-term",
            Self::DuplicateTerm { .. } => "duplicate-term",
        }
    }

    /// All codes, in the order of the enum.
    pub const CODES: [&'static str; 37] = [
        "yaml-syntax",
        "duplicate-key",
        "unknown-field",
        "missing-field",
        "wrong-type",
        "unknown-word",
        "unknown-file",
        "missing-file",
        "missing-language",
        "empty-text",
        "malformed-id",
        "duplicate-id",
        "dangling-reference",
        "cyclic-dependency",
        "out-of-range",
        "wrong-path",
        "wrong-setting",
        "whole-and-part",
        "unanswered-requirement",
        "unanswered-role",
        "not-covered",
        "planned-exists",
        "missing-rung",
        "wrong-duties",
        "repeated-sentence",
        "repeated-title",
        "forgotten-requirement",
        "wrong-sides",
        "bad-field",
        "bad-expression",
        "missing-cell",
        "untranslated",
        "double-space",
        "mixed-width",
        "forbidden-words",
        "avoided-term",
        "duplicate-term",
    ];

    /// Whether it keeps a library from being used.
    pub fn severity(&self) -> Severity {
        match self {
            Self::NotCovered { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::YamlSyntax => {
                "check indentation, quotes and colons on this line and the one before".into()
            }
            Self::DuplicateKey { .. } => "keep one of the two".into(),
            Self::UnknownField { known, .. } if known.is_empty() => "leave it out".into(),
            Self::UnknownField { field: word, known } | Self::UnknownWord { word, known } => {
                one_of(word, known)
            }
            Self::MissingField { field } => format!("add `{field}`"),
            Self::UnknownFile => "see policies/README.md for the files of a policy folder".into(),
            Self::MissingLanguage { lang } => format!("add the text in `{lang}`"),
            Self::EmptyText => "write the text".into(),
            Self::MalformedId { .. } => "use 1 to 64 letters, digits, `-` or `.`".into(),
            Self::DuplicateId { .. } => "give one of the two a new id, or delete it".into(),
            Self::TakenId { kind: Kind::Threshold, .. } => {
                "give yours another id, or set the value of this one with `--policy`".into()
            }
            Self::TakenId { id, .. } => format!("give yours another id, such as `own-{id}`"),
            Self::NoSuch { id, known, .. } => one_of(id, known),
            Self::DanglingReference { kind: Kind::Control, .. } => {
                "correct the id, or list the control in planned.yaml".into()
            }
            Self::DanglingReference { .. } => "correct the id, or add what it names".into(),
            Self::CyclicDependency { .. } => "remove one of the dependencies".into(),
            Self::WrongPath { expected } => {
                format!("rename the file to `{expected}`, or correct the id")
            }
            Self::WholeAndPart { .. } => "keep one `whole` row, or make all of them `part`".into(),
            Self::UnansweredRequirement { .. } => {
                "add one `whole` row or at least one `part` row to its mapping".into()
            }
            Self::UnansweredRole { .. } => "map a control that has a duty for this role".into(),
            Self::NotCovered { planned, .. } => {
                format!("once written, {} will answer it", listed(planned))
            }
            Self::PlannedExists { .. } => "delete it from planned.yaml".into(),
            Self::MissingRung { ladder, rung } => {
                format!("add a criterion with `ladder: {ladder}` and `rung: {rung}`")
            }
            Self::WrongDuties => "give each role that has a duty exactly one entry".into(),
            Self::RepeatedSentence => "say what is special to this control".into(),
            Self::RepeatedTitle => "give one of the two another title".into(),
            Self::ForgottenRequirement { .. } => {
                "add a row for it: what it corresponds to, or `new`, or `gone`".into()
            }
            Self::WrongSides => {
                "give `new` only `to`, `gone` only `from`, and every other relation both".into()
            }
            Self::BadField { .. } => {
                "name each field once, after the object or `list object` that holds it".into()
            }
            Self::BadExpression { help, .. } => return help.clone(),
            Self::MissingCell { column } => format!("add a cell for `{column}`"),
            Self::Untranslated { .. } => "say it in this language".into(),
            Self::DoubleSpace => {
                "keep one space between words, none at the ends of a line or beside Japanese".into()
            }
            Self::MixedWidth { expected, .. } => format!("write `{expected}`"),
            Self::ForbiddenWords { instead, .. } => instead.to_string(),
            Self::AvoidedTerm { term, id, .. } => {
                format!("write `{term}`, as the glossary has it under `{id}`")
            }
            Self::DuplicateTerm { .. } => "keep one entry for each term".into(),
            Self::WrongType { .. }
            | Self::MissingFile
            | Self::OutOfRange { .. }
            | Self::WrongSetting { .. } => return None,
        };
        Some(help)
    }
}

/// The most words that are worth listing.
const MAX_LISTED: usize = 20;

/// The word that was meant, or those to choose from.
fn one_of<T: AsRef<str>>(word: &str, known: &[T]) -> String {
    match nearest(word, known.iter().map(AsRef::as_ref)) {
        Some(meant) => format!("write `{meant}`"),
        None if known.len() > MAX_LISTED => "correct it, or leave it out".to_owned(),
        None => format!("use one of {}", listed(known)),
    }
}

fn listed<T: AsRef<str>>(words: &[T]) -> String {
    let quoted: Vec<String> = words.iter().map(|it| format!("`{}`", it.as_ref())).collect();
    quoted.join(", ")
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::YamlSyntax => f.write_str("this cannot be read as YAML"),
            Self::DuplicateKey { key } => write!(f, "`{key}` stands here twice"),
            Self::UnknownField { field, .. } => write!(f, "there is no field `{field}` here"),
            Self::MissingField { field } => write!(f, "the field `{field}` is missing"),
            Self::WrongType { expected } => write!(f, "here should stand {expected}"),
            Self::UnknownWord { word, .. } => write!(f, "`{word}` is not a word for this"),
            Self::UnknownFile => f.write_str("a policy folder has no such file"),
            Self::MissingFile => f.write_str("the policy folder lacks this file"),
            Self::MissingLanguage { lang } => write!(f, "the text has no `{lang}`"),
            Self::EmptyText => f.write_str("the text is empty"),
            Self::MalformedId { text } => write!(f, "`{text}` is not an id"),
            Self::DuplicateId { kind, id } => {
                write!(f, "{} `{id}` is defined twice", kind.noun())
            }
            Self::TakenId { kind, id } => {
                write!(f, "the library has a {} `{id}` already", kind.noun())
            }
            Self::DanglingReference { kind, id } | Self::NoSuch { kind, id, .. } => {
                write!(f, "there is no {} `{id}`", kind.noun())
            }
            Self::CyclicDependency { path } => {
                write!(f, "controls depend on one another: {}", path.join(" -> "))
            }
            Self::OutOfRange { value, min, max } => {
                write!(f, "`{value}` is not between {min} and {max}")
            }
            Self::WrongPath { expected } => {
                write!(f, "the ids in this file belong to `{expected}`")
            }
            Self::WrongSetting { id } => write!(f, "setting `{id}` has values it cannot have"),
            Self::WholeAndPart { requirement } => {
                write!(f, "requirement `{requirement}` has a `whole` row beside another")
            }
            Self::UnansweredRequirement { requirement } => {
                write!(f, "no control answers requirement `{requirement}`")
            }
            Self::UnansweredRole { requirement, role } => {
                write!(f, "no control answers requirement `{requirement}` for the {role}")
            }
            Self::NotCovered { requirement, planned } => {
                write!(f, "requirement `{requirement}` needs {}, planned only", listed(planned))
            }
            Self::PlannedExists { id } => {
                write!(f, "control `{id}` is listed as planned and exists")
            }
            Self::MissingRung { ladder, rung } => {
                write!(f, "no criterion for rung {rung} of {ladder}")
            }
            Self::WrongDuties => f.write_str("the duties do not name each role once"),
            Self::RepeatedSentence => f.write_str("this sentence stands in too many controls"),
            Self::RepeatedTitle => f.write_str("another control has this title already"),
            Self::ForgottenRequirement { requirement } => {
                write!(f, "the migration says nothing of requirement `{requirement}`")
            }
            Self::WrongSides => f.write_str("the relation does not fit the sides of this row"),
            Self::BadField { path } => {
                write!(f, "`{path}` does not fit the fields before it")
            }
            Self::BadExpression { message, .. } => f.write_str(message),
            Self::MissingCell { column } => write!(f, "the row has no cell for `{column}`"),
            Self::Untranslated { lang } => write!(f, "the `{lang}` text is in another language"),
            Self::DoubleSpace => f.write_str("there is a space too many"),
            Self::MixedWidth { found, .. } => write!(f, "`{found}` has the wrong width"),
            Self::ForbiddenWords { text, reason, .. } => {
                write!(f, "`{text}` must not stand in a text: {reason}")
            }
            Self::AvoidedTerm { text, .. } => write!(f, "`{text}` is a variant of a term"),
            Self::DuplicateTerm { term } => write!(f, "`{term}` is the term of two entries"),
        }
    }
}

/// One thing that is wrong, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub fault: Fault,
    /// Where.
    pub at: Span,
    /// A second place that explains it, such as the first of two.
    pub first: Option<Span>,
}

impl Problem {
    pub(crate) fn new(fault: Fault, at: Span) -> Self {
        Self { fault, at, first: None }
    }

    /// The problem as text with the lines it speaks about.
    pub fn to_text(&self, sources: &[Source]) -> String {
        let severity = match self.fault.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let mut text = format!("{severity}[{}]: {}\n", self.fault.code(), self.fault);
        add_excerpt(&mut text, sources, &self.at, '^', "");
        if let Some(first) = &self.first {
            add_excerpt(&mut text, sources, first, '-', " first here");
        }
        if let Some(help) = self.fault.help() {
            text.push_str(&format!("  help: {help}\n"));
        }
        text
    }
}
