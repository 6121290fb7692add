//! Names of things in a library or an assessment.

use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;
use core::str::FromStr;

/// The longest id, in bytes.
pub const MAX_LEN: usize = 64;

/// A text that cannot be an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdError {
    /// The text that was given.
    pub text: String,
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not an id: use 1 to {MAX_LEN} letters, digits, `-` or `.`", self.text)
    }
}

impl core::error::Error for IdError {}

pub(crate) fn is_well_formed(text: &str) -> bool {
    (1..=MAX_LEN).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'))
}

/// What all ids have in common.
pub(crate) trait Id {
    /// The id that a text is; the text must be well formed.
    fn known(text: Arc<str>) -> Self;
    /// The id as text.
    fn as_str(&self) -> &str;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(
            // INVARIANT: 1 to `MAX_LEN` ASCII letters, digits, `-` or `.`.
            Arc<str>,
        );

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Id for $name {
            fn known(text: Arc<str>) -> Self {
                Self(text)
            }

            fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                if is_well_formed(text) {
                    Ok(Self(text.into()))
                } else {
                    Err(IdError { text: text.into() })
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names one assessment.
    AssessmentId;
    /// Names one attestation within an assessment.
    AttestationId;
    /// Names one category of a framework, such as `security` of SOC 2.
    CategoryId;
    /// Names one check.
    CheckId;
    /// Names one column of a guide.
    ColumnId;
    /// Names one control of the library.
    ControlId;
    /// Names one criterion within its control, such as `d3`.
    CriterionId;
    /// Names one domain of the library.
    DomainId;
    /// Names an edition within its framework, such as `2015`.
    Edition;
    /// Names a framework without its edition, such as `iso27017`.
    FrameworkId;
    /// Names one group (heading) of a framework.
    GroupId;
    /// Names one guide.
    GuideId;
    /// Names one measure that providers publish, such as `M1`.
    MeasureId;
    /// Names one starting profile.
    ProfileId;
    /// Names one question of the selection guide.
    QuestionId;
    /// Names one requirement within its framework and edition.
    RequirementId;
    /// Names one risk.
    RiskId;
    /// Names one rule of the selection guide.
    RuleId;
    /// Names one step of the roadmap.
    StepId;
    /// Names one term of the glossary.
    TermId;
    /// Names one threshold within its control.
    ThresholdId;
}

/// One edition of one framework: the edition is part of its identity.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FrameworkRef {
    /// The framework.
    pub framework: FrameworkId,
    /// Its edition.
    pub edition: Edition,
}

impl fmt::Display for FrameworkRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.framework, self.edition)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_only_letters_digits_dashes_and_dots() {
        assert!("CLD.6.3.1".parse::<RequirementId>().is_ok());
        for bad in ["", "a b", "a/b", "管理", &"x".repeat(65)] {
            assert!(bad.parse::<ControlId>().is_err(), "{bad}");
        }
    }
}
