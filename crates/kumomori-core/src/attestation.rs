//! Certificates and auditors' reports about a service, and what they support.

use crate::date::Date;
use crate::framework::{Framework, Requirement};
use crate::id::{AttestationId, CategoryId, ControlId, FrameworkRef};
use crate::role::Role;
use crate::settings::Settings;
use alloc::string::String;
use alloc::vec::Vec;

/// A certificate or an auditor's report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attestation {
    /// Its name within the assessment.
    pub id: AttestationId,
    /// What kind of paper it is.
    pub kind: AttestationKind,
    /// The framework edition it names.
    pub framework: FrameworkRef,
    /// Whether it is there.
    pub state: AttestationState,
    /// Who issued it.
    pub issuer: String,
    /// Whether its scope names the service.
    pub names_service: bool,
    /// First day of validity or of the period.
    pub from: Option<Date>,
    /// Last day of validity or of the period; the date of a Type 1 report.
    pub to: Option<Date>,
    /// The day a planned one is expected.
    pub expected: Option<Date>,
    /// The categories it covers.
    pub categories: Vec<CategoryId>,
    /// Controls for which it notes an exception.
    pub exceptions: Vec<ControlId>,
}

/// Kinds of attestation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AttestationKind {
    /// A certificate to an ISO standard.
    IsoCertificate,
    /// A SOC 2 report on design at a date.
    Soc2Type1,
    /// A SOC 2 report on operation over a period.
    Soc2Type2,
}

impl AttestationKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::IsoCertificate, Self::Soc2Type1, Self::Soc2Type2];
}

/// Whether an attestation is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AttestationState {
    /// It was issued.
    Held,
    /// It is expected.
    Planned,
    /// It has run out.
    Expired,
}

impl AttestationState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Held, Self::Planned, Self::Expired];
}

/// What an attestation supports, if it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Support {
    /// Whether it supports operation beside design.
    pub operation: bool,
}

/// What attestations support of a control or requirement, seen from one place.
///
/// None supports operation without design.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Supported {
    /// Whether one supports design.
    pub design: bool,
    /// Whether one supports operation, too.
    pub operation: bool,
}

impl Supported {
    /// Nothing.
    pub const NOTHING: Self = Self { design: false, operation: false };
    /// Both dimensions.
    pub const BOTH: Self = Self { design: true, operation: true };

    /// What is left of it for a role: attestations speak for the provider only.
    #[must_use]
    pub fn for_role(self, role: Role) -> Self {
        if role == Role::Provider { self } else { Self::NOTHING }
    }

    /// With what another supports.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { design: self.design || other.design, operation: self.operation || other.operation }
    }
}

/// Why an attestation gives nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// It is only planned.
    Planned,
    /// It is marked as expired.
    Expired,
    /// Its scope does not name the service.
    OtherService,
    /// Its dates are missing or do not reach the day of the evaluation.
    OutOfDate,
}

impl Attestation {
    /// What it supports on a day.
    ///
    /// # Errors
    ///
    /// The reason why it gives nothing.
    pub fn support(&self, as_of: Date, settings: &Settings) -> Result<Support, Refusal> {
        match self.state {
            AttestationState::Planned => return Err(Refusal::Planned),
            AttestationState::Expired => return Err(Refusal::Expired),
            AttestationState::Held => {}
        }
        if !self.names_service {
            return Err(Refusal::OtherService);
        }
        if !self.is_in_date(as_of, settings) {
            return Err(Refusal::OutOfDate);
        }
        let operation =
            self.kind == AttestationKind::Soc2Type2 && self.covers_period(settings.report_period);
        Ok(Support { operation })
    }

    fn is_in_date(&self, as_of: Date, settings: &Settings) -> bool {
        let Some(to) = self.to else { return false };
        match self.kind {
            AttestationKind::IsoCertificate => {
                self.from.is_none_or(|from| from <= as_of) && as_of <= to
            }
            AttestationKind::Soc2Type1 | AttestationKind::Soc2Type2 => {
                to <= as_of && to >= as_of.plus_months(settings.report_age.saturating_neg())
            }
        }
    }

    fn covers_period(&self, months: i32) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| from.plus_months(months) <= to.next())
    }

    /// Whether it speaks about a requirement of a framework.
    pub fn speaks_about(&self, framework: &Framework, requirement: &Requirement) -> bool {
        self.framework == framework.id && framework.is_in_scope(requirement, &self.categories)
    }
}
