//! The words of the formats for values that have none of their own in core.

use kumomori_core::assessment::{DataClass, ExclusionReason, ServiceModel, SubjectKind};
use kumomori_core::attestation::{AttestationKind, AttestationState, Refusal};
use kumomori_core::checks::Severity;
use kumomori_core::control_result::{Applies, Flag};
use kumomori_core::dimension::{Dimension, Status};
use kumomori_core::evidence::Discount;
use kumomori_core::gap::GapKind;
use kumomori_core::ladder::Rung;
use kumomori_core::requirement::RequirementStatus;
use kumomori_core::risk::RiskStatus;
use kumomori_core::role::{Role, View};
use kumomori_core::sample::SampleRule;
use kumomori_core::testimony::{LeftOut, Verdict};

/// A value that a format writes as a word.
pub(crate) trait Worded: Copy + 'static {
    /// All words, in the order of [`Worded::ALL`].
    const WORDS: &'static [&'static str];
    /// All values.
    const ALL: &'static [Self];

    /// The word of a value.
    fn word(self) -> &'static str;

    /// The value of a word.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.word() == word)
    }
}

macro_rules! words {
    ($($type:ident { $($value:ident $(($inner:path))? = $word:literal,)* })*) => {$(
        impl Worded for $type {
            const WORDS: &'static [&'static str] = &[$($word),*];
            const ALL: &'static [Self] = &[$($type::$value $(($inner))?),*];

            fn word(self) -> &'static str {
                match self {
                    $($type::$value $(($inner))? => $word,)*
                }
            }
        }
    )*};
}

words! {
    Applies { Yes = "yes", Unjustified = "unjustified", No = "no", }
    AttestationKind {
        IsoCertificate = "iso-certificate",
        Soc2Type1 = "soc2-type1",
        Soc2Type2 = "soc2-type2",
    }
    AttestationState { Held = "held", Planned = "planned", Expired = "expired", }
    DataClass {
        Public = "public",
        Internal = "internal",
        Confidential = "confidential",
        Restricted = "restricted",
    }
    Dimension { Design = "design", Operation = "operation", }
    Discount { InFuture = "in-future", Undated = "undated", Stale = "stale", }
    ExclusionReason {
        OutOfScope = "out-of-scope",
        BusinessPriority = "business-priority",
        ArchitectureConstraint = "architecture-constraint",
        CompensatingControl = "compensating-control",
        Other = "other",
    }
    Flag { DesignAhead = "design-ahead", OperationAhead = "operation-ahead", }
    GapKind {
        Contradicted = "contradicted",
        Missing = "missing",
        Unproven = "unproven",
        Unanswered = "unanswered",
    }
    LeftOut {
        InFuture = "in-future",
        NoRole = "no-role",
        RoleOutOfScope = "role-out-of-scope",
        Superseded = "superseded",
    }
    Refusal {
        Planned = "planned",
        Expired = "expired",
        OtherService = "other-service",
        OutOfDate = "out-of-date",
    }
    RequirementStatus {
        NotCovered = "not-covered",
        Judged(Status::Contradicted) = "contradicted",
        Judged(Status::Gap) = "gap",
        Judged(Status::Unknown) = "unknown",
        Judged(Status::Claimed) = "claimed",
        Judged(Status::Met) = "met",
        NotApplicable = "not-applicable",
    }
    RiskStatus {
        NotCovered = "not-covered",
        Open = "open",
        Unknown = "unknown",
        Claimed = "claimed",
        PartlyCovered = "partly-covered",
        Covered = "covered",
        NotApplicable = "not-applicable",
    }
    Role { Customer = "customer", Provider = "provider", }
    Rung { Full = "F", Largely = "L", Partial = "P", No = "N", Unknown = "U", }
    SampleRule {
        Binomial = "binomial",
        Hypergeometric = "hypergeometric",
        All = "all",
        Automated = "automated",
    }
    ServiceModel { Iaas = "iaas", Paas = "paas", Saas = "saas", }
    Severity { Low = "low", Medium = "medium", High = "high", Critical = "critical", }
    SubjectKind { Organization = "organization", Service = "service", }
    Verdict {
        Supports = "supports",
        Contradicts = "contradicts",
        Insufficient = "insufficient",
        NotApplicable = "not-applicable",
    }
    View { Customer = "customer", Provider = "provider", Both = "both", }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    /// The words that core gives, for the words of this module.
    fn agrees<T: Worded>(core: impl Fn(T) -> &'static str) {
        let words: Vec<&str> = T::ALL.iter().map(|it| core(*it)).collect();
        assert_eq!(words, T::WORDS);
    }

    #[test]
    fn words_are_those_of_core_where_core_has_some() {
        agrees(Dimension::word);
        agrees(GapKind::word);
        agrees(RequirementStatus::word);
        agrees(RiskStatus::word);
        agrees(Role::word);
        agrees(Severity::word);
        agrees(Verdict::word);
        agrees(View::word);
        for rung in Rung::ALL {
            assert_eq!(rung.letter().to_string(), Worded::word(*rung));
        }
    }
}
