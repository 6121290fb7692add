//! What one control amounts to for one role.

use crate::assessment::{Answer, Applicability, Window};
use crate::attestation::Supported;
use crate::control::Control;
use crate::dimension::{Dimension, Reading};
use crate::evidence::{Freshness, Strength, strength};
use crate::id::{AttestationId, ControlId};
use crate::ladder::{Ladder, Level};
use crate::role::Role;
use crate::sample::{SampleResult, sample_result};
use crate::settings::Settings;
use crate::testimony::{CheckUse, Said, is_contradicted};
use alloc::vec::Vec;

/// What one control amounts to for one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControlResult<'a> {
    /// The control.
    pub control: &'a Control,
    /// Its index in the library.
    pub control_idx: usize,
    /// Whose duty is judged.
    pub role: Role,
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

impl<'a> ControlResult<'a> {
    /// The control and the role.
    pub fn name(&self) -> (&'a ControlId, Role) {
        (&self.control.id, self.role)
    }

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

    /// The levels as seen from a place where attestations support this much.
    pub fn seen(&self, supported: Supported) -> Seen {
        let design = self.design.seen(supported.design);
        Seen { design, assured: design.min(self.operation.seen(supported.operation)) }
    }
}

/// The levels of a control as seen from one place, such as a requirement or a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seen {
    /// Of design.
    pub design: Reading,
    /// Of assured operation: the lower of design and operation.
    pub assured: Reading,
}

impl Seen {
    /// The levels of one dimension; operation is assured operation.
    pub fn reading(self, dimension: Dimension) -> Reading {
        match dimension {
            Dimension::Design => self.design,
            Dimension::Operation => self.assured,
        }
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
    /// Whether an attestation supports it, among the targets.
    pub is_supported: bool,
    /// The attestation whose exception holds it at level 1.
    pub held_by: Option<AttestationId>,
    /// The levels read from all of this.
    pub reading: Reading,
}

impl DimensionResult {
    /// The levels as seen from a place where attestations do or do not support this dimension.
    ///
    /// The low reading is what remains without them, so the confirmed one falls back to it.
    pub fn seen(&self, is_supported: bool) -> Reading {
        if is_supported || !self.is_supported {
            return self.reading;
        }
        let claimed = if self.is_answered { self.reading.claimed } else { Level::ZERO };
        Reading { confirmed: self.reading.low, claimed, ..self.reading }
    }
}

/// What the attestations say about one control and role.
#[derive(Debug, Clone)]
pub(crate) struct Backing {
    /// What they support.
    pub(crate) supported: Supported,
    /// The one that notes an exception.
    pub(crate) exception: Option<AttestationId>,
}

/// What all controls are judged by.
#[derive(Debug)]
pub(crate) struct Rules<'a> {
    pub(crate) settings: &'a Settings,
    pub(crate) window: Option<Window>,
    pub(crate) freshness: Freshness,
    pub(crate) said: &'a Said<'a>,
}

/// Judges one control for one role.
pub(crate) fn control_result<'a>(
    (control_idx, control): (usize, &'a Control),
    role: Role,
    is_in_scope: bool,
    backing: Backing,
    answer: Option<&Answer>,
    rules: &Rules<'_>,
) -> ControlResult<'a> {
    let is_key = rules.settings.is_key(control);
    let applies = answer.map_or(Applies::Yes, applies);
    let counted = answer.filter(|_| applies == Applies::Yes);
    let sample = counted
        .and_then(|answer| answer.sample)
        .map(|sample| sample_result(sample, is_key, rules.window, rules.settings));
    let is_sampled = sample.is_some_and(|it| it.is_passed);
    let of = |dimension, is_supported, exception: Option<AttestationId>| {
        let checks = rules.said.about(&control.id, role, dimension);
        let entries = counted.map(|answer| answer.evidence.as_slice()).unwrap_or_default();
        let strength = strength(entries, &checks, dimension, rules.freshness);
        let ladder = counted.map_or(Ladder::UNKNOWN, |answer| answer.ladder(dimension));
        let is_answered = ladder.is_answered();
        let is_outweighed = is_answered && strength.grade >= 2;
        let held_by = exception.filter(|_| !is_outweighed);
        let cap = cap(dimension, strength.grade, is_sampled, rules.settings);
        let bounds = Bounds {
            cap,
            is_supported,
            is_held: held_by.is_some(),
            is_contradicted: is_contradicted(&checks),
        };
        DimensionResult {
            ladder,
            is_answered,
            reading: bounds.reading(ladder, rules.settings.attested_level),
            cap,
            strength,
            checks,
            is_supported,
            held_by,
        }
    };
    let design = of(Dimension::Design, backing.supported.design, None);
    let operation = of(Dimension::Operation, backing.supported.operation, backing.exception);
    ControlResult {
        control,
        control_idx,
        role,
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

/// What bounds the levels of a dimension beside its rungs.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    cap: Level,
    is_supported: bool,
    is_held: bool,
    is_contradicted: bool,
}

impl Bounds {
    /// The levels by `docs/scoring.md` section 5.
    fn reading(self, ladder: Ladder, attested: Level) -> Reading {
        let Self { cap, is_supported, is_held, is_contradicted } = self;
        let held = |level: Level| if is_held { level.min(Level::ONE) } else { level };
        let shown = |level: Level| if is_contradicted { level.min(Level::ONE) } else { level };
        let high = shown(ladder.high());
        if !ladder.is_answered() {
            let claimed = if is_supported { held(attested) } else { Level::ZERO };
            let confirmed = shown(claimed);
            return Reading { low: Level::ZERO, confirmed, claimed, high, is_contradicted };
        }
        let claimed = ladder.low();
        let confirmed =
            shown(held(claimed.min(if is_supported { cap.max(attested) } else { cap })));
        let low = cap.min(confirmed);
        Reading { low, confirmed, claimed, high, is_contradicted }
    }
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
