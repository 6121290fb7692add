//! What one control amounts to for one role.

use crate::assessment::{Answer, Applicability, Window};
use crate::control::Control;
use crate::date::Date;
use crate::dimension::{Dimension, Reading};
use crate::evidence::{Strength, strength};
use crate::id::{AttestationId, ControlId, DomainId};
use crate::ladder::{Ladder, Level};
use crate::role::Role;
use crate::sample::{SampleResult, sample_result};
use crate::settings::Settings;
use crate::testimony::{CheckUse, Said, is_contradicted};
use alloc::vec::Vec;

/// What one control amounts to for one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControlResult {
    /// The control.
    pub control: ControlId,
    /// Its index in the library.
    pub control_idx: usize,
    /// Whose duty is judged.
    pub role: Role,
    /// The domain it stands in.
    pub domain: DomainId,
    /// Its weight.
    pub weight: u8,
    /// Whether it is a key control.
    pub is_key: bool,
    /// Whether a target or a flag of the scope brings it in.
    pub is_in_scope: bool,
    /// Whether it applies.
    pub applies: Applies,
    /// What its design amounts to.
    pub design: DimensionResult,
    /// What its operation amounts to.
    pub operation: DimensionResult,
    /// The lower of design and operation.
    pub assured: Reading,
    /// How far design and operation lie apart, where they do.
    pub flag: Option<Flag>,
    /// What its sample shows, if one was tested.
    pub sample: Option<SampleResult>,
}

impl ControlResult {
    /// What one dimension amounts to.
    pub fn dimension(&self, dimension: Dimension) -> &DimensionResult {
        match dimension {
            Dimension::Design => &self.design,
            Dimension::Operation => &self.operation,
        }
    }

    /// Whether it applies.
    pub fn is_applicable(&self) -> bool {
        self.applies != Applies::No
    }
}

/// Whether a control applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Applies {
    /// It does.
    Yes,
    /// It is said not to, without a justification or a name: counts as unanswered.
    Unjustified,
    /// It does not, with reason and name.
    No,
}

/// Which of design and operation runs ahead, by two levels or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flag {
    /// Paper ahead of practice.
    DesignAhead,
    /// Practice ahead of rule.
    OperationAhead,
}

/// What one dimension of a control amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DimensionResult {
    /// The rungs as answered.
    pub ladder: Ladder,
    /// Whether at least one rung is known.
    pub is_answered: bool,
    /// What its evidence amounts to.
    pub strength: Strength,
    /// What checks on evidence say about it, by check and document.
    pub checks: Vec<CheckUse>,
    /// The level that its evidence allows.
    pub cap: Level,
    /// Attestations that support it, among the targets.
    pub supported_by: Vec<AttestationId>,
    /// The attestation whose exception holds it at level 1.
    pub held_by: Option<AttestationId>,
    /// The levels read from all of this.
    pub reading: Reading,
}

impl DimensionResult {
    /// The levels as seen from a place where attestations do or do not support this dimension.
    pub(crate) fn reading_with(&self, is_supported: bool, settings: &Settings) -> Reading {
        let held =
            |level: Level| if self.held_by.is_some() { level.min(Level::ONE) } else { level };
        let is_contradicted = is_contradicted(&self.checks);
        let shown = |level: Level| if is_contradicted { level.min(Level::ONE) } else { level };
        let high = shown(self.ladder.high());
        if !self.is_answered {
            let claimed = if is_supported { held(settings.attested_level) } else { Level::ZERO };
            let confirmed = shown(claimed);
            return Reading { low: Level::ZERO, confirmed, claimed, high, is_contradicted };
        }
        let claimed = self.ladder.low();
        let cap = if is_supported { self.cap.max(settings.attested_level) } else { self.cap };
        let confirmed = shown(held(claimed.min(cap)));
        let low = claimed.min(self.cap).min(confirmed);
        Reading { low, confirmed, claimed, high, is_contradicted }
    }
}

/// What the attestations say about one control and role.
#[derive(Debug, Clone, Default)]
pub(crate) struct Backing {
    /// Those that support design.
    pub(crate) design: Vec<AttestationId>,
    /// Those that support operation.
    pub(crate) operation: Vec<AttestationId>,
    /// The one that notes an exception.
    pub(crate) exception: Option<AttestationId>,
}

/// Judges one control for one role.
pub(crate) fn control_result(
    (control_idx, control): (usize, &Control),
    role: Role,
    is_key: bool,
    is_in_scope: bool,
    backing: Backing,
    said: &Said<'_>,
    (answer, window, as_of, settings): (Option<&Answer>, Option<Window>, Date, &Settings),
) -> ControlResult {
    let applies = answer.map_or(Applies::Yes, applies);
    let counted = answer.filter(|_| applies == Applies::Yes);
    let sample = counted
        .and_then(|answer| answer.sample)
        .map(|sample| sample_result(sample, is_key, window, settings));
    let is_sampled = sample.is_some_and(|it| it.is_passed);
    let of = |dimension, supported_by, exception| {
        let checks = said.about(&control.id, role, dimension);
        let entries = counted.map(|answer| answer.evidence.as_slice()).unwrap_or_default();
        let strength = strength(entries, &checks, dimension, as_of, settings);
        let ladder = counted.map_or(Ladder::UNKNOWN, |answer| answer.ladder(dimension));
        let shown = (strength, checks, is_sampled);
        dimension_result(ladder, dimension, shown, supported_by, exception, settings)
    };
    let design = of(Dimension::Design, backing.design, None);
    let operation = of(Dimension::Operation, backing.operation, backing.exception);
    ControlResult {
        control: control.id.clone(),
        control_idx,
        role,
        domain: control.domain.clone(),
        weight: control.weight,
        is_key,
        is_in_scope,
        applies,
        assured: design.reading.min(operation.reading),
        flag: flag(design.reading.confirmed, operation.reading.confirmed),
        design,
        operation,
        sample,
    }
}

fn applies(answer: &Answer) -> Applies {
    match &answer.applicability {
        Applicability::Applicable => Applies::Yes,
        Applicability::NotApplicable(exclusion) if exclusion.is_complete() => Applies::No,
        Applicability::NotApplicable(_) => Applies::Unjustified,
    }
}

fn dimension_result(
    ladder: Ladder,
    dimension: Dimension,
    (strength, checks, is_sampled): (Strength, Vec<CheckUse>, bool),
    supported_by: Vec<AttestationId>,
    exception: Option<AttestationId>,
    settings: &Settings,
) -> DimensionResult {
    let is_answered = ladder.is_answered();
    let is_outweighed = is_answered && strength.grade >= 2;
    let mut result = DimensionResult {
        ladder,
        is_answered,
        cap: cap(dimension, strength.grade, is_sampled, settings),
        strength,
        checks,
        held_by: exception.filter(|_| !is_outweighed),
        reading: Reading::flat(Level::ZERO),
        supported_by,
    };
    result.reading = result.reading_with(!result.supported_by.is_empty(), settings);
    result
}

/// The level that evidence of a grade allows.
pub fn cap(dimension: Dimension, grade: u8, is_sampled: bool, settings: &Settings) -> Level {
    let caps = match dimension {
        Dimension::Design => settings.design_caps,
        Dimension::Operation if grade == 3 && is_sampled => return settings.operation_cap_sampled,
        Dimension::Operation => settings.operation_caps,
    };
    caps.get(usize::from(grade)).copied().unwrap_or(Level::ZERO)
}

fn flag(design: Level, operation: Level) -> Option<Flag> {
    let (design, operation) = (design.number(), operation.number());
    if design >= operation + 2 {
        Some(Flag::DesignAhead)
    } else if operation >= design + 2 {
        Some(Flag::OperationAhead)
    } else {
        None
    }
}
